/** What Aircall's API says of its users, as facts: who there is, and nothing of roles, invitations or sign-in (aircall.md 2.3). */
import type { AircallUser, AircallUsers } from "../../tenants/aircall/read-users";
import type { Source, UserEntry } from "../facts";
import { unlistedUser } from "../unlisted-user";

/** One user of the API. */
export interface ApiUser {
  readonly entry: UserEntry;
  /** When the user was created, which is when the first invitation was sent. */
  readonly created: Date | undefined;
}

export interface ApiUsers {
  readonly users: readonly ApiUser[];
  /** Users without an address: nobody can send them a code, and no file can be held against them. */
  readonly withoutAddress: readonly Source[];
  /** Where the list may lack somebody; `undefined` where it is complete. */
  readonly incomplete:
    | { readonly read: number; readonly total: number | undefined; readonly source: Source }
    | undefined;
}

const entryOf = ({ name, request }: AircallUser, email: string): UserEntry =>
  unlistedUser(email, name, { kind: "request", request });

/** Parts the users that can be judged from those that cannot. */
export const apiUsers = ({ users, total, isComplete, request }: AircallUsers): ApiUsers => ({
  users: users.flatMap((user) =>
    user.email === undefined ? [] : [{ entry: entryOf(user, user.email), created: user.created }],
  ),
  withoutAddress: users
    .filter(({ email }) => email === undefined)
    .map(({ request: told }) => ({ kind: "request", request: told })),
  incomplete: isComplete ? undefined : { read: users.length, total, source: { kind: "request", request } },
});
