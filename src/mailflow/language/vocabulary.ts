/**
 * Texts written with a vocabulary: pieces lead from place to place, such as a word from the place before words to the one
 * behind them. Their automaton is put together as it will be, which takes a tenth of making one from an expression.
 */
import { type Char, CharSet } from "refa";
import { characters, maxCharacter, type States, statesAfter } from "./automaton";
import { spend } from "./budget";
import { fold, type Language, lazy } from "./language";
import { literalsIn } from "./literals";

/** A piece of text: what may stand at each of its letters. */
export type Piece = readonly CharSet[];

/** Ways to go on from each of some places to one place. */
export interface Step {
  readonly from: readonly string[];
  readonly to: string;
  readonly pieces: readonly Piece[];
}

/** Letters as sets, each one object, so that equal pieces are seen to begin alike. */
const letters = new Map<Char, CharSet>();

const letterOf = (character: Char): CharSet => {
  const known = letters.get(character) ?? CharSet.fromCharacter(maxCharacter, character);
  letters.set(character, known);
  return known;
};

/** Exactly this text. */
export const exactText = (text: string): Piece => characters(fold(text)).map(letterOf);

const digit = CharSet.fromRange(maxCharacter, { min: 0x30 as Char, max: 0x39 as Char });

export const digits = (count: number): Piece => Array.from({ length: count }, () => digit);

interface Node {
  readonly out: Map<Node, CharSet>;
  isFinal: boolean;
}

const connect = (from: Node, to: Node, by: CharSet): void => {
  from.out.set(to, from.out.get(to)?.union(by) ?? by);
};

/** Builds nodes from which given pieces lead to an end; equal ones are one, so that common endings are stored once. */
const treeBuilder = () => {
  const numbers = new Map<object, number>();
  const numberOf = (one: object): number => {
    const known = numbers.get(one) ?? numbers.size;
    numbers.set(one, known);
    return known;
  };
  const known = new Map<string, Node>();
  const treeOf = (pieces: readonly Piece[], end: Node): Node => {
    const byLetter = new Map<CharSet, Piece[]>();
    for (const [first, ...rest] of pieces) {
      if (first === undefined) continue;
      const rests = byLetter.get(first);
      if (rests === undefined) byLetter.set(first, [rest]);
      else rests.push(rest);
    }
    const edges: (readonly [CharSet, Node])[] = [];
    for (const [letter, rests] of byLetter) {
      if (rests.some((rest) => rest.length === 0)) edges.push([letter, end]);
      const longer = rests.filter((rest) => rest.length > 0);
      if (longer.length > 0) edges.push([letter, treeOf(longer, end)]);
    }
    const key = edges
      .map(([letter, to]) => `${numberOf(letter)} ${numberOf(to)}`)
      .sort()
      .join();
    const same = known.get(key);
    if (same !== undefined) return same;
    spend(1);
    const node: Node = { out: new Map(), isFinal: false };
    for (const [letter, to] of edges) connect(node, to, letter);
    known.set(key, node);
    return node;
  };
  return treeOf;
};

const build = (steps: readonly Step[], initial: string, finals: readonly string[]) => {
  const places = new Map<string, Node>();
  const placeOf = (name: string): Node => {
    const known = places.get(name) ?? { out: new Map<Node, CharSet>(), isFinal: finals.includes(name) };
    places.set(name, known);
    return known;
  };
  const treeOf = treeBuilder();
  for (const { from, to, pieces } of steps) {
    const tree = treeOf(pieces, placeOf(to));
    for (const name of from) for (const [node, by] of tree.out) connect(placeOf(name), node, by);
  }
  const states = {
    initial: placeOf(initial),
    getOut: ({ out }: Node) => out,
    isFinal: ({ isFinal }: Node) => isFinal,
  };
  return {
    maxCharacter,
    transitionIterator: () => states,
    test: (word: readonly Char[]) =>
      statesAfter(
        states as unknown as States,
        word.map((character) => [character]),
      ).some((state) => (state as Node).isFinal),
  };
};

/**
 * The texts that lead from the initial place to a final one. No piece may be empty.
 * @param key tells the language apart from every other.
 */
export const fromSteps = (
  key: string,
  steps: readonly Step[],
  initial: string,
  finals: readonly string[],
): Language => {
  const made = lazy(key, () => build(steps, initial, finals));
  return { ...made, mayContain: literalsIn(made.automaton) };
};
