/** Who is who in two readiness runs. */
import { foldedAddress, foldedName } from "./addresses";
import { groupedBy } from "./grouped";
import type { SavedUser } from "./saved-run";

export interface MatchedUsers {
  /** In the order of the later run. */
  readonly both: readonly { readonly before: SavedUser; readonly after: SavedUser }[];
  readonly added: readonly SavedUser[];
  readonly removed: readonly SavedUser[];
}

const addressOf = ({ email }: SavedUser): string => foldedAddress(email);

/** By address, and by name too where one address has several people in a run: somebody else may have been renamed. */
export const matchedUsers = (before: readonly SavedUser[], after: readonly SavedUser[]): MatchedUsers => {
  const [earlier, later] = [groupedBy(before, addressOf), groupedBy(after, addressOf)];
  const isShared = (address: string): boolean =>
    (earlier.get(address)?.length ?? 0) > 1 || (later.get(address)?.length ?? 0) > 1;
  const keyOf = (user: SavedUser): string => {
    const address = addressOf(user);
    return isShared(address) ? `${address}\n${foldedName(user.name)}` : address;
  };
  const waiting = groupedBy(before, keyOf);
  const taken = new Map<string, number>();
  const both: { before: SavedUser; after: SavedUser }[] = [];
  const added: SavedUser[] = [];
  for (const user of after) {
    const key = keyOf(user);
    // People without a name who share an address cannot be told apart: the first is taken for the first.
    const place = taken.get(key) ?? 0;
    const known = waiting.get(key)?.[place];
    if (known === undefined) added.push(user);
    else {
      both.push({ before: known, after: user });
      taken.set(key, place + 1);
    }
  }
  const removed = [...waiting].flatMap(([key, users]) => users.slice(taken.get(key) ?? 0));
  return { both, added, removed };
};
