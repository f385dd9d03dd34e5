/**
 * Regions: the messages of a class for which given rules matched or did not match. Whether a region is empty is decided
 * field by field; where conditions are only known between bounds, from above and from below.
 */
import { BudgetError, complement, type Language, smallestMember } from "../../language/language";
import { type Field, isContentField, type MessageClass } from "../../message-class";
import type { Match, Test } from "./atom";

/** One rule's part in a region. */
export interface Constraint {
  readonly rule: string;
  readonly match: Match;
  readonly matched: boolean;
}

export type Region = readonly Constraint[];

/** `above`: no message outside is missed. `below`: every message found is really inside. */
type Bound = "above" | "below";

/** A test that must hold, or must not. */
interface Literal {
  readonly test: Test;
  readonly holds: boolean;
}

/** One way to meet a constraint: all its literals. */
type Way = readonly Literal[];

const waysOf = ({ match, matched }: Constraint): readonly (readonly Way[])[] => {
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

const languageOf = ({ test: { bounds }, holds }: Literal, bound: Bound): Language => {
  if (holds) return bound === "above" ? bounds.possibly : bounds.surely;
  return complement(bound === "above" ? bounds.surely : bounds.possibly);
};

export type Values = ReadonlyMap<Field, string>;

/** What a search settled so far on one field. */
interface Settled {
  readonly languages: readonly Language[];
  /** A string in all of them. */
  readonly member: string;
  /** Tests by their bounds, and whether they hold: the same test never holds and fails at once, however unsure it is. */
  readonly tests: ReadonlyMap<string, boolean>;
}

type Chosen = ReadonlyMap<Field, Settled>;

const testKey = ({ bounds }: Test): string => `${bounds.surely.key}\u0000${bounds.possibly.key}`;

/** Most choices one emptiness question may try. */
const choiceLimit = 20_000;

interface Search {
  readonly messages: MessageClass;
  readonly bound: Bound;
  /** Extra languages per field, such as the likely vocabulary. */
  readonly also: (field: Field) => readonly Language[];
  choices: number;
}

/** Aircall chooses its texts per message, a forger everything but the facts. */
const isChosenBySender = (messages: MessageClass, field: Field): boolean =>
  isContentField(field) || (messages.name === "forged" && !field.startsWith("fact:"));

/** Below, a fact counts only where it holds for the whole class: nobody can choose it. */
const holdsForAll = (messages: MessageClass, field: Field, language: Language): boolean =>
  smallestMember([...messages.values(field), complement(language)]) === undefined;

const atFirst = (search: Search, field: Field): Settled | undefined => {
  const languages = [...search.messages.values(field), ...search.also(field)];
  const member = smallestMember(languages);
  return member === undefined ? undefined : { languages, member, tests: new Map() };
};

/** A string that is in one more language too; most often the one at hand, or one that the new language suggests. */
const memberWith = ({ languages, member }: Settled, language: Language): string | undefined => {
  if (language.accepts(member)) return member;
  const suggested = smallestMember([...languages.slice(0, 1), language]);
  if (suggested === undefined) return undefined;
  if (languages.every(({ accepts }) => accepts(suggested))) return suggested;
  return smallestMember([...languages, language]);
};

const extend = (search: Search, chosen: Chosen, way: Way): Chosen | undefined => {
  const next = new Map(chosen);
  for (const literal of way) {
    const { field } = literal.test;
    const language = languageOf(literal, search.bound);
    if (
      search.bound === "below" &&
      !isChosenBySender(search.messages, field) &&
      !holdsForAll(search.messages, field, language)
    )
      return undefined;
    const settled = next.get(field) ?? atFirst(search, field);
    if (settled === undefined) return undefined;
    const key = testKey(literal.test);
    const before = settled.tests.get(key);
    if (before !== undefined && before !== literal.holds) return undefined;
    const member = memberWith(settled, language);
    if (member === undefined) return undefined;
    const tests = new Map(settled.tests).set(key, literal.holds);
    next.set(field, { languages: [...settled.languages, language], member, tests });
  }
  return next;
};

const solve = (search: Search, choices: readonly (readonly Way[])[], chosen: Chosen): Chosen | undefined => {
  const [ways, ...rest] = choices;
  if (ways === undefined) return chosen;
  for (const way of ways) {
    search.choices += 1;
    if (search.choices > choiceLimit) throw new BudgetError("choices between conditions");
    const extended = extend(search, chosen, way);
    const found = extended && solve(search, rest, extended);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Choices are tried in this order: demands before refusals, few ways before many. */
const rank = (ways: readonly Way[]): number =>
  ways.length + (ways.some((way) => way.some(({ holds }) => holds)) ? 0 : 1_000);

const noExtra = (): readonly Language[] => [];

const find = (
  messages: MessageClass,
  region: Region,
  bound: Bound,
  also: Search["also"] = noExtra,
): Values | undefined => {
  // What must hold comes first: it often settles a field or fails at once, where what must not hold seldom does.
  const choices = region.flatMap(waysOf).sort((left, right) => rank(left) - rank(right));
  const chosen = solve({ messages, bound, also, choices: 0 }, choices, new Map());
  return chosen && new Map([...chosen].map(([field, { member }]) => [field, member]));
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
  return likely === undefined
    ? { kind: "content-dependent", values: below }
    : { kind: "likely", values: likely };
};
