/** Reads words that people write in many ways: whole phrases of a table, without case, accents and punctuation, never parts of words. */
import { remembering } from "../../tenants/remembering";

/** Lower-case words without accents, divided by single blanks. */
export const phrase = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/gu, "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The spellings of each value. */
export type PhraseTable<Value extends string> = Readonly<Record<Value, readonly string[]>>;

/** Every phrase of a table with its value. */
export const phrasesOf = <Value extends string>(table: PhraseTable<Value>): ReadonlyMap<string, Value> => {
  const values = Object.entries(table) as [Value, readonly string[]][];
  return new Map(
    values.flatMap(([value, spellings]) => spellings.map((one) => [phrase(one), value] as const)),
  );
};

/** @returns a reader of one value; `undefined` where a text is no phrase of the table. */
export const phraseReader = <Value extends string>(
  table: PhraseTable<Value>,
): ((text: string) => Value | undefined) => {
  const phrases = phrasesOf(table);
  return remembering((text) => phrases.get(phrase(text)));
};
