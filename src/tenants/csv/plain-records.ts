/** Splits delimited text without quotes, of which most exports consist: a tenth of what a parser costs. */

const lineBreak = /\r\n|\n|\r/u;

const trimmed = (cell: string): string => cell.trim();

/**
 * Where the whole lines of a text end that hold no quote; 0 where there are none. A carriage return at the very end may be
 * half a line break.
 *
 * @param quote the place of the first quote; -1 where there is none.
 */
export const plainEnd = (text: string, quote: number): number => {
  const last = quote === -1 ? text.length - 1 : quote - 1;
  const from = last === text.length - 1 && text.endsWith("\r") ? last - 1 : last;
  return from < 0 ? 0 : Math.max(text.lastIndexOf("\n", from), text.lastIndexOf("\r", from)) + 1;
};

/** The cells of each line, also of empty ones. @param text without quotes. */
export const splitPlain = (
  text: string,
  delimiter: string,
  take: (cells: readonly string[]) => void,
): void => {
  const lines = text.includes("\r") ? text.split(lineBreak) : text.split("\n");
  // What stands behind the last line break is no line.
  if (lines.at(-1) === "") lines.pop();
  for (const line of lines) take(line.split(delimiter).map(trimmed));
};
