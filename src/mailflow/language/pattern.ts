/**
 * The meaning of a `Patterns` condition: a .NET-style regular expression, in any case, unanchored
 * (exchange-online.md 2.6). Where the dialect differs from ours or is not published, the bounds part.
 */
import { type AST, RegExpParser } from "@eslint-community/regexpp";
import { anyOf, type Bounds, fromRegularExpression, quote, union, unknownBounds } from "./language";

/** Which bound a piece of the pattern is written for. */
type Side = "surely" | "possibly";

/** The pattern holds a construct whose meaning here is not known. */
class UnsupportedConstruct extends Error {}

/**
 * .NET's classes cover Unicode, ours ASCII, on which every engine agrees. Texts with any other character count as possibly
 * matching wherever a pattern uses such a class: wider than the truth, and it keeps automata small.
 */
const sets: Readonly<Record<"digit" | "space" | "word", string>> = {
  digit: "0-9",
  space: "\\t\\n\\v\\f\\r ",
  word: "0-9A-Za-z_",
};

/** Without the long s and the Kelvin sign, which are "s" and "k" in any case: they would bring those letters along. */
const beyondAscii = "\\x80-\\u{17e}\\u{180}-\\u{2129}\\u{212b}-\\u{10ffff}";

const withCharacterBeyondAscii = fromRegularExpression(`[^]*[${beyondAscii}][^]*`);

const negatedSet = (set: AST.EscapeCharacterSet): string => `[^${sets[set.kind]}${beyondAscii}]`;

const literal = (character: AST.Character): string => quote(String.fromCodePoint(character.value));

const isEscapeSet = (element: AST.CharacterClassElement | AST.Element): element is AST.EscapeCharacterSet =>
  element.type === "CharacterSet" &&
  (element.kind === "digit" || element.kind === "space" || element.kind === "word");

/** A class; one that holds a negated set is written as a union. */
const characterClass = (node: AST.CharacterClass): string => {
  const items = node.elements.map((element) => {
    if (element.type === "Character") return literal(element);
    if (element.type === "CharacterClassRange") return `${literal(element.min)}-${literal(element.max)}`;
    if (isEscapeSet(element) && !element.negate) return sets[element.kind];
    if (isEscapeSet(element) && !node.negate) return negatedSet(element);
    throw new UnsupportedConstruct(`the class ${node.raw}`);
  });
  // Which characters beyond ASCII such a class leaves is as open as which ones the set inside it holds.
  if (node.negate) return `[^${items.join("")}${node.elements.some(isEscapeSet) ? beyondAscii : ""}]`;
  if (items.length === 0) return "[]";
  return `(?:${items.map((item) => (item.startsWith("[^") ? item : `[${item}]`)).join("|")})`;
};

const quantifier = (node: AST.Quantifier): string =>
  `{${node.min},${node.max === Number.POSITIVE_INFINITY ? "" : node.max}}`;

const element = (node: AST.Element, side: Side): string => {
  switch (node.type) {
    case "Character":
      return literal(node);
    case "CharacterClass":
      return characterClass(node);
    case "CharacterSet":
      // In .NET the dot excludes the line feed alone.
      if (node.kind === "any") return side === "surely" ? "[^\\n\\r\\u2028\\u2029]" : "[^\\n]";
      if (isEscapeSet(node)) return node.negate ? negatedSet(node) : `[${sets[node.kind]}]`;
      throw new UnsupportedConstruct(node.raw);
    case "Group":
    case "CapturingGroup":
      return `(?:${node.alternatives.map((one) => one.elements.map((part) => element(part, side)).join("")).join("|")})`;
    case "Quantifier":
      return `(?:${element(node.element, side)})${quantifier(node)}`;
    case "Assertion":
      // Any assertion only narrows: dropping it widens, refusing the branch narrows.
      return side === "surely" ? "[]" : "";
    default:
      throw new UnsupportedConstruct(node.raw);
  }
};

