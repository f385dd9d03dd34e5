/** English words of a trace. */
import { type ConditionName, conditions } from "../../mailflow/exchange/transport-rules/table";
import type { Clause, TraceWords } from "./words";

/** The table's own sentence, as a clause; which side of the organization is said in it. */
const clauseOf = (name: ConditionName, expected: string): Clause => {
  const isScope = name === "FromScope" || name === "SentToScope";
  const sentence = conditions[name].summary
    .replace(/\.$/u, "")
    .replace(/^[A-Z](?![A-Z])/u, (first) => first.toLowerCase())
    .replace(/`/gu, "");
  const side = expected === "NotInOrganization" ? "outside" : "inside";
  const says = isScope ? sentence.replace(/^whether /u, "").replace("inside", side) : sentence;
  return { says, holdsValue: isScope };
};

export const words: TraceWords = {
  ends: {
    inbox: "IN THE INBOX",
    junk: "IN JUNK",
    quarantined: "QUARANTINED",
    rejected: "REJECTED",
    deleted: "DELETED",
    redirected: "REDIRECTED",
    held: "HELD",
    "left-tenant": "SENT AWAY",
    moved: "MOVED",
    undecided: "UNDECIDED",
  },
  says: {
    inbox: "this mail arrives in the inbox",
    junk: "this mail ends in the Junk Email folder",
    quarantined: "this mail does not arrive: it ends in quarantine",
    rejected: "this mail does not arrive: it is rejected",
    deleted: "this mail does not arrive: it is deleted",
    redirected: "this mail does not arrive: somebody else gets it",
    held: "this mail does not arrive: it waits for somebody's approval",
    "left-tenant": "this mail does not arrive: it is sent on to another mail system",
    moved: "this mail arrives in another folder than the inbox",
    undecided: "what was read does not tell where this mail ends",
  },
  saysStopped: "this mail does not reach the inbox; what exactly happens to it is open",
  mail: 'from {from} to {to}, subject "{subject}"',
  typicalMail: "a typical mail with a login code; --eml FILE takes a real one",
  why: "Why",
  after: "What happens",
  whatNow: "Now",
  fix: "For good",
  mayEnd: "It may end",
  stepByStep: "Step by step",
  step: "step {step}, {stage}",
  happens: {
    inbox: "The mail is in the inbox (in Outlook's Focused Inbox perhaps under Other).",
    junk: "The mail is in the Junk Email folder. Nobody is told.",
    quarantined:
      "The mail waits in quarantine. Nobody is told, unless the quarantine policy sends notifications.",
    rejected: "Aircall's server gets the refusal. The user is told nothing.",
    deleted: "The mail is gone. Neither the sender nor the user is told.",
    redirected: "Somebody else has the mail, and the code in it. The user is told nothing.",
    held: "A moderator is asked to approve the mail; after two days it lapses. The user is told nothing.",
    "left-tenant": "Another mail system has the mail; what that does with it cannot be seen here.",
    moved: "The mail is in another folder. Nobody is told.",
    undecided: "That hangs on what is not known here.",
  },
  now: {
    inbox:
      "If the user sees no mail: search the mailbox for aircall, wait some minutes, and compare with a message trace.",
    junk: "Let the user look in Junk Email and mark the mail as not junk.",
    quarantined:
      "An administrator finds and releases it in the Defender portal under Quarantine. A code may have expired by then: ask Aircall for a new one once the cause is removed.",
    rejected: "It cannot be brought back. Remove the cause, then let the user ask Aircall for a new mail.",
    deleted: "It cannot be brought back. Remove the cause, then let the user ask Aircall for a new mail.",
    redirected:
      "Remove the cause, then let the user ask Aircall for a new mail; do not use the redirected code.",
    held: "Ask the moderator to approve it. A code may have expired by then: remove the cause first.",
    "left-tenant": "Ask whoever runs the other mail system, or remove the cause.",
    moved: "Let the user look in the other folder, and at the rules of the mailbox.",
    undecided:
      "Compare with a message trace of this mail, or with a real mail: save it as .eml and give it to --eml.",
  },
  cure: {
    edge: "Correct the address in Aircall, or raise the size limit that refuses the mail.",
    connectors: "Check which connections the inbound connectors accept for Aircall's domains.",
    "connection-filter": "Remove the address from the IP Block List.",
    "malware-filter": "Remove image types from the common attachments filter.",
    "transport-rules":
      'Put the allow rule for Aircall above "{rule}" with StopRuleProcessing, or add an exception for the Aircall senders to "{rule}".',
    "tenant-allow-block-list": "Remove the entry from the Tenant Allow/Block List.",
    "anti-spam":
      "Add the allow rule for Aircall (exact senders, dmarc=pass in Authentication-Results, SCL -1, StopRuleProcessing, priority 0), and take Aircall's addresses off the policy's block lists.",
    "anti-phishing":
      "Add the Aircall senders to the trusted senders and domains of the anti-phishing policy.",
    mailbox:
      "Look at the mailbox itself: delivery restrictions, moderation, forwarding, junk list, inbox rules, space.",
  },
  cureUnsureRule: 'Put the allow rule for Aircall above "{rule}" with StopRuleProcessing.',
  when: "if {when}",
  rule: 'rule "{rule}"',
  ruleWithPriority: 'rule "{rule}" (priority {priority})',
  matches: "matches",
  mayMatch: "may match",
  matchesNot: "does not match",
  because: "because",
  colon: ": ",
  always: "because it has no condition",
  and: "and",
  exempt: "an exception holds",
  holdsNot: "it does not hold that",
  isOpen: "it is not known whether",
  found: "it is {found}",
  foundNothing: "there is none",
  does: "it does: {actions}",
  thenEnds: "the mail ends {outcome}",
  otherRules: "{count} other rules do not match",
  nothingStops: "nothing stops the mail",
  notReached: "not reached",
  noRule: "no rule is in force",
  unknownRecipient: "{address} is not the address of any recipient that was read.",
  remember: "Keep in mind",
  limits: [
    "What no tenant can switch off is left out: malware and high-confidence phishing.",
    "A change to transport rules takes up to 30 minutes or more to act.",
  ],
  condition: clauseOf,
  phrase: (english) => english,
  standIn: (found) => found,
};
