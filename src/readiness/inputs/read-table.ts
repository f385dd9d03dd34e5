/** Reads a table row by row: finds its format, tells rows that cannot be judged, and collects notices. */
import type { ReadProgress } from "../../tenants/csv/pieces";
import { readRecords } from "../../tenants/csv/records";
import { InputError } from "../../tenants/input-error";
import { isPlausibleAddress } from "../../tenants/users";
import type { Source } from "../facts";
import type { NoticeGroup } from "./notice";
import { type NoticeLog, noticeLog } from "./notice-log";
import { openTable, type Table, type TableFormat } from "./table-format";
import type { UnusableBecause, UnusableRow } from "./unusable";

/** How a reader is asked to read. */
export interface ReadOptions {
  /** Told now and then how many bytes of how many were read. */
  readonly progress?: ReadProgress;
}

/** What every reader returns besides its facts. */
export interface Reading {
  readonly notices: readonly NoticeGroup[];
  readonly unusable: readonly UnusableRow[];
}

/** What a reader of rows may use. */
export interface RowContext<Field extends string, Format extends TableFormat<Field>> {
  readonly table: Table<Field, Format>;
  readonly log: NoticeLog;
  readonly at: (line: number) => Source;
  /** The row's address, by the format's columns in their order; `undefined` where none holds one: then the row was told. */
  readonly address: (cells: readonly string[], line: number) => string | undefined;
  readonly unusable: (line: number, found: UnusableBecause) => void;
}

/** Takes rows one by one. */
export interface RowReader {
  readonly take: (cells: readonly string[], line: number) => void;
  /** Asked once, after the last row; notices may still be added. */
  readonly end?: () => void;
}

interface TableRequest<Field extends string, Format extends TableFormat<Field>> {
  readonly file: string;
  /** What the file should be, in words that follow "expected". */
  readonly expected: string;
  readonly formats: readonly Format[];
  /** Asked once, when the header line was read. */
  readonly begin: (context: RowContext<Field, Format>) => RowReader;
}

const addressReader = <Field extends string, Format extends TableFormat<Field>>(
  table: Table<Field, Format>,
  unusable: (line: number, found: UnusableBecause) => void,
): RowContext<Field, Format>["address"] => {
  const columns = table.format.addresses.map(table.cell);
  return (cells, line) => {
    let isEmpty = true;
    for (const column of columns) {
      const text = column(cells);
      if (isPlausibleAddress(text)) return text;
      isEmpty &&= text === "";
    }
    unusable(line, isEmpty ? "nothing" : "no e-mail address");
    return undefined;
  };
};

/** Rows with more values than columns hold a delimiter that shifted the rest: nothing behind it can be trusted. */
const hasMore = (cells: readonly string[], width: number): boolean =>
  cells.length > width && cells.slice(width).some((cell) => cell.trim() !== "");

/**
 * Reads a file whose rows each tell a fact about an address.
 *
 * @throws InputError where the file is no such table, or has no row at all.
 */
export const readTable = async <Field extends string, Format extends TableFormat<Field>>(
  { file, expected, formats, begin }: TableRequest<Field, Format>,
  { progress }: ReadOptions,
): Promise<Reading> => {
  const log = noticeLog();
  const unusable: UnusableRow[] = [];
  const begun: { reader?: RowReader } = {};
  let rows = 0;
  const start = (cells: readonly string[], line: number): RowReader => {
    const table = openTable<Field, Format>({ file, line, cells }, formats);
    const at = (place: number): Source => ({ kind: "line", file, line: place });
    if (table.format.isTemplate === true && table.ignored.length > 0)
      log.add("columns-ignored", at(line), { columns: table.ignored.join(", ") });
    const column =
      table.format.addresses.map((field) => table.header(field)).find((header) => header !== "") ?? "";
    const tell = (place: number, found: UnusableBecause): void => {
      unusable.push({ source: at(place), found });
      log.add("row-unusable", at(place), { column, found });
    };
    const { take, end } = begin({ table, log, at, address: addressReader(table, tell), unusable: tell });
    return {
      take: (values, place) =>
        hasMore(values, table.width) ? tell(place, "more values than columns") : take(values, place),
      ...(end === undefined ? {} : { end }),
    };
  };
  await readRecords(file, { expected, progress }, (cells, line) => {
    if (begun.reader === undefined) begun.reader = start(cells, line);
    else {
      rows += 1;
      begun.reader.take(cells, line);
    }
  });
  if (begun.reader === undefined) throw new InputError({ file, found: "no line with text", expected });
  if (rows === 0) throw new InputError({ file, found: "a header line and no row", expected });
  begun.reader.end?.();
  return { notices: log.groups(), unusable };
};

/** @throws InputError where rows were read and none of them told a fact. */
export const requireFacts = (file: string, facts: number, unusable: readonly UnusableRow[]): void => {
  const [first] = unusable;
  if (facts > 0 || first === undefined) return;
  throw new InputError({
    file,
    place: first.source.kind === "line" ? `line ${first.source.line}` : "",
    found: `${first.found} where an address belongs, as in all ${unusable.length} rows`,
    expected: "one e-mail address in each row",
  });
};
