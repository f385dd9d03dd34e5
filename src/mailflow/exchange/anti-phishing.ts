/** The anti-phishing policy: blocked spoof pairs and impersonation protection (exchange-online.md 3.4, 3.6). */
import { domainOf } from "../message";
import type { Outcome } from "../outcome";
import { type Issue, notRead } from "./issue";
import { type BoundPolicy, policyOf, unknownPolicyIssue } from "./policy-of";
import { rulingOf } from "./precedence";
import type { AntiPhishPolicy, ExchangeTenant, ImpersonationAction, Recipient } from "./tenant";

const stage = "anti-phishing";

const antiPhishPolicyFor = (
  tenant: ExchangeTenant,
  recipient: Recipient | undefined,
): BoundPolicy<AntiPhishPolicy> =>
  policyOf(tenant, recipient, "antiPhishPolicy", tenant.antiPhishPolicies, tenant.antiPhishRules, {
    policy: "Get-AntiPhishPolicy",
    rule: "Get-AntiPhishRule",
  });

const protectionNames = {
  users: "user protection",
  domains: "domain protection",
  "organization-domains": "domain protection",
  "mailbox-intelligence": "mailbox intelligence",
} as const;

const moves = (action: ImpersonationAction): boolean => action !== "NoAction" && action !== "BccMessage";

/** Protections whose action takes mail out of the inbox, in words. */
const movingProtections = ({ impersonationProtections }: AntiPhishPolicy): readonly string[] => [
  ...new Set(
    impersonationProtections.filter(({ action }) => moves(action)).map(({ kind }) => protectionNames[kind]),
  ),
];

/** Exclusions do not cover subdomains (exchange-online.md 9.1). */
const exempts = (policy: AntiPhishPolicy, sender: string): boolean =>
  policy.excludedSenders.some((entry) => entry.toLowerCase() === sender.toLowerCase()) ||
  policy.excludedDomains.some((entry) => entry.toLowerCase() === domainOf(sender));

/** Whether a policy that is off still acts is not published (exchange-online.md 3.6), so it may. */
const mayMove = (policy: AntiPhishPolicy, sender: string): boolean =>
  movingProtections(policy).length > 0 && !exempts(policy, sender);

/** What the protections take for impersonation is not published, and no allow is known to undo it. */
export const decideImpersonation = (
  tenant: ExchangeTenant,
  sender: string,
  recipient: Recipient | undefined,
): readonly Issue[] => {
  const policies = tenant.antiPhishPolicies;
  if (policies === undefined) return [notRead(stage, "Get-AntiPhishPolicy")];
  const bound = antiPhishPolicyFor(tenant, recipient);
  if (bound.kind === "missing") return [unknownPolicyIssue(stage, bound, "The anti-phishing policy")];
  // Which policy binds does not matter where none of them moves mail.
  if (bound.kind === "not-read" && policies.some((policy) => mayMove(policy, sender)))
    return [unknownPolicyIssue(stage, bound, "The anti-phishing policy")];
  return (bound.kind === "bound" ? [bound.policy] : policies)
    .filter((policy) => mayMove(policy, sender))
    .map(
      (policy): Issue => ({
        code: "impersonation-protection",
        stage,
        implies: "undecided",
        details: { policy: policy.name, protection: movingProtections(policy).join(", ") },
      }),
    );
};

/** What a blocked spoof pair does to the sender's mail. */
export type SpoofPairResult =
  | { readonly kind: "none" }
  | { readonly kind: "ends"; readonly outcome: Outcome; readonly entry: string; readonly policy: string }
  | { readonly kind: "unknown"; readonly issue: Issue };

const coversSpoofed = (spoofedUser: string, sender: string): "surely" | "possibly" | "never" => {
  const entry = spoofedUser.trim().toLowerCase().replace(/^@/u, "");
  if (entry === "*" || entry === sender.toLowerCase() || entry === domainOf(sender)) return "surely";
  return `.${domainOf(sender)}`.endsWith(`.${entry.replace(/^\*\./u, "")}`) ? "possibly" : "never";
};

const outcomeOf = (action: "MoveToJmf" | "Quarantine"): Outcome =>
  action === "Quarantine" ? "quarantined" : "junk";

/** Only a pair that names any infrastructure surely covers Aircall's, which is not published. */
export const decideSpoofPairs = (
  tenant: ExchangeTenant,
  sender: string,
  recipient: Recipient | undefined,
): SpoofPairResult => {
  const items = tenant.tenantAllowBlockListSpoofItems;
  const listStage = "tenant-allow-block-list";
  if (items === undefined)
    return { kind: "unknown", issue: notRead(listStage, "Get-TenantAllowBlockListSpoofItems") };
  const covering = items.filter(
    ({ action, spoofedUser }) => action === "Block" && coversSpoofed(spoofedUser, sender) !== "never",
  );
  if (covering.length === 0) return { kind: "none" };
  const nameOf = ({ spoofedUser, sendingInfrastructure }: (typeof covering)[number]): string =>
    `${spoofedUser}, ${sendingInfrastructure}`;
  const sure = covering.find(
    ({ spoofedUser, sendingInfrastructure }) =>
      sendingInfrastructure === "*" && coversSpoofed(spoofedUser, sender) === "surely",
  );
  const bound = antiPhishPolicyFor(tenant, recipient);
  if (
    sure !== undefined &&
    bound.kind === "bound" &&
    bound.policy.enabled &&
    bound.policy.enableSpoofIntelligence &&
    rulingOf("spoof-pair-block", "clean") === "spoof-action"
  )
    return {
      kind: "ends",
      outcome: outcomeOf(bound.policy.authenticationFailAction),
      entry: nameOf(sure),
      policy: bound.policy.name,
    };
  return {
    kind: "unknown",
    issue: {
      code: "spoof-entry-may-block",
      stage: listStage,
      implies: "undecided",
      details: { entry: covering.map(nameOf).join("; ") },
    },
  };
};
