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

const lazy = <State>(key: string, build: () => TransitionIterable<State>): Language => {
  let built: Automaton | undefined;
  return {
    key,
    automaton: () => {
      built ??= within("automaton states", build) as unknown as Automaton;
      return built;
    },
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
  return lazy(`{${folded.map((text) => JSON.stringify(text)).join()}}`, () =>
    NFA.fromWords(folded.map(characters), { maxCharacter }),
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
  return lazy(`(${distinct.map(({ key }) => key).join("|")})`, () => {
    const factory = new NFA.LimitedNodeFactory(stateLimit);
    const joined = NFA.fromFA(first.automaton(), factory);
    for (const { automaton } of rest) joined.union(automaton(), factory);
    return joined;
  });
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

/** Strings outside the language. Cost: at worst exponential in its states, bounded by the state budget. */
export const complement = (language: Language): Language => {
  if (language.key === "all") return nothing;
  if (language.key === "none") return everything;
  return lazy(`not ${language.key}`, () => {
    const factory = new DFA.LimitedNodeFactory(stateLimit);
    const determined = DFA.fromFA(language.automaton(), factory);
    determined.complement(factory);
    determined.minimize();
    return determined;
  });
};

/** Strings in both languages, as one language. */
export const both = (left: Language, right: Language): Language => {
  if (left.key === "all" || right.key === "none") return right;
  if (right.key === "all" || left.key === "none") return left;
  return lazy(`(${left.key}&${right.key})`, () =>
    NFA.fromIntersection(left.automaton(), right.automaton(), new NFA.LimitedNodeFactory(stateLimit)),
  );
};

/** Strings `rest` such that `prefix + rest` is in the language: what a condition asks of a text before it is prefixed. */
export const afterPrefix = (language: Language, prefix: string): Language => {
  const folded = fold(prefix);
  if (folded === "" || language.key === "all" || language.key === "none") return language;
  return lazy(`${JSON.stringify(folded)}\\${language.key}`, () => {
    const determined = DFA.fromFA(language.automaton(), new DFA.LimitedNodeFactory(stateLimit));
    let node: DFA.ReadonlyNode | undefined = determined.initial;
    for (const character of characters(folded)) node = node?.out.get(character);
    if (node === undefined) return NFA.empty({ maxCharacter });
    const from = FAIterators.withInitial(determined.transitionIterator(), node);
    return NFA.fromTransitionIterator(from, { maxCharacter }, new NFA.LimitedNodeFactory(stateLimit));
  });
};

/** The language with `prefix` put in front of each of its strings. */
export const withPrefix = (language: Language, prefix: string): Language =>
  prefix === ""
    ? language
    : lazy(`${JSON.stringify(fold(prefix))}.${language.key}`, () => {
        const joined = NFA.fromFA(fromTexts([prefix]).automaton());
        joined.append(language.automaton());
        return joined;
      });

const preferred = characters("abcdefghijklmnopqrstuvwxyz0123456789 .,:;!?-_@/()");

const readable = (choices: CharSet): number =>
  preferred.find((character) => choices.has(character)) ?? choices.ranges[0]?.min ?? 0;

const members = new Map<string, string | undefined>();
const memberLimit = 50_000;

/**
 * A shortest string that all languages share, or `undefined` where they share none.
 * Cost: the product of the automata's reachable states, bounded by the state budget.
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
  const memo = [...keys].sort().join("\u0000");
  if (members.has(memo)) return members.get(memo);
  const found = within("intersection states", () => shortest(distinct));
  if (members.size >= memberLimit) members.clear();
  members.set(memo, found);
  return found;
};

const intersect = (left: Automaton, right: Automaton): Automaton => ({
  maxCharacter,
  transitionIterator: () =>
    getIntersectionIterator(left, right, stateLimit) as ReturnType<Automaton["transitionIterator"]>,
});

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

/** Whether `text` is in the language. */
export const contains = (language: Language, text: string): boolean =>
  smallestMember([fromTexts([text]), language]) !== undefined;
