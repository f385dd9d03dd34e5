/** What the embedded company answers to a request it accepts: users by page, one user, the company, a ping. */
import type { StoredUser } from "./user-store";

/** An answer before it is put on the wire. */
export interface AircallAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a text is sent as it is. */
  readonly body?: unknown;
  /** Break the connection instead of answering. */
  readonly isBroken?: true;
}

export const refusal = (status: number, error: string): AircallAnswer => ({ status, body: { error } });

const defaultPerPage = 20;
const largestPerPage = 50;

/** A whole number of a query from 1 on; `undefined` where it is none. */
const countOf = (text: string): number | undefined => {
  const value = Number(text);
  return /^\d{1,9}$/u.test(text) && value >= 1 ? value : undefined;
};

/** Pages count from 1; there is no number of pages, only links (aircall.md 2.4). */
const userPage = (users: readonly StoredUser[], address: URL): AircallAnswer => {
  const page = countOf(address.searchParams.get("page") ?? "1");
  const perPage = countOf(address.searchParams.get("per_page") ?? String(defaultPerPage));
  if (page === undefined) return refusal(422, "page must be a number from 1");
  if (perPage === undefined || perPage > largestPerPage)
    return refusal(422, `per_page must be a number from 1 to ${largestPerPage}`);
  const link = (other: number): string =>
    `${address.origin}${address.pathname}?page=${other}&per_page=${perPage}`;
  const shown = users.slice((page - 1) * perPage, page * perPage);
  return {
    status: 200,
    body: {
      users: shown,
      meta: {
        count: shown.length,
        total: users.length,
        current_page: page,
        per_page: perPage,
        next_page_link: page * perPage < users.length ? link(page + 1) : null,
        previous_page_link: page > 1 ? link(page - 1) : null,
      },
    },
  };
};

const oneUser = (users: readonly StoredUser[], wanted: string): AircallAnswer => {
  const user = users.find(
    ({ id, email }) => String(id) === wanted || email?.toLowerCase() === wanted.toLowerCase(),
  );
  return user === undefined ? refusal(404, "User not found") : { status: 200, body: { user } };
};

/** @param address the address asked for, with this server's origin. */
export const answerGet = (users: readonly StoredUser[], address: URL): AircallAnswer => {
  const { pathname } = address;
  if (pathname === "/v2/users") return userPage(users, address);
  const [, wanted] = /^\/v2\/users\/([^/]+)$/u.exec(pathname) ?? [];
  if (wanted !== undefined) return oneUser(users, decodeURIComponent(wanted));
  if (pathname === "/v1/company")
    return {
      status: 200,
      body: { company: { name: "Embedded company", users_count: users.length, numbers_count: 0 } },
    };
  if (pathname === "/v1/ping") return { status: 200, body: { ping: "pong" } };
  return refusal(404, "Not found");
};
