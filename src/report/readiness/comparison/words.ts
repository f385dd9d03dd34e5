/** The words of a comparison of two readiness runs; each language has them all. */
import type { RunComparison } from "../../../readiness/compare";

/** What all changes together say; whoever fell back outweighs all others. */
export type ComparisonVerdict = "fell-back" | "better" | "worse" | "same";

/** Lists of a comparison, in the order in which they are told. */
export const changeLists = [
  "fellBack",
  "worsened",
  "newlyConcerned",
  "added",
  "becameReady",
  "improved",
  "noLongerConcerned",
  "removed",
] as const satisfies readonly (keyof RunComparison)[];
export type ChangeList = (typeof changeLists)[number];

export interface ComparisonWords {
  readonly verdict: Readonly<Record<ComparisonVerdict, string>>;
  readonly headline: (comparison: RunComparison) => string;
  /** `{before}`, `{after}`: moments. */
  readonly between: string;
  readonly title: Readonly<Record<ChangeList, string>>;
}
