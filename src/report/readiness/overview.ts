/** The first lines of every report for people: the verdict, for whom and when, and the counts per check. */
import type { Readiness } from "../../readiness/check";
import { checkIds } from "../../readiness/reasons";
import { readinessExitCode } from "../../readiness/summary";
import type { ReadinessRun } from "./run";
import type { ReadinessStyle } from "./style";

export interface Overview {
  readonly overall: Readiness;
  readonly headline: string;
  /** Moment, people that are left out, masking. */
  readonly about: readonly string[];
  /** Title, then how many pass, fail and are unknown. */
  readonly checks: readonly CheckCounts[];
}

export interface CheckCounts {
  readonly title: string;
  readonly pass: string;
  readonly fail: string;
  readonly unknown: string;
}

const overalls: Readonly<Record<ReturnType<typeof readinessExitCode>, Readiness>> = {
  0: "yes",
  1: "no",
  3: "unknown",
};

export const overviewOf = ({ summary, asOf }: ReadinessRun, { words, masking }: ReadinessStyle): Overview => {
  const outOfScope = summary.users - summary.inScope;
  return {
    overall: overalls[readinessExitCode(summary)],
    headline: summary.users === 0 ? words.nobody : words.headline(summary),
    about: [
      words.asOf(asOf.toISOString().replace(/:\d\d\.\d+Z$/u, "Z")),
      ...(outOfScope === 0 ? [] : [words.outOfScope(outOfScope)]),
      ...(summary.unusableRows === 0 ? [] : [words.unusableRows(summary.unusableRows)]),
      ...(masking.masked ? [words.masked] : []),
    ],
    checks: checkIds.map((check) => {
      const { pass, fail, unknown } = summary.checks[check];
      return {
        title: words.check[check],
        pass: words.number(pass),
        fail: words.number(fail),
        unknown: words.number(unknown),
      };
    }),
  };
};
