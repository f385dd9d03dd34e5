/** Findings: one reason each for a verdict. */

import { catalogue } from "./catalogue/catalogue";
import type { FindingDefinition, Severity } from "./catalogue/definition";
import type { Explanation } from "./explanation/explanation";
import type { Message } from "./message";
import type { Certainty, DeliveryVerdict, ExchangeStage, NarrownessVerdict, Outcome, Scope } from "./outcome";

export { catalogue } from "./catalogue/catalogue";
export type { FindingDefinition, Severity } from "./catalogue/definition";

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

/** Findings of equal keys differ in sender and recipients only, and are told as one. Each full mailbox has its own limit. */
export const mergeKey = ({ code, certainty, stage, rule, outcome, details }: Finding): string => {
  const shared = code === "mailbox-full" ? { ...details, limit: "" } : details;
  return JSON.stringify([code, certainty, stage, rule, outcome, { ...shared, sender: "" }]);
};

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
