/** Lays out text for a terminal or a plain file: wrapping, columns, colours. */
import { styleText } from "node:util";

export type Style = "bold" | "dim" | "red" | "green" | "yellow";

/** Paints a text, or leaves it as it is. */
export type Paint = (styles: readonly Style[], text: string) => string;

export const plainPaint: Paint = (_styles, text) => text;

/** For terminals only: whoever asks has looked at the stream. */
export const colourPaint: Paint = (styles, text) =>
  styles.length === 0 ? text : styleText([...styles], text, { validateStream: false });

/** Names and mails come from outside: a control character in them must not reach the terminal. */
export const visible = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => {
    if (character === "\n") return "⏎";
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });

/** The first characters of a text; an ellipsis stands for the rest. */
export const shortened = (text: string, length: number): string => {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length).join("")}…`;
};

/** Lines of at most `width` characters; longer words stay whole. */
export const wrapped = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let current = "";
  for (const word of text.split(" ")) {
    if (current !== "" && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current];
};

/** A label and its text beside it, wrapped under itself. */
export const labelled = (label: string, text: string, column: number, width: number): readonly string[] =>
  wrapped(text, width - column).map((line, place) => (place === 0 ? label : "").padEnd(column) + line);

/** Columns as wide as their widest cell. */
export const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = rows.reduce<readonly number[]>(
    (most, row) => row.map((cell, place) => Math.max(cell.length, most[place] ?? 0)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, place) => cell.padEnd(widths[place] ?? 0))
      .join("  ")
      .trimEnd(),
  );
};
