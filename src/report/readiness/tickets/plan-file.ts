/** A file that the plan is handed out in. */

export interface PlanFile {
  readonly name: string;
  readonly content: string;
}
