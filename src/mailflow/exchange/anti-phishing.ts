/** Impersonation protection of the anti-phishing policy (exchange-online.md 3.6): named, not modelled. */
import { domainOf } from "../message";
import { type Issue, notRead } from "./issue";
import { selectPolicy } from "./policy-selection";
import type { AntiPhishPolicy, ExchangeTenant, Recipient } from "./tenant";

/** Exclusions do not cover subdomains (exchange-online.md 9.1). */
const exempts = (policy: AntiPhishPolicy, sender: string): boolean =>
  policy.excludedSenders.some((entry) => entry.toLowerCase() === sender.toLowerCase()) ||
  policy.excludedDomains.some((entry) => entry.toLowerCase() === domainOf(sender));

const mayMove = (policy: AntiPhishPolicy, sender: string): boolean =>
  policy.enabled && policy.impersonationProtections.length > 0 && !exempts(policy, sender);

export const decideAntiPhishing = (
  tenant: ExchangeTenant,
  sender: string,
  recipient: Recipient | undefined,
): readonly Issue[] => {
  const stage = "anti-phishing";
  const policies = tenant.antiPhishPolicies;
  if (policies === undefined) return [notRead(stage, "Get-AntiPhishPolicy")];
  if (!policies.some((policy) => mayMove(policy, sender)) && policies.some(({ isDefault }) => isDefault))
    return [];
  const selection = selectPolicy(
    "antiPhishPolicy",
    tenant.antiPhishRules,
    "Get-AntiPhishRule",
    recipient,
    tenant,
  );
  if (selection.kind === "unknown" && selection.notRead !== undefined)
    return [notRead(stage, selection.notRead)];
  const binds = ({ name, isDefault }: AntiPhishPolicy): boolean =>
    selection.kind === "unknown" || (selection.name === undefined ? isDefault : selection.name === name);
  const binding = policies.filter(binds);
  if (binding.length === 0) {
    const policy = selection.kind === "policy" ? (selection.name ?? "default") : "default";
    return [
      {
        code: "policy-missing",
        stage,
        implies: "undecided",
        details: { part: "Get-AntiPhishPolicy", policy },
      },
    ];
  }
  return binding
    .filter((policy) => mayMove(policy, sender))
    .map(
      (policy): Issue => ({
        code: "impersonation-protection",
        stage,
        implies: "undecided",
        details: { policy: policy.name, protection: policy.impersonationProtections.join(", ") },
      }),
    );
};
