/**
 * Regions: the messages of a class for which given rules matched or did not match. Whether a region is empty is decided
 * field by field; where conditions are only known between bounds, from above and from below.
 */
import { type Language, smallestMember } from "../../language/language";
import { type Field, isContentField, type MessageClass } from "../../message-class";
import type { Match } from "./atom";
import { type Bound, type Demand, findValues, holdsForAll, type Values } from "./search";

/** One rule's part in a region. */
export interface Constraint {
  readonly rule: string;
  readonly match: Match;
  readonly matched: boolean;
}

export type Region = readonly Constraint[];

const demandsOf = ({ match, matched }: Constraint): readonly Demand[] => {
  if (matched)
    return [
      ...match.clauses.map((clause) => clause.map((test) => [{ test, holds: true }])),
      ...match.exceptions.map((test) => [[{ test, holds: false }]]),
    ];
  return [
    [
      ...match.clauses.map((clause) => clause.map((test) => ({ test, holds: false }))),
      ...match.exceptions.map((test) => [{ test, holds: true }]),
    ],
  ];
};

/** A demand with its place in the order of trying: demands before refusals, few ways before many. */
interface Ranked {
  readonly demand: Demand;
  readonly rank: number;
}

const rankOf = (ways: Demand): number =>
  ways.length + (ways.some((way) => way.some(({ holds }) => holds)) ? 0 : 1_000);

/** Regions grow by one constraint at a time, so each is asked for over and over. */
const ranked = new WeakMap<Constraint, readonly Ranked[]>();

const rankedDemands = (constraint: Constraint): readonly Ranked[] => {
  const known = ranked.get(constraint);
  if (known !== undefined) return known;
  const found = demandsOf(constraint).map((demand) => ({ demand, rank: rankOf(demand) }));
  ranked.set(constraint, found);
  return found;
};

const find = (
  messages: MessageClass,
  region: Region,
  bound: Bound,
  also?: (field: Field) => readonly Language[],
): Values | undefined => {
  // What must hold comes first: it often settles a field or fails at once, where what must not hold seldom does.
  const demands = region.flatMap(rankedDemands).sort((left, right) => left.rank - right.rank);
  return findValues(
    messages,
    demands.map(({ demand }) => demand),
    bound,
    also,
  );
};

/** Whether no message of the class can be in the region. @throws BudgetError */
export const isEmpty = (messages: MessageClass, region: Region): boolean =>
  find(messages, region, "above") === undefined;

/** What is known of a region that is not surely empty. */
export type Standing =
  | { readonly kind: "certain" | "likely" | "content-dependent"; readonly values: Values }
  | { readonly kind: "undecided"; readonly because: readonly string[]; readonly values: Values };

const reasons = (messages: MessageClass, region: Region): readonly string[] => {
  const tests = region.flatMap(({ match }) => [...match.clauses.flat(), ...match.exceptions]);
  const doubtful = tests.filter(
    ({ field, bounds }) => !isContentField(field) || bounds.because !== undefined,
  );
  const open = doubtful.filter(
    ({ field, bounds }) =>
      isContentField(field) ||
      !(
        holdsForAll(messages, field, bounds.surely) ||
        smallestMember([...messages.values(field), bounds.possibly]) === undefined
      ),
  );
  return [...new Set(open.map(({ because }) => because))];
};

/** Whether every message of the class is in the region: no constraint can be violated. */
const isWhole = (messages: MessageClass, region: Region): boolean =>
  region.every(
    (constraint) => find(messages, [{ ...constraint, matched: !constraint.matched }], "above") === undefined,
  );

/**
 * How surely messages of the class are in the region, or `undefined` where none is.
 * @throws BudgetError
 */
export const standing = (messages: MessageClass, region: Region): Standing | undefined => {
  const above = find(messages, region, "above");
  if (above === undefined) return undefined;
  const below = find(messages, region, "below");
  if (below === undefined) return { kind: "undecided", because: reasons(messages, region), values: above };
  const likely = find(messages, region, "below", messages.likely);
  if (isWhole(messages, region)) return { kind: "certain", values: likely ?? below };
  if (likely !== undefined) return { kind: "likely", values: likely };
  // Where plausible text may be among them, calling it unlikely would belittle a block.
  const maybe = find(messages, region, "plausible", messages.likely);
  return maybe === undefined
    ? { kind: "content-dependent", values: below }
    : { kind: "undecided", because: reasons(messages, region), values: maybe };
};
