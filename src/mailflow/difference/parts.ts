/** Which parts of a tenant two readings tell differently. */
import type { ExchangeTenant } from "../exchange/tenant";
import { isSameValue } from "./same-value";

/** How a tenant is called says nothing about it; its transport rules are compared rule by rule. */
const comparedElsewhere: ReadonlySet<string> = new Set(["kind", "name", "transportRules"]);

/** Names of the parts, as the tenant calls them. Cost: linear in what was read. */
export const differingParts = (before: ExchangeTenant, after: ExchangeTenant): readonly string[] => {
  const values = (tenant: ExchangeTenant): ReadonlyMap<string, unknown> => new Map(Object.entries(tenant));
  const [left, right] = [values(before), values(after)];
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (name) => !comparedElsewhere.has(name) && !isSameValue(left.get(name), right.get(name)),
  );
};
