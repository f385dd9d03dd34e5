/** The closed catalogue of findings, and the findings themselves. */
import type { Explanation } from "./explanation/explanation";
import type { Message } from "./message";
import type { Certainty, DeliveryVerdict, ExchangeStage, NarrownessVerdict, Outcome, Scope } from "./outcome";

export type Severity = "error" | "warning" | "note";

/** What a finding of this code means; texts hold `{placeholders}` filled from a finding's details. */
export interface FindingDefinition {
  readonly about: "delivery" | "narrowness";
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string;
  readonly source: string;
}

// biome-ignore format: one finding, four lines
export const catalogue = {
  "rule-blocks": {
    about: "delivery", severity: "error", source: "exchange-online.md 2.7",
    message: "Mail from {sender} is {outcome} by the transport rule \"{rule}\" ({action}), {when}.",
    fix: "Put the allow rule for Aircall above \"{rule}\" with StopRuleProcessing, or add an exception for the Aircall senders to \"{rule}\".",
  },
  "rule-marks-spam": {
    about: "delivery", severity: "error", source: "exchange-online.md 2.8, 3.5",
    message: "The transport rule \"{rule}\" sets SCL {scl} on mail from {sender}, {when}; under the anti-spam policy \"{policy}\" it is then {outcome}.",
    fix: "Put the allow rule for Aircall above \"{rule}\" with StopRuleProcessing, or add an exception for the Aircall senders to \"{rule}\".",
  },
  "sender-blocked-by-policy": {
    about: "delivery", severity: "error", source: "exchange-online.md 3.4",
    message: "The anti-spam policy \"{policy}\" blocks {entry}; mail from {sender} is {outcome}.",
    fix: "Remove {entry} from the blocked senders and domains of \"{policy}\".",
  },
  "sender-blocked-by-tenant-list": {
    about: "delivery", severity: "error", source: "exchange-online.md 3.4, 5",
    message: "The Tenant Allow/Block List blocks {entry}; mail from {sender} is quarantined whatever the rules say.",
    fix: "Remove the block entry {entry} from the Tenant Allow/Block List.",
  },
  "tenant-list-may-block": {
    about: "delivery", severity: "warning", source: "exchange-online.md 5, 9.2",
    message: "The Tenant Allow/Block List blocks {entry}, which may hit mail from {sender}: {because}.",
    fix: "Remove the block entry {entry} from the Tenant Allow/Block List, or make it name something else.",
  },
  "classifier-decides": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3.4, 3.5",
    message: "Nothing takes the spam filter out of the question for mail from {sender}: Microsoft's classifier decides each message.",
    fix: "Add the allow rule for Aircall: exact senders, dmarc=pass in Authentication-Results, SCL -1, StopRuleProcessing, priority 0.",
  },
  "allow-not-sure": {
    about: "delivery", severity: "warning", source: "exchange-online.md 2.5",
    message: "Whether an allow reaches every message from {sender} is not certain, because {because}.",
    fix: "Key the allow rule on the exact senders and on the word dmarc=pass in Authentication-Results.",
  },
  "part-not-read": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3",
    message: "{part} was not read, and what it holds may keep mail from {sender} out of the inbox.",
    fix: "Export the tenant again with a role that may run {part}.",
  },
  "rule-undecided": {
    about: "delivery", severity: "warning", source: "exchange-online.md 2.5",
    message: "Whether the transport rule \"{rule}\" ({action}) catches mail from {sender} cannot be decided, because {because}.",
    fix: "Put the allow rule for Aircall above \"{rule}\" with StopRuleProcessing.",
  },
  "sending-address-may-be-blocked": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3.8",
    message: "The IP Block List (IPBlockList) holds {entry}; Aircall does not publish the addresses it sends from, so one of them may be listed.",
    fix: "Remove public ranges that Amazon SES may use from the IP Block List.",
  },
  "connector-rejects": {
    about: "delivery", severity: "error", source: "exchange-online.md 3.8",
    message: "The inbound connector \"{connector}\" covers mail from {sender} and {restriction}: mail that comes straight from Aircall, as the MX record has it, is rejected before any rule or list.",
    fix: "Remove the restriction of \"{connector}\", narrow its sender domains, or let the MX record point at the gateway it was made for.",
  },
  "gateway-in-front": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3.8",
    message: "The MX record sends mail from {sender} to {host} first; what that gateway does with it cannot be seen here.",
    fix: "Allow the Aircall senders in the gateway {host} too, and test with one real message.",
  },
  "gateway-breaks-authentication": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3.6, 9.13",
    message: "Mail from {sender} comes through {host} without Enhanced Filtering for Connectors: SPF and DMARC then see the gateway, and an allow rule on dmarc=pass may never act.",
    fix: "Turn on Enhanced Filtering (EFSkipLastIP or EFSkipIPs, for all users, not in test mode) on the inbound connector of {host}.",
  },
  "connector-treats-as-internal": {
    about: "narrowness", severity: "warning", source: "exchange-online.md 3.8, 2.2",
    message: "The inbound connector \"{connector}\" treats mail as internal by its sender's domain, which is an accepted domain here and a domain of {sender}; whether forged mail profits is not published.",
    fix: "Turn off TreatMessagesAsInternal on \"{connector}\", or remove Aircall's domain from the accepted domains.",
  },
  "sending-address-blocked": {
    about: "delivery", severity: "error", source: "exchange-online.md 3.8",
    message: "The IP Block List (IPBlockList) holds {entry}, and mail from {sender} comes from {address} as declared: it is rejected at the edge.",
    fix: "Remove {entry} from the IP Block List.",
  },
  "size-limit": {
    about: "delivery", severity: "error", source: "exchange-online.md 2.4, 4.2",
    message: "Messages over {limit} are rejected ({where}), and mail from {sender} may be larger, {when}.",
    fix: "Raise MaxReceiveSize ({where}) to 1 MB or more.",
  },
  "language-blocked": {
    about: "delivery", severity: "error", source: "exchange-online.md 3.5",
    message: "The anti-spam policy \"{policy}\" marks mail in the language {entry} as spam; mail from {sender} in that language is {outcome}.",
    fix: "Remove {entry} from LanguageBlockList of \"{policy}\", or add the allow rule for Aircall.",
  },
  "region-blocked": {
    about: "delivery", severity: "error", source: "exchange-online.md 3.5",
    message: "The anti-spam policy \"{policy}\" marks mail from the country {entry} as spam; mail from {sender}, which comes from there as declared, is {outcome}.",
    fix: "Remove {entry} from RegionBlockList of \"{policy}\", or add the allow rule for Aircall.",
  },
  "bulk-blocked": {
    about: "delivery", severity: "error", source: "exchange-online.md 3.5",
    message: "The anti-spam policy \"{policy}\" takes mail of bulk complaint level {threshold} and up for bulk; mail from {sender} may have level {level}, as declared, and is then {outcome}.",
    fix: "Raise BulkThreshold of \"{policy}\" above {level}, or add the allow rule for Aircall.",
  },
  "advanced-filter-blocks": {
    about: "delivery", severity: "error", source: "exchange-online.md 6.1",
    message: "The setting {setting} of the anti-spam policy \"{policy}\" marks mail from {sender} as high-confidence spam, {when}; it is then {outcome}.",
    fix: "Turn {setting} off in \"{policy}\", as Microsoft advises, or add the allow rule for Aircall.",
  },
  "spoof-entry-blocks": {
    about: "delivery", severity: "error", source: "exchange-online.md 3.4, 5",
    message: "The Tenant Allow/Block List blocks the spoof pair {entry}, which covers mail from {sender}; under the anti-phishing policy \"{policy}\" it is {outcome}.",
    fix: "Remove the spoof entry {entry}.",
  },
  "delivery-restricted": {
    about: "delivery", severity: "error", source: "exchange-online.md 4.2",
    message: "The mailbox refuses mail from {sender} ({setting}).",
    fix: "Clear {setting} on the mailbox, or accept a mail contact with the address {sender}.",
  },
  "delivery-by-contact": {
    about: "delivery", severity: "warning", source: "exchange-online.md 4.2, 9.2",
    message: "A contact lets mail from {sender} past {setting} by its From address; whether the service compares the envelope sender instead, which is another, is not published.",
    fix: "Clear {setting} on the mailbox, or test with one real message.",
  },
  "delivery-moderated": {
    about: "delivery", severity: "error", source: "exchange-online.md 4.2",
    message: "Mail from {sender} waits for a moderator ({setting}), and the request expires after two days; a code does not live that long.",
    fix: "Turn moderation of the mailbox off, or let a mail contact with the address {sender} bypass it.",
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
    message: "Whether mail from {sender} reaches {entry} ({type}) is not known, because {because}.",
    fix: "Use the address of a person's own mailbox in Aircall.",
  },
  "recipient-rejected": {
    about: "delivery", severity: "error", source: "exchange-online.md 3.1, 4.5",
    message: "{entry} is the address of nobody in this tenant, whose domain is authoritative: mail from {sender} is rejected at the edge (550 5.4.1).",
    fix: "Correct the address in Aircall, or create the mailbox.",
  },
  "connector-may-reject": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3.8",
    message: "The inbound connector \"{connector}\" covers mail from {sender} and {restriction}; whether Aircall's mail meets that is not known.",
    fix: "Narrow the sender domains of \"{connector}\".",
  },
  "attachment-filter": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3.4",
    message: "The malware filter policy \"{policy}\" stops files of type {entry}, which inline images in mail from {sender} may be.",
    fix: "Remove image types from the common attachments filter of \"{policy}\".",
  },
  "spoof-entry-may-block": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3.4, 5",
    message: "The Tenant Allow/Block List blocks the spoof pair {entry}, which may cover mail from {sender}: its sending infrastructure is not published.",
    fix: "Remove the spoof entry {entry}, or make it name other infrastructure than Aircall's.",
  },
  "impersonation-protection": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3.6",
    message: "The anti-phishing policy \"{policy}\" moves mail that {protection} takes for impersonation, which is not modelled, and it does not exempt {sender}.",
    fix: "Add the Aircall senders, or aircall.io and notify.aircall.io, to the trusted senders and domains of \"{policy}\".",
  },
  "policy-missing": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3.3",
    message: "{part} names the policy \"{policy}\", which is not among the policies read.",
    fix: "Export the tenant again, or repair the rule that names \"{policy}\".",
  },
  "setting-not-modelled": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3.5",
    message: "{part}: {because}.",
    fix: "Check this setting by hand; the model does not cover it yet.",
  },
  "recipient-not-found": {
    about: "delivery", severity: "warning", source: "exchange-online.md 4.5",
    message: "{entry} is not the address of any recipient that was read, so mail to it cannot be decided.",
    fix: "Correct the address, or export the tenant that holds its mailbox.",
  },
  "budget-exhausted": {
    about: "delivery", severity: "warning", source: "docs/model.md",
    message: "The decision about \"{rule}\" ran out of its budget ({budget}).",
    fix: "Simplify the words or patterns of \"{rule}\", or put the allow rule for Aircall above it with StopRuleProcessing.",
  },
  "semantics-disagree": {
    about: "delivery", severity: "warning", source: "docs/model.md",
    message: "The message found against \"{rule}\" does not end as expected when it is replayed; this is a defect of the verifier.",
    fix: "Please report this finding with the rule.",
  },
  "bypass-without-authentication": {
    about: "narrowness", severity: "error", source: "exchange-online.md 5",
    message: "The transport rule \"{rule}\" sets SCL {scl} on forged mail that claims to be from {sender} and fails DMARC: anyone can pass the spam filter with that address.",
    fix: "Add the condition HeaderContainsMessageHeader Authentication-Results, HeaderContainsWords dmarc=pass to \"{rule}\".",
  },
  "bypass-not-sure": {
    about: "narrowness", severity: "warning", source: "exchange-online.md 2.5",
    message: "Whether the transport rule \"{rule}\" lets forged mail from {sender} past the spam filter cannot be decided, because {because}.",
    fix: "Add the condition HeaderContainsMessageHeader Authentication-Results, HeaderContainsWords dmarc=pass to \"{rule}\".",
  },
  "allowed-by-policy-list": {
    about: "narrowness", severity: "error", source: "exchange-online.md 5, aircall.md 4.1",
    message: "The anti-spam policy \"{policy}\" allows {entry} by the From address alone, so forged mail from {sender} passes the spam filter (CISA MS.SECURITYSUITE.6.2v1 forbids allowed domains).",
    fix: "Remove {entry} from the allowed senders and domains of \"{policy}\" and use the allow rule with dmarc=pass instead.",
  },
  "allowed-by-tenant-list": {
    about: "narrowness", severity: "warning", source: "exchange-online.md 3.4, 5",
    message: "The Tenant Allow/Block List allows {entry}; whether forged mail from {sender} profits from that entry is not published.",
    fix: "Remove the allow entry {entry} once the allow rule with dmarc=pass is in place.",
  },
  "allowed-by-address": {
    about: "narrowness", severity: "warning", source: "exchange-online.md 3.8, aircall.md 4.1",
    message: "The IP Allow List (IPAllowList) holds {entry}: whoever sends from there passes the spam filter with Aircall's address (CISA MS.SECURITYSUITE.8.1v1 advises against it).",
    fix: "Remove {entry} from the IP Allow List.",
  },
  "sample-stopped": {
    about: "delivery", severity: "error", source: "exchange-online.md 3.1",
    message: "The saved mail \"{subject}\" from {sender} is {outcome} when it comes again ({by}).",
    fix: "Follow it with trace --eml, and put the allow rule for Aircall above whatever stops it, with StopRuleProcessing.",
  },
  "sample-contradicts": {
    about: "delivery", severity: "warning", source: "docs/model.md",
    message: "The saved mail \"{subject}\" from {sender} contradicts an assumption of this verdict ({assumption}): {found}.",
    fix: "Make sure that the mail is genuine and was saved unchanged; then the verdict does not hold for mail like it.",
  },
  "evidence-contradicts-proven": {
    about: "delivery", severity: "error", source: "aircall.md 4.2",
    message: "A message trace contradicts the verdict: mail from {sender} did not reach the inbox ({status}: {count}, last on {date}, subject \"{subject}\"), although its arrival was proven.",
    fix: "Make sure that the mail was genuine (forged mail in Aircall's name is stopped rightly) and that the export shows the settings of that day: a change to a rule takes up to 30 minutes or more. What remains is a defect of the verifier: please report it with the mail.",
  },
  "evidence-contradicts-block": {
    about: "delivery", severity: "error", source: "aircall.md 4.2",
    message: "A message trace contradicts the verdict: mail from {sender} was delivered ({status}: {count}, last on {date}, subject \"{subject}\"), although every such mail should have been stopped.",
    fix: "Compare the dates: a rule that was added or changed since the mail explains it, and a change takes up to 30 minutes or more. If the export shows the settings of that day, the verifier has a defect: please report it with the mail.",
  },
  "evidence-shows-stop": {
    about: "delivery", severity: "error", source: "aircall.md 4.2",
    message: "A message trace shows what the verdict leaves open: mail from {sender} did not reach the inbox ({status}: {count}, last on {date}, subject \"{subject}\").",
    fix: "Make sure that the mail was genuine, then put the allow rule for Aircall in place and check again.",
  },
} as const satisfies Readonly<Record<string, FindingDefinition>>;

