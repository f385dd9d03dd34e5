/** Reads words that people write in many ways: whole phrases of a table, without case, accents and punctuation, never parts of words. */

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

/** Columns repeat their values; names in a wrong column do not. */
const remembered = 1_000;

/** Remembers what a function gave for the texts it was asked first. */
export const remembering = <Result>(read: (text: string) => Result): ((text: string) => Result) => {
  const known = new Map<string, { readonly result: Result }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.result;
    const result = read(text);
    if (known.size < remembered) known.set(text, { result });
    return result;
  };
};

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
