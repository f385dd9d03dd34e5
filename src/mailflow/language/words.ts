/** The meaning of a `Words` condition: a whole word, in any case, no wildcards (exchange-online.md 2.6). */
import { anyOf, type Bounds, fold, quote, union } from "./language";
import { fromOwnExpression } from "./own-expression";

/** Spaces and the punctuation everybody counts as such. Whether `_`, `-`, `=` or others delimit is not published. */
const sureDelimiter = "[ \\t\\r\\n\\xa0.,;:!?()<>\\[\\]{}\"'@/]";

/**
 * ASCII letters and digits never delimit a word. Taking any other character for a possible delimiter is wider than the
 * truth, which is safe for this bound, and keeps the automata small: Unicode's letters are hundreds of ranges.
 */
const possibleDelimiter = "[^0-9A-Za-z]";

const containsBetween = (before: string, word: string, after: string) =>
  fromOwnExpression(`(?:[^]*${before})?${quote(fold(word))}(?:${after}[^]*)?`, {
    literals: [fold(word)],
    examples: [fold(word)],
  });

/** Punctuation at the end of a word may be its own delimiter, so that a letter may stand beside it: `@aircall.io`. */
const possibleBefore = (word: string): string => (/^[\p{L}\p{N}\p{M}]/u.test(word) ? possibleDelimiter : "");
const possibleAfter = (word: string): string => (/[\p{L}\p{N}\p{M}]$/u.test(word) ? possibleDelimiter : "");

const cache = new Map<string, Bounds>();

const containsWord = (word: string): Bounds => {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const bounds: Bounds = {
    surely: containsBetween(sureDelimiter, word, sureDelimiter),
    possibly: containsBetween(possibleBefore(word), word, possibleAfter(word)),
    because: `which characters delimit the word "${word}" is not published`,
  };
  cache.set(word, bounds);
  return bounds;
};

/** Texts that contain one of the words as a whole word. */
export const containsWords = (words: readonly string[]): Bounds => anyOf(words.map(containsWord));

const withMarkup = fromOwnExpression("[^]*[<&][^]*", { literals: ["<", "&"], examples: ["<p>"] });

/**
 * Bodies that contain one of the words. Whether the test sees HTML source or the text in it is not published
 * (exchange-online.md 2.1): only a body without markup is sure, and markup may split or join any word.
 */
export const bodyContainsWords = (words: readonly string[]): Bounds => {
  const literals = words.map(fold);
  const key = literals.map(quote);
  const inPlain = (delimiter: string) =>
    `(?:[^<&]*${delimiter.replace("<>", ">")})?(?:${key.join("|")})(?:${delimiter.replace("<>", ">")}[^<&]*)?`;
  const inSource = words
    .map((word, place) => `(?:[^]*${possibleBefore(word)})?${key[place]}(?:${possibleAfter(word)}[^]*)?`)
    .join("|");
  const inAny = fromOwnExpression(inSource, { literals, examples: literals });
  return {
    surely: fromOwnExpression(inPlain(sureDelimiter), {
      literals,
      examples: literals.filter((word) => !/[<&]/u.test(word)),
    }),
    possibly: union([inAny, withMarkup]),
    plausibly: inAny,
    because: "whether word conditions see HTML source or text is not published",
  };
};
