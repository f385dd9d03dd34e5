/** A shortest string that languages share: the witness, or the proof that there is none. */
import { type Char, type CharSet, FAIterators, getIntersectionIterator } from "refa";
import { type Automaton, characters, maxCharacter, type States, within } from "./automaton";
import { BudgetError, type Cost, measured, noCost, pay, spend, WorkError } from "./budget";
import { fold, type Language } from "./language";

/** Most states of a product that one question may visit. */
const productLimit = 40_000;

const preferred = characters("abcdefghijklmnopqrstuvwxyz0123456789 .,:;!?-_@/()");

/** Texts are folded, so a capital is answered only where nothing else is left. */
const lowerCase = (choices: CharSet, character: Char): Char => {
  const lower = fold(String.fromCodePoint(character)).codePointAt(0) as Char;
  return choices.has(lower) ? lower : character;
};

const readable = (choices: CharSet): number =>
  preferred.find((character) => choices.has(character)) ??
  lowerCase(choices, choices.ranges[0]?.min ?? (0 as Char));

interface Answer {
  readonly member: string | undefined | BudgetError;
  readonly cost: Cost;
}

const members = new Map<string, Answer>();
const memberLimit = 50_000;

const numbers = new Map<string, number>();

/** A small number per key: keys of unions are long, and searches ask for many of them. */
const numberOf = (key: string): number => {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
};

/**
 * A string that all languages share, or `undefined` where they share none. It is a shortest one of some of the languages
 * where that serves, else a shortest one of all.
 * Cost: few steps where a member of one language is in all others; else the product of the automata's reachable states,
 * bounded by the state budget.
 * @throws BudgetError
 */
export const smallestMember = (languages: readonly Language[]): string | undefined => {
  const distinct = [
    ...new Map(languages.filter(({ key }) => key !== "all").map((one) => [one.key, one])).values(),
  ];
  if (distinct.some(({ key }) => key === "none")) return undefined;
  // A set and its own complement share nothing, whatever the automata cost.
  const keys = new Set(distinct.map(({ key }) => key));
  if (distinct.some(({ key }) => keys.has(`not ${key}`))) return undefined;
  const memo = [...keys]
    .map(numberOf)
    .sort((left, right) => left - right)
    .join();
  const known = members.get(memo);
  if (known !== undefined) {
    pay(known.cost);
    if (known.member instanceof BudgetError) throw known.member;
    return known.member;
  }
  if (members.size >= memberLimit) members.clear();
  const cost = noCost();
  try {
    const member = measured(cost, () => search(distinct));
    members.set(memo, { member, cost });
    return member;
  } catch (error) {
    if (error instanceof BudgetError && !(error instanceof WorkError))
      members.set(memo, { member: error, cost });
    throw error;
  }
};

/** Whether the members of one language need a literal that no member of another contains. */
const shareNoLiteral = (languages: readonly Language[]): boolean =>
  languages.some(({ literals }) =>
    literals?.every((literal) => languages.some(({ mayContain }) => mayContain?.(literal) === false)),
  );

/** Tries members of a part of the languages on the others before it builds the product. */
const search = (languages: readonly Language[]): string | undefined => {
  if (shareNoLiteral(languages)) return undefined;
  const known = languages
    .flatMap(({ examples = [] }) => examples)
    .find((text) => languages.every(({ accepts }) => accepts(text)));
  if (known !== undefined) return known;
  const [first] = languages;
  const last = languages.at(-1);
  if (first !== undefined && last !== undefined && languages.length > 1) {
    const parts = languages.length > 2 ? [languages.slice(0, -1), [first, last]] : [[first]];
    for (const part of parts) {
      const text = smallestMember(part);
      if (text === undefined) return undefined;
      if (languages.every(({ accepts }) => accepts(text))) return text;
    }
  }
  return shortestOf(languages);
};

const intersect = (left: Automaton, right: Automaton): Automaton => ({
  maxCharacter,
  transitionIterator: () =>
    getIntersectionIterator(left, right, productLimit) as ReturnType<Automaton["transitionIterator"]>,
});

const shortestOf = (languages: readonly Language[]): string | undefined =>
  within("intersection states", () => shortest(languages));

/** Counts the states that are visited. @param each how many automata such a state is made of. */
const counted = (states: States, each: number): States => ({
  initial: states.initial,
  getOut: (state) => {
    spend(each);
    return states.getOut(state);
  },
  isFinal: (state) => states.isFinal(state),
});

const shortest = (languages: readonly Language[]): string | undefined => {
  const [first, ...rest] = languages;
  if (first === undefined) return "";
  const product = rest.reduce<Automaton>(
    (left, { automaton }) => intersect(left, automaton()),
    first.automaton(),
  );
  const word = FAIterators.shortestWordSet(counted(product.transitionIterator(), languages.length));
  return word && String.fromCodePoint(...word.map(readable));
};
