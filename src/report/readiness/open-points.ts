/** Who is not ready, and what stands in the way. */
import type { Answer, JudgedPerson } from "../../readiness/check";
import { reasonOf } from "../../readiness/reasons";

/** Concerned, and not ready or not known to be. */
export const isOpen = ({ inScope, ready }: JudgedPerson): boolean => inScope && ready !== "yes";

const rank = { fail: 0, unknown: 1, pass: 2 } as const;

const rankOf = ({ reason }: Answer): number => rank[reasonOf(reason).verdict];

/** The answers that are no pass: failures first, then what is not known. */
export const openAnswers = ({ answers }: JudgedPerson): readonly Answer[] =>
  answers
    .filter(({ reason }) => reasonOf(reason).verdict !== "pass")
    .sort((left, right) => rankOf(left) - rankOf(right));

/** Open people, those that fail before those of whom something is not known. */
export const openPeople = (judged: readonly JudgedPerson[]): readonly JudgedPerson[] => {
  const open = judged.filter(isOpen);
  return [...open.filter(({ ready }) => ready === "no"), ...open.filter(({ ready }) => ready !== "no")];
};
