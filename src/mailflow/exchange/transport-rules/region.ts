/**
 * Regions: the messages of a class for which given rules matched or did not match. Whether a region is empty is decided
 * field by field; where conditions are only known between bounds, from above and from below.
 */
import type { Language } from "../../language/language";
import { smallestMember } from "../../language/smallest-member";
import { type Field, isContentField, type MessageClass } from "../../message-class";
import type { Match } from "./atom";
import type { Demand } from "./demand";
import type { Example, Values } from "./example";
import { type Bound, findExample, holdsForAll } from "./search";

/** One rule's part in a region. */
export interface Constraint {
  readonly rule: string;
  readonly match: Match;
  readonly matched: boolean;
}

export type Region = readonly Constraint[];

interface Halves {
  readonly matched: Constraint;
  readonly unmatched: Constraint;
}

/** A rule's part is one object, so that regions are compared, and what is known of it is found, by identity. */
const halves = new WeakMap<Match, Map<string, Halves>>();

const halvesOf = (rule: string, match: Match): Halves => {
  const byRule = halves.get(match) ?? new Map<string, Halves>();
  halves.set(match, byRule);
  const known = byRule.get(rule);
  if (known !== undefined) return known;
  const made = { matched: { rule, match, matched: true }, unmatched: { rule, match, matched: false } };
  byRule.set(rule, made);
  opposites.set(made.matched, made.unmatched).set(made.unmatched, made.matched);
  return made;
};

const opposites = new WeakMap<Constraint, Constraint>();

/** The messages that the rule matches, or those that it does not. */
export const constraint = (rule: string, match: Match, matched: boolean): Constraint =>
  halvesOf(rule, match)[matched ? "matched" : "unmatched"];

/** The messages that the constraint excludes. */
export const opposite = (one: Constraint): Constraint =>
  opposites.get(one) ?? constraint(one.rule, one.match, !one.matched);

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

const rankedDemands = (one: Constraint): readonly Ranked[] => {
  const known = ranked.get(one);
  if (known !== undefined) return known;
  const found = demandsOf(one).map((demand) => ({ demand, rank: rankOf(demand) }));
  ranked.set(one, found);
  return found;
};

/** What a constraint demands of a message, in no order. */
export const demandsBy = (one: Constraint): readonly Demand[] =>
  rankedDemands(one).map(({ demand }) => demand);

const find = (
  messages: MessageClass,
  region: Region,
  bound: Bound,
  also?: (field: Field) => readonly Language[],
): Example | undefined => {
  // What must hold comes first: it often settles a field or fails at once, where what must not hold seldom does.
  const demands = region.flatMap(rankedDemands).sort((left, right) => left.rank - right.rank);
  return findExample(
    messages,
    demands.map(({ demand }) => demand),
    bound,
    also,
  );
};

/** A message of the class in the region; `undefined` only where there is none. @throws BudgetError */
export const exampleIn = (messages: MessageClass, region: Region): Example | undefined =>
  find(messages, region, "above");

/** Whether no message of the class can be in the region. @throws BudgetError */
export const isEmpty = (messages: MessageClass, region: Region): boolean =>
  exampleIn(messages, region) === undefined;

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

/** Answers about regions, found or kept. */
interface Answers {
  readonly exampleIn: (region: Region) => Example | undefined;
}

/**
 * How surely messages of the class are in the region, or `undefined` where none is.
 * @param ask answers that may be known already.
 * @throws BudgetError
 */
export const standing = (
  messages: MessageClass,
  region: Region,
  ask: Answers = { exampleIn: (one) => exampleIn(messages, one) },
): Standing | undefined => {
  const above = ask.exampleIn(region);
  if (above === undefined) return undefined;
  const below = find(messages, region, "below");
  if (below === undefined)
    return { kind: "undecided", because: reasons(messages, region), values: above.values };
  const likely = find(messages, region, "below", messages.likely);
  // Every message of the class is in the region where no constraint can be violated.
  if (region.every((one) => ask.exampleIn([opposite(one)]) === undefined))
    return { kind: "certain", values: (likely ?? below).values };
  if (likely !== undefined) return { kind: "likely", values: likely.values };
  // Where plausible text may be among them, calling it unlikely would belittle a block.
  const maybe = find(messages, region, "plausible", messages.likely);
  return maybe === undefined
    ? { kind: "content-dependent", values: below.values }
    : { kind: "undecided", because: reasons(messages, region), values: maybe.values };
};
