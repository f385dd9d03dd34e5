/** Explains a decision for a report, as long as that takes no more time than a reader has. */
import type { DecideOptions, Decision } from "../mailflow/decide";
import type { ExchangeTenant } from "../mailflow/exchange/tenant";

/** Milliseconds of work, which a busy machine does not stretch as it does those of the clock. */
export const workTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** Milliseconds of work: a tenant whose decision took more is not decided again, and none begins after the second. */
const patience = { decision: 3_000, explaining: 2_500 } as const;

/** Rules times recipients: what a decision costs, told without a clock, so that most reports come out the same twice. */
const largest = 2_000_000;

const isLarge = ({ transportRules = [], recipients = [] }: ExchangeTenant): boolean =>
  (transportRules.length + 1) * recipients.length > largest;

/** @param took milliseconds of work that the decision took. */
export const explained = async (
  tenant: ExchangeTenant,
  decision: Decision,
  options: DecideOptions,
  took: number,
): Promise<Decision> => {
  if (decision.findings.length + decision.narrowness.findings.length === 0) return decision;
  // Where nothing is found, none of it is loaded.
  const { explain, unexplained } = await import("../mailflow/explanation/explain");
  if (isLarge(tenant) || took > patience.decision) return unexplained(decision, "slow");
  const { defaultBudget } = await import("../mailflow/explanation/budget");
  const end = workTime() + patience.explaining;
  return explain(tenant, decision, options, { ...defaultBudget, isOver: () => workTime() > end });
};