const isWordElement = (node: AST.Element | undefined): boolean => {
  if (node === undefined) return false;
  if (node.type === "Character") return /[0-9A-Za-z_]/.test(String.fromCodePoint(node.value));
  if (node.type === "Quantifier") return node.min > 0 && isWordElement(node.element);
  if (node.type === "CharacterSet") return isEscapeSet(node) && !node.negate && node.kind !== "space";
  if (node.type === "Group" || node.type === "CapturingGroup")
    return node.alternatives.every(
      ({ elements }) => isWordElement(elements[0]) && isWordElement(elements.at(-1)),
    );
  return false;
};

const start = "\u{f0000}";
const end = "\u{f0001}";

const isMark = (node: AST.Element | undefined, mark: string): boolean =>
  node?.type === "Character" && String.fromCodePoint(node.value) === mark;

const isBoundary = (node: AST.Element | undefined): boolean =>
  node?.type === "Assertion" && node.kind === "word" && !node.negate;

const isEnd = (node: AST.Element | undefined): boolean => node?.type === "Assertion" && node.kind === "end";

/** One branch of the pattern inside any text, with anchors and word boundaries at its ends resolved exactly. */
const branch = (elements: readonly AST.Element[], side: Side): string => {
  let inner = elements;
  let before = "[^]*";
  let after = "[^]*";
  const nonWord = `${sets.word}${beyondAscii}`;
  const first = inner[0];
  if (isMark(first, start)) [inner, before] = [inner.slice(1), ""];
  else if (isBoundary(first) && isWordElement(inner[1]))
    [inner, before] = [inner.slice(1), `(?:[^]*[^${nonWord}])?`];
  const last = inner.at(-1);
  if (isMark(last, end)) [inner, after] = [inner.slice(0, -1), side === "surely" ? "" : "\\n?"];
  // Microsoft's own samples end patterns in `$`; whether it also stops before later lines is not published.
  else if (isEnd(last)) [inner, after] = [inner.slice(0, -1), side === "surely" ? "" : "(?:[\\r\\n][^]*)?"];
  else if (isBoundary(last) && isWordElement(inner.at(-2)))
    [inner, after] = [inner.slice(0, -1), `(?:[^${nonWord}][^]*)?`];
  if (inner.some((node) => isMark(node, start) || isMark(node, end)))
    throw new UnsupportedConstruct("an anchor inside the pattern");
  return `${before}${inner.map((node) => element(node, side)).join("")}${after}`;
};

/** Escapes that mean the same in both dialects; any other letter after a backslash is refused. */
const commonEscape = /\\(?![dDwWsSbBtnrfvAZz0-9xucPp\W_])/u;

const translate = (pattern: string): Bounds => {
  if (/\\[pPG]|\\c|\[[^\]]*-\[|\(\?[^:=!<]|\(\?<[^=!]/u.test(pattern) || commonEscape.test(pattern))
    throw new UnsupportedConstruct("a construct on which .NET and other engines differ");
  const source = pattern
    .replaceAll(/(?<!\\)((?:\\\\)*)\\A/gu, `$1${start}`)
    .replaceAll(/(?<!\\)((?:\\\\)*)\\[Zz]/gu, `$1${end}`);
  const parsed = new RegExpParser({ ecmaVersion: 2022 }).parsePattern(source, 0, source.length, {
    unicode: true,
  });
  const write = (side: Side) =>
    fromRegularExpression(parsed.alternatives.map(({ elements }) => branch(elements, side)).join("|"));
  const usesClasses = /\\[dDwWsSbB]/u.test(pattern);
  const widest = write("possibly");
  return {
    surely: write("surely"),
    ...(usesClasses
      ? { possibly: union([widest, withCharacterBeyondAscii]), plausibly: widest }
      : { possibly: widest }),
    because: `the regular expression dialect of "${pattern}" is not fully published`,
  };
};

const cache = new Map<string, Bounds>();

const matchesPattern = (pattern: string): Bounds => {
  const known = cache.get(pattern);
  if (known !== undefined) return known;
  let bounds: Bounds;
  try {
    bounds = translate(pattern);
  } catch {
    bounds = unknownBounds(`the pattern "${pattern}" uses a construct outside the model`);
  }
  cache.set(pattern, bounds);
  return bounds;
};

/** Texts in which one of the patterns matches somewhere. */
export const matchesPatterns = (patterns: readonly string[]): Bounds => anyOf(patterns.map(matchesPattern));
