/** What the directory says of a recipient: who it is, which groups hold it. `undefined` is not known, never no. */
import { fold } from "../language/language";
import { domainOf } from "../message";
import type { ExchangeTenant, Group, MailContact, Recipient } from "./tenant";

interface Index {
  readonly names: ReadonlySet<string>;
  /** Of every mailbox, lower-case. */
  readonly addresses: ReadonlySet<string>;
  readonly groups: ReadonlyMap<string, Group>;
  /** By every name; of two with one name, the first. */
  readonly contacts: ReadonlyMap<string, MailContact>;
}

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
  if (name.includes("@")) return false;
  if (recipient.identities.includes(name)) return true;
  return indexOf(tenant).names.has(name) ? false : undefined;
};

/** Whether a mailbox goes by this name or address, folded. */
export const recipientNamed = (name: string, tenant: ExchangeTenant): boolean =>
  indexOf(tenant).names.has(name) || indexOf(tenant).addresses.has(name);

/** The mail contact that goes by this name, folded. */
export const contactNamed = (name: string, tenant: ExchangeTenant): MailContact | undefined =>
  indexOf(tenant).contacts.get(name);

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
  return found.members?.has(fold(address));
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
  return name.includes("@") || tenant.mailContacts !== undefined ? false : undefined;
};

/** The domain of a recipient, `undefined` where no recipient was read. */
export const recipientDomain = (recipient: Recipient | undefined): string | undefined =>
  recipient === undefined ? undefined : domainOf(recipient.address);
