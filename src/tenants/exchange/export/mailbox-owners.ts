/** Which mailbox an item of a per-mailbox part belongs to: exports name it in many ways (design section 7). */
import { domainOf } from "../../../mailflow/message";
import { type RawObject, smtpAddresses, text } from "./properties";

const properties =
  (...names: readonly string[]) =>
  (raw: RawObject): readonly string[] =>
    names.flatMap((name) => text(raw[name])?.toLowerCase() ?? []);

/** Names of a mailbox, the surest kind first: an alias of one may be the user name of another. */
const kinds: readonly ((raw: RawObject) => readonly string[])[] = [
  smtpAddresses,
  properties("Guid", "ExchangeGuid", "ExternalDirectoryObjectId"),
  properties("UserPrincipalName"),
  properties("Alias", "Identity", "Name", "DistinguishedName"),
  properties("DisplayName"),
];

const severalOwners = -1;

const byName = (mailboxes: readonly RawObject[], names: (raw: RawObject) => readonly string[]) => {
  const owners = new Map<string, number>();
  mailboxes.forEach((raw, place) => {
    for (const name of names(raw))
      owners.set(name, (owners.get(name) ?? place) === place ? place : severalOwners);
  });
  return owners;
};

/** What an item may carry of its mailbox. An inbox rule's identity is that of its mailbox, a backslash and a number. */
const labelsOf = (item: RawObject): readonly string[] =>
  ["Mailbox", "MailboxGuid", "MailboxOwnerId", "Identity"].flatMap(
    (property) =>
      text(item[property])
        ?.toLowerCase()
        .replace(/\\\d+$/u, "") ?? [],
  );

/** The items of a part by the place of their mailbox. */
export interface OwnedItems {
  readonly byPlace: ReadonlyMap<number, readonly RawObject[]>;
  /** Whether there are items that may be anybody's: no mailbox, or more than one, answers to what they are labelled with. */
  readonly hasStray: boolean;
}

/** The tables are made once, and only where there is an item to look for. */
export const ownerTables = (
  mailboxes: readonly RawObject[],
): ((items: readonly RawObject[]) => OwnedItems) => {
  let tables: readonly ReadonlyMap<string, number>[] | undefined;
  const ownerOf = (label: string): number | undefined => {
    tables ??= kinds.map((names) => byName(mailboxes, names));
    for (const table of tables) {
      const found = table.get(label);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  let domains: ReadonlySet<string> | undefined;
  let hasUserNames: boolean | undefined;
  // A user name may be in a domain that no printed address has; where names were not printed, such a label may be anybody's.
  const isSomebodyElse = (label: string): boolean => {
    if (!label.includes("@")) return false;
    hasUserNames ??= mailboxes.every((raw) => text(raw.UserPrincipalName) !== undefined);
    if (hasUserNames) return true;
    domains ??= new Set(mailboxes.flatMap(smtpAddresses).map(domainOf));
    return domains.has(domainOf(label));
  };
  return (items) => {
    const byPlace = new Map<number, RawObject[]>();
    let hasStray = false;
    for (const item of items) {
      const labels = labelsOf(item);
      const owner = labels.map(ownerOf).find((found) => found !== undefined);
      if (owner === undefined) {
        // An address that no mailbox has is somebody else's for sure; any other label may be one not understood.
        hasStray ||= !labels.some(isSomebodyElse);
        continue;
      }
      if (owner === severalOwners) {
        hasStray = true;
        continue;
      }
      const known = byPlace.get(owner);
      if (known === undefined) byPlace.set(owner, [item]);
      else known.push(item);
    }
    return { byPlace, hasStray };
  };
};
