/** How many users are ready, and how many pass each check. */
import type { JudgedPerson, Readiness } from "./check";
import { type CheckId, type CheckVerdict, checkIds, reasonOf } from "./reasons";

export interface Summary {
  /** People in the list. */
  readonly users: number;
  /** Those whom adaptive MFA concerns; the counts below are of them alone. */
  readonly inScope: number;
  readonly ready: number;
  readonly notReady: number;
  readonly unknown: number;
  /** Rows that name nobody, and so cannot be judged. */
  readonly unusableRows: number;
  readonly checks: Readonly<Record<CheckId, Readonly<Record<CheckVerdict, number>>>>;
}

type Counts = Record<CheckId, Record<CheckVerdict, number>>;

/** @param unusableRows rows of the user list that name nobody. */
export const summaryOf = (judged: readonly JudgedPerson[], unusableRows = 0): Summary => {
  const checks = Object.fromEntries(
    checkIds.map((id) => [id, { pass: 0, fail: 0, unknown: 0 }]),
  ) as unknown as Counts;
  const readiness: Record<Readiness, number> = { yes: 0, no: 0, unknown: 0 };
  let inScope = 0;
  for (const one of judged) {
    if (!one.inScope) continue;
    inScope += 1;
    readiness[one.ready] += 1;
    for (const { reason } of one.answers) {
      const { check, verdict } = reasonOf(reason);
      checks[check][verdict] += 1;
    }
  }
  const { yes: ready, no: notReady, unknown } = readiness;
  return { users: judged.length, inScope, ready, notReady, unknown, unusableRows, checks };
};

/** 0: everybody concerned is ready. 1: somebody is not. 3: somebody is not known to be, or a row, or the list, names nobody. */
export const readinessExitCode = ({ users, notReady, unknown, unusableRows }: Summary): 0 | 1 | 3 => {
  if (notReady > 0) return 1;
  return unknown > 0 || unusableRows > 0 || users === 0 ? 3 : 0;
};
