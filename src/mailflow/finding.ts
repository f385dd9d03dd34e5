/** The closed catalogue of findings, and the findings themselves. */
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
