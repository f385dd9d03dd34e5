/** Formats of tables that tell the same facts, recognised by their columns. */
import { type Columns, findColumns, type HeaderTable } from "../../tenants/csv/headers";
import { InputError } from "../../tenants/input-error";
import { isPlausibleAddress } from "../../tenants/users";

export interface TableFormat<Field extends string> {
  /** As errors name it: `an export of Intune's discovered apps`. */
  readonly name: string;
  readonly headers: HeaderTable<Field>;
  /** Of each group, one column must be there. */
  readonly required: readonly (readonly Field[])[];
  /** Fields that several columns may hold, such as `aliases.0`, `aliases.1`. */
  readonly severalColumns?: readonly Field[];
  /** Where an address is looked for, the best column first. */
  readonly addresses: readonly Field[];
  /** A template of ours: a column that it does not know is worth a notice. */
  readonly isTemplate?: boolean;
}

/** A value of a record, without surrounding blanks; empty where the column is absent. */
export type Cell = (cells: readonly string[]) => string;

/** A file whose format is known. */
export interface Table<Field extends string, Format extends TableFormat<Field>> {
  readonly format: Format;
  readonly file: string;
  readonly headerLine: number;
  /** How many columns the header line has. */
  readonly width: number;
  /** Headers that the format does not know. */
  readonly ignored: readonly string[];
  readonly has: (field: Field) => boolean;
  /** A field's header as written; empty where the column is absent. */
  readonly header: (field: Field) => string;
  readonly cell: (field: Field) => Cell;
  /** Every column of a field. */
  readonly cells: (field: Field) => (cells: readonly string[]) => readonly string[];
}

export interface HeaderLine {
  readonly file: string;
  readonly line: number;
  readonly cells: readonly string[];
}

const isComplete = <Field extends string>(
  { required }: TableFormat<Field>,
  { places }: Columns<Field>,
): boolean => required.every((group) => group.some((field) => places.has(field)));

/** Columns that a format lacks, by the first spelling of each. */
const lacking = <Field extends string>(
  { required, headers }: TableFormat<Field>,
  { places }: Columns<Field>,
): readonly string[] =>
  required
    .filter((group) => !group.some((field) => places.has(field)))
    .map((group) => group.map((field) => headers[field]?.[0] ?? field).join(" or "));

const shownHeaders = 12;

const listed = (headers: readonly string[]): string =>
  headers.length > shownHeaders
    ? `${headers.slice(0, shownHeaders).join(", ")} and ${headers.length - shownHeaders} more`
    : headers.join(", ");

const wrongHeader = <Field extends string>(
  { file, line, cells }: HeaderLine,
  formats: readonly TableFormat<Field>[],
  columns: readonly Columns<Field>[],
): InputError => {
  const place = `line ${line}`;
  if (cells.some((cell) => isPlausibleAddress(cell.trim())))
    return new InputError({
      file,
      place,
      found: "an address and no header line",
      expected: `a header line, as of ${formats.map(({ name }) => name).join(", or of ")}`,
    });
  // The format that lacks least is probably the one that was meant; a template rather than an export.
  const lacks = formats
    .map((format, at) => ({
      format,
      columns: lacking(format, columns[at] ?? findColumns(cells, format.headers)),
    }))
    .sort((one, other) => Number(other.format.isTemplate ?? false) - Number(one.format.isTemplate ?? false));
  const nearest = lacks.reduce((best, one) => (one.columns.length < best.columns.length ? one : best));
  const others = formats.filter((format) => format !== nearest.format).map(({ name }) => name);
  return new InputError({
    file,
    place,
    found: `the columns ${listed(cells.map((cell) => cell.trim()).filter((cell) => cell !== ""))}`,
    expected: `also ${nearest.columns.join(" and ")}, as in ${nearest.format.name}${
      others.length === 0 ? "" : `; or the columns of ${others.join(", or of ")}`
    }`,
  });
};

const checkRepeats = <Field extends string>(
  { file, line }: HeaderLine,
  { severalColumns = [] }: TableFormat<Field>,
  { places, headers }: Columns<Field>,
): void => {
  for (const [field, [first, second]] of places)
    if (first !== undefined && second !== undefined && !severalColumns.includes(field))
      throw new InputError({
        file,
        place: `line ${line}`,
        found: `two columns for one thing: ${headers[first]} and ${headers[second]}`,
        expected: "one of them",
      });
};

/**
 * The first format whose columns are all there.
 *
 * @throws InputError where there is none, or where two columns mean the same.
 */
export const openTable = <Field extends string, Format extends TableFormat<Field>>(
  header: HeaderLine,
  formats: readonly Format[],
): Table<Field, Format> => {
  const found = formats.map((format) => findColumns<Field>(header.cells, format.headers));
  const at = formats.findIndex((format, place) => {
    const columns = found[place];
    return columns !== undefined && isComplete(format, columns);
  });
  const [format, columns] = [formats[at], found[at]];
  if (format === undefined || columns === undefined) throw wrongHeader(header, formats, found);
  checkRepeats(header, format, columns);
  const placesOf = (field: Field): readonly number[] => columns.places.get(field) ?? [];
  return {
    format,
    file: header.file,
    headerLine: header.line,
    width: header.cells.length,
    ignored: columns.ignored,
    has: (field) => placesOf(field).length > 0,
    header: (field) => columns.headers[placesOf(field)[0] ?? -1] ?? "",
    cell: (field) => {
      const [place = -1] = placesOf(field);
      return (cells) => cells[place]?.trim() ?? "";
    },
    cells: (field) => {
      const places = placesOf(field);
      return (cells) => places.map((place) => cells[place]?.trim() ?? "");
    },
  };
};
