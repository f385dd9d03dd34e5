/**
 * Sets of strings with intersection and complement. Texts are folded to lower case first, since every mail-flow comparison
 * ignores case (exchange-online.md 2.6).
 */
import { DFA, JS, NFA } from "refa";
import {
  type Automaton,
  characters,
  joinedOut,
  maxCharacter,
  nodes,
  stateLimit,
  statesAfter,
  type Tested,
  within,
} from "./automaton";
import { BudgetError, measured, noCost, pay, WorkError } from "./budget";
import { beginsIn, holdsOneOf } from "./literals";

export { BudgetError } from "./budget";

/** A set of folded strings. Equal keys mean equal sets; the automaton is built on first use. */
export interface Language {
  readonly key: string;
  readonly automaton: () => Automaton;
  /** Whether a folded text is in the set; walks one text, builds no product and no complement. */
  readonly accepts: (text: string) => boolean;
  /** Every member contains one of these; absent where no such literals are known. */
  readonly literals?: readonly string[];
  /** Some members, known without the automaton, the shortest first. */
  readonly examples?: readonly string[];
  /** Whether some member may contain a literal; absent where that is not worth asking. */
  readonly mayContain?: (literal: string) => boolean;
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

/** Languages by key: an automaton that was built once serves every question about the same set. */
const shared = new Map<string, Language>();

/** A process that lives long forgets rather than grows. */
const sharedLimit = 20_000;

const share = (language: Language): Language => {
  if (shared.size >= sharedLimit) shared.clear();
  shared.set(language.key, language);
  return language;
};

/** What is known of a set without its automaton. */
interface Known {
  /** A cheaper way to test a text than the automaton. */
  readonly accepts?: (text: string) => boolean;
  readonly literals?: readonly string[] | undefined;
  readonly examples?: readonly string[] | undefined;
}

/** A language whose automaton is built when it is first needed. @param key equal keys mean equal sets. */
export const lazy = <State>(key: string, build: () => Tested<State>, known: Known = {}): Language =>
  shared.get(key) ?? share(unshared(key, build, known));

const shortestFirst = (texts: readonly string[]): readonly string[] =>
  [...texts].sort((left, right) => left.length - right.length);

const unshared = <State>(
  key: string,
  build: () => Tested<State>,
  { accepts, literals, examples }: Known,
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
    ...(literals === undefined ? {} : { literals }),
    ...(examples === undefined ? {} : { examples: shortestFirst(examples) }),
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
export const fromRegularExpression = (
  source: string,
  assertions: AssertionReading = "disable",
  known: Known = {},
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
    known,
  );

const isAscii = (text: string): boolean => !/[^\p{ASCII}]/u.test(text);

/** The engine refuses expressions that are much longer. */
const longestExpression = 5_000;

/**
 * The same for an expression of our own without assertions: texts are tested by the engine's regular expressions.
 * Never for one that somebody else wrote, on which those may take for ever.
 * @param literals folded texts, one of which is in every match, but for the case of its letters.
 * @param examples folded texts that it matches.
 */
export const fromOwnExpression = (
  source: string,
  { literals: all = [], examples }: Omit<Known, "accepts"> = {},
): Language => {
  const literals = all.length > 0 && all.every(isAscii) ? all : undefined;
  if (source.length > longestExpression)
    return fromRegularExpression(source, "disable", { literals, examples });
  const mayMatch = holdsOneOf(literals);
  let expression: RegExp | undefined;
  const accepts = (text: string): boolean => {
    if (!mayMatch(text)) return false;
    expression ??= new RegExp(`^(?:${source})$`, "iu");
    return expression.test(text);
  };
  return fromRegularExpression(source, "disable", { accepts, literals, examples });
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
    { accepts: (text) => folded.includes(text) },
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
    {
      accepts: (text) => distinct.some(({ accepts }) => accepts(text)),
      literals: distinct.every(({ literals }) => literals !== undefined)
        ? distinct.flatMap(({ literals = [] }) => literals)
        : undefined,
      examples: distinct.flatMap(({ examples = [] }) => examples),
    },
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
  return lazy(`not ${language.key}`, build, { accepts: (text) => !language.accepts(text) });
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
    {
      accepts: (text) => left.accepts(text) && right.accepts(text),
      literals: left.literals ?? right.literals,
    },
  );
};

const prefixed = new WeakMap<Language, Map<string, Language>>();

/** Strings `rest` such that `prefix + rest` is in the language: what a condition asks of a text before it is prefixed. */
export const afterPrefix = (language: Language, prefix: string): Language => {
  const folded = fold(prefix);
  if (folded === "" || language.key === "all" || language.key === "none") return language;
  const known = prefixed.get(language) ?? new Map<string, Language>();
  prefixed.set(language, known);
  const made = known.get(folded) ?? behind(language, folded);
  known.set(folded, made);
  return made;
};

/** @param folded what stands before. */
const behind = (language: Language, folded: string): Language => {
  const build = () => {
    const inner = language.automaton().transitionIterator();
    const initial = {};
    const reached = statesAfter(
      inner,
      characters(folded).map((one) => [one]),
    );
    const from: typeof inner = {
      initial,
      getOut: (state) => (state === initial ? joinedOut(inner, reached) : inner.getOut(state)),
      isFinal: (state) =>
        state === initial ? reached.some((one) => inner.isFinal(one)) : inner.isFinal(state),
    };
    return NFA.fromTransitionIterator(from, { maxCharacter }, nodes(new NFA.LimitedNodeFactory(stateLimit)));
  };
  // Where a literal may begin in the prefix, less than all of it may be enough of what follows.
  const isApart = language.literals?.some((literal) => beginsIn(literal, folded)) === false;
  return lazy(`${JSON.stringify(folded)}\\${language.key}`, build, {
    accepts: (text) => language.accepts(folded + text),
    literals: isApart ? language.literals : undefined,
    examples: isApart ? language.examples?.filter((text) => language.accepts(folded + text)) : undefined,
  });
};

/** Whether a folded text is in the language. */
export const contains = (language: Language, text: string): boolean => language.accepts(text);
