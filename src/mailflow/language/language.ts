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
import { BudgetError, type Cost, measured, noCost, pay, spend, WorkError } from "./budget";

export { BudgetError } from "./budget";

const maxCharacter: Char = 0x10ffff as Char;

const characters = (text: string): Char[] => [...text].map((one) => one.codePointAt(0) as Char);

/** Most automaton states one construction may make before the answer is "budget exhausted". */
const stateLimit = 20_000;

/** Most states of a product that one question may visit. */
const productLimit = 40_000;

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
  /** Texts that meet it under some published reading, where `possibly` is wider for safety's sake; else the same. */
  readonly plausibly?: Language;
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

/** Counts the states that are made. */
const nodes = <Node>(factory: { readonly createNode: () => Node }): { readonly createNode: () => Node } => ({
  createNode: () => {
    spend(1);
    return factory.createNode();
  },
});

interface Tested<State> extends TransitionIterable<State> {
  readonly test: (word: readonly Char[]) => boolean;
}

/** Languages by key: an automaton that was built once serves every question about the same set. */
const shared = new Map<string, Language>();

/** A process that lives long forgets rather than grows. */
const sharedLimit = 20_000;

const share = (language: Language): Language => {
  if (shared.size >= sharedLimit) shared.clear();
  shared.set(language.key, language);
  return language;
};

/** @param accepts a cheaper way to test a text than the automaton, where there is one. */
const lazy = <State>(
  key: string,
  build: () => Tested<State>,
  accepts?: (text: string) => boolean,
): Language => shared.get(key) ?? share(unshared(key, build, accepts));

const unshared = <State>(
  key: string,
  build: () => Tested<State>,
  accepts?: (text: string) => boolean,
): Language => {
  let built: Tested<State> | undefined;
  let failure: BudgetError | undefined;
  const cost = noCost();
  const automaton = (): Tested<State> => {
    if (built !== undefined || failure !== undefined) pay(cost);
    // What did not fit once will not fit the next time either.
    if (failure !== undefined) throw failure;
    try {
      built ??= measured(cost, () => within("automaton states", build));
      return built;
    } catch (error) {
      if (error instanceof BudgetError && !(error instanceof WorkError)) failure = error;
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
 * @param accepts a cheaper way to test a folded text than the automaton, where there is one.
 * @throws SyntaxError where the source is not valid.
 */
export const fromRegularExpression = (
  source: string,
  assertions: AssertionReading = "disable",
  accepts?: (text: string) => boolean,
): Language =>
  lazy(
    `/${source}/${assertions}`,
    () => {
      const { expression } = JS.Parser.fromLiteral({ source, flags: "iu" }).parse({
        assertions,
        backreferences: "throw",
      });
      return NFA.fromRegex(expression, { maxCharacter }, {}, nodes(new NFA.LimitedNodeFactory(stateLimit)));
    },
    accepts,
  );

/** The engine refuses expressions that are much longer. */
const longestExpression = 5_000;

/**
 * The same for an expression of our own without assertions: texts are tested by the engine's regular expressions.
 * Never for one that somebody else wrote, on which those may take for ever.
 */
export const fromOwnExpression = (source: string): Language => {
  let expression: RegExp | undefined;
  return fromRegularExpression(
    source,
    "disable",
    source.length > longestExpression
      ? undefined
      : (text) => {
          expression ??= new RegExp(`^(?:${source})$`, "iu");
          return expression.test(text);
        },
  );
};

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
      const factory = nodes(new NFA.LimitedNodeFactory(stateLimit));
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
    ...(bounds.some(({ plausibly }) => plausibly !== undefined)
      ? { plausibly: union(bounds.map(({ possibly, plausibly = possibly }) => plausibly)) }
      : {}),
    ...(because === "" ? {} : { because }),
  };
};

/** The same language as a minimal deterministic automaton: worth its cost where it meets many others. */
export const minimal = (language: Language): Language =>
  unshared(
    language.key,
    () => {
      const determined = DFA.fromFA(language.automaton(), nodes(new DFA.LimitedNodeFactory(stateLimit)));
      determined.minimize();
      return determined;
    },
    language.accepts,
  );

/** Strings outside the language. Cost: at worst exponential in its states, bounded by the state budget. */
export const complement = (language: Language): Language => {
  const known = complements.get(language);
  if (known !== undefined) return known;
  const made = outside(language);
  complements.set(language, made);
  return made;
};

const complements = new WeakMap<Language, Language>();

const outside = (language: Language): Language => {
  if (language.key === "all") return nothing;
  if (language.key === "none") return everything;
  const build = () => {
    const factory = nodes(new DFA.LimitedNodeFactory(stateLimit));
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
    () =>
      NFA.fromIntersection(
        left.automaton(),
        right.automaton(),
        nodes(new NFA.LimitedNodeFactory(stateLimit)),
      ),
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
    return NFA.fromTransitionIterator(from, { maxCharacter }, nodes(new NFA.LimitedNodeFactory(stateLimit)));
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

/** Whether a folded text is in the language. */
export const contains = (language: Language, text: string): boolean => language.accepts(text);
