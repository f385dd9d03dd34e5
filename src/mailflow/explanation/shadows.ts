/** Rules that another rule keeps from acting, and allow rules that can never act on Aircall mail at all. */
import type { ExchangeTenant, TransportRule } from "../exchange/tenant";
import { actions } from "../exchange/transport-rules/table";
import type { Shadow } from "./explanation";
import type { Rescuer } from "./rescues";
import type { Trials } from "./trials";

const actionNames = new Set(Object.keys(actions));

/** Actions that end delivery also end the rules, which is all that counts for the rules below (exchange-online.md 2.7). */
const endings = [
  "DeleteMessage",
  "RejectMessageReasonText",
  "RejectMessageEnhancedStatusCode",
  "Quarantine",
] as const;

const conditionsOf = (rule: TransportRule): TransportRule["parameters"] =>
  Object.fromEntries(Object.entries(rule.parameters).filter(([name]) => !actionNames.has(name)));

const stoppingOnly = (rule: TransportRule): TransportRule =>
  rule.parameters.Mode === undefined && endings.some((name) => rule.parameters[name] !== undefined)
    ? { ...rule, parameters: { ...conditionsOf(rule), StopRuleProcessing: true } }
    : rule;

/** Whatever keeps the rule itself from acting today is left out: only its conditions and the rules above are asked about. */
const asBlock = (rule: TransportRule): TransportRule => {
  const { Mode: _mode, ActivationDate: _from, ExpiryDate: _until, ...parameters } = conditionsOf(rule);
  return { ...rule, enabled: true, parameters: { ...parameters, Quarantine: true } };
};

/**
 * The rules above as stops, the rule itself as a block, and nothing below: it acts on some Aircall mail exactly if some
 * is then blocked by it.
 */
const asQuestion =
  (rule: TransportRule) =>
  (tenant: ExchangeTenant): ExchangeTenant => ({
    ...tenant,
    transportRules: tenant.transportRules
      ?.filter(({ priority }) => priority <= rule.priority)
      .map((one) => (one === rule ? asBlock(one) : stoppingOnly(one))),
  });

const neverActs = (rule: TransportRule, trials: Trials): boolean => {
  const decision = trials.after(`acts ${rule.priority} ${rule.name}`, asQuestion(rule));
  if (decision === undefined) return false;
  return decision.findings.every(
    ({ code, rule: about }) => about !== rule.name && code !== "budget-exhausted",
  );
};

const isShadowed = ({ reason }: Rescuer): boolean =>
  reason === "stopped-above" || reason === "condition-fails" || reason === "exempts";

export const shadowsOf = (rescuers: readonly Rescuer[], trials: Trials): readonly Shadow[] =>
  rescuers.filter(isShadowed).flatMap(({ allow, rule, stopper }): readonly Shadow[] => {
    const never = neverActs(allow, trials);
    if (stopper !== undefined) return [{ rule, by: stopper.name, neverActs: never }];
    // That a condition fails for this witness is said already; that it fails for all is news.
    return never ? [{ rule, neverActs: true }] : [];
  });
