/** A rule in force, with what does not depend on the message read once. */
import type { Recipient, TransportRule } from "../tenant";
import { applyEdits, type Ending, endingOf, outsideModel, redirects, unknownActions } from "./effect";
import { type RuleState, stateKey } from "./state";

export interface Prepared {
  readonly rule: TransportRule;
  /** It only reports what it would do. */
  readonly audited: boolean;
  readonly stops: boolean;
  readonly ending: Ending | undefined;
  /** The message as rules below see it; the very same state where nothing changes. */
  readonly edit: (state: RuleState) => RuleState;
  /** What it sets that is outside the model. */
  readonly unknown: readonly string[];
}

const isAudited = ({ parameters }: TransportRule): boolean => (parameters.Mode ?? "Enforce") !== "Enforce";

const editBy = (rule: TransportRule): Prepared["edit"] => {
  const known = new WeakMap<RuleState, RuleState>();
  return (state) => {
    const before = known.get(state);
    if (before !== undefined) return before;
    const edited = applyEdits(rule, state);
    const after = stateKey(edited) === stateKey(state) ? state : edited;
    known.set(state, after);
    return after;
  };
};

const unchanged: Prepared["edit"] = (state) => state;

const prepared = new WeakMap<TransportRule, Prepared>();

const prepareFor = (rule: TransportRule, recipient: Recipient | undefined): Prepared => {
  const audited = isAudited(rule);
  return {
    rule,
    audited,
    stops: rule.parameters.StopRuleProcessing === true,
    ending: audited ? undefined : endingOf(rule, recipient),
    edit: audited ? unchanged : editBy(rule),
    unknown: audited ? [] : [...unknownActions(rule), ...outsideModel(rule)],
  };
};

/** Only a redirection looks at the recipient, who may be its target. */
export const prepare = (rule: TransportRule, recipient: Recipient | undefined): Prepared => {
  if (redirects(rule)) return prepareFor(rule, recipient);
  const known = prepared.get(rule) ?? prepareFor(rule, undefined);
  prepared.set(rule, known);
  return known;
};
