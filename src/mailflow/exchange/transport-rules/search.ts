/** Searches for one message that meets given demands: a string per field that is in every language asked of it. */
import { BudgetError, spend } from "../../language/budget";
import { complement, type Language } from "../../language/language";
import { smallestMember } from "../../language/smallest-member";
import { type Field, isContentField, type MessageClass } from "../../message-class";
import { type Demand, isExact, type Literal, testKey } from "./demand";
import { type Example, takenKey } from "./example";

/**
 * `above`: no message outside is missed. `below`: every message found is really inside. `plausible`: inside under some
 * published reading.
 */
export type Bound = "above" | "below" | "plausible";

const languageOf = ({ test: { bounds }, holds }: Literal, bound: Bound): Language => {
  const { surely, possibly, plausibly = possibly } = bounds;
  const widest = bound === "plausible" ? plausibly : possibly;
  if (holds) return bound === "below" ? surely : widest;
  return complement(bound === "below" ? possibly : surely);
};

/** What a search settled so far on one field; grows and shrinks as ways are tried. */
interface Settled {
  readonly languages: Language[];
  /** A string in all of them. */
  member: string;
  /** Tests by their bounds, and whether they hold: the same test never holds and fails at once, however unsure it is. */
  readonly tests: Map<string, boolean>;
}

/** What one literal changed. */
interface Change {
  readonly field: Field;
  readonly settled: Settled;
  /** What was added; absent where the field itself was. */
  readonly added?: Literal;
  readonly memberBefore: string;
}

interface Search {
  readonly messages: MessageClass;
  readonly bound: Bound;
  /** Extra languages per field, such as the likely vocabulary. */
  readonly also: (field: Field) => readonly Language[];
  readonly settled: Map<Field, Settled>;
  /** Every change in order, so that a way that fails can be taken back. */
  readonly changes: Change[];
  choices: number;
}

/** Most choices one search may try. */
const choiceLimit = 20_000;

/** What it costs to try one, in the units of the budget, besides what automata cost. */
const unitsPerChoice = 2;

/** Aircall chooses its texts per message, a forger everything but the facts. */
const isChosenBySender = (messages: MessageClass, field: Field): boolean =>
  isContentField(field) || (messages.name === "forged" && !field.startsWith("fact:"));

/** Below, a fact counts only where it holds for the whole class: nobody can choose it. */
export const holdsForAll = (messages: MessageClass, field: Field, language: Language): boolean =>
  smallestMember([...messages.values(field), complement(language)]) === undefined;

const settledField = (search: Search, field: Field): Settled | undefined => {
  const known = search.settled.get(field);
  if (known !== undefined) return known;
  const languages = [...search.messages.values(field), ...search.also(field)];
  const member = smallestMember(languages);
  if (member === undefined) return undefined;
  const settled = { languages, member, tests: new Map<string, boolean>() };
  search.settled.set(field, settled);
  search.changes.push({ field, settled, memberBefore: member });
  return settled;
};

/** A string that is in one more language too; most often the one at hand, or one that the new language suggests. */
const memberWith = ({ languages, member }: Settled, language: Language): string | undefined => {
  if (language.accepts(member)) return member;
  const suggested = smallestMember([...languages.slice(0, 1), language]);
  if (suggested === undefined) return undefined;
  if (languages.every(({ accepts }) => accepts(suggested))) return suggested;
  return smallestMember([...languages, language]);
};

/** Whether the literal can be met besides all that was settled; then it is settled too. */
const meets = (search: Search, literal: Literal): boolean => {
  const { field } = literal.test;
  const language = languageOf(literal, search.bound);
  if (
    search.bound === "below" &&
    !isChosenBySender(search.messages, field) &&
    !holdsForAll(search.messages, field, language)
  )
    return false;
  const settled = settledField(search, field);
  if (settled === undefined) return false;
  const test = testKey(literal.test);
  const before = settled.tests.get(test);
  if (before !== undefined) return before === literal.holds;
  const member = memberWith(settled, language);
  if (member === undefined) return false;
  search.changes.push({ field, settled, added: literal, memberBefore: settled.member });
  settled.languages.push(language);
  settled.tests.set(test, literal.holds);
  settled.member = member;
  return true;
};

const takeBack = ({ settled: fields, changes }: Search, to: number): void => {
  while (changes.length > to) {
    const change = changes.pop();
    if (change === undefined) return;
    const { field, settled, added, memberBefore } = change;
    if (added === undefined) fields.delete(field);
    else {
      settled.languages.pop();
      settled.tests.delete(testKey(added.test));
      settled.member = memberBefore;
    }
  }
};

const solve = (search: Search, demands: readonly Demand[], place: number): boolean => {
  const ways = demands[place];
  if (ways === undefined) return true;
  for (const way of ways) {
    search.choices += 1;
    spend(unitsPerChoice);
    if (search.choices > choiceLimit) throw new BudgetError("choices between conditions");
    const before = search.changes.length;
    if (way.every((literal) => meets(search, literal)) && solve(search, demands, place + 1)) return true;
    takeBack(search, before);
  }
  return false;
};

const noExtra = (): readonly Language[] => [];

const takenBy = ({ changes }: Search): ReadonlyMap<string, boolean> =>
  new Map(
    changes.flatMap(({ added }) =>
      added === undefined || isExact(added.test) ? [] : [[takenKey(added.test), added.holds]],
    ),
  );

/**
 * A message of the class that meets the demands, or `undefined` where none does.
 * @param demands tried in this order.
 * @throws BudgetError
 */
export const findExample = (
  messages: MessageClass,
  demands: readonly Demand[],
  bound: Bound,
  also: (field: Field) => readonly Language[] = noExtra,
): Example | undefined => {
  const search: Search = { messages, bound, also, settled: new Map(), changes: [], choices: 0 };
  if (!solve(search, demands, 0)) return undefined;
  const values = new Map([...search.settled].map(([field, { member }]) => [field, member]));
  return { values, taken: takenBy(search) };
};
