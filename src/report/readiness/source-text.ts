/** Where something was read, as text: `users.csv, lines 4 and 9; export.json, Get-Mailbox vera@contoso.example`. */
import type { Source } from "../../readiness/facts";
import type { Who } from "./mask";
import type { ReadinessStyle } from "./style";
import type { ReadinessWords } from "./words/words";

/** Most lines of one file that are named; a count stands for the rest. */
const lineLimit = 5;

/** Files are few, their lines many. */
const baseNames = new Map<string, string>();

/** The file's own name, as it was given; the folder is of no use to who reads the report. */
const baseName = (file: string): string => {
  const known = baseNames.get(file);
  if (known !== undefined) return known;
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  baseNames.set(file, name);
  return name;
};

/** `4`, `4 and 9`, `4, 9 and 12` */
export const joined = (items: readonly string[], words: ReadinessWords): string =>
  [items.slice(0, -1).join(", "), ...items.slice(-1)].filter((part) => part !== "").join(words.and);

const linesText = (numbers: readonly number[], words: ReadinessWords): string => {
  const [only] = numbers;
  if (numbers.length === 1 && only !== undefined) return words.line(String(only));
  const shown = numbers.length > lineLimit ? lineLimit - 1 : numbers.length;
  const rest = numbers.length - shown;
  const items = [...numbers.slice(0, shown).map(String), ...(rest === 0 ? [] : [words.more(rest)])];
  return words.lines(joined(items, words));
};

const one = (source: Source, { words, masking }: ReadinessStyle, who: Who | undefined): string => {
  switch (source.kind) {
    case "line":
      return `${baseName(source.file)}, ${words.line(String(source.line))}`;
    case "object":
      return `${baseName(source.file)}, ${masking.text(source.object, { who })}`;
    case "request":
      return masking.text(source.request, { who });
  }
};

const ascending = (left: number, right: number): number => left - right;

/**
 * Each place once; lines of one file together, in their order. Linear: a careless list has 200,000 lines of one person.
 *
 * @param who whose facts they are, to be masked.
 */
export const sourcesText = (sources: readonly Source[], style: ReadinessStyle, who?: Who): string => {
  const [first, ...others] = sources;
  if (first === undefined) return "";
  if (others.length === 0) return one(first, style, who);
  const lines = new Map<string, Set<number>>();
  /** In the order in which each file or text comes first. */
  const places = new Map<string, () => string>();
  for (const source of sources) {
    if (source.kind !== "line") {
      const text = one(source, style, who);
      places.set(text, () => text);
      continue;
    }
    const { file, line } = source;
    const known = lines.get(file);
    if (known !== undefined) known.add(line);
    else {
      const found = new Set([line]);
      lines.set(file, found);
      // A line break is in no place, so that no text is taken for a file.
      places.set(
        `\n${file}`,
        () => `${baseName(file)}, ${linesText([...found].sort(ascending), style.words)}`,
      );
    }
  }
  return [...new Set([...places.values()].map((text) => text()))].join(style.words.semicolon);
};
