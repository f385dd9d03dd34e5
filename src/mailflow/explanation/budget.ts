/** How much work explanations may be: each candidate fix is one more decision of the whole tenant. */

export interface ExplanationBudget {
  /** Most findings explained; the most urgent first. */
  readonly findings: number;
  /** Most candidate fixes tried per finding. */
  readonly candidates: number;
  /** Most decisions in all. */
  readonly decisions: number;
  /** Asked before each decision: whether the time is up. The heart has no clock of its own. */
  readonly isOver: () => boolean;
}

export const defaultBudget: ExplanationBudget = {
  findings: 8,
  candidates: 6,
  decisions: 48,
  isOver: () => false,
};
