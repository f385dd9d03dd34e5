/**
 * Words and patterns as trees, with two renderings that know nothing of each other: as the text an administrator types,
 * which goes to the decider, and as SMT-LIB, by exchange-online.md 2.6.
 */
import type { Reading } from "./readings";
import {
  allBut,
  anything,
  type Characters,
  charactersOf,
  either,
  exact,
  oneOf,
  optional,
  type RegLan,
  repeated,
  sequence,
} from "./smt";

export type ClassName = "digit" | "space" | "word";

export type SetItem = string | readonly [from: string, to: string] | { readonly class: ClassName };

export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "dot" }
  | { readonly kind: "class"; readonly class: ClassName; readonly negated: boolean }
  | { readonly kind: "set"; readonly items: readonly SetItem[]; readonly negated: boolean }
  | { readonly kind: "group"; readonly alternatives: readonly (readonly Piece[])[] }
  | {
      readonly kind: "repeat";
      readonly piece: Piece;
      readonly least: number;
      readonly most: number | undefined;
    };

/** One branch; a boundary stands only beside a text, so that its other side is known. */
export interface Branch {
  readonly start: "" | "\\A" | "^" | "\\b";
  readonly pieces: readonly Piece[];
  readonly end: "" | "$" | "\\Z" | "\\z" | "\\b";
}

export type Expression =
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "pattern"; readonly branches: readonly Branch[] };

const escapes: Readonly<Record<ClassName, string>> = { digit: "d", space: "s", word: "w" };

const quoted = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");

const suffixOf = (least: number, most: number | undefined): string => {
  if (most === undefined) return least === 0 ? "*" : least === 1 ? "+" : `{${least},}`;
  if (least === 0 && most === 1) return "?";
  return least === most ? `{${least}}` : `{${least},${most}}`;
};

const typedItem = (item: SetItem): string => {
  if (typeof item === "string") return item.replace(/[\\\]^-]/gu, "\\$&");
  return "class" in item ? `\\${escapes[item.class]}` : `${item[0]}-${item[1]}`;
};

const typedPieces = (pieces: readonly Piece[]): string => pieces.map(typedPiece).join("");

const typedPiece = (piece: Piece): string => {
  switch (piece.kind) {
    case "text":
      return quoted(piece.text);
    case "dot":
      return ".";
    case "class":
      return `\\${piece.negated ? escapes[piece.class].toUpperCase() : escapes[piece.class]}`;
    case "set":
      return `[${piece.negated ? "^" : ""}${piece.items.map(typedItem).join("")}]`;
    case "group":
      return `(${piece.alternatives.map(typedPieces).join("|")})`;
    case "repeat": {
      const inner = typedPiece(piece.piece);
      const isOne = piece.piece.kind !== "text" || [...piece.piece.text].length === 1;
      return `${isOne ? inner : `(${inner})`}${suffixOf(piece.least, piece.most)}`;
    }
  }
};

/** What an administrator types. */
export const typed = (expression: Expression): string =>
  expression.kind === "word"
    ? expression.text
    : expression.branches.map(({ start, pieces, end }) => start + typedPieces(pieces) + end).join("|");

/** Case does not count: a set holds both cases of what it names, and texts are folded. */
const charactersIn = (item: SetItem, reading: Reading): Characters => {
  if (typeof item === "string") return charactersOf(item.toLowerCase());
  if ("class" in item) return reading[item.class];
  const [from, to] = item.map((one) => one.toLowerCase().codePointAt(0) ?? 0);
  return [[from ?? 0, to ?? 0]];
};

const meantPieces = (pieces: readonly Piece[], reading: Reading): RegLan =>
  sequence(pieces.map((piece) => meantPiece(piece, reading)));

const meantPiece = (piece: Piece, reading: Reading): RegLan => {
  switch (piece.kind) {
    case "text":
      return exact(piece.text.toLowerCase());
    case "dot":
      // .NET: any character but the line feed.
      return oneOf(allBut(charactersOf("\n")));
    case "class":
      return oneOf(piece.negated ? allBut(reading[piece.class]) : reading[piece.class]);
    case "set": {
      const named = piece.items.flatMap((item) => charactersIn(item, reading));
      return oneOf(piece.negated ? allBut(named) : named);
    }
    case "group":
      return either(piece.alternatives.map((one) => meantPieces(one, reading)));
    case "repeat":
      return repeated(meantPiece(piece.piece, reading), piece.least, piece.most);
  }
};

/** Whether the text beside a boundary begins or ends with a character of a word. */
const isWordCharacter = (one: string | undefined): boolean => /^[a-z0-9_]$/iu.test(one ?? "");

/** What may stand on the far side of a boundary whose near side is known. */
const beyondBoundary = (near: string | undefined, reading: Reading, side: "before" | "after"): RegLan => {
  const join = (far: Characters) =>
    side === "before" ? sequence([anything, oneOf(far)]) : sequence([oneOf(far), anything]);
  return isWordCharacter(near) ? optional(join(allBut(reading.word))) : join(reading.word);
};

const textOf = (piece: Piece | undefined): string => (piece?.kind === "text" ? piece.text : "");

const before = ({ start, pieces }: Branch, reading: Reading): RegLan => {
  switch (start) {
    case "":
      return anything;
    case "\\A":
      return exact("");
    case "^":
      if (reading.startOfLine === "nowhere") return "re.none";
      return reading.startOfLine === "text" ? exact("") : optional(sequence([anything, exact("\n")]));
    case "\\b":
      return beyondBoundary([...textOf(pieces[0])][0], reading, "before");
  }
};

const after = ({ end, pieces }: Branch, reading: Reading): RegLan => {
  switch (end) {
    case "":
      return anything;
    case "\\z":
      return exact("");
    case "\\Z":
      return optional(exact("\n"));
    case "$":
      return reading.endOfLine === "text"
        ? optional(exact("\n"))
        : optional(sequence([exact("\n"), anything]));
    case "\\b":
      return beyondBoundary([...textOf(pieces.at(-1))].at(-1), reading, "after");
  }
};

/** The texts in which the expression matches, under one reading. */
export const meant = (expression: Expression, reading: Reading): RegLan => {
  if (expression.kind === "word")
    return sequence([
      optional(sequence([anything, oneOf(reading.delimiter)])),
      exact(expression.text.toLowerCase()),
      optional(sequence([oneOf(reading.delimiter), anything])),
    ]);
  return either(
    expression.branches.map((branch) =>
      sequence([before(branch, reading), meantPieces(branch.pieces, reading), after(branch, reading)]),
    ),
  );
};
