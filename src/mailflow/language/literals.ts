/** Literals that members of a language hold: they settle at once what would take the product of two automata. */
import type { Char } from "refa";
import { type Automaton, allStates, characters, type States, statesAfter } from "./automaton";
import { type Cost, measured, noCost, pay, spend } from "./budget";

/** Whether a literal may begin in the prefix, so that what follows need not hold all of it. */
export const beginsIn = (literal: string, prefix: string): boolean =>
  prefix.includes(literal) ||
  Array.from({ length: literal.length - 1 }, (_none, index) => literal.slice(0, index + 1)).some((part) =>
    prefix.endsWith(part),
  );

/** The letters beyond ASCII that a regular expression takes for one of ASCII in any case. */
const otherForms: ReadonlyMap<string, string> = new Map([
  ["s", "\u017f"],
  ["k", "\u212a"],
]);

const hasOtherForm = (text: string): boolean => [...otherForms.values()].some((form) => text.includes(form));

/** Whether a folded text may contain one of the literals, in whatever form; any text where there are none to look for. */
export const holdsOneOf =
  (literals: readonly string[] | undefined): ((text: string) => boolean) =>
  (text) =>
    literals === undefined || literals.some((literal) => text.includes(literal)) || hasOtherForm(text);

const formsOf = (literal: string): readonly (readonly Char[])[] =>
  [...literal].map((letter) => characters(letter + (otherForms.get(letter) ?? "")));

interface MayContain {
  readonly answer: boolean;
  readonly cost: Cost;
}

/** Most literals remembered of one language. */
const knownLimit = 20_000;

/** Whether members of a language may contain a literal; asked once each. */
export const literalsIn = (automaton: () => Automaton): ((literal: string) => boolean) => {
  const known = new Map<string, MayContain>();
  const afterFirst = new Map<string, readonly object[]>();
  let all: readonly object[] | undefined;
  /** Literals are many, and first letters few. */
  const afterLetter = (states: States, letter: string): readonly object[] => {
    all ??= allStates(states);
    const found = afterFirst.get(letter) ?? statesAfter(states, formsOf(letter), all);
    afterFirst.set(letter, found);
    return found;
  };
  return (literal) => {
    const before = known.get(literal);
    if (before !== undefined) {
      pay(before.cost);
      return before.answer;
    }
    if (known.size >= knownLimit) known.clear();
    const cost = noCost();
    const answer = measured(cost, () => {
      const states = automaton().transitionIterator();
      spend(literal.length);
      const [first = "", ...rest] = literal;
      return statesAfter(states, formsOf(rest.join("")), afterLetter(states, first)).length > 0;
    });
    known.set(literal, { answer, cost });
    return answer;
  };
};
