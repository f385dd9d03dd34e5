/** Automata of the engine below, `refa`: what this project asks of all of them, whoever built them. */
import { type Char, type CharSet, TooManyNodesError, type TransitionIterable } from "refa";
import { BudgetError, spend } from "./budget";

export const maxCharacter: Char = 0x10ffff as Char;

export const characters = (text: string): Char[] => [...text].map((one) => one.codePointAt(0) as Char);

/** Most automaton states one construction may make before the answer is "budget exhausted". */
export const stateLimit = 20_000;

/** Whatever has states and transitions: built or still to be walked. The type of its states does not matter here. */
export type Automaton = TransitionIterable<object>;

/** @throws BudgetError where refa's own limit is met. */
export const within = <T>(budget: string, build: () => T): T => {
  try {
    return build();
  } catch (error) {
    if (error instanceof TooManyNodesError) throw new BudgetError(budget);
    throw error;
  }
};

/** Counts the states that are made. */
export const nodes = <Node>(factory: {
  readonly createNode: () => Node;
}): { readonly createNode: () => Node } => ({
  createNode: () => {
    spend(1);
    return factory.createNode();
  },
});

export interface Tested<State> extends TransitionIterable<State> {
  readonly test: (word: readonly Char[]) => boolean;
}

export type States = ReturnType<Automaton["transitionIterator"]>;

/** The states a text may lead to. @param from the states it may begin in. */
export const statesAfter = (
  states: States,
  text: readonly (readonly Char[])[],
  from: readonly object[] = [states.initial],
): readonly object[] =>
  text.reduce<readonly object[]>((at, forms) => {
    const next = new Set<object>();
    for (const state of at)
      for (const [to, via] of states.getOut(state))
        if (forms.some((character) => via.has(character))) next.add(to);
    return [...next];
  }, from);

/** Every state that some text leads to. */
export const allStates = (states: States): readonly object[] => {
  const found = new Set<object>([states.initial]);
  for (const state of found) for (const [to] of states.getOut(state)) found.add(to);
  return [...found];
};

/** The transitions out of several states, as of one. */
export const joinedOut = (states: States, from: readonly object[]): ReadonlyMap<object, CharSet> => {
  const out = new Map<object, CharSet>();
  for (const state of from)
    for (const [to, via] of states.getOut(state)) out.set(to, out.get(to)?.union(via) ?? via);
  return out;
};
