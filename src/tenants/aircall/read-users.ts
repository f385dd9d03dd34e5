/** Reads the users of an Aircall company, page by page; `GET /v2/users` and nothing else (aircall.md 2.1). */
import { checkedBaseAddress } from "./base-address";
import { type AircallConnection, type ConnectionOptions, createAircallConnection } from "./connection";
import { invalidAnswer } from "./failures";
import { type UserPage, userPageSchema } from "./replies";

/** One user as Aircall tells it; neither role, invitation nor sign-in are told (aircall.md 2.3). */
export interface AircallUser {
  readonly id: string;
  /** Empty where not given. */
  readonly name: string;
  /** `undefined` where not given. */
  readonly email: string | undefined;
  readonly created: Date | undefined;
  /** An open set of words; `undefined` where not given. */
  readonly availability: string | undefined;
  /** The request that told it, such as `GET /v2/users?page=2`. */
  readonly request: string;
}

export interface AircallUsers {
  /** Each once, in the order told. */
  readonly users: readonly AircallUser[];
  /** How many Aircall says there are; `undefined` where it does not say. */
  readonly total: number | undefined;
  /** `false` where somebody may be missing: fewer were told than counted, or the count changed between two pages. */
  readonly isComplete: boolean;
  /** The last request. */
  readonly request: string;
}

export interface ReadUsersOptions extends Omit<ConnectionOptions, "baseAddress"> {
  /** Aircall's own where absent: `aircallBaseAddress`. */
  readonly baseUrl: string;
  /** Called after each page. */
  readonly progress?: (read: number, total: number | undefined) => void;
}

/** The most that the API allows. */
const perPage = 50;
/** A service that never stops saying "next" is stopped: half a million users. */
const mostPages = 10_000;
/** A list that changed while it was read page by page may have hidden somebody; it is read again. */
const mostReads = 3;

const dateOf = (text: string | null | undefined): Date | undefined => {
  const date = new Date(text ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
};

const userOf = (user: UserPage["users"][number], request: string): AircallUser => {
  const email = user.email?.trim() ?? "";
  return {
    id: String(user.id),
    name: user.name?.trim() ?? "",
    email: email === "" ? undefined : email,
    created: dateOf(user.created_at),
    availability: user.availability_status ?? undefined,
    request,
  };
};

const readPage = async (
  connection: AircallConnection,
  baseAddress: string,
  page: number,
): Promise<UserPage> => {
  const request = `GET /v2/users?page=${page}`;
  const parsed = userPageSchema.safeParse(await connection.get(`/v2/users?page=${page}&per_page=${perPage}`));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.map(String).join(".") || "its top";
  throw invalidAnswer({ request, baseAddress }, `JSON that is no list of users (at ${where})`);
};

/**
 * Every page once. That there is a next page is taken from its link, its address never: a link to another origin must
 * not lead the key away.
 */
const readAllPages = async (
  connection: AircallConnection,
  baseAddress: string,
  progress: ReadUsersOptions["progress"],
): Promise<AircallUsers> => {
  const users = new Map<string, AircallUser>();
  const totals = new Set<number | undefined>();
  for (let page = 1; ; page += 1) {
    const request = `GET /v2/users?page=${page}`;
    const { users: told, meta } = await readPage(connection, baseAddress, page);
    const before = users.size;
    // A user added while reading moves others to the next page, where they are told again.
    for (const user of told) users.set(String(user.id), userOf(user, request));
    const total = meta.total ?? undefined;
    progress?.(users.size, total);
    const hasNext = (meta.next_page_link ?? "") !== "";
    totals.add(total);
    if (!hasNext)
      return {
        users: [...users.values()],
        total,
        isComplete: totals.size === 1 && users.size >= (total ?? 0),
        request,
      };
    if (users.size === before || page >= mostPages)
      throw invalidAnswer({ request, baseAddress }, "a list whose pages never end");
  }
};

/**
 * The users of the company whose key it is.
 *
 * @returns a list that is not complete where three readings in a row came out so: whoever uses it has to treat the
 * missing users as unknown.
 * @throws AircallError
 * @example
 * ```ts
 * const { users } = await readAircallUsers({ baseUrl: aircallBaseAddress, ...aircallCredentials(process.env) });
 * ```
 */
export const readAircallUsers = async (options: ReadUsersOptions): Promise<AircallUsers> => {
  const baseAddress = checkedBaseAddress(options.baseUrl);
  const connection = createAircallConnection({ ...options, baseAddress });
  for (let count = 1; ; count += 1) {
    const read = await readAllPages(connection, baseAddress, options.progress);
    if (count >= mostReads || read.isComplete) return read;
  }
};
