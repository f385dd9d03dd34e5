/** What one stage found against mail of one sender to one recipient, before findings are merged and worded. */
import type { FindingCode, FindingDetails } from "../finding";
import type { Certainty, DeliveryVerdict, ExchangeStage, NarrownessVerdict, Outcome } from "../outcome";

export interface Issue {
  readonly code: FindingCode;
  readonly stage: ExchangeStage;
  readonly implies: DeliveryVerdict | NarrownessVerdict;
  readonly certainty?: Certainty;
  readonly outcome?: Outcome;
  readonly rule?: string;
  readonly details: FindingDetails;
  /** Values of the fields of a message that shows it. */
  readonly values?: ReadonlyMap<string, string>;
}

/** A part of the tenant that was needed and not read. */
export const notRead = (stage: ExchangeStage, part: string): Issue => ({
  code: "part-not-read",
  stage,
  implies: "undecided",
  details: { part },
});

/** The decision about a rule outgrew a budget. */
export const budgetExhausted = (exhausted: { readonly rule: string; readonly budget: string }): Issue => ({
  code: "budget-exhausted",
  stage: "transport-rules",
  implies: "undecided",
  rule: exhausted.rule,
  details: { rule: exhausted.rule, budget: exhausted.budget },
});
