/** Whether forged mail that claims to be from Aircall gets past the filter (exchange-online.md 5). */
import { BudgetError } from "../language/language";
import type { MessageClass } from "../message-class";
import { antiSpam, listing, policyFor } from "./anti-spam";
import { type Issue, notRead } from "./issue";
import type { ExchangeTenant, Recipient, TransportRule } from "./tenant";
import { allowEntryFor } from "./tenant-allow-block-list";
import { type Branch, walkTransportRules } from "./transport-rules/decide";
import { type Standing, standing } from "./transport-rules/region";

const bypassIssue = (branch: Branch, stands: Standing): Issue => {
  const rule = branch.sclRules[0] ?? "";
  const details = { rule, scl: String(branch.state.scl) };
  if (stands.kind === "undecided")
    return {
      code: "bypass-not-sure",
      stage: "transport-rules",
      implies: "undecided",
      rule,
      details: { ...details, because: stands.because.join("; ") },
    };
  return {
    code: "bypass-without-authentication",
    stage: "transport-rules",
    implies: "too-wide",
    rule,
    details,
    values: stands.values,
  };
};

/** SCL -1 lets forged mail through unless the policy also blocks the sender: which wins is not published. */
const bypassIssues = (
  tenant: ExchangeTenant,
  sender: string,
  recipient: Recipient | undefined,
  branch: Branch,
  stands: Standing,
  asOf: Date,
): readonly Issue[] => {
  const after = antiSpam(tenant, sender, recipient, branch.state.scl, asOf);
  if (after.kind !== "unknown" || after.notRead !== undefined) return [bypassIssue(branch, stands)];
  return [bypassIssue(branch, { kind: "undecided", because: [after.because], values: stands.values })];
};

/** @param stands how surely forged mail reaches the lists at all. */
const listIssues = (
  tenant: ExchangeTenant,
  sender: string,
  recipient: Recipient | undefined,
  stands: Standing,
  asOf: Date,
): readonly Issue[] => {
  const stage = "anti-spam";
  const policy = policyFor(tenant, recipient);
  if ("kind" in policy) return policy.notRead === undefined ? [] : [notRead(stage, policy.notRead)];
  const allowed = listing(sender, policy.allowedSenders, policy.allowedSenderDomains);
  if (allowed.kind === "absent") return [];
  const bypassed =
    allowed.kind === "listed" && antiSpam(tenant, sender, recipient, undefined, asOf).kind === "bypassed";
  const implies = bypassed && stands.kind !== "undecided" ? "too-wide" : "undecided";
  const details = { policy: policy.name, entry: allowed.entry };
  return [{ code: "allowed-by-policy-list", stage, implies, details, values: stands.values }];
};

const tenantListIssues = (tenant: ExchangeTenant, sender: string, asOf: Date): readonly Issue[] => {
  const entry = allowEntryFor(tenant, sender, asOf);
  if (entry === undefined) return [];
  return [
    {
      code: "allowed-by-tenant-list",
      stage: "tenant-allow-block-list",
      implies: "undecided",
      details: { entry: entry.value },
    },
  ];
};

export const decideNarrowness = (
  tenant: ExchangeTenant,
  rules: readonly TransportRule[] | undefined,
  forged: MessageClass,
  recipient: Recipient | undefined,
  asOf: Date,
): readonly Issue[] => {
  if (rules === undefined) return [notRead("transport-rules", "Get-TransportRule")];
  const walk = walkTransportRules(tenant, rules, forged, recipient);
  const issues = walk.exhausted.map(
    ({ rule, budget }): Issue => ({
      code: "budget-exhausted",
      stage: "transport-rules",
      implies: "undecided",
      rule,
      details: { rule, budget },
    }),
  );
  const reachLists: Standing[] = [];
  for (const branch of walk.branches) {
    try {
      const stands = standing(forged, branch.region);
      if (stands === undefined) continue;
      if (branch.state.scl !== undefined && branch.state.scl < 0)
        issues.push(...bypassIssues(tenant, forged.sender, recipient, branch, stands, asOf));
      else if (branch.state.scl === undefined || branch.state.scl < 5) reachLists.push(stands);
    } catch (error) {
      if (!(error instanceof BudgetError)) throw error;
      const rule = branch.region.at(-1)?.rule ?? "";
      issues.push({
        code: "budget-exhausted",
        stage: "transport-rules",
        implies: "undecided",
        rule,
        details: { rule, budget: error.budget },
      });
    }
  }
  const reaching = reachLists.find(({ kind }) => kind !== "undecided") ?? reachLists[0];
  if (reaching === undefined) return issues;
  return [
    ...issues,
    ...listIssues(tenant, forged.sender, recipient, reaching, asOf),
    ...tenantListIssues(tenant, forged.sender, asOf),
  ];
};
