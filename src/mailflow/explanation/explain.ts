/** Explains the findings of a decision: what would rescue, what fixes, what hides behind, and whom it concerns. */
import { aircallSenders } from "../aircall";
import type { DecideOptions, Decision } from "../decide";
import type { ExchangeTenant } from "../exchange/tenant";
import type { Finding } from "../finding";
import { findingsBehind } from "./behind";
import { defaultBudget, type ExplanationBudget } from "./budget";
import type { Trouble } from "./candidates";
import type { Explained, Explanation, Rescue, SkipReason } from "./explanation";
import { checkedFix, isFound, searchFix } from "./fix";
import { planFor } from "./plans";
import { probeOf } from "./probe";
import { recipientsWhereOf } from "./recipients-where";
import { type Rescuer, rescuersOf } from "./rescues";
import { shadowsOf } from "./shadows";
import { type Trials, trialsOf } from "./trials";
import { isBad } from "./trouble";

/** Only what an allow rule lifts can be rescued by one. */
const rescuers = (tenant: ExchangeTenant, finding: Finding, asOf: Date): readonly Rescuer[] => {
  if (!planFor(finding.code).rescuable) return [];
  const message = probeOf(finding, tenant);
  return message === undefined ? [] : rescuersOf(tenant, finding, message, asOf);
};

const asRescue = ({ rule, priority, reason, details }: Rescuer): Rescue => ({
  rule,
  priority,
  reason,
  details,
});

/** What every change of a tenant is tried for. @internal */
export const troubleWith = (tenant: ExchangeTenant, finding: Finding, options: DecideOptions): Trouble => ({
  tenant,
  finding,
  senders: options.senders?.length ? options.senders : aircallSenders,
  rescuers: rescuers(tenant, finding, options.asOf),
});

type Explain = (finding: Finding) => Explained;

const explainer = (
  tenant: ExchangeTenant,
  decision: Decision,
  options: DecideOptions,
  budget: ExplanationBudget,
  trials: Trials,
): Explain => {
  const whereOf = recipientsWhereOf(tenant, options, trials);
  return (finding) => {
    const trouble = troubleWith(tenant, finding, options);
    const search = searchFix(trouble, decision, trials, budget);
    return {
      kind: "explained",
      wouldRescue: trouble.rescuers.map(asRescue),
      fix: isFound(search) ? checkedFix(search, trials) : search,
      behind: findingsBehind(trouble, decision, trials),
      shadows: shadowsOf(trouble.rescuers, trials),
      recipientsWhere: whereOf(finding),
    };
  };
};

const urgency = (finding: Finding): number => (isBad(finding) ? 0 : finding.implies === "undecided" ? 1 : 2);

const withExplanations = (decision: Decision, explanationOf: (finding: Finding) => Explanation): Decision => {
  const explained = (findings: readonly Finding[]) =>
    findings.map((finding): Finding => ({ ...finding, explanation: explanationOf(finding) }));
  return {
    ...decision,
    findings: explained(decision.findings),
    narrowness: { ...decision.narrowness, findings: explained(decision.narrowness.findings) },
  };
};

/** The decision with no finding explained, and why. */
export const unexplained = (decision: Decision, because: SkipReason): Decision =>
  withExplanations(decision, () => ({ kind: "skipped", because }));

/**
 * The same decision with each finding explained. Cost: a decision per change that is tried, within the budget; findings
 * beyond it say that they were skipped.
 * @param options those the decision was made with.
 */
export const explain = (
  tenant: ExchangeTenant,
  decision: Decision,
  options: DecideOptions,
  budget: ExplanationBudget = defaultBudget,
): Decision => {
  const trials = trialsOf(tenant, options, budget);
  const explainOne = explainer(tenant, decision, options, budget, trials);
  const chosen = [...decision.findings, ...decision.narrowness.findings]
    .sort((left, right) => urgency(left) - urgency(right))
    .slice(0, budget.findings);
  const explanations = new Map<Finding, Explanation>();
  for (const finding of chosen)
    explanations.set(finding, budget.isOver() ? { kind: "skipped", because: "slow" } : explainOne(finding));
  return withExplanations(
    decision,
    (finding) => explanations.get(finding) ?? { kind: "skipped", because: "many-findings" },
  );
};
