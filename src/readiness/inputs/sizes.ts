/** Reads a column of sizes as people and programs of several countries write them; only the whole column may tell a decimal comma. */
import { parseSize, type Size } from "../../mailflow/size";
import { phrase } from "./phrases";

export type ReadSize = Size | "unreadable" | "ambiguous" | "without-unit";

const unlimited: ReadonlySet<string> = new Set(
  [
    ...["unlimited", "illimité", "illimitée", "no limit", "sans limite", "ilimitado", "ilimitada"],
    ...["sin límite", "unbegrenzt", "unbeschränkt"],
  ].map(phrase),
);

type Unit = "B" | "KB" | "MB" | "GB" | "TB";

const spellings: Readonly<Record<Unit, readonly string[]>> = {
  B: ["b", "byte", "bytes"],
  KB: ["k", "kb", "kib"],
  MB: ["m", "mb", "mib"],
  GB: ["g", "gb", "gib"],
  TB: ["t", "tb", "tib"],
};

/** Octets, which only French counts. */
const frenchSpellings: Readonly<Record<Unit, readonly string[]>> = {
  B: ["o", "octet", "octets"],
  KB: ["ko", "kio"],
  MB: ["mo", "mio"],
  GB: ["go", "gio"],
  TB: ["to", "tio"],
};

const byName = (table: Readonly<Record<Unit, readonly string[]>>): ReadonlyMap<string, Unit> =>
  new Map((Object.keys(table) as Unit[]).flatMap((unit) => table[unit].map((name) => [name, unit] as const)));

const units = byName(spellings);
const frenchUnits = byName(frenchSpellings);

/** Exchange adds the exact bytes: `1.2 GB (1,288,490,189 bytes)`; its separators follow the region, so only digits count. */
const exactBytes = /\(([\d\s.,'’]+)(?:bytes?|octets?)\)\s*$/iu;
const amount = /^(\d[\d\s.,'’]*?)\s*([a-z]+)?$/iu;

/** Which mark divides decimals: told by a text, or unknown. */
type DecimalMark = "." | ",";

interface Amount {
  /** Digits, points and commas only. */
  readonly number: string;
  readonly unit: Unit;
  /** A fraction of a byte is none: what divides is a mark of thousands. */
  readonly isWhole: boolean;
  readonly hasUnit: boolean;
  /** French divides decimals by a comma, and thousands never. */
  readonly isFrench: boolean;
}

const amountOf = (text: string): Amount | undefined => {
  const [, number, unitText] = amount.exec(text) ?? [];
  if (number === undefined) return undefined;
  const name = unitText?.toLowerCase() ?? "b";
  const french = frenchUnits.get(name);
  const unit = units.get(name) ?? french;
  if (unit === undefined) return undefined;
  return {
    number: number.replace(/[\s'’]/gu, ""),
    unit,
    isWhole: unit === "B",
    hasUnit: unitText !== undefined,
    isFrench: french !== undefined,
  };
};

/** The decimal mark that a number shows by itself, `none` where it has no fraction, `undefined` where it may be either. */
const shownMark = ({ number, isWhole, isFrench }: Amount): DecimalMark | "none" | undefined => {
  const marks = number.match(/[.,]/gu) ?? [];
  const [first] = marks;
  const last = marks.at(-1);
  if (first === undefined || last === undefined || isWhole) return "none";
  if (first !== last) return last === "," ? "," : ".";
  if (marks.length > 1) return "none";
  const [whole = "", fraction = ""] = number.split(first);
  if (isFrench && first === ",") return ",";
  if (fraction.length !== 3 || whole.length > 3 || /^0/u.test(whole)) return first === "," ? "," : ".";
  return undefined;
};

/** Between thousands, every group has three digits. */
const isGrouped = (number: string): boolean =>
  /^\d{1,3}(?:[.,]\d{3})*$/u.test(number) || /^\d+$/u.test(number);

const canonical = (number: string, mark: DecimalMark | "none"): string | undefined => {
  if (mark === "none") return isGrouped(number) ? number.replace(/[.,]/gu, "") : undefined;
  const [whole = "", fraction = "", more] = number.split(mark);
  if (more !== undefined || !isGrouped(whole) || !/^\d*$/u.test(fraction)) return undefined;
  return `${whole.replace(/[.,]/gu, "")}${fraction === "" ? "" : `.${fraction}`}`;
};

/** Below this, a number without a unit was not meant as bytes: an empty mailbox alone takes more. Nothing stays nothing. */
const leastBytes = 1_000_000;

const sizeOf = (parsed: Amount, mark: DecimalMark | "none"): ReadSize => {
  const number = canonical(parsed.number, mark);
  const size = number === undefined ? undefined : parseSize(`${number} ${parsed.unit}`);
  if (size === undefined || size === "unlimited") return "unreadable";
  return !parsed.hasUnit && size > 0 && size < leastBytes ? "without-unit" : size;
};

/**
 * A reader for the sizes of one file. `1,234 MB` is read by what the file's other sizes show; where they show nothing,
 * or both, it is ambiguous.
 *
 * @param texts all sizes of the file.
 */
export const sizeReader = (texts: Iterable<string>): ((text: string) => ReadSize) => {
  const shown = new Set<DecimalMark>();
  for (const text of texts) {
    const parsed = amountOf(text);
    const mark = parsed === undefined ? undefined : shownMark(parsed);
    if (mark === "." || mark === ",") shown.add(mark);
  }
  const [only, another] = shown;
  const fileMark = another === undefined ? only : undefined;
  return (text) => {
    if (unlimited.has(phrase(text))) return "unlimited";
    const exact = exactBytes.exec(text)?.[1];
    if (exact !== undefined) return parseSize(exact.replace(/\D/gu, "")) ?? "unreadable";
    const parsed = amountOf(text);
    if (parsed === undefined) return "unreadable";
    const mark = shownMark(parsed);
    if (mark !== undefined) return sizeOf(parsed, mark);
    if (fileMark === undefined) return "ambiguous";
    return sizeOf(parsed, parsed.number.includes(fileMark) ? fileMark : "none");
  };
};
