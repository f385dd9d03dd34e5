/** What changed between two readiness runs: who became ready, who fell back, and why. */
import { matchedUsers } from "./matched-users";
import type { CheckVerdict } from "./reasons";
import type { SavedCheck, SavedRun, SavedUser } from "./saved-run";

/** One user in both runs. */
export interface UserChange {
  readonly before: SavedUser;
  readonly after: SavedUser;
}

/** One check of a user who is concerned in both runs, with another verdict. */
export interface CheckChange {
  /** As the later run has them. */
  readonly user: SavedUser;
  readonly before: SavedCheck;
  readonly after: SavedCheck;
}

export interface RunComparison {
  /** The moments of the two runs. */
  readonly asOf: { readonly before: string; readonly after: string };
  /** Ready now, and not before. */
  readonly becameReady: readonly UserChange[];
  /** Ready before, and not now; or not ready now, and before not known to be. */
  readonly fellBack: readonly UserChange[];
  /** Concerned now, and not before. */
  readonly newlyConcerned: readonly UserChange[];
  readonly noLongerConcerned: readonly UserChange[];
  readonly improved: readonly CheckChange[];
  readonly worsened: readonly CheckChange[];
  readonly added: readonly SavedUser[];
  readonly removed: readonly SavedUser[];
  /** Users in both runs of whom none of the above is to be told. */
  readonly unchanged: number;
}

const readinessRank = { no: 0, unknown: 1, yes: 2 } as const satisfies Record<SavedUser["ready"], number>;
const verdictRank = { fail: 0, unknown: 1, pass: 2 } as const satisfies Record<CheckVerdict, number>;

const isBothConcerned = ({ before, after }: UserChange): boolean => before.inScope && after.inScope;

/** Above zero where it is better now. */
const readinessStep = ({ before, after }: UserChange): number =>
  readinessRank[after.ready] - readinessRank[before.ready];

const checkStep = ({ before, after }: CheckChange): number =>
  verdictRank[after.verdict] - verdictRank[before.verdict];

/** Checks that only one run has are left out. */
const checkChanges = ({ before, after }: UserChange): readonly CheckChange[] => {
  const earlier = new Map(before.checks.map((check) => [check.id, check]));
  return after.checks.flatMap((check) => {
    const known = earlier.get(check.id);
    return known === undefined || known.verdict === check.verdict
      ? []
      : [{ user: after, before: known, after: check }];
  });
};

/** In the order of the later run; those who are gone in that of the earlier one. Linear. */
export const compareRuns = (before: SavedRun, after: SavedRun): RunComparison => {
  const { both, added, removed } = matchedUsers(before.users, after.users);
  const concerned = both.filter(isBothConcerned);
  const changes = concerned.map(checkChanges);
  const checks = changes.flat();
  const moved = both.filter((one) => one.before.inScope !== one.after.inScope);
  const changed = concerned.filter((one, place) => readinessStep(one) !== 0 || changes[place]?.length !== 0);
  return {
    asOf: { before: before.asOf, after: after.asOf },
    becameReady: concerned.filter((one) => one.after.ready === "yes" && readinessStep(one) > 0),
    fellBack: concerned.filter((one) => readinessStep(one) < 0),
    newlyConcerned: moved.filter((one) => one.after.inScope),
    noLongerConcerned: moved.filter((one) => one.before.inScope),
    improved: checks.filter((one) => checkStep(one) > 0),
    worsened: checks.filter((one) => checkStep(one) < 0),
    added,
    removed,
    unchanged: both.length - moved.length - changed.length,
  };
};