export type FindingCode = keyof typeof catalogue;

export type FindingDetails = Readonly<Record<string, string>>;

/** Fills the `{placeholders}` of a text. */
export const fillIn = (text: string, details: FindingDetails): string =>
  text.replace(/\{(\w+)\}/gu, (placeholder, name: string) => details[name] ?? placeholder);

export interface AffectedRecipients {
  readonly count: number;
  /** At most five addresses. Empty where recipients were not read. */
  readonly sample: readonly string[];
}

export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The verdict this finding alone leads to. */
  readonly implies: DeliveryVerdict | NarrownessVerdict;
  readonly certainty?: Certainty;
  readonly scope: Scope;
  readonly stage: ExchangeStage;
  /** Senders concerned. */
  readonly senders: readonly string[];
  readonly rule?: string;
  readonly outcome?: Outcome;
  readonly details: FindingDetails;
  readonly message: string;
  readonly fix: string;
  readonly recipients: AffectedRecipients;
  /** A concrete message that shows it, already replayed through the evaluator. */
  readonly witness?: Message;
  /** What would rescue, what fixes it, what hides behind it; on findings of a report only. */
  readonly explanation?: Explanation;
}

const sampleLimit = 5;

/** How a finding names its senders. */
export const nameSenders = (senders: readonly string[], of: number): string => {
  if (senders.length === of && of > 1) return "every Aircall sender";
  return senders.join(", ");
};

/** Findings of equal keys differ in sender and recipients only, and are told as one. */
export const mergeKey = ({ code, certainty, stage, rule, outcome, details }: Finding): string =>
  JSON.stringify([code, certainty, stage, rule, outcome, { ...details, sender: "" }]);

/** Words a finding, once all its senders are known. @param senders how many senders were asked about. */
export const worded = (finding: Finding, senders: number): Finding => {
  const details = { ...finding.details, sender: nameSenders(finding.senders, senders) };
  const definition: FindingDefinition = catalogue[finding.code];
  return {
    ...finding,
    details,
    message: fillIn(definition.message, details),
    fix: fillIn(definition.fix, details),
  };
};

/** The recipients of several classes: all are counted, some are named. */
export const affected = (
  classes: readonly { readonly count: number; readonly sample: readonly string[] }[],
): AffectedRecipients => ({
  count: classes.reduce((sum, { count }) => sum + count, 0),
  sample: classes.flatMap(({ sample }) => sample).slice(0, sampleLimit),
});
