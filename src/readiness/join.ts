/** Brings together what the inputs say of each Aircall user. */
import { type AddressBook, addressBookOf } from "./address-book";
import { foldedAddress, foldedName } from "./addresses";
import type { Person } from "./check";
import { sourcesOf } from "./evidence";
import type { DeviceEntry, DirectoryEntry, MailboxUsage, UserEntry } from "./facts";
import { groupedBy } from "./grouped";
import type { MailSystem } from "./mail-system";
import { type ListedPerson, sharersOf } from "./sharers";

/** What was read; what is absent was not. */
export interface ReadinessInputs {
  readonly users: readonly UserEntry[];
  readonly devices?: readonly DeviceEntry[] | undefined;
  /** `"concealed"`: the report hides names behind hashes (aircall.md 4.3). */
  readonly mailboxes?: readonly MailboxUsage[] | "concealed" | undefined;
  readonly directory?: readonly DirectoryEntry[] | undefined;
  /** Its directory and usage are added to those of files. */
  readonly mail?: MailSystem | undefined;
}

interface Draft extends ListedPerson {
  readonly entries: UserEntry[];
}

const none: readonly never[] = [];

/**
 * Lines with the same address and the same name are one person. The same address with another name, or without one, is
 * somebody else who shares it.
 */
const draftsOf = (users: readonly UserEntry[]): readonly Draft[] => {
  const drafts: Draft[] = [];
  const firsts = new Map<string, Draft>();
  const others = new Map<string, Draft>();
  /** Names are folded only where an address comes again. */
  const knownAs = (entry: UserEntry, address: string, first: Draft): Draft | undefined => {
    const name = foldedName(entry.name);
    if (name === "") return undefined;
    return foldedName(first.entry.name) === name ? first : others.get(`${address}\n${name}`);
  };
  for (const entry of users) {
    const address = foldedAddress(entry.email);
    const first = firsts.get(address);
    const known = first === undefined ? undefined : knownAs(entry, address, first);
    if (known !== undefined) {
      known.entries.push(entry);
      continue;
    }
    const draft = { entry, address, entries: [entry] };
    drafts.push(draft);
    if (first === undefined) firsts.set(address, draft);
    else others.set(`${address}\n${foldedName(entry.name)}`, draft);
  }
  return drafts;
};

/** @returns facts by what `keyOf` makes of the address they name: device lists and reports may name any of several. */
const byAddress = <Fact extends { readonly email: string }>(
  facts: readonly Fact[],
  keyOf: (address: string) => string,
): ((address: string) => readonly Fact[]) => {
  const groups = groupedBy(facts, ({ email }) => keyOf(foldedAddress(email)));
  return (address) => groups.get(keyOf(address)) ?? none;
};

/** A mail system of which no such object was read says nothing of any. */
const together = <Fact>(
  read: readonly Fact[] | undefined,
  fromMail: readonly Fact[] | undefined,
): readonly Fact[] | undefined => {
  if (fromMail === undefined || fromMail.length === 0) return read;
  return read === undefined ? fromMail : [...read, ...fromMail];
};

/** By the mailbox that mail ends in: a tagged address has no room of its own. */
const usageFinder = (
  { mailboxes, mail }: ReadinessInputs,
  { mailboxOf }: AddressBook,
): ((address: string) => Person["usage"]) => {
  const isConcealed = mailboxes === "concealed";
  const usage = together(isConcealed ? undefined : mailboxes, mail?.usage);
  if (usage === undefined) return () => (isConcealed ? "concealed" : undefined);
  const find = byAddress(usage, mailboxOf);
  return (address) => {
    const found = find(address);
    return found.length === 0 && isConcealed ? "concealed" : found;
  };
};

/** People in the order of the list. Linear in all inputs. */
export const join = (inputs: ReadinessInputs): readonly Person[] => {
  const { users, devices, mail } = inputs;
  const directory = together(inputs.directory, mail?.directory);
  const book = addressBookOf(directory ?? none);
  // A phone is one person's, also where others share the mailbox under another tag.
  const devicesOf = devices === undefined ? undefined : byAddress(devices, book.primaryOf);
  const usageOf = usageFinder(inputs, book);
  const drafts = draftsOf(users);
  const sharers = sharersOf(drafts, book.mailboxOf);
  return drafts.map(({ entry, address, entries }, place) => {
    const { named = none, count = 0 } = sharers.get(place) ?? {};
    return {
      email: entry.email,
      name: entry.name,
      entries,
      ownLines: sourcesOf(entries),
      sharers: named,
      sharerCount: count,
      devices: devicesOf?.(address),
      usage: usageOf(address),
      directory: directory === undefined ? undefined : (book.entryOf(address) ?? "absent"),
      mail: mail?.mailOf(entry.email),
      links: mail?.linksOf(entry.email),
    };
  });
};
