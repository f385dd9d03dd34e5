/** One tenant, decided and replayed: what every format of a report is written from. */
import { type DecideOptions, type Decision, decide } from "../mailflow/decide";
import type { ExchangeTenant } from "../mailflow/exchange/tenant";
import type { Finding } from "../mailflow/finding";
import { exitCodeOf, type Scope } from "../mailflow/outcome";
import { explained, workTime } from "./explained";
import type { ReplayedWitness } from "./replay";

export interface CheckedTenant {
  /** Where it was read. */
  readonly file: string;
  readonly tenant: string;
  readonly asOf: Date;
  readonly scope: Scope;
  readonly decision: Decision;
  /** What shows a finding, by finding. */
  readonly witnesses: ReadonlyMap<Finding, ReplayedWitness>;
}

/** An input that could not be decided, and why. */
export interface UncheckedInput {
  readonly file: string;
  readonly error: string;
  /** 2 for an input that cannot be used; 70 for a defect of this program. */
  readonly exitCode: 2 | 70;
}

export type CheckResult = CheckedTenant | UncheckedInput;

export const isChecked = (result: CheckResult): result is CheckedTenant => "decision" in result;

/** Decides the tenant, explains what was found and replays every witness as the mail it is shown as. */
export const checkTenant = async (
  file: string,
  tenant: ExchangeTenant,
  options: DecideOptions,
): Promise<CheckedTenant> => {
  const started = workTime();
  const plain = decide(tenant, options);
  const decided = await explained(tenant, plain, options, workTime() - started);
  const hasWitness = [...decided.findings, ...decided.narrowness.findings].some(
    ({ witness }) => witness !== undefined,
  );
  // Reading and writing mail takes a fifth of a second to load: only what shows a message pays for it.
  const { decision, witnesses } = hasWitness
    ? await (await import("./replay")).replayWitnesses(tenant, decided, options.asOf, options.scope)
    : { decision: decided, witnesses: new Map<Finding, ReplayedWitness>() };
  const { asOf, scope = "organisation" } = options;
  return { file, tenant: tenant.name, asOf, scope, decision, witnesses };
};

const urgency: Readonly<Record<Finding["implies"], number>> = {
  blocked: 0,
  "too-wide": 0,
  undecided: 1,
  "not-guaranteed": 2,
  proven: 3,
  narrow: 3,
  "no-bypass": 3,
};

/** For people, who read from the top; the pipeline's order is kept among equals. */
export const mostUrgentFirst = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((left, right) => urgency[left.implies] - urgency[right.implies]);

type ExitCode = 0 | 1 | 2 | 3 | 70;

/** Exit code of one result: that of an input that could not be decided, else what the verdicts say. */
export const exitCodeOfResult = (result: CheckResult): ExitCode =>
  isChecked(result)
    ? exitCodeOf(result.decision.verdict, result.decision.narrowness.verdict)
    : result.exitCode;

/** Worst first: a defect, an input nobody looked at, a block, a doubt. */
const worstFirst = [70, 2, 1, 3, 0] as const;

export const worstExitCode = (results: readonly CheckResult[]): ExitCode => {
  const codes = results.map(exitCodeOfResult);
  return worstFirst.find((code) => codes.includes(code)) ?? 0;
};
