/** The policy that binds a recipient, of any of the three types, or why that is not known (exchange-online.md 3.3). */
import type { ExchangeStage } from "../outcome";
import { type Issue, notRead } from "./issue";
import { type PolicyKind, selectPolicy } from "./policy-selection";
import type { ExchangeTenant, Part, PolicyRule, Recipient } from "./tenant";

interface Policy {
  readonly name: string;
  readonly isDefault: boolean;
}

/** Why it is not known which policy binds: a part that was not read, a policy that is not there, or recipients not read. */
export type UnknownPolicy =
  | { readonly kind: "not-read"; readonly cmdlet: string }
  | { readonly kind: "missing"; readonly policy: string }
  | { readonly kind: "unknown-recipient"; readonly because: string };

export type BoundPolicy<T> = { readonly kind: "bound"; readonly policy: T } | UnknownPolicy;

export const policyOf = <T extends Policy>(
  tenant: ExchangeTenant,
  recipient: Recipient | undefined,
  type: PolicyKind,
  policies: Part<T>,
  rules: Part<PolicyRule>,
  cmdlets: { readonly policy: string; readonly rule: string },
): BoundPolicy<T> => {
  if (policies === undefined) return { kind: "not-read", cmdlet: cmdlets.policy };
  const selection = selectPolicy(type, rules, cmdlets.rule, recipient, tenant);
  if (selection.kind === "unknown")
    return selection.notRead === undefined
      ? { kind: "unknown-recipient", because: selection.because }
      : { kind: "not-read", cmdlet: selection.notRead };
  if (selection.kind === "unnamed") return { kind: "missing", policy: `(none) of ${selection.rule}` };
  const policy = policies.find(({ name, isDefault }) =>
    selection.name === undefined ? isDefault : name === selection.name,
  );
  if (policy !== undefined) return { kind: "bound", policy };
  return selection.name === undefined
    ? { kind: "not-read", cmdlet: cmdlets.policy }
    : { kind: "missing", policy: selection.name };
};

/** @param part how a report names the policy of that type. */
export const unknownPolicyIssue = (stage: ExchangeStage, unknown: UnknownPolicy, part: string): Issue => {
  switch (unknown.kind) {
    case "not-read":
      return notRead(stage, unknown.cmdlet);
    case "missing":
      return {
        code: "policy-missing",
        stage,
        implies: "undecided",
        details: { part: "A rule", policy: unknown.policy },
      };
    case "unknown-recipient":
      return {
        code: "setting-not-modelled",
        stage,
        implies: "undecided",
        details: { part, because: unknown.because },
      };
  }
};
