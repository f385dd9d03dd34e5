/** Brings the Aircall user list and Aircall's API together: the list knows more of a user, the API knows who there is. */
import { foldedAddress } from "../addresses";
import type { UserEntry } from "../facts";
import { groupedBy } from "../grouped";
import type { ApiUser } from "./aircall-api";

export interface MergedUsers {
  /** The list's users in its order, then those that only the API knows. */
  readonly users: readonly UserEntry[];
  /** Users of the list that Aircall does not know: the list is older than Aircall, or an address is mistyped. */
  readonly notAtAircall: readonly UserEntry[];
  /** Users of Aircall that the list lacks; whether they accepted their invitation is not known. */
  readonly notInList: readonly UserEntry[];
}

/**
 * The list's facts win; the API fills in a missing name. The API's date of creation is the date of an invitation only
 * for a user whom the list calls pending.
 */
const completed = (entry: UserEntry, told: ApiUser | undefined): UserEntry => {
  if (told === undefined) return entry;
  const name = entry.name === "" ? told.entry.name : entry.name;
  const invited = entry.invited ?? (entry.invitation === "pending" ? told.created : undefined);
  return name === entry.name && invited === entry.invited ? entry : { ...entry, name, invited };
};

/**
 * Addresses are compared without case. An address that Aircall knows more often than the list does is added as often as
 * it is lacking: two accounts with one address must not hide behind one line. Linear.
 */
export const mergeUsers = (listed: readonly UserEntry[], told: readonly ApiUser[]): MergedUsers => {
  const byAddress = groupedBy(told, ({ entry }) => foldedAddress(entry.email));
  const seen = new Map<string, number>();
  const users = listed.map((entry) => {
    const key = foldedAddress(entry.email);
    const place = seen.get(key) ?? 0;
    seen.set(key, place + 1);
    const accounts = byAddress.get(key);
    return completed(entry, accounts?.[place] ?? accounts?.[0]);
  });
  const notInList = [...byAddress].flatMap(([key, accounts]) =>
    accounts.slice(seen.get(key) ?? 0).map(({ entry }) => entry),
  );
  return {
    users: [...users, ...notInList],
    notAtAircall: listed.filter(({ email }) => !byAddress.has(foldedAddress(email))),
    notInList,
  };
};
