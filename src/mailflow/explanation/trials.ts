/** Decides changed tenants, each change once and only while the budget lasts. */
import { type DecideOptions, type Decision, decide } from "../decide";
import type { ExchangeTenant, TransportRule } from "../exchange/tenant";
import { isInForce } from "../exchange/transport-rules/match";
import type { ExplanationBudget } from "./budget";

export interface Trials {
  /**
   * The decision once the change is made, for now only: what changes later is not asked.
   * @param key equal keys are the same change.
   * @returns `undefined` where the budget has run out.
   */
  readonly after: (
    key: string,
    change: (tenant: ExchangeTenant) => ExchangeTenant,
    options?: Partial<DecideOptions>,
  ) => Decision | undefined;
  /** The same with every later moment asked about too. */
  readonly everAfter: Trials["after"];
}

/** Dates that have said what they say about now would only be asked about again later. */
const forNow = (rule: TransportRule, asOf: Date): TransportRule => {
  const { ActivationDate: _from, ExpiryDate: _until, ...parameters } = rule.parameters;
  return { ...rule, enabled: isInForce(rule, asOf), parameters };
};

export const trialsOf = (
  tenant: ExchangeTenant,
  options: DecideOptions,
  budget: ExplanationBudget,
): Trials => {
  const known = new Map<string, Decision>();
  const tried = (
    key: string,
    changed: () => ExchangeTenant,
    more: Partial<DecideOptions>,
  ): Decision | undefined => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= budget.decisions || budget.isOver()) return undefined;
    const decision = decide(changed(), { ...options, ...more });
    known.set(key, decision);
    return decision;
  };
  const onlyNow = (changed: ExchangeTenant): ExchangeTenant => {
    const transportRules = changed.transportRules?.map((rule) => forNow(rule, options.asOf));
    return { ...changed, transportRules };
  };
  return {
    after: (key, change, more = {}) => tried(key, () => onlyNow(change(tenant)), more),
    everAfter: (key, change, more = {}) => tried(`ever ${key}`, () => change(tenant), more),
  };
};
