/** English text of the tickets. No figure that Aircall does not publish stands here (aircall.md 1.1). */
import type { TicketWords } from "./ticket-words";

const why =
  "Aircall is switching on adaptive MFA: when a sign-in looks unusual, Aircall sends a six-digit code to the user's e-mail address, and without that code nobody gets in.";

export const tickets: TicketWords = {
  headings: { why: "Why", whom: "For whom", steps: "What to do", check: "How to see that it is done" },
  whom: "{people}, as of {date}. The steps below name them.",
  mail: {
    title: "Let Aircall's login mail into every inbox",
    why: [
      why,
      "The points below stop this mail, may stop it, or could not be checked. Aircall's guide asks for them before the roll-out (steps 4 and 5).",
    ],
    order: [
      "Do the mail side first. Then send a test message. Tell the Aircall administrator when it has arrived: invitations are resent only then, because each link works for 15 days only.",
    ],
    check: [
      "A changed rule can take 30 minutes or more to act.",
      "Have one real message sent by Aircall, such as a password reset, to one mailbox behind each mail route, and look whether it lies in the inbox (not in Junk, nor in a tab such as Updates or Promotions).",
      "In Exchange Online the message trace (Get-MessageTraceV2) shows it as delivered, and its header carries SFV:SKN: the rule has let it past the filter.",
      "Export the settings again and repeat the readiness check: the users above must pass.",
    ],
  },
  devices: {
    title: "Bring the Aircall mobile app up to date",
    why: [
      why,
      "Only newer mobile apps can ask for the code. Aircall's guide (step 3) asks for {ios} or later and {android} or later.",
    ],
    order: [
      "Update the managed phones first, and require the version where the device management can. Private phones do not show in a device list: those users are asked themselves.",
    ],
    check: [
      "Versions are compared number by number: 8.10.0 is newer than 8.5.0.",
      "Export the device list again and repeat the readiness check: the users above must pass.",
    ],
  },
  aircall: {
    title: "Put Aircall's list of users in order",
    why: [
      why,
      "Only validated users get codes, and each needs an e-mail address of their own. Aircall's guide asks for both before the roll-out (steps 1 and 2).",
    ],
    order: [
      "First correct addresses; each new address has to be confirmed by a click of its user. Resend invitations last, when the mail administrator has reported that a test message arrived: each link works for 15 days only. The users to reinvite are in {invitations}.",
    ],
    check: [
      'In the Aircall Dashboard, Users and Teams > All Users shows "Pending validation" beside none of them any more.',
      "Hand in the list of users again and repeat the readiness check: the users above must pass.",
    ],
  },
  allow: {
    title: "Put Aircall on the allowlist",
    exchange: "Exchange Online: one mail flow rule above all others. In Exchange Online PowerShell:",
    parts: [
      "From: exactly the addresses Aircall writes from, of both domains. aircall.io alone does not cover notify.aircall.io in every filter, and invitations come from there.",
      "dmarc=pass in Authentication-Results: a forged sender gets no bypass.",
      "SCL -1: the mail passes the spam filter.",
      "StopRuleProcessing at priority 0: no rule below can stop the mail. The price: rules below do not see Aircall's mail.",
    ],
    google:
      "Google Workspace: enter the same addresses in an address list of approved senders (Spam setting), and leave the requirement of authentication on.",
    others:
      "Another filter or gateway in front: enter the same addresses there as permitted senders; protection of links is often a policy of its own.",
    notTheDomain:
      "Why not simply allow the domain aircall.io: whoever forges it would get past the filter too, and CISA's baselines forbid whole domains in such lists (MS.SECURITYSUITE.6.2v1 for Microsoft 365, GWS.GMAIL.18.1v1 and 18.2v1 for Google Workspace). Single senders are permitted. If your company allows domains all the same, list aircall.io and notify.aircall.io, both with authentication.",
  },
  links: [
    "Exempt these hosts from link rewriting: {hosts}. A rewritten link breaks the button of Aircall's invitation; the code itself needs no link.",
    "*.awstrack.me serves every customer of Amazon SES. If that is too wide for you, exempt it only until the invitations are accepted.",
  ],
  waitsFor: "First",
  invitations: "invitations-to-resend.csv",
  openInvitations:
    "These invitations are still open. Resend them only if their users have not accepted by the day on which the link stops working:",
  until: "Link works until",
  message: {
    subject: "Aircall: please prepare for sign-in with a code",
    lines: [
      "Hello,",
      "Aircall is switching on adaptive MFA. When a sign-in looks unusual, Aircall sends a six-digit code to your e-mail address, and you enter it to get in. Please see to these points now:",
      "1. If you have an invitation from Aircall, accept it: open the mail from noreply@notify.aircall.io and click its button. If you do not find it, look in Junk. If it no longer works, tell us; we will send a new one.",
      "2. If you use Aircall on a phone, update the app: {ios} or later, {android} or later. If it is your own phone, tell us its version.",
      "3. Make sure that there is room in your mailbox.",
      "4. Your address in Aircall must be yours alone. If others read that mailbox too, tell us.",
      "Never pass a code on to anybody.",
      "Questions: [name and address of your help desk]",
    ],
  },
};
