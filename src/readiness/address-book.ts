/** The directory by address: what an address belongs to, and in which mailbox its mail ends. */
import { foldedAddress, withoutGmailDots, withoutTag } from "./addresses";
import type { DirectoryEntry } from "./facts";
import { repeatedBy } from "./grouped";

export interface AddressBook {
  /** What holds exactly this address; `undefined` where nothing does. */
  readonly entryOf: (address: string) => DirectoryEntry | undefined;
  /** The primary address of what holds exactly this address; the address itself where nothing does. */
  readonly primaryOf: (address: string) => string;
  /**
   * The primary address of the mailbox that mail ends in, by directory and by the forms of an address. An address that
   * the directory holds is its own mailbox, however much it resembles another one.
   */
  readonly mailboxOf: (address: string) => string;
}

const unique = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts)].filter((text) => text !== "");

/** `undefined` where directories disagree, or do not tell. */
const agreed = <Value>(values: readonly (Value | undefined)[]): Value | undefined => {
  const told = [...new Set(values.filter((value) => value !== undefined))];
  return told.length === 1 ? told[0] : undefined;
};

/**
 * Several directories on one address. A known kind wins over one that this program does not know; that nobody has the
 * address wins, since the mail system that says so refuses its mail; kinds that contradict each other are none.
 */
const merged = (entries: readonly [DirectoryEntry, ...DirectoryEntry[]]): DirectoryEntry => {
  const known = entries.filter(({ kind }) => kind !== "other");
  const telling =
    known.find(({ kind }) => kind === "nobody") ??
    (agreed(known.map(({ kind }) => kind)) === undefined ? undefined : known[0]);
  const texts = unique((known.length > 0 ? known : entries).map(({ kindText }) => kindText));
  return {
    ...(telling ?? entries[0]),
    ...(telling === undefined ? { kind: "other", kindText: [...texts].sort().join(", ") } : {}),
    aliases: unique(entries.flatMap(({ aliases }) => aliases)),
    acceptsOutsideSenders: agreed(entries.map(({ acceptsOutsideSenders }) => acceptsOutsideSenders)),
  };
};

/** An alias that several objects claim: whose mail it is, is not known. */
const disputed = (address: string, claimed: readonly [Holder, ...Holder[]]): DirectoryEntry => ({
  ...claimed[0].entry,
  email: address,
  aliases: [],
  kind: "other",
  kindText: unique(claimed.map(({ entry }) => entry.email))
    .toSorted()
    .join(", "),
  acceptsOutsideSenders: undefined,
});

/** An object of the directory and its primary address, folded. */
interface Holder {
  readonly entry: DirectoryEntry;
  readonly primary: string;
}

const byPrimary = (directory: readonly DirectoryEntry[]): Map<string, Holder> => {
  const holders = new Map<string, Holder>();
  const primaryOf = ({ email }: DirectoryEntry): string => foldedAddress(email);
  for (const entry of directory) {
    const primary = primaryOf(entry);
    if (!holders.has(primary)) holders.set(primary, { entry, primary });
  }
  if (holders.size < directory.length)
    for (const [primary, entries] of repeatedBy(directory, primaryOf))
      holders.set(primary, { entry: merged(entries), primary });
  return holders;
};

/** Adds the aliases. One that is somebody's primary address is left to them. */
const withAliases = (holders: Map<string, Holder>): ReadonlyMap<string, Holder> => {
  const claims = new Map<string, [Holder, ...Holder[]]>();
  for (const holder of [...holders.values()])
    for (const alias of holder.entry.aliases) {
      const address = foldedAddress(alias);
      const before = holders.get(address);
      if (before === undefined) holders.set(address, holder);
      else if (before !== holder && before.primary !== address) {
        const claimed = claims.get(address);
        if (claimed === undefined) claims.set(address, [before, holder]);
        else claimed.push(holder);
      }
    }
  for (const [address, claimed] of claims)
    holders.set(address, { entry: disputed(address, claimed), primary: address });
  return holders;
};

/** Addresses are asked for in their folded form. Linear in addresses. */
export const addressBookOf = (directory: readonly DirectoryEntry[]): AddressBook => {
  const holders = withAliases(byPrimary(directory));
  return {
    entryOf: (address) => holders.get(address)?.entry,
    primaryOf: (address) => holders.get(address)?.primary ?? address,
    mailboxOf: (address) => {
      let reached = address;
      for (const form of [undefined, withoutTag, withoutGmailDots]) {
        reached = form === undefined ? reached : form(reached);
        const holder = holders.get(reached);
        if (holder === undefined) continue;
        reached = holder.primary;
        // The mailbox of somebody outside is elsewhere, and this directory does not know its other addresses.
        if (holder.entry.kind !== "outside") return reached;
      }
      return reached;
    },
  };
};
