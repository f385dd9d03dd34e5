/** English text of the steps of the plan. */
import type { StepTexts } from "./step-texts";

// biome-ignore format: one step, two lines
export const steps: StepTexts = {
  "allow-mail": {
    title: "Let Aircall mail in",
    text: "Put Aircall's senders on the allowlist: exact addresses of aircall.io and notify.aircall.io, with authentication required; in Exchange by one rule above all others, which stops the rules below it. What was not read has to be exported.",
  },
  "spare-links": {
    title: "Leave links in Aircall mail as they are",
    text: "Exempt email-verification.aircall.io and *.awstrack.me from link rewriting: a rewritten link breaks the button of the invitation.",
  },
  "test-message": {
    title: "Send a test message",
    text: "Have Aircall send one real mail, such as a password reset, to one mailbox behind each mail route, and look whether it lies in the inbox. A changed rule can take 30 minutes or more to act.",
  },
  "make-room": {
    title: "Make room in mailboxes",
    text: "A full mailbox takes no codes. Have it emptied or raise the limit that stops incoming mail; where figures are missing, export size and limit.",
  },
  "accept-outside-senders": {
    title: "Take mail from outside",
    text: "Let these mailboxes take mail from senders outside the organisation, or at least from Aircall's; where this was not read, export their delivery restrictions.",
  },
  "look-up-addresses": {
    title: "Look up whose addresses these are",
    text: "Find out whether each address is one person's own mailbox, and report groups and shared mailboxes to the Aircall administrator.",
  },
  "own-addresses": {
    title: "Give every user an address of their own",
    text: "Replace shared and group addresses in Aircall. A change is complete once the user clicks the link that Aircall sends to the new address.",
  },
  "look-up-invitations": {
    title: "Look up who has accepted",
    text: 'Look in the Aircall Dashboard (Users and Teams > All Users) beside whom "Pending validation" stands, and complete the list.',
  },
  "accept-invitations": {
    title: "Accept invitations that are still open",
    text: "These users open the mail from noreply@notify.aircall.io and accept before its link stops working; it works for 15 days.",
  },
  "resend-invitations": {
    title: "Resend invitations",
    text: "Open each user in the Aircall Dashboard, button at the top right. Not before the mail side is in order: each new link works for 15 days only.",
  },
  "update-apps": {
    title: "Update the mobile app",
    text: "Bring the Aircall app to {ios}, {android} or later; where versions are missing, export them.",
  },
  "ask-about-devices": {
    title: "Ask about private phones",
    text: "Private phones are in no device list. These users say whether they use the Aircall app on a phone, and with which version.",
  },
  "run-again": {
    title: "Check again",
    text: "Take new exports and a new list of users, and repeat the readiness check until nobody is left.",
  },
};
