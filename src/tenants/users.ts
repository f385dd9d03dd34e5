/** The Aircall users from a CSV file with an Email column, such as the one made for Aircall's import. */
import { emailHeaders, signInNameHeaders } from "./csv/address-headers";
import { reducedHeader } from "./csv/headers";
import type { TakeRecord } from "./csv/lines";
import { parseRecords, readRecords } from "./csv/records";
import { InputError } from "./input-error";

export const expectedUsers = "a CSV file of users with a column Email";

/** One user, and the line of the file that names it. */
export interface User {
  /** As written, without surrounding blanks. */
  readonly address: string;
  readonly line: number;
  /** All columns by header, as written. */
  readonly columns: Readonly<Record<string, string>>;
}

const addressHeaders: ReadonlySet<string> = new Set(
  [...emailHeaders, ...signInNameHeaders].map(reducedHeader),
);

/** Plausible, not valid: internationalised addresses pass, names and numbers do not. */
const address = /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\.]+(?:\.[^\s@<>(),;:"\\.]+)+$/u;

export const isPlausibleAddress = (text: string): boolean => address.test(text);

const addressColumn = (headers: readonly string[], line: number, file: string): number => {
  const column = headers.findIndex((header) => addressHeaders.has(reducedHeader(header)));
  if (column >= 0) return column;
  throw new InputError({
    file,
    place: `line ${line}`,
    found: headers.some(isPlausibleAddress)
      ? "an address and no header line"
      : `the columns ${headers.join(", ")}`,
    expected: "a header line with a column Email",
  });
};

/** Collects users from the records of a file. */
const userCollector = (file: string): { take: TakeRecord; users: () => readonly User[] } => {
  const users: User[] = [];
  let headers: readonly string[] | undefined;
  let column = 0;
  const take: TakeRecord = (cells, line) => {
    if (headers === undefined) {
      column = addressColumn(cells, line, file);
      headers = cells;
      return;
    }
    const found = cells[column] ?? "";
    if (!isPlausibleAddress(found))
      throw new InputError({
        file,
        place: `line ${line}, column ${headers[column]}`,
        found: found === "" ? "nothing" : JSON.stringify(found),
        expected: "one e-mail address",
      });
    users.push({
      address: found,
      line,
      columns: Object.fromEntries(headers.map((header, at) => [header, cells[at] ?? ""])),
    });
  };
  return {
    take,
    users: () => {
      if (headers === undefined)
        throw new InputError({ file, found: "no line with text", expected: expectedUsers });
      if (users.length === 0)
        throw new InputError({
          file,
          found: "a header line and no user",
          expected: "one line per user",
        });
      return users;
    },
  };
};

/** The users in a text; `file` is what errors name. */
export const parseUsers = (text: string, file: string): readonly User[] => {
  const { take, users } = userCollector(file);
  parseRecords(text, file, { expected: expectedUsers }, take);
  return users();
};

/**
 * The users in a file; comma, semicolon or tab, UTF-8 or UTF-16.
 *
 * @throws InputError that names file, line, what was found and what was expected.
 */
export const readUsers = async (file: string): Promise<readonly User[]> => {
  const { take, users } = userCollector(file);
  await readRecords(file, { expected: expectedUsers }, take);
  return users();
};

/** The addresses in a form to compare: lower-case, each once. */
export const userAddresses = (users: readonly User[]): readonly string[] => [
  ...new Set(users.map((user) => user.address.toLowerCase())),
];
