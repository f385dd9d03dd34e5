/** How a delimited text is laid out: what stands above its header line, and what divides its values. */

export interface Layout {
  readonly delimiter: string;
  /** How many characters stand above the header line, and on how many lines. */
  readonly skip: { readonly characters: number; readonly lines: number };
  /** Whether the header line ends within the text that was looked at. */
  readonly isComplete: boolean;
}

const lineEnd = "(?:\\r\\n|\\n|\\r)";
const blankLine = new RegExp(`^[^\\S\\r\\n]*${lineEnd}`, "u");
/** Windows PowerShell's `Export-Csv` names the type of its objects in a first line. */
const typeLine = new RegExp(`^"?#TYPE[^\\r\\n]*${lineEnd}`, "iu");
/** Excel writes and obeys a first line that names the delimiter. */
const separatorLine = new RegExp(`^"?sep=([^\\r\\n])"?[^\\S\\r\\n]*${lineEnd}`, "iu");

/** Quoted values may hold delimiters and line breaks. */
const quoted = /"(?:[^"]|"")*(?:"|$)/gu;

/** Excel writes the list separator of the computer's region. */
const delimiters = [",", ";", "\t"] as const;

const mostFrequent = (header: string): string => {
  const count = (delimiter: string): number => header.split(delimiter).length;
  return delimiters.reduce<string>((best, one) => (count(one) > count(best) ? one : best), ",");
};

/**
 * The layout of a text by its beginning.
 *
 * @param start without a byte order mark.
 */
export const layoutOf = (start: string): Layout => {
  let named: string | undefined;
  let characters = 0;
  let lines = 0;
  for (;;) {
    const rest = start.slice(characters);
    const separator = separatorLine.exec(rest);
    const match = blankLine.exec(rest) ?? typeLine.exec(rest) ?? separator;
    if (match === null) break;
    named ??= separator?.[1];
    characters += match[0].length;
    lines += 1;
  }
  const outside = start.slice(characters).replace(quoted, "");
  const header = /^[^\r\n]*/u.exec(outside)?.[0] ?? "";
  return {
    delimiter: named ?? mostFrequent(header),
    skip: { characters, lines },
    isComplete: header.length < outside.length,
  };
};
