/**
 * Sets of strings with intersection, complement and a smallest member: the one place that knows `refa`.
 * Texts are folded to lower case first, since every mail-flow comparison ignores case (exchange-online.md 2.6).
 */
import {
  type Char,
  type CharSet,
  DFA,
  FAIterators,
  getIntersectionIterator,
  JS,
  NFA,
  TooManyNodesError,
  type TransitionIterable,
} from "refa";

const maxCharacter: Char = 0x10ffff as Char;

const characters = (text: string): Char[] => [...text].map((one) => one.codePointAt(0) as Char);

/** Most automaton states one construction may make before the answer is "budget exhausted". */
const stateLimit = 20_000;

/** Most states of a product that one question may visit. */
const productLimit = 40_000;

/** A construction or a search grew past its budget; the caller reports `undecided` with `budget`. */
export class BudgetError extends Error {
  constructor(readonly budget: string) {
    super(`the budget "${budget}" ran out`);
  }
}

/** Whatever has states and transitions: built or still to be walked. The type of its states does not matter here. */
type Automaton = TransitionIterable<object>;

/** A set of folded strings. Equal keys mean equal sets; the automaton is built on first use. */
export interface Language {
  readonly key: string;
  readonly automaton: () => Automaton;
  /** Whether a folded text is in the set; walks one text, builds no product and no complement. */
  readonly accepts: (text: string) => boolean;
}

/** A condition known between two bounds: everything in `surely` meets it, nothing outside `possibly` does. */
export interface Bounds {
  readonly surely: Language;
  readonly possibly: Language;
  /** Why the bounds differ; absent where they are equal. */
  readonly because?: string;
}

/** The form in which texts are compared. */
export const fold = (text: string): string => text.toLowerCase();

const within = <T>(budget: string, build: () => T): T => {
  try {
    return build();
  } catch (error) {
    if (error instanceof TooManyNodesError) throw new BudgetError(budget);
    throw error;
  }
};

interface Tested<State> extends TransitionIterable<State> {
  readonly test: (word: readonly Char[]) => boolean;
}

/** @param accepts a cheaper way to test a text than the automaton, where there is one. */
const lazy = <State>(
  key: string,
  build: () => Tested<State>,
  accepts?: (text: string) => boolean,
): Language => {
  let built: Tested<State> | undefined;
  let failure: BudgetError | undefined;
  const automaton = (): Tested<State> => {
    // What did not fit once will not fit the next time either.
    if (failure !== undefined) throw failure;
    try {
      built ??= within("automaton states", build);
      return built;
    } catch (error) {
      if (error instanceof BudgetError) failure = error;
      throw error;
    }
  };
  return {
    key,
    automaton: () => automaton() as unknown as Automaton,
    accepts: accepts ?? ((text) => automaton().test(characters(text))),
  };
};

/** Every string. */
export const everything: Language = lazy("all", () => DFA.all({ maxCharacter }));

/** No string. */
export const nothing: Language = lazy("none", () => DFA.empty({ maxCharacter }));

/** Nothing is known: the condition may hold for any string. */
export const unknownBounds = (because: string): Bounds => ({
  surely: nothing,
  possibly: everything,
  because,
});

/** Bounds of a condition that is known exactly. */
export const exactly = (language: Language): Bounds => ({ surely: language, possibly: language });

/** What an assertion that cannot be resolved is taken for: never true, or no constraint. */
export type AssertionReading = "disable" | "ignore";

/**
 * The strings matched as a whole by a JavaScript regular expression with the flags `iu`.
 * @throws SyntaxError where the source is not valid.
 */
export const fromRegularExpression = (source: string, assertions: AssertionReading = "disable"): Language =>
  lazy(`/${source}/${assertions}`, () => {
    const { expression } = JS.Parser.fromLiteral({ source, flags: "iu" }).parse({
      assertions,
      backreferences: "throw",
    });
    return NFA.fromRegex(expression, { maxCharacter }, {}, new NFA.LimitedNodeFactory(stateLimit));
  });

/** Text that matches itself inside a regular expression with the flag `u`. */
export const quote = (text: string): string =>
  text.replace(/[\\^$.*+?()[\]{}|/-]/gu, (character) => `\\${character === "-" ? "x2d" : character}`);

/** Exactly these strings. */
export const fromTexts = (texts: readonly string[]): Language => {
  const folded = [...new Set(texts.map(fold))].sort();
  return lazy(
    `{${folded.map((text) => JSON.stringify(text)).join()}}`,
    () => NFA.fromWords(folded.map(characters), { maxCharacter }),
    (text) => folded.includes(text),
  );
};

/** Strings in at least one of the languages. */
export const union = (languages: readonly Language[]): Language => {
  const distinct = [
    ...new Map(languages.filter(({ key }) => key !== "none").map((one) => [one.key, one])).values(),
  ];
  const [first, ...rest] = distinct;
  if (first === undefined) return nothing;
  if (distinct.some(({ key }) => key === "all")) return everything;
  if (rest.length === 0) return first;
  return lazy(
    `(${distinct.map(({ key }) => key).join("|")})`,
    () => {
      const factory = new NFA.LimitedNodeFactory(stateLimit);
      const joined = NFA.fromFA(first.automaton(), factory);
      for (const { automaton } of rest) joined.union(automaton(), factory);
      return joined;
    },
    (text) => distinct.some(({ accepts }) => accepts(text)),
  );
};

