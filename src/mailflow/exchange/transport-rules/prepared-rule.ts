/** A rule in force, with what does not depend on the message read once. */
import type { Recipient, TransportRule } from "../tenant";
import { type Ending, endingOf, outsideModel, unknownActions } from "./effect";

export interface Prepared {
  readonly rule: TransportRule;
  /** It only reports what it would do. */
  readonly audited: boolean;
  readonly stops: boolean;
  readonly ending: Ending | undefined;
  /** What it sets that is outside the model. */
  readonly unknown: readonly string[];
}

const isAudited = ({ parameters }: TransportRule): boolean => (parameters.Mode ?? "Enforce") !== "Enforce";

const prepared = new WeakMap<TransportRule, Prepared>();

const prepareFor = (rule: TransportRule, recipient: Recipient | undefined): Prepared => {
  const audited = isAudited(rule);
  return {
    rule,
    audited,
    stops: rule.parameters.StopRuleProcessing === true,
    ending: audited ? undefined : endingOf(rule, recipient),
    unknown: audited ? [] : [...unknownActions(rule), ...outsideModel(rule)],
  };
};

/** Only a redirection looks at the recipient, who may be its target. */
export const prepare = (rule: TransportRule, recipient: Recipient | undefined): Prepared => {
  if (rule.parameters.RedirectMessageTo !== undefined) return prepareFor(rule, recipient);
  const known = prepared.get(rule) ?? prepareFor(rule, undefined);
  prepared.set(rule, known);
  return known;
};
