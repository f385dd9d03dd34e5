/** What the directory says of a recipient: who it is, which groups hold it. `undefined` is not known, never no. */
import { fold } from "../language/language";
import { domainOf, isDomainOrSubdomain } from "../message";
import type { ExchangeTenant, Group, MailContact, Recipient } from "./tenant";

interface Index {
  readonly names: ReadonlySet<string>;
  /** Of every mailbox, lower-case. */
  readonly addresses: ReadonlySet<string>;
  readonly groups: ReadonlyMap<string, Group>;
  /** By every name; of two with one name, the first. */
  readonly contacts: ReadonlyMap<string, MailContact>;
  readonly namesByExternalAddress: ReadonlyMap<string, readonly string[]>;
}

const namesByExternalAddress = (contacts: readonly MailContact[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { externalAddress, identities } of contacts) {
    const names = found.get(externalAddress) ?? [];
    names.push(...identities);
    found.set(externalAddress, names);
  }
  return found;
};

const indexes = new WeakMap<ExchangeTenant, Index>();

const indexOf = (tenant: ExchangeTenant): Index => {
  const known = indexes.get(tenant);
  if (known !== undefined) return known;
  const index: Index = {
    names: new Set(tenant.recipients?.flatMap(({ identities }) => identities)),
    addresses: new Set(
      tenant.recipients?.flatMap(({ address, proxyAddresses }) => [fold(address), ...proxyAddresses]),
    ),
    groups: new Map(tenant.groups?.flatMap((group) => group.identities.map((identity) => [identity, group]))),
    contacts: new Map(
      tenant.mailContacts
        ?.toReversed()
        .flatMap((contact) => contact.identities.map((name) => [name, contact])),
    ),
    namesByExternalAddress: namesByExternalAddress(tenant.mailContacts ?? []),
  };
  indexes.set(tenant, index);
  return index;
};

/**
 * Whether a rule's entry names this recipient. Under `Resolved` only the primary address counts: an alias never matches
 * (exchange-online.md 2.3). An entry without `@` is a display name, alias or GUID.
 */
export const isRecipient = (
  entry: string,
  recipient: Recipient | undefined,
  tenant: ExchangeTenant,
): boolean | undefined => {
  if (recipient === undefined) return undefined;
  const name = fold(entry);
  if (name === fold(recipient.address)) return true;
  // A display name may hold the sign too.
  if (recipient.identities.includes(name)) return true;
  if (name.includes("@")) return false;
  return indexOf(tenant).names.has(name) ? false : undefined;
};

const isInOwnDomain = (address: string, { acceptedDomains = [] }: ExchangeTenant): boolean =>
  acceptedDomains.some(({ domainName }) => isDomainOrSubdomain(domainOf(address), domainName));

/** Whether a mailbox goes by this name or address, folded. */
export const recipientNamed = (name: string, tenant: ExchangeTenant): boolean =>
  indexOf(tenant).names.has(name) || indexOf(tenant).addresses.has(name);

/** The mail contact that goes by this name, folded. */
export const contactNamed = (name: string, tenant: ExchangeTenant): MailContact | undefined =>
  indexOf(tenant).contacts.get(name);

/** The names by which a group may hold somebody outside: the address, and those of mail contacts (exchange-online.md 2.2). */
const namesOutside = (address: string, tenant: ExchangeTenant): readonly string[] => [
  address,
  ...(indexOf(tenant).namesByExternalAddress.get(address) ?? []),
];

/** Whether somebody in the group may be outside, as a contact that was not read or as one of any address. */
export const mayHoldOutsider = (group: string, tenant: ExchangeTenant): boolean => {
  const found = indexOf(tenant).groups.get(fold(group));
  if (found === undefined) return isMember(group, "", tenant) === undefined;
  return found.members === undefined || [...found.members].some((one) => !indexOf(tenant).addresses.has(one));
};

/** Whether the group that a rule names holds this address. A deleted group holds nobody (exchange-online.md 2.3). */
export const isMember = (
  group: string,
  address: string | undefined,
  tenant: ExchangeTenant,
): boolean | undefined => {
  if (address === undefined) return undefined;
  const found = indexOf(tenant).groups.get(fold(group));
  // Groups are known by address everywhere, by other names only where the group itself was read.
  if (found === undefined) return tenant.groupsAreComplete && group.includes("@") ? false : undefined;
  const { members } = found;
  if (members === undefined) return undefined;
  if (namesOutside(fold(address), tenant).some((one) => members.has(one))) return true;
  if (tenant.mailContacts !== undefined || indexOf(tenant).addresses.has(fold(address))) return false;
  // Without contacts, somebody in the own domains who is no mailbox may stand for the address.
  const isOwn = (one: string): boolean => isInOwnDomain(one, tenant) && !indexOf(tenant).addresses.has(one);
  return [...members].some(isOwn) ? undefined : false;
};

/** Whether an entry of `From` stands for this outside address: the address itself, or a mail contact (exchange-online.md 2.2). */
export const standsForSender = (
  entry: string,
  address: string,
  tenant: ExchangeTenant,
): boolean | undefined => {
  const name = fold(entry);
  if (name === fold(address)) return true;
  const contact = contactNamed(name, tenant);
  if (contact !== undefined) return contact.externalAddress === fold(address);
  if (tenant.mailContacts !== undefined) return false;
  if (!name.includes("@")) return undefined;
  // Somebody in the own domains who is no mailbox may be a contact that was not read.
  return tenant.recipients !== undefined && isInOwnDomain(name, tenant) && !recipientNamed(name, tenant)
    ? undefined
    : false;
};

/** The domain of a recipient, `undefined` where no recipient was read. */
export const recipientDomain = (recipient: Recipient | undefined): string | undefined =>
  recipient === undefined ? undefined : domainOf(recipient.address);
