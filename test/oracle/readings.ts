/**
 * Ways to read what exchange-online.md 2.6 leaves open. Each is one that the service could have; what the decider is sure
 * of must be so under every one of them, and what it excludes must be under none.
 */
import { allBut, type Characters, charactersOf } from "./smt";

export interface Reading {
  readonly name: string;
  /** What ends a word. */
  readonly delimiter: Characters;
  readonly digit: Characters;
  readonly space: Characters;
  readonly word: Characters;
  /** Where `$` may stand: at the end or before the line feed that ends the text (.NET's default), or before any. */
  readonly endOfLine: "text" | "each line";
  /** Where `^` may stand. */
  readonly startOfLine: "text" | "each line" | "nowhere";
  /** Whether `SCLOver` with a level of at most 0 holds where no level was stamped. */
  readonly unstampedIsZero: boolean;
}

const asciiDigits: Characters = [[0x30, 0x39]];
const asciiLetters: Characters = [[0x61, 0x7a]];
/** Latin, Greek, Cyrillic, and letters of the East: enough to tell a letter from a sign. Capitals stand for some of them. */
const furtherLetters: Characters = [
  [0x41, 0x5a],
  [0xaa, 0xaa],
  [0xb5, 0xb5],
  [0xba, 0xba],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2c1],
  [0x300, 0x374],
  [0x400, 0x481],
  [0x5d0, 0x5ea],
  [0x620, 0x64a],
  [0x904, 0x939],
  [0x3041, 0x3096],
  [0x4e00, 0x9fff],
];
const furtherDigits: Characters = [
  [0x660, 0x669],
  [0x966, 0x96f],
  [0xff10, 0xff19],
];
const asciiSpaces = charactersOf(" \t\n\v\f\r");
const furtherSpaces: Characters = [
  [0x85, 0x85],
  [0xa0, 0xa0],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
];
const underscore = charactersOf("_");

/** Spaces and what everybody calls punctuation: brackets, quotes, the signs that end a sentence, `@` and `/`. */
const plainPunctuation = charactersOf(".,;:!?()<>[]{}\"'@/");
const asciiPunctuation: Characters = [
  [0x21, 0x2f],
  [0x3a, 0x40],
  [0x5b, 0x60],
  [0x7b, 0x7e],
];

export const readings: readonly Reading[] = [
  {
    name: "ASCII, few delimiters",
    delimiter: [...charactersOf(" \t\r\n\u00a0"), ...plainPunctuation],
    digit: asciiDigits,
    space: asciiSpaces,
    word: [...asciiDigits, ...asciiLetters, ...underscore],
    endOfLine: "text",
    startOfLine: "text",
    unstampedIsZero: false,
  },
  {
    name: "ASCII punctuation, lines apart",
    delimiter: [...charactersOf("\t\r\n\u00a0 "), ...asciiPunctuation],
    digit: asciiDigits,
    space: [...asciiSpaces, ...furtherSpaces],
    word: [...asciiDigits, ...asciiLetters, ...underscore],
    endOfLine: "each line",
    startOfLine: "each line",
    unstampedIsZero: true,
  },
  {
    name: "Unicode, all but letters and digits delimit",
    delimiter: allBut([...asciiDigits, ...asciiLetters, ...furtherLetters, ...furtherDigits]),
    digit: [...asciiDigits, ...furtherDigits],
    space: [...asciiSpaces, ...furtherSpaces],
    word: [...asciiDigits, ...asciiLetters, ...underscore, ...furtherLetters, ...furtherDigits],
    endOfLine: "text",
    startOfLine: "nowhere",
    unstampedIsZero: false,
  },
];
