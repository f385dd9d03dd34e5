/** Decides one sender, one recipient class and one way in against every stage of the pipeline, in order. */
import { afterRules, type StageQuestion } from "./after-rules";
import { decideImpersonation } from "./anti-phishing";
import type { Allow } from "./anti-spam";
import { decideConnectionFilter } from "./connection-filter";
import { decideConnectors, decideGateway } from "./connectors";
import { decideEdge } from "./edge";
import { budgetExhausted, type Issue, notRead } from "./issue";
import { decideMailbox } from "./mailbox/decide";
import { decideMalwareFilter } from "./malware-filter";
import { decideTenantAllowBlockList } from "./tenant-allow-block-list";
import type { Standing } from "./transport-rules/region";
import type { RuleEnding, Walk } from "./transport-rules/walking";
import { because, impliedBy, outcomeText } from "./wording";

/** What a decision used of the allows a tenant has. */
export interface StageDecision {
  readonly issues: readonly Issue[];
  /** Allows that took some message of the class past the classifier. */
  readonly allowedBy: ReadonlySet<Allow>;
}

const ruleIssueFor = ({ rule, ending, standing: stands }: RuleEnding): Issue => {
  const base = { stage: "transport-rules", rule: rule.name, ...impliedBy(stands) } as const;
  if (stands.kind === "undecided")
    return {
      ...base,
      code: "rule-undecided",
      details: { rule: rule.name, action: ending.action, because: because(stands) },
    };
  return {
    ...base,
    code: "rule-blocks",
    details: {
      rule: rule.name,
      action: ending.action,
      outcome: outcomeText[ending.outcome],
      when: because(stands),
    },
    values: stands.values,
    ...(ending.outcome === "unknown" ? {} : { outcome: ending.outcome }),
  };
};

const ruleIssues = new WeakMap<Standing, WeakMap<RuleEnding["ending"], Issue>>();

/** The same issue for the same messages at the same rule: the walks of most recipients end alike. */
const ruleIssue = (one: RuleEnding): Issue => {
  const ofMessages = ruleIssues.get(one.standing) ?? new WeakMap<RuleEnding["ending"], Issue>();
  ruleIssues.set(one.standing, ofMessages);
  const issue = ofMessages.get(one.ending) ?? ruleIssueFor(one);
  ofMessages.set(one.ending, issue);
  return issue;
};

/** @param walk the way of the class through the rules in force; through none where they were not read. */
export const decideStages = (question: StageQuestion, walk: Walk): StageDecision => {
  const { tenant, messages, recipient, route, facts, scope, asOf } = question;
  const { sender } = messages;
  const allowedBy = new Set<Allow>();
  const decideBranch = afterRules(question);
  const arrivals = walk.branches.map((branch) => {
    const decided = decideBranch(branch);
    if (decided.allow !== undefined) allowedBy.add(decided.allow);
    return decided.issues;
  });
  const issues = [
    ...decideEdge(question),
    ...decideGateway(route),
    ...decideConnectors(tenant, sender, route, facts),
    ...decideConnectionFilter(tenant, route, facts),
    ...decideMalwareFilter(tenant, recipient),
    ...(tenant.transportRules === undefined ? [notRead("transport-rules", "Get-TransportRule")] : []),
    ...walk.endings.map(ruleIssue),
    ...walk.exhausted.map(budgetExhausted),
    ...arrivals.flat(),
    ...decideTenantAllowBlockList(tenant, messages, asOf),
    ...decideImpersonation(tenant, sender, recipient),
    ...(scope === "mailbox" ? decideMailbox(question, walk) : []),
  ];
  return { issues, allowedBy };
};
