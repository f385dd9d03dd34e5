/** Each change of a comparison in one shape, whichever list it is of: who, from what to what, and what to do now. */
import type { CheckChange, RunComparison, UserChange } from "../../../readiness/compare";
import type { SavedCheck, SavedRun, SavedUser } from "../../../readiness/saved-run";
import { type Masking, maskingOf, type Who } from "../mask";
import type { ReadinessStyle } from "../style";
import type { ChangeList, ComparisonVerdict } from "./words";

export interface ChangeEntry {
  readonly user: SavedUser;
  /** The check that changed; absent where it is the user as a whole. */
  readonly check?: { readonly before: SavedCheck; readonly after: SavedCheck };
  /** The user's state; `before` is absent for who is new, `after` for who is gone. */
  readonly before?: SavedUser;
  readonly after?: SavedUser;
}

const ofUser = ({ before, after }: UserChange): ChangeEntry => ({ user: after, before, after });
const ofCheck = ({ user, before, after }: CheckChange): ChangeEntry => ({ user, check: { before, after } });

export const entriesOf = (comparison: RunComparison, list: ChangeList): readonly ChangeEntry[] => {
  switch (list) {
    case "improved":
    case "worsened":
      return comparison[list].map(ofCheck);
    case "added":
      return comparison.added.map((user) => ({ user, after: user }));
    case "removed":
      return comparison.removed.map((user) => ({ user, before: user }));
    case "fellBack":
    case "becameReady":
    case "newlyConcerned":
    case "noLongerConcerned":
      return comparison[list].map(ofUser);
  }
};

/** Somebody new or newly concerned who is not ready makes it worse too. */
export const comparisonVerdict = (comparison: RunComparison): ComparisonVerdict => {
  const { fellBack, becameReady, improved, worsened, added, newlyConcerned } = comparison;
  if (fellBack.length > 0) return "fell-back";
  const isOpen = ({ inScope, ready }: SavedUser): boolean => inScope && ready !== "yes";
  if (worsened.length > 0 || added.some(isOpen) || newlyConcerned.some(({ after }) => isOpen(after)))
    return "worse";
  return becameReady.length > 0 || improved.length > 0 ? "better" : "same";
};

/** Knows everybody of both runs: a text may name somebody of whom nothing changed. */
export const comparisonMasking = (before: SavedRun, after: SavedRun): Masking =>
  maskingOf([...after.users, ...before.users].map(({ email, name }) => ({ email, name, entries: [] })));

/** The state of a user: whether concerned, and whether ready. */
export const stateText = ({ inScope, ready }: SavedUser, { words }: ReadinessStyle): string =>
  inScope ? words.ready[ready] : words.notConcerned;

/** A text that an earlier run wrote, masked where that is asked for. */
export const savedText = (text: string, who: Who, { masking }: ReadinessStyle): string =>
  masking.text(text, { who });
