/** Findings about what sits on one mailbox. */
import type { FindingDefinition } from "./definition";

// biome-ignore format: one finding, four lines
export const mailboxFindings = {
  "delivery-restricted": {
    about: "delivery", severity: "error", source: "exchange-online.md 4.2",
    message: "The mailbox refuses mail from {sender} ({setting}).",
    fix: "Clear {setting} on the mailbox, or make it accept a mail contact for {sender}.",
  },
  "delivery-by-contact": {
    about: "delivery", severity: "warning", source: "exchange-online.md 4.2, 9.2",
    message: "A contact lets mail from {sender} past {setting} by its From address; whether the service compares the envelope sender instead, which is another, is not published.",
    fix: "Clear {setting} on the mailbox, or test with one real message.",
  },
  "delivery-moderated": {
    about: "delivery", severity: "error", source: "exchange-online.md 4.2",
    message: "Mail from {sender} waits for a moderator ({setting}), and the request expires after two days; a code does not live that long.",
    fix: "Turn moderation of the mailbox off, or let a mail contact for {sender} bypass it.",
  },
  "delivery-restriction-unknown": {
    about: "delivery", severity: "warning", source: "exchange-online.md 4.2",
    message: "Whether the mailbox accepts mail from {sender} is not known: {setting} names contacts or groups that were not read.",
    fix: "Export Get-MailContact and the members of the groups too.",
  },
  "mailbox-full": {
    about: "delivery", severity: "error", source: "exchange-online.md 4.1",
    message: "The mailbox has reached ProhibitSendReceiveQuota ({limit}): mail from {sender} bounces.",
    fix: "Empty the mailbox, or raise its quota as far as the licence allows.",
  },
  "mailbox-room-unknown": {
    about: "delivery", severity: "warning", source: "exchange-online.md 4.1",
    message: "Whether the mailbox has room for mail from {sender} is not known, because {because}.",
    fix: "Set a quota of its own on the mailbox and export it with Get-Mailbox and Get-MailboxStatistics.",
  },
  "mailbox-forwards": {
    about: "delivery", severity: "error", source: "exchange-online.md 4.2",
    message: "The mailbox forwards its mail ({setting}) and keeps no copy: mail from {sender} does not stay in it.",
    fix: "Set DeliverToMailboxAndForward to true, or clear {setting}.",
  },
  "junk-sender-blocked": {
    about: "delivery", severity: "error", source: "exchange-online.md 3.4, 4.3",
    message: "The user blocks {entry}: mail from {sender} goes to Junk past every allow of the organisation.",
    fix: "Remove {entry} from the user's blocked senders.",
  },
  "junk-trusted-only": {
    about: "delivery", severity: "error", source: "exchange-online.md 4.3",
    message: "The user lets only safe senders in ({entry}): mail from {sender} goes to Junk.",
    fix: "Add the Aircall senders to the user's safe senders, or turn TrustedListsOnly off.",
  },
  "junk-unknown": {
    about: "delivery", severity: "warning", source: "exchange-online.md 4.3, 7.2",
    message: "Whether the user's junk settings ({entry}) move mail from {sender} cannot be decided, because {because}.",
    fix: "Remove {entry}, or list the Aircall addresses themselves as safe senders.",
  },
  "inbox-rule-moves": {
    about: "delivery", severity: "error", source: "exchange-online.md 4.3",
    message: "The user's inbox rule \"{rule}\" takes mail from {sender} out of the inbox ({outcome}), {when}.",
    fix: "Turn the inbox rule \"{rule}\" off, or add an exception for the Aircall senders.",
  },
  "inbox-rule-undecided": {
    about: "delivery", severity: "warning", source: "exchange-online.md 4.3",
    message: "Whether the user's inbox rule \"{rule}\" catches mail from {sender} cannot be decided, because {because}.",
    fix: "Look at the inbox rule \"{rule}\", or add an exception for the Aircall senders.",
  },
  "recipient-outside": {
    about: "delivery", severity: "error", source: "exchange-online.md 4.4",
    message: "{entry} is no mailbox here ({type}): mail from {sender} leaves the organisation.",
    fix: "Give the person a mailbox of their own, and use its address in Aircall.",
  },
  "recipient-no-mailbox": {
    about: "delivery", severity: "warning", source: "exchange-online.md 4.4",
    message: "{entry} ({type}): whether mail from {sender} arrives is not known, because {because}.",
    fix: "Use the address of a person's own mailbox in Aircall.",
  },
  "recipient-rejected": {
    about: "delivery", severity: "error", source: "exchange-online.md 3.1, 4.5",
    message: "{entry} is the address of nobody in this tenant, whose domain is authoritative: mail from {sender} is rejected at the edge (550 5.4.1).",
    fix: "Correct the address in Aircall, or create the mailbox.",
  },
} as const satisfies Readonly<Record<string, FindingDefinition>>;
