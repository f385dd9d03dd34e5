/** The Aircall user list: who there is, in which role, how they sign in, and whether they accepted their invitation. */
import type { LoginMethod, UserEntry } from "../../facts";
import { readAnswer } from "../answers";
import { dateReader } from "../dates";
import { shownValue } from "../notice-log";
import { type Reading, type ReadOptions, type RowContext, readTable, requireFacts } from "../read-table";
import { apiFields, type UserField, userFormat } from "./headers";
import { readLogin, readSingleSignOn } from "./logins";
import { readRole } from "./roles";
import {
  combinedInvitation,
  isOpeningHours,
  type ReadState,
  readAvailability,
  readOpeningHours,
  readStatus,
} from "./status";

export const expectedUserList = "a CSV file of Aircall users with a column Email";

export interface UserList extends Reading {
  readonly users: readonly UserEntry[];
}

type Context = RowContext<UserField, typeof userFormat>;

/** A row of which only the whole column tells how to read dates and availabilities. */
interface Draft {
  readonly line: number;
  readonly cells: readonly string[];
  readonly email: string;
}

type FromDraft<Value> = (draft: Draft) => Value;

/** The name in one column, or put together from two. */
const nameReader = ({ table }: Context): FromDraft<string> => {
  const [first, last, whole] = [table.cell("firstName"), table.cell("lastName"), table.cell("name")];
  return ({ cells }) => `${first(cells)} ${last(cells)}`.trim() || whole(cells);
};

/** A value of a closed set; what is not in it is unknown, and told. */
const valueReader = <Value>(
  { table, log, at }: Context,
  field: UserField,
  code: "role-unknown" | "login-unknown" | "answer-unreadable",
  read: (text: string) => Value | undefined,
): FromDraft<Value | undefined> => {
  const [cell, column] = [table.cell(field), table.header(field)];
  return ({ cells, line }) => {
    const text = cell(cells);
    if (text === "") return undefined;
    const value = read(text);
    if (value === undefined) log.add(code, at(line), { column, value: shownValue(text) });
    return value;
  };
};

/** Two columns may tell how somebody signs in; where they disagree it is unknown, which keeps the user in scope. */
const loginReader = (context: Context): FromDraft<LoginMethod | undefined> => {
  const { table, log, at } = context;
  const login = valueReader(context, "login", "login-unknown", readLogin);
  const singleSignOn = valueReader(context, "singleSignOn", "login-unknown", readSingleSignOn);
  return (draft) => {
    const [first, second] = [login(draft), singleSignOn(draft)];
    if (first === undefined || second === undefined || first === second) return first ?? second;
    log.add("login-contradicted", at(draft.line), {
      column: table.header("login"),
      value: first,
      otherColumn: table.header("singleSignOn"),
      otherValue: second,
    });
    return undefined;
  };
};

const dateColumn = (
  { table, log, at }: Context,
  field: "invited" | "created",
  drafts: readonly Draft[],
): FromDraft<Date | undefined> => {
  const [cell, column] = [table.cell(field), table.header(field)];
  const read = dateReader(drafts.map(({ cells }) => cell(cells)));
  return ({ cells, line }) => {
    const text = cell(cells);
    if (text === "") return undefined;
    const date = read(text);
    if (date instanceof Date) return date;
    const code = date === "ambiguous" ? "date-ambiguous" : "date-unreadable";
    log.add(code, at(line), { column, value: shownValue(text) });
    return undefined;
  };
};

/** A column called availability that holds opening hours is no evidence (aircall.md 2.3). */
const availabilityState = ({ table, log, at }: Context, drafts: readonly Draft[]): ReadState => {
  const availability = table.cell("availability");
  if (!drafts.some(({ cells }) => isOpeningHours(availability(cells)))) return readAvailability;
  log.add("column-is-opening-hours", at(table.headerLine), { column: table.header("availability") });
  return readOpeningHours;
};

const invitationReader = (
  context: Context,
  drafts: readonly Draft[],
): FromDraft<Pick<UserEntry, "invitation" | "status">> => {
  const { table, log, at } = context;
  const fields = apiFields.filter((field) => table.has(field));
  for (const field of fields)
    log.add("column-is-opening-hours", at(table.headerLine), { column: table.header(field) });
  const columns: readonly (readonly [UserField, ReadState])[] = [
    ["status", readStatus],
    ["availability", availabilityState(context, drafts)],
    ...fields.map((field) => [field, readOpeningHours] as const),
  ];
  const readers = columns.map(([field, read]) => ({ cell: table.cell(field), read }));
  return ({ cells }) => {
    const stated = readers.map(({ cell, read }) => ({ state: read(cell(cells)), text: cell(cells) }));
    const { state, text } = combinedInvitation(stated);
    return { invitation: state, status: text };
  };
};

const usersOf = (context: Context, drafts: readonly Draft[]): readonly UserEntry[] => {
  const name = nameReader(context);
  const role = valueReader(context, "role", "role-unknown", readRole);
  const login = loginReader(context);
  const invitation = invitationReader(context, drafts);
  const invited = dateColumn(context, "invited", drafts);
  const created = dateColumn(context, "created", drafts);
  const usesMobileApp = valueReader(context, "mobileApp", "answer-unreadable", readAnswer);
  return drafts.map((draft) => {
    const { invitation: state, status } = invitation(draft);
    return {
      email: draft.email,
      name: name(draft),
      role: role(draft),
      login: login(draft),
      invitation: state,
      status,
      invited: invited(draft) ?? created(draft),
      usesMobileApp: usesMobileApp(draft),
      source: context.at(draft.line),
    };
  });
};

/**
 * The users in a CSV file; comma, semicolon or tab, UTF-8 or UTF-16, headers in four languages.
 *
 * @throws InputError where the file is no such list, or names no address at all.
 */
export const readUserList = async (file: string, options: ReadOptions = {}): Promise<UserList> => {
  const drafts: Draft[] = [];
  let users: readonly UserEntry[] = [];
  const { notices, unusable } = await readTable<UserField, typeof userFormat>(
    {
      file,
      expected: expectedUserList,
      formats: [userFormat],
      begin: (context) => ({
        take: (cells, line) => {
          const email = context.address(cells, line);
          if (email !== undefined) drafts.push({ line, cells, email });
        },
        end: () => {
          users = usersOf(context, drafts);
        },
      }),
    },
    options,
  );
  requireFacts(file, users.length, unusable);
  return { users, notices, unusable };
};
