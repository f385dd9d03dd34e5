/** Words and patterns against one concrete text, for the evaluator (exchange-online.md 2.6). `undefined`: not published. */

import { mayExplode } from "./explosive";

/** Three-valued truth. */
export type Truth = boolean | undefined;

export const or = (truths: readonly Truth[]): Truth =>
  truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
export const and = (truths: readonly Truth[]): Truth =>
  truths.includes(false) ? false : truths.includes(undefined) ? undefined : true;
/** `or` of what each item answers; asks no further once one is true. */
export const orOf = <Item>(items: Iterable<Item>, ask: (item: Item) => Truth): Truth => {
  let answer: Truth = false;
  for (const item of items) {
    const truth = ask(item);
    if (truth === true) return true;
    if (truth === undefined) answer = undefined;
  }
  return answer;
};

/** `and` of what each item answers; asks no further once one is false. */
export const andOf = <Item>(items: Iterable<Item>, ask: (item: Item) => Truth): Truth =>
  not(orOf(items, (item) => not(ask(item))));

export const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");

interface WordTests {
  readonly possible: RegExp;
  readonly sure: RegExp;
}

/** Letters and digits never delimit; spaces and common punctuation always do; for the rest nothing is published. */
const testsFor = (word: string): WordTests => {
  const literal = escaped(word.toLowerCase());
  // Punctuation at the end of a word may delimit it: whether `@aircall.io` is in `noreply@aircall.io` is not published.
  const before = /^[\p{L}\p{N}\p{M}]/u.test(word) ? "(?<![\\p{L}\\p{N}\\p{M}])" : "";
  const after = /[\p{L}\p{N}\p{M}]$/u.test(word) ? "(?![\\p{L}\\p{N}\\p{M}])" : "";
  return {
    possible: new RegExp(`${before}${literal}${after}`, "u"),
    sure: new RegExp(`(?<=^|[\\s.,;:!?()<>\\[\\]{}"'@/])${literal}(?=$|[\\s.,;:!?()<>\\[\\]{}"'@/])`, "u"),
  };
};

/** One message after the other meets the same words. */
const known = new Map<string, WordTests>();
const knownLimit = 10_000;

/** @param text in lower case. */
const containsWord = (text: string, word: string): Truth => {
  if (!text.includes(word.toLowerCase())) return false;
  const tests = known.get(word) ?? testsFor(word);
  if (known.size >= knownLimit) known.clear();
  known.set(word, tests);
  if (!tests.possible.test(text)) return false;
  return tests.sure.test(text) ? true : undefined;
};

export const containsAnyWord = (text: string, words: readonly string[]): Truth => {
  const inText = text.toLowerCase();
  return orOf(words, (word) => containsWord(inText, word));
};

/** What a reader sees of a body: markup removed, common entities decoded. */
const visibleText = (body: string): string =>
  body
    .replace(/<[^>]*>/gu, "")
    .replace(/&nbsp;/gu, " ")
    .replace(/&amp;/gu, "&")
    .replace(/&lt;/gu, "<")
    .replace(/&gt;/gu, ">");

/** Whether words see HTML source or text is not published: sure only in a body without markup (exchange-online.md 2.1). */
export const bodyContainsAnyWord = (body: string, words: readonly string[]): Truth => {
  if (!/[<&]/u.test(body)) return containsAnyWord(body, words);
  const [source, visible] = [containsAnyWord(body, words), containsAnyWord(visibleText(body), words)];
  return source === visible ? source : undefined;
};

/** Constructs on which .NET and this engine are not known to agree. */
const differs = (pattern: string): boolean => /\\[pPkG]|\\[1-9]|\\c|\[[^\]]*-\[|\(\?(?!:)/u.test(pattern);

/** `^` outside a class: whether it holds where it should is not reliable for some fields. */
const startAnchor = /(?<!\\|\[)\^/gu;

/**
 * Without line anchors and line-crossing dots on one side, with them on the other: where both agree, every reading of
 * `$` and `.` agrees.
 */
const eitherReading = (text: string, source: string): Truth => {
  const strict = new RegExp(source, "iu").test(text);
  return strict === new RegExp(source, "imsu").test(text) ? strict : undefined;
};

/** Over a text this short even a doubling at each character ends soon. */
const shortText = 24;

const matchesPattern = (text: string, pattern: string): Truth => {
  if (differs(pattern) || (text.length > shortText && mayExplode(pattern))) return undefined;
  const asciiOnly = [...text].every((character) => character.charCodeAt(0) < 128);
  // .NET's classes hold more than ours: a match by ours is one by theirs, but for classes that exclude.
  const isOpen = !asciiOnly && /\\[dDwWsSbB]|\[\^/u.test(pattern);
  if (isOpen && /\\[DWSbB]|\[\^/u.test(pattern)) return undefined;
  const source = pattern.replace(/\\A/gu, "(?<![^])").replace(/\\[zZ]/gu, "(?=\\n?(?![^]))");
  try {
    const withoutStart = source.replace(startAnchor, "");
    const found = eitherReading(text, withoutStart);
    const known = found === false || withoutStart === source ? found : undefined;
    return isOpen && known === false ? undefined : known;
  } catch {
    return undefined;
  }
};

export const matchesAnyPattern = (text: string, patterns: readonly string[], legacy: boolean): Truth =>
  legacy ? undefined : orOf(patterns, (pattern) => matchesPattern(text, pattern));
