/** The Aircall users from a CSV file with an Email column, such as the one made for Aircall's import. */
import { CsvError, type Info, parse } from "csv-parse/sync";
import { InputError } from "./input-error";
import { readTextFile } from "./read-text-file";

export const expectedUsers = "a CSV file of users with a column Email";

/** One user, and the line of the file that names it. */
export interface User {
  /** As written, without surrounding blanks. */
  readonly address: string;
  readonly line: number;
  /** All columns by header, as written. */
  readonly columns: Readonly<Record<string, string>>;
}

/** Headers of the Email column in the languages of the guide, and those of common exports, reduced by {@link reduced}. */
const emailHeaders: ReadonlySet<string> = new Set([
  "email",
  "emailaddress",
  "mail",
  "mailaddress",
  "useremail",
  "workemail",
  "primaryemail",
  "primarysmtpaddress",
  "userprincipalname",
  "upn",
  "adresseemail",
  "adressemail",
  "adressedemail",
  "courriel",
  "adressecourriel",
  "adressedecourriel",
  "correo",
  "correoelectronico",
  "direcciondecorreo",
  "direcciondecorreoelectronico",
  "emailadresse",
  "mailadresse",
]);

/** A header without case, accents, blanks and punctuation. */
const reduced = (header: string): string =>
  header
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/gu, "");

/** Excel writes the list separator of the computer's region; the header line shows which. */
const delimiterOf = (text: string): string => {
  const header = text.split(/\r?\n|\r/u).find((line) => line.trim() !== "") ?? "";
  const outside = header.replace(/"(?:[^"]|"")*"/gu, "");
  const count = (delimiter: string): number => outside.split(delimiter).length - 1;
  return [";", "\t", ","].reduce((best, one) => (count(one) > count(best) ? one : best), ",");
};

/** Plausible, not valid: internationalised addresses pass, names and numbers do not. */
const address = /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\.]+(?:\.[^\s@<>(),;:"\\.]+)+$/u;

export const isPlausibleAddress = (text: string): boolean => address.test(text);

interface Row {
  readonly info: Info;
  readonly record: readonly string[];
}

const rowsOf = (text: string, file: string): readonly Row[] => {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as readonly Row[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InputError({
      file,
      place: `line ${String(error.lines ?? 1)}`,
      found:
        error.code === "CSV_QUOTE_NOT_CLOSED" ? "a quote that is never closed" : "a quote inside a value",
      expected: expectedUsers,
    });
  }
};

/** The users in a text; `file` is what errors name. */
export const parseUsers = (text: string, file: string): readonly User[] => {
  const [first, ...rows] = rowsOf(text, file);
  if (first === undefined)
    throw new InputError({ file, found: "no line with text", expected: expectedUsers });
  const headers = first.record;
  const column = headers.findIndex((header) => emailHeaders.has(reduced(header)));
  if (column < 0)
    throw new InputError({
      file,
      place: `line ${first.info.lines}`,
      found: headers.some(isPlausibleAddress)
        ? "an address and no header line"
        : `the columns ${headers.join(", ")}`,
      expected: "a header line with a column Email",
    });
  if (rows.length === 0)
    throw new InputError({ file, found: "a header line and no user", expected: "one line per user" });
  return rows.map(({ record, info: { lines: line } }) => {
    const found = record[column] ?? "";
    if (!isPlausibleAddress(found))
      throw new InputError({
        file,
        place: `line ${line}, column ${headers[column]}`,
        found: found === "" ? "nothing" : JSON.stringify(found),
        expected: "one e-mail address",
      });
    return {
      address: found,
      line,
      columns: Object.fromEntries(headers.map((header, at) => [header, record[at] ?? ""])),
    };
  });
};

/**
 * The users in a file; comma, semicolon or tab, UTF-8 or UTF-16.
 *
 * @throws InputError that names file, line, what was found and what was expected.
 */
export const readUsers = async (file: string): Promise<readonly User[]> =>
  parseUsers(await readTextFile(file, expectedUsers), file);

/** The addresses in a form to compare: lower-case, each once. */
export const userAddresses = (users: readonly User[]): readonly string[] => [
  ...new Set(users.map((user) => user.address.toLowerCase())),
];
