/** Verdicts on a tenant with other rules than it has: before a write, after it, and after each step of one. */

import type { TransportRule } from "../../../mailflow/exchange/tenant";
import { readTransportRule } from "../../../mailflow/exchange/transport-rules/read";
import { type AircallInputs, type Judgement, judgeTenant } from "../../../resources/exchange/judgement";
import { type AircallUsers, reduceTenant } from "../../../resources/exchange/observed";
import { type NativeExport, toTenant } from "../../../tenants/exchange/export/native-export";
import type { RawObject } from "../../../tenants/exchange/export/properties";
import { effectOf } from "./rule-effect";
import { printedRules, type StandingRule } from "./standing-rules";

/** The judgement on the tenant with these rules, first to last. */
export type Judge = (rules: readonly StandingRule[]) => Judgement;

export interface JudgeOptions extends AircallUsers {
  readonly aircall: AircallInputs | undefined;
  readonly now: Date;
}

const parsed = (rule: StandingRule): TransportRule | undefined => {
  const [printed = {}] = printedRules([rule]);
  const read = readTransportRule(printed, 0);
  return typeof read === "string" ? undefined : read;
};

/**
 * A judge over one reading of the tenant. Rules that no verdict can depend on make no difference, so one verdict serves
 * many steps.
 *
 * @param source - what was read; its own rules do not count.
 * @param versions - every rule, in every version, that will be judged; as printed.
 * @throws InputError where an object cannot be read.
 */
export const createJudge = (
  source: NativeExport,
  versions: readonly RawObject[],
  { aircall, now, ...users }: JudgeOptions,
): Judge => {
  const { parts, tenant: name } = reduceTenant(source, versions, users);
  const tenant = toTenant(parts, name);
  const known = new Map<string, Judgement>();
  const rulesBy = new WeakMap<StandingRule, { readonly rule: TransportRule; readonly text: string }>();

  const ruleOf = (standing: StandingRule) => {
    const before = rulesBy.get(standing);
    if (before !== undefined) return before;
    const rule = parsed(standing);
    if (rule === undefined) return undefined;
    const { guid: _guid, ...telling } = rule;
    const found = { rule, text: JSON.stringify(telling) };
    rulesBy.set(standing, found);
    return found;
  };

  return (rules) => {
    const acting = rules
      .filter(({ enabled, printed }) => enabled && effectOf(printed) !== "inert")
      .flatMap((rule) => ruleOf(rule) ?? []);
    const key = acting.map(({ text }) => text).join("\n");
    const before = known.get(key);
    if (before !== undefined) return before;
    const transportRules = acting.map(({ rule }, priority) => ({ ...rule, priority }));
    const judgement = judgeTenant({ ...tenant, transportRules }, aircall, now);
    known.set(key, judgement);
    return judgement;
  };
};
