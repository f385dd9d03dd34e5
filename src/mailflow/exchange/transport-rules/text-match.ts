/** Words and patterns against one concrete text, for the evaluator (exchange-online.md 2.6). `undefined`: not published. */

import { orOf, type Truth } from "../evaluator/truth";
import { mayExplode } from "./explosive";

const isLetter = (character: string): boolean => /[\p{L}\p{N}\p{M}]/u.test(character);
const isSureDelimiter = (character: string): boolean => /[\s.,;:!?()<>[\]{}"'@/]/u.test(character);

/** The characters beside a place of a text; empty at its ends. */
const charactersBeside = (text: string, start: number, end: number): readonly [string, string] => {
  const after = text.codePointAt(end);
  return [
    [...text.slice(Math.max(0, start - 2), start)].at(-1) ?? "",
    after === undefined ? "" : String.fromCodePoint(after),
  ];
};

/**
 * Letters and digits never delimit; spaces and common punctuation always do; for the rest nothing is published.
 * @param text in lower case.
 */
const containsWord = (text: string, word: string): Truth => {
  const literal = word.toLowerCase();
  // Punctuation at the end of a word may delimit it: whether `@aircall.io` is in `noreply@aircall.io` is not published.
  const [first = "", last = ""] = [[...word][0], [...word].at(-1)];
  let answer: Truth = false;
  let at = text.indexOf(literal);
  while (at !== -1) {
    const [before, after] = charactersBeside(text, at, at + literal.length);
    if ((before === "" || isSureDelimiter(before)) && (after === "" || isSureDelimiter(after))) return true;
    if (!(isLetter(first) && isLetter(before)) && !(isLetter(last) && isLetter(after))) answer = undefined;
    const next = text.indexOf(literal, at + 1);
    at = next > at ? next : -1;
  }
  return answer;
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
