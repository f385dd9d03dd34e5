/** What a language says for every step of the plan. */
import type { StepId } from "../../../readiness/plan/steps";

export interface StepText {
  readonly title: string;
  /** `{ios}`, `{android}`: the least versions. */
  readonly text: string;
}

export type StepTexts = Readonly<Record<StepId, StepText>>;
