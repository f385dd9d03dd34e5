/**
 * Terms of SMT-LIB's theory of strings, written as text. Case does not count, so texts are folded; the capitals A to Z,
 * which solvers like to answer with, stand for letters beyond ASCII.
 */

/** A regular language, as a term of sort RegLan. */
export type RegLan = string;

/** Code points, as disjoint ranges in rising order. */
export type Characters = readonly (readonly [from: number, to: number])[];

/** SMT-LIB's characters end here; ours go on to 10ffff, with nothing above that any test could tell apart. */
const lastCharacter = 0x2ffff;

const character = (code: number): string => {
  if (code === 0x22) return '""';
  return code >= 32 && code < 127 && code !== 0x5c
    ? String.fromCodePoint(code)
    : `\\u{${Math.min(code, lastCharacter).toString(16)}}`;
};

export const text = (value: string): string =>
  `"${[...value].map((one) => character(one.codePointAt(0) ?? 0)).join("")}"`;

const [firstCapital, firstStandIn] = [0x41, 0x250];

/** A text from a solver, with the letters that capitals stand for. */
export const folded = (value: string): string =>
  value.replace(/[A-Z]/gu, (capital) =>
    String.fromCodePoint((capital.codePointAt(0) ?? 0) - firstCapital + firstStandIn),
  );

/** The characters of a text, one by one. */
export const charactersOf = (value: string): Characters =>
  [...value].map((one) => [one.codePointAt(0) ?? 0, one.codePointAt(0) ?? 0] as const);

/** Joins ranges that touch. */
const normal = (characters: Characters): Characters => {
  const joined: [number, number][] = [];
  for (const [from, to] of [...characters].sort(([left], [right]) => left - right)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
};

/** Every character outside. */
export const allBut = (characters: Characters): Characters => {
  const others: [number, number][] = [];
  let next = 0;
  for (const [from, to] of normal(characters)) {
    if (from > next) others.push([next, from - 1]);
    next = to + 1;
  }
  return next > lastCharacter ? others : [...others, [next, lastCharacter]];
};

export const exact = (value: string): RegLan => `(str.to_re ${text(value)})`;

export const either = (all: readonly RegLan[]): RegLan => {
  const distinct = [...new Set(all)];
  const [first] = distinct;
  if (first === undefined) return "re.none";
  return distinct.length === 1 ? first : `(re.union ${distinct.join(" ")})`;
};

export const oneOf = (characters: Characters): RegLan =>
  either(normal(characters).map(([from, to]) => `(re.range "${character(from)}" "${character(to)}")`));

export const anything: RegLan = "(re.* re.allchar)";

export const sequence = (all: readonly RegLan[]): RegLan => {
  const [first, ...rest] = all;
  if (first === undefined) return exact("");
  return rest.length === 0 ? first : `(re.++ ${all.join(" ")})`;
};

export const optional = (one: RegLan): RegLan => `(re.opt ${one})`;

export const repeated = (one: RegLan, least: number, most: number | undefined): RegLan =>
  most === undefined
    ? sequence([...Array.from({ length: least }, () => one), `(re.* ${one})`])
    : `((_ re.loop ${least} ${most}) ${one})`;

export const isIn = (term: string, language: RegLan): string => `(str.in_re ${term} ${language})`;
export const not = (term: string): string => `(not ${term})`;
export const all = (terms: readonly string[]): string =>
  terms.length === 0 ? "true" : `(and ${terms.join(" ")})`;
export const some = (terms: readonly string[]): string =>
  terms.length === 0 ? "false" : `(or ${terms.join(" ")})`;
