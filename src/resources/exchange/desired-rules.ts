/** The rules of a `TransportRules` resource as the service would print them after the update. */
import type { RawObject } from "../../tenants/exchange/export/properties";
import { parameterOfProperty } from "../property-name";

/** One item of `rules`, in normal form. */
export type RuleInputs = Readonly<Record<string, unknown>> & { readonly name: string };

/** A rule as `Get-TransportRule` would print it, in that place. */
export const printedRule = ({ name, enabled, ...properties }: RuleInputs, priority: number): RawObject => ({
  ...Object.fromEntries(
    Object.entries(properties).map(([property, value]) => [parameterOfProperty(property) ?? property, value]),
  ),
  Name: name,
  Priority: priority,
  State: enabled === false ? "Disabled" : "Enabled",
});

/** Rules in evaluation order, with dense priorities from 0 (exchange-online.md 1.8). */
export const inOrder = (rules: readonly RawObject[]): readonly RawObject[] =>
  rules.map((rule, Priority) => ({ ...rule, Priority }));

/** The priority a printed rule carries; the service prints it as a number or a text. */
export const priorityOf = (rule: RawObject): number => Number(rule.Priority ?? 0);
