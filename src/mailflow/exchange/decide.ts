/** Decides one sender and one recipient class against every stage of the pipeline. */

import type { MessageClass } from "../message-class";
import type { Outcome } from "../outcome";
import { decideAntiPhishing } from "./anti-phishing";
import { type Allow, antiSpam } from "./anti-spam";
import { decideConnectionFilter } from "./connection-filter";
import { decideConnectors } from "./connectors";
import { budgetExhausted, type Issue, notRead } from "./issue";
import { decideMalwareFilter } from "./malware-filter";
import type { ExchangeTenant, Recipient, TransportRule } from "./tenant";
import { decideTenantAllowBlockList } from "./tenant-allow-block-list";
import { type Constraint, type Standing, standing } from "./transport-rules/region";
import type { Walks } from "./transport-rules/shared-walks";
import type { Arrival, RuleEnding, Walk } from "./transport-rules/walk";

/** What a decision used of the allows a tenant has. */
export interface StageDecision {
  readonly issues: readonly Issue[];
  /** Allows that took some message of the class past the classifier. */
  readonly allowedBy: ReadonlySet<Allow>;
}

const whenText: Readonly<Record<Exclude<Standing["kind"], "undecided">, string>> = {
  certain: "whatever its text",
  likely: "with text Aircall plausibly writes",
  "content-dependent": "with text Aircall is unlikely to write",
};

const impliedBy = (stands: Standing): Pick<Issue, "implies" | "certainty"> => {
  if (stands.kind === "undecided") return { implies: "undecided" };
  return {
    implies: stands.kind === "content-dependent" ? "not-guaranteed" : "blocked",
    certainty: stands.kind,
  };
};

const because = (stands: Standing): string =>
  stands.kind === "undecided"
    ? stands.because.join("; ") || "the conditions are only known between bounds"
    : whenText[stands.kind];

const outcomeText: Readonly<Record<Outcome | "unknown", string>> = {
  inbox: "delivered",
  junk: "moved to Junk",
  quarantined: "quarantined",
  rejected: "rejected",
  deleted: "deleted",
  redirected: "redirected to somebody else",
  held: "held for approval",
  "left-tenant": "routed out of the tenant",
  moved: "moved out of the inbox",
  unknown: "handled in an unknown way",
};

const ruleIssue = ({ rule, ending, standing: stands }: RuleEnding): Issue => {
  const base = { stage: "transport-rules", rule: rule.name, ...impliedBy(stands) } as const;
  if (stands.kind === "undecided")
    return {
      ...base,
      code: "rule-undecided",
      details: { rule: rule.name, action: ending.action, because: because(stands) },
    };
  const details = {
    rule: rule.name,
    action: ending.action,
    outcome: outcomeText[ending.outcome],
    when: because(stands),
  };
  return {
    ...base,
    code: "rule-blocks",
    details,
    values: stands.values,
    ...(ending.outcome === "unknown" ? {} : { outcome: ending.outcome }),
  };
};

/** Whether this rule's part in a region is only known between bounds. */
const isDoubtful =
  (messages: MessageClass) =>
  (constraint: Constraint): boolean =>
    standing(messages, [constraint])?.kind === "undecided";

const afterRules = (
  tenant: ExchangeTenant,
  messages: MessageClass,
  recipient: Recipient | undefined,
  branch: Arrival,
  stands: Standing,
  allowedBy: Set<Allow>,
  asOf: Date,
): readonly Issue[] => {
  const stage = "anti-spam";
  const result = antiSpam(tenant, messages.sender, recipient, branch.state.scl, asOf);
  const doubt = stands.kind === "undecided" ? because(stands) : undefined;
  switch (result.kind) {
    case "bypassed":
      allowedBy.add(result.by);
      return [];
    case "unknown":
      if (result.notRead !== undefined) return [notRead(stage, result.notRead)];
      if (result.missing !== undefined)
        return [
          {
            code: "policy-missing",
            stage,
            implies: "undecided",
            details: { part: "A rule", policy: result.missing },
          },
        ];
      return [
        {
          code: "setting-not-modelled",
          stage,
          implies: "undecided",
          details: { part: "The anti-spam policy", because: result.because },
        },
      ];
    case "ends": {
      const rule = branch.sclRules[0];
      const shared = { stage, ...impliedBy(stands), outcome: result.outcome, values: stands.values } as const;
      const details = { policy: result.policy, outcome: outcomeText[result.outcome], when: because(stands) };
      if (result.blockedEntry !== undefined)
        return [
          {
            ...shared,
            code: "sender-blocked-by-policy",
            details: { ...details, entry: result.blockedEntry },
          },
        ];
      if (doubt !== undefined)
        return [
          {
            code: "rule-undecided",
            stage: "transport-rules",
            implies: "undecided",
            ...(rule === undefined ? {} : { rule }),
            details: { rule: rule ?? "", action: `SetSCL ${branch.state.scl}`, because: doubt },
          },
        ];
      return [
        {
          ...shared,
          code: "rule-marks-spam",
          ...(rule === undefined ? {} : { rule }),
          details: { ...details, rule: rule ?? "", scl: String(branch.state.scl) },
        },
      ];
    }
    case "classifier": {
      const settings = result.policy.unmodelled.map(
        (problem): Issue => ({
          code: "setting-not-modelled",
          stage,
          implies: "undecided",
          details: { part: `The anti-spam policy "${result.policy.name}"`, because: problem },
        }),
      );
      // Where an allow only possibly misses this branch, the doubt about the allow is the finding.
      if (doubt !== undefined) {
        const rule = branch.region.find(isDoubtful(messages))?.rule;
        const named = rule === undefined ? {} : { rule };
        return [
          {
            code: "allow-not-sure",
            stage: "transport-rules",
            implies: "undecided",
            ...named,
            details: { because: doubt },
          },
          ...settings,
        ];
      }
      return [{ code: "classifier-decides", stage, implies: "not-guaranteed", details: {} }, ...settings];
    }
  }
};

const branchIssues = (
  tenant: ExchangeTenant,
  messages: MessageClass,
  recipient: Recipient | undefined,
  walk: Walk,
  allowedBy: Set<Allow>,
  asOf: Date,
): readonly Issue[] =>
  walk.branches.flatMap((branch) =>
    afterRules(tenant, messages, recipient, branch, branch.standing, allowedBy, asOf),
  );

/** @param rules the rules in force, in priority order; `undefined` where not read. */
export const decideStages = (
  tenant: ExchangeTenant,
  rules: readonly TransportRule[] | undefined,
  messages: MessageClass,
  recipient: Recipient | undefined,
  walks: Walks,
  asOf: Date,
): StageDecision => {
  const allowedBy = new Set<Allow>();
  const walk = walks(messages, recipient);
  const issues = [
    ...decideConnectors(tenant, messages.sender),
    ...decideConnectionFilter(tenant),
    ...decideMalwareFilter(tenant, recipient),
    ...(rules === undefined ? [notRead("transport-rules", "Get-TransportRule")] : []),
    ...walk.endings.map(ruleIssue),
    ...walk.exhausted.map(budgetExhausted),
    ...branchIssues(tenant, messages, recipient, walk, allowedBy, asOf),
    ...decideTenantAllowBlockList(tenant, messages.sender, asOf),
    ...decideAntiPhishing(tenant, messages.sender, recipient),
  ];
  return { issues, allowedBy };
};
