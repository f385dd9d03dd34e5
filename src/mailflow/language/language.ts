/**
 * Sets of strings with intersection and complement. Texts are folded to lower case first, since every mail-flow comparison
 * ignores case (exchange-online.md 2.6).
 */
import { DFA, JS, NFA } from "refa";
import {
  type Automaton,
  characters,
  maxCharacter,
  nodes,
  stateLimit,
  type Tested,
  within,
} from "./automaton";
import { BudgetError, measured, noCost, pay, WorkError } from "./budget";

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
export interface Known {
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

/** Whether a folded text is in the language. */
export const contains = (language: Language, text: string): boolean => language.accepts(text);
