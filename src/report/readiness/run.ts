/** One readiness run: what every format is written from. */
import type { JudgedPerson } from "../../readiness/check";
import type { NoticeGroup } from "../../readiness/inputs/notice";
import type { Plan } from "../../readiness/plan";
import type { Summary } from "../../readiness/summary";

export interface ReadinessRun {
  readonly judged: readonly JudgedPerson[];
  readonly asOf: Date;
  readonly summary: Summary;
  readonly plan: Plan;
  readonly notices: readonly NoticeGroup[];
}
