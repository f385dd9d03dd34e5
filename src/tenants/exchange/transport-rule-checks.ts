/** What every write of a transport rule checks afterwards, and the errors it ends with (exchange-online.md 1.7, 9.15). */
import { ExchangeError } from "./exchange-error";
import { objectsWithIdentity } from "./identity";
import type { TransportRuleObject } from "./read-transport-rules";
import { agreement, listOf, readBackValue, writableParameter } from "./transport-rule-values";

/** A rule as read back after a write, and what the service remarked. */
export interface WrittenTransportRule {
  readonly rule: TransportRuleObject;
  readonly warnings: readonly string[];
}

/** The error for a rule that is not there. */
export const missing = (guid: string, cmdlet: string): ExchangeError =>
  new ExchangeError({
    kind: "not-found",
    problem: `There is no transport rule with the GUID ${guid} any more.`,
    nextStep: "Refresh, so that what changed in the tenant is seen first.",
    cmdlet,
  });

/** Differences between what was asked for and what the tenant shows. */
export const differences = (
  rule: TransportRuleObject,
  wanted: Readonly<Record<string, unknown>>,
  own: { readonly name?: string; readonly priority?: number; readonly enabled?: boolean },
): { readonly different: readonly string[]; readonly resolved: readonly string[] } => {
  const different: string[] = [];
  const resolved: string[] = [];
  if (own.name !== undefined && rule.name !== own.name) {
    different.push("Name");
  }
  if (own.priority !== undefined && rule.priority !== own.priority) {
    different.push("Priority");
  }
  if (own.enabled !== undefined && rule.enabled !== own.enabled) {
    different.push("Enabled");
  }
  for (const [name, value] of Object.entries(wanted)) {
    const result = agreement(writableParameter(name), value, readBackValue(rule.properties, name));
    if (result === "different") {
      different.push(name);
    } else if (result === "resolved") {
      resolved.push(name);
    }
  }
  return { different, resolved };
};

/** What to tell about recipients that read back under other names. */
export const remarks = (rule: TransportRuleObject, resolved: readonly string[]): readonly string[] =>
  resolved.map(
    (name) => `${name} of "${rule.name}" reads back as ${listOf(rule.properties[name]).join(", ")}.`,
  );

/** The error for a write that the tenant does not show. */
export const notApplied = (
  rule: TransportRuleObject,
  cmdlet: string,
  parameters: readonly string[],
): ExchangeError =>
  new ExchangeError({
    kind: "not-applied",
    problem: `${cmdlet} was accepted, but the rule "${rule.name}" does not show what was written: ${parameters.join(", ")}.`,
    nextStep: "Refresh and look at the rule; somebody may be editing it at the same time.",
    cmdlet,
    parameters,
  });

/** An answer about another rule than the one written to is never taken for success (exchange-online.md 9.15). */
export const checkAnswer = (value: readonly unknown[], identity: string, cmdlet: string): void => {
  if (value.length > 0 && objectsWithIdentity(value, identity).length === 0) {
    throw new ExchangeError({
      kind: "wrong-object",
      problem: `${cmdlet} was sent for "${identity}", but the answer is about another rule.`,
      nextStep: "Look at the tenant's rules before anything else is written.",
      cmdlet,
      mayHaveBeenApplied: true,
    });
  }
};
