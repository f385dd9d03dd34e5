/** English words of a comparison of two readiness runs. */
import type { ComparisonWords } from "./words";

const number = (count: number): string => count.toLocaleString("en-GB");

export const words: ComparisonWords = {
  verdict: { "fell-back": "FELL BACK", better: "BETTER", worse: "WORSE", same: "UNCHANGED" },
  headline: ({ becameReady, fellBack, unchanged }) =>
    [
      `${number(becameReady.length)} became ready`,
      `${number(fellBack.length)} fell back`,
      `${number(unchanged)} unchanged`,
    ].join("; "),
  between: "from {before} to {after}",
  title: {
    fellBack: "Fell back",
    worsened: "Checks that got worse",
    newlyConcerned: "Concerned now",
    added: "New in the list",
    becameReady: "Became ready",
    improved: "Checks that got better",
    noLongerConcerned: "No longer concerned",
    removed: "Gone from the list",
  },
};
