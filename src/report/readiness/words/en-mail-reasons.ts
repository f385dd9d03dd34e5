/** English text of the answers about mailbox and mail. */
import type { ReasonTexts } from "./reason-texts";

const exportMail = "Export the settings of the mail system and check again.";
const allow =
  "Put Aircall's senders on the allowlist: exact sender addresses of aircall.io and notify.aircall.io, with authentication (dmarc=pass) required.";
const spare =
  "Exempt email-verification.aircall.io and *.awstrack.me from link rewriting. awstrack.me serves every customer of Amazon SES: if that is too wide, exempt it until the invitations are accepted.";

// biome-ignore format: one reason, two lines
export const mailReasons = {
  "space-enough": {
    reason: "The mailbox has room: {used} used, limit {limit}.",
  },
  "space-full": {
    reason: "The mailbox is full: {used} used, limit {limit}. No room is left for Aircall mail.",
    action: "Have the mailbox emptied, or raise the limit that stops incoming mail as far as the licence allows.",
  },
  "space-nearly-full": {
    reason: "The mailbox is nearly full: {free} left ({used} used, limit {limit}).",
    action: "Have the mailbox cleared up, or raise the limit that stops incoming mail.",
  },
  "space-contradicted": {
    reason: "The inputs contradict each other about the mailbox: {figures}.",
    action: "Take one new report of the mailbox's size and limit, and check again.",
  },
  "space-limit-unknown": {
    reason: "{used} are used, but the limit that stops incoming mail is not known.",
    action: "Export the limit too (in Exchange: ProhibitSendReceiveQuota) and check again.",
  },
  "space-not-in-report": {
    reason: "The mailbox report does not hold this address.",
    action: "Look up how full the mailbox is, or export a report that holds it.",
  },
  "space-names-concealed": {
    reason: "The mailbox report hides names behind hashes, so its figures belong to nobody.",
    action: "Let the usage reports show names, export again, and check again.",
  },
  "space-not-read": {
    reason: "No mailbox report was read, so how full the mailbox is is not known.",
    action: "Export the size and the limit of the mailboxes and check again.",
  },

  "mail-proven": {
    reason: "Genuine Aircall mail reaches this inbox, whatever its text.",
  },
  "mail-blocked": {
    reason: "Aircall mail does not reach this inbox.",
    action: allow,
  },
  "mail-not-guaranteed": {
    reason: "Nothing blocks Aircall mail to this inbox, but its arrival is not guaranteed.",
    action: allow,
  },
  "mail-undecided": {
    reason: "What was read does not decide whether Aircall mail reaches this inbox.",
    action: "Export the parts of the mail system that are missing, and test with one real message.",
  },
  "mail-not-read": {
    reason: "No mail system was read, so whether it lets Aircall mail in is not known.",
    action: exportMail,
  },

  "links-intact": {
    reason: "Links in Aircall mail stay as they are: {because}.",
  },
  "links-not-needed": {
    reason: "The invitation is accepted, and a code needs no link.",
  },
  "links-rewritten": {
    reason: 'The policy "{policy}" rewrites links, which breaks the button of Aircall\'s invitation.',
    action: spare,
  },
  "links-unknown": {
    reason: "Whether links in Aircall mail stay as they are is not known: {because}.",
    action: "Find out whether links in mail from outside are rewritten. If so: exempt email-verification.aircall.io and *.awstrack.me.",
  },

  "outside-accepted": {
    reason: "The mailbox takes mail from outside the organisation.",
  },
  "outside-refused": {
    reason: "The mailbox refuses mail from outside the organisation ({setting}).",
    action: "Let the mailbox take mail from senders outside the organisation, or at least from Aircall's.",
  },
  "outside-undecided": {
    reason: "Whether the mailbox takes Aircall mail from outside the organisation cannot be decided.",
    action: "Look at the delivery restrictions of the mailbox, and export the contacts and groups they name.",
  },
  "outside-not-read": {
    reason: "Whether the mailbox takes mail from outside the organisation was not read.",
    action: "Export the delivery restrictions of the mailboxes and check again.",
  },
} as const satisfies Partial<ReasonTexts>;
