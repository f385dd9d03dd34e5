/** Whether Safe Links rewrites the links of Aircall's invitations, for one recipient (exchange-online.md 3.3, aircall.md 1.3). */
import { invitationLinks } from "../aircall";
import { entriesIn } from "./policy-key";
import { type BoundPolicy, policyOf } from "./policy-of";
import { perProfile, profilesOf } from "./recipient-profile";
import { entryCovers, mostOf } from "./safe-links-entry";
import type { ExchangeTenant, Recipient, SafeLinksPolicy } from "./tenant";
import { isInForce } from "./transport-rules/match";

/** What becomes of the links. `policy-unknown`: what binds, or what it means, is not known. */
export type LinkRuling =
  | { readonly kind: "intact"; readonly because: "no-rewriting" | "spared"; readonly policy?: string }
  | { readonly kind: "rewritten"; readonly policy: string }
  | {
      readonly kind: "unknown";
      readonly because: "not-read" | "policy-unknown";
      /** The cmdlet to look at. */
      readonly cmdlet: string;
      readonly policy?: string;
    };

const cmdlets = { policy: "Get-SafeLinksPolicy", rule: "Get-SafeLinksRule" } as const;

const unknownPolicy = (policy?: string): LinkRuling => ({
  kind: "unknown",
  because: "policy-unknown",
  cmdlet: cmdlets.policy,
  ...(policy === undefined ? {} : { policy }),
});

/** What one policy makes of the links of whom it binds. */
const rulingOf = (policy: SafeLinksPolicy): LinkRuling => {
  const { name, enableSafeLinksForEmail, disableUrlRewrite, doNotRewriteUrls } = policy;
  if (enableSafeLinksForEmail === false || disableUrlRewrite === true)
    return { kind: "intact", because: "no-rewriting", policy: name };
  // One link rewritten on the way is enough to break the acceptance.
  const spared = invitationLinks.map((link) =>
    mostOf(doNotRewriteUrls.map((entry) => entryCovers(entry, link))),
  );
  if (spared.every((one) => one === "surely")) return { kind: "intact", because: "spared", policy: name };
  if (enableSafeLinksForEmail === undefined || disableUrlRewrite === undefined) return unknownPolicy(name);
  return spared.includes("never") ? { kind: "rewritten", policy: name } : unknownPolicy(name);
};

/** The header by which a rule asks the service to leave links alone; what it does exactly is not published. */
const skipHeader = "x-ms-exchange-organization-skipsafelinksprocessing";

const mayBeSkipped = (tenant: ExchangeTenant, asOf: Date): boolean =>
  (tenant.transportRules ?? []).some(
    (rule) => isInForce(rule, asOf) && rule.parameters.SetHeaderName?.toLowerCase() === skipHeader,
  );

/** An evaluation of Defender comes before custom policies, and no rule that is exported says whom it covers (3.3). */
const isEvaluation = (tenant: ExchangeTenant, { name }: SafeLinksPolicy): boolean =>
  /evaluation/iu.test(name) &&
  !(tenant.safeLinksRules ?? []).some(({ policy }) => policy === name) &&
  !isPreset(tenant, name);

const isPreset = (tenant: ExchangeTenant, name: string): boolean =>
  (tenant.atpProtectionPolicyRules ?? []).some(({ safeLinksPolicy }) => safeLinksPolicy === name);

const areIntact = (rulings: readonly LinkRuling[]): boolean => rulings.every(({ kind }) => kind === "intact");

/** Where every policy leaves the links, it does not matter which one binds. */
const intactForAll = (rulings: readonly LinkRuling[]): LinkRuling | undefined => {
  if (!areIntact(rulings)) return undefined;
  const isSpared = rulings.some((one) => one.kind === "intact" && one.because === "spared");
  return { kind: "intact", because: isSpared ? "spared" : "no-rewriting" };
};

const ofUnbound = (bound: Exclude<BoundPolicy<SafeLinksPolicy>, { readonly kind: "bound" }>): LinkRuling => {
  switch (bound.kind) {
    case "not-read":
      // Policies were read: what is missing among them is the built-in protection.
      return bound.cmdlet === cmdlets.policy
        ? unknownPolicy()
        : { kind: "unknown", because: "not-read", cmdlet: bound.cmdlet };
    case "missing":
      return unknownPolicy(bound.policy);
    case "unknown-recipient":
      return { kind: "unknown", because: "not-read", cmdlet: "Get-DistributionGroupMember" };
  }
};

/**
 * Rules on the links of one recipient after the other.
 *
 * @remarks `undefined` stands for a recipient of a tenant whose recipients were not read.
 */
export const linkRulings = (
  tenant: ExchangeTenant,
  asOf: Date,
): ((recipient: Recipient | undefined) => LinkRuling) => {
  const policies = tenant.safeLinksPolicies;
  if (policies === undefined) return () => ({ kind: "unknown", because: "not-read", cmdlet: cmdlets.policy });
  const forAll = intactForAll(policies.map(rulingOf));
  if (forAll !== undefined) return () => forAll;
  const evaluations = policies.filter((policy) => isEvaluation(tenant, policy));
  const isSkipped = mayBeSkipped(tenant, asOf);
  const { safeLinksRules: rules, atpProtectionPolicyRules: presets } = tenant;
  const rulingFor = (recipient: Recipient | undefined): LinkRuling => {
    const bound = policyOf(tenant, recipient, "safeLinksPolicy", policies, rules, cmdlets);
    if (bound.kind !== "bound") return ofUnbound(bound);
    const { name } = bound.policy;
    const ruling = rulingOf(bound.policy);
    const [evaluation] = isPreset(tenant, name) ? [] : evaluations;
    if (evaluation !== undefined && evaluation.name !== name) return unknownPolicy(evaluation.name);
    return ruling.kind === "rewritten" && isSkipped ? unknownPolicy(name) : ruling;
  };
  const entries = [...(rules ?? []), ...(presets ?? [])].flatMap(({ filter }) => entriesIn(filter));
  const forProfile = perProfile(profilesOf(tenant, entries), rulingFor);
  return (recipient) => (recipient === undefined ? rulingFor(recipient) : forProfile(recipient));
};
