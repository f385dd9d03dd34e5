/** An order of writes in which no moment is worse than it must be. */
import type { Operation } from "./operations";
import { afterStep, type StandingRule, type Step } from "./standing-rules";

/** Rules by the operations done so far: the same operations lead to the same rules in whatever order. */
interface State {
  readonly rules: readonly StandingRule[];
  readonly done: ReadonlySet<string>;
}

const keyOf = (done: ReadonlySet<string>): string => [...done].sort().join("\n");

/**
 * Orders operations so that the rules are tolerable after every step. Operations are tried in the order given, so that
 * where nothing is in the way that order is kept.
 *
 * @param isTolerable - asked about the rules after a step; the costly part.
 * @param budget - most states to look at.
 * @returns the steps, or `undefined` where there is no such order or the budget ran out.
 */
export const safeSequence = (
  start: readonly StandingRule[],
  operations: readonly Operation[],
  isTolerable: (rules: readonly StandingRule[]) => boolean,
  budget: number,
): readonly Step[] | undefined => {
  const deadEnds = new Set<string>();
  let left = budget;

  const search = ({ rules, done }: State, open: readonly Operation[]): readonly Step[] | undefined => {
    if (open.length === 0) return [];
    const key = keyOf(done);
    if (deadEnds.has(key)) return undefined;
    // What was not tolerable here waits until the others are done: it seldom is one step later.
    const postponed: Operation[] = [];
    for (const [place, operation] of open.entries()) {
      if (!operation.after.every((id) => done.has(id))) continue;
      if (left <= 0) return undefined;
      const step = operation.step(rules, done);
      const next = step === undefined ? rules : afterStep(rules, step);
      left -= 1;
      if (step !== undefined && !isTolerable(next)) {
        postponed.push(operation);
        continue;
      }
      const others = [
        ...open.filter((other, at) => at !== place && !postponed.includes(other)),
        ...postponed,
      ];
      const rest = search({ rules: next, done: new Set([...done, operation.id]) }, others);
      if (rest !== undefined) return step === undefined ? rest : [step, ...rest];
    }
    deadEnds.add(key);
    return undefined;
  };

  return search({ rules: start, done: new Set() }, operations);
};

/** The steps of operations in the order given, whatever happens on the way. */
export const plainSequence = (
  start: readonly StandingRule[],
  operations: readonly Operation[],
): readonly Step[] => safeSequence(start, operations, () => true, Number.POSITIVE_INFINITY) ?? [];
