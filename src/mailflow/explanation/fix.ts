/** Looks for a change that makes a finding disappear, and checks each by deciding the changed tenant. */
import type { Decision } from "../decide";
import { type DeliveryVerdict, type NarrownessVerdict, worstDelivery, worstNarrowness } from "../outcome";
import type { ExplanationBudget } from "./budget";
import type { Trouble } from "./candidates";
import type { Edit } from "./edit";
import type { CheckedFix, NoFix } from "./explanation";
import { nothingToTry, planFor } from "./plans";
import type { Trials } from "./trials";
import { isBad, newFindings, persists } from "./trouble";

type Judged = "fixes" | "fixes-but-worsens" | "fails";

const allFindings = ({ findings, narrowness }: Decision) => [...findings, ...narrowness.findings];

const isNoWorse = (before: Decision, after: Decision): boolean => {
  const delivery: DeliveryVerdict = worstDelivery([before.verdict, after.verdict]);
  const narrowness: NarrownessVerdict = worstNarrowness([
    before.narrowness.verdict,
    after.narrowness.verdict,
  ]);
  // That an allow is there and narrow is no worse than that there is none.
  return (
    delivery === before.verdict &&
    (narrowness === before.narrowness.verdict || after.narrowness.verdict === "narrow")
  );
};

/** What the change does: the finding is gone, nothing else blocks or is too wide, and nothing else got worse. */
const judge = ({ finding }: Trouble, before: Decision, after: Decision): Judged => {
  if (persists(finding, allFindings(after))) return "fails";
  const added = newFindings(allFindings(before), allFindings(after));
  if (added.some(isBad)) return "fails";
  return isNoWorse(before, after) && added.every(({ implies }) => implies !== "undecided")
    ? "fixes"
    : "fixes-but-worsens";
};

/** A fix with the change it is made of, for whoever applies it. */
export interface FoundFix {
  readonly edit: Edit;
  readonly after: Decision;
}

export type FixSearch = FoundFix | NoFix;

export const isFound = (search: FixSearch): search is FoundFix => "edit" in search;

/** Changes made by the same lines are the same. */
const keyOf = ({ commands }: Edit): string => commands.join("\n");

/** Tries the candidates in order; the first that only helps is taken, else the first that helps. */
export const searchFix = (
  trouble: Trouble,
  before: Decision,
  trials: Trials,
  budget: Pick<ExplanationBudget, "candidates">,
): FixSearch => {
  const candidates = planFor(trouble.finding.code).fixes(trouble).slice(0, budget.candidates);
  let second: FoundFix | undefined;
  for (const candidate of candidates) {
    const after = trials.after(keyOf(candidate), candidate.apply);
    if (after === undefined) return second ?? { kind: "none", because: "budget" };
    const judged = judge(trouble, before, after);
    if (judged === "fixes") return { edit: candidate, after };
    if (judged === "fixes-but-worsens") second ??= { edit: candidate, after };
  }
  return (
    second ?? { kind: "none", because: candidates.length === 0 ? nothingToTry(trouble) : "no-single-change" }
  );
};

/** Whether nothing is left to do, now and at every later date: a rule that lapses would open the question again. */
const proves = ({ edit, after }: FoundFix, trials: Trials): boolean => {
  const { verdict, narrowness } = after;
  if (verdict !== "proven" || (narrowness.verdict !== "narrow" && narrowness.verdict !== "no-bypass"))
    return false;
  const later = trials.everAfter(keyOf(edit), edit.apply);
  return later?.verdict === "proven" && later.changesAt.length === 0;
};

export const checkedFix = (found: FoundFix, trials: Trials): CheckedFix => ({
  kind: "found",
  steps: found.edit.steps,
  commands: found.edit.commands,
  verdictAfter: found.after.verdict,
  narrownessAfter: found.after.narrowness.verdict,
  provesTenant: proves(found, trials),
});