/** Bounds of "at least one of these conditions holds". */
export const anyOf = (bounds: readonly Bounds[]): Bounds => {
  const because = [...new Set(bounds.flatMap((one) => one.because ?? []))].join("; ");
  return {
    surely: union(bounds.map(({ surely }) => surely)),
    possibly: union(bounds.map(({ possibly }) => possibly)),
    ...(because === "" ? {} : { because }),
  };
};

/** The same language as a minimal deterministic automaton: worth its cost where it meets many others. */
export const minimal = (language: Language): Language =>
  lazy(
    language.key,
    () => {
      const determined = DFA.fromFA(language.automaton(), new DFA.LimitedNodeFactory(stateLimit));
      determined.minimize();
      return determined;
    },
    language.accepts,
  );

/** Strings outside the language. Cost: at worst exponential in its states, bounded by the state budget. */
export const complement = (language: Language): Language => {
  if (language.key === "all") return nothing;
  if (language.key === "none") return everything;
  const build = () => {
    const factory = new DFA.LimitedNodeFactory(stateLimit);
    const determined = DFA.fromFA(language.automaton(), factory);
    determined.complement(factory);
    determined.minimize();
    return determined;
  };
  return lazy(`not ${language.key}`, build, (text) => !language.accepts(text));
};

/** Strings in both languages, as one language. */
export const both = (left: Language, right: Language): Language => {
  if (left.key === "all" || right.key === "none") return right;
  if (right.key === "all" || left.key === "none") return left;
  return lazy(
    `(${left.key}&${right.key})`,
    () => NFA.fromIntersection(left.automaton(), right.automaton(), new NFA.LimitedNodeFactory(stateLimit)),
    (text) => left.accepts(text) && right.accepts(text),
  );
};

/** Strings `rest` such that `prefix + rest` is in the language: what a condition asks of a text before it is prefixed. */
export const afterPrefix = (language: Language, prefix: string): Language => {
  const folded = fold(prefix);
  if (folded === "" || language.key === "all" || language.key === "none") return language;
  const build = () => {
    const inner = language.automaton().transitionIterator();
    const initial = {};
    const reached = statesAfter(inner, folded);
    const from: typeof inner = {
      initial,
      getOut: (state) => (state === initial ? joinedOut(inner, reached) : inner.getOut(state)),
      isFinal: (state) =>
        state === initial ? reached.some((one) => inner.isFinal(one)) : inner.isFinal(state),
    };
    return NFA.fromTransitionIterator(from, { maxCharacter }, new NFA.LimitedNodeFactory(stateLimit));
  };
  return lazy(`${JSON.stringify(folded)}\\${language.key}`, build, (text) => language.accepts(folded + text));
};

type States = ReturnType<Automaton["transitionIterator"]>;

/** The states a text may lead to. */
const statesAfter = (states: States, text: string): readonly object[] =>
  characters(text).reduce<readonly object[]>(
    (at, character) => {
      const next = at.flatMap((state) =>
        [...states.getOut(state)].flatMap(([to, via]) => (via.has(character) ? [to] : [])),
      );
      return [...new Set(next)];
    },
    [states.initial],
  );

/** The transitions out of several states, as of one. */
const joinedOut = (states: States, from: readonly object[]): ReadonlyMap<object, CharSet> => {
  const out = new Map<object, CharSet>();
  for (const state of from)
    for (const [to, via] of states.getOut(state)) out.set(to, out.get(to)?.union(via) ?? via);
  return out;
};

const preferred = characters("abcdefghijklmnopqrstuvwxyz0123456789 .,:;!?-_@/()");

const readable = (choices: CharSet): number =>
  preferred.find((character) => choices.has(character)) ?? choices.ranges[0]?.min ?? 0;

const members = new Map<string, string | undefined | BudgetError>();
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
  if (known instanceof BudgetError) throw known;
  if (known !== undefined || members.has(memo)) return known;
  if (members.size >= memberLimit) members.clear();
  try {
    const found = search(distinct);
    members.set(memo, found);
    return found;
  } catch (error) {
    if (error instanceof BudgetError) members.set(memo, error);
    throw error;
  }
};

/** Tries members of a part of the languages on the others before it builds the product. */
const search = (languages: readonly Language[]): string | undefined => {
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

const shortest = (languages: readonly Language[]): string | undefined => {
  const [first, ...rest] = languages;
  if (first === undefined) return "";
  const product = rest.reduce<Automaton>(
    (left, { automaton }) => intersect(left, automaton()),
    first.automaton(),
  );
  const word = FAIterators.shortestWordSet(product.transitionIterator());
  return word && String.fromCodePoint(...word.map(readable));
};

/** Whether a folded text is in the language. */
export const contains = (language: Language, text: string): boolean => language.accepts(text);
