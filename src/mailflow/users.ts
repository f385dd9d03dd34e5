/** The Aircall users among the recipients of a tenant, by any of their addresses (exchange-online.md 4.5). */
import type { ExchangeTenant, OtherRecipient, Recipient, TransportRule } from "./exchange/tenant";
import { domainOf } from "./message";

/** A user whose address is no mailbox here. */
export type MissingUser =
  /** A recipient of another kind. */
  | { readonly kind: "other"; readonly user: string; readonly recipient: OtherRecipient }
  /** Nobody in a domain whose addresses are all known: refused at the edge. */
  | { readonly kind: "nobody"; readonly user: string }
  | { readonly kind: "unknown"; readonly user: string };

export interface SelectedUsers {
  /** `undefined` where the recipients were not read. */
  readonly found: readonly Recipient[] | undefined;
  readonly missing: readonly MissingUser[];
}

/** `a+tag@x` reaches `a@x` where plus addressing is known to work. */
const withoutTag = (user: string): string => user.replace(/\+[^@]*@/u, "@");

const isAuthoritative = (tenant: ExchangeTenant, user: string): boolean =>
  (tenant.acceptedDomains ?? []).some(
    ({ domainName, domainType, matchSubDomains }) =>
      domainType === "Authoritative" &&
      (domainName.toLowerCase() === domainOf(user) ||
        (matchSubDomains && domainOf(user).endsWith(`.${domainName.toLowerCase()}`))),
  );

/** A dynamic group is not in the directory that the edge reads, which refuses its mail (exchange-online.md 4.5). */
const isUnseen = ({ recipientTypeDetails }: OtherRecipient): boolean =>
  /^DynamicDistributionGroup$/iu.test(recipientTypeDetails);

const byAddress = <T extends { readonly proxyAddresses: readonly string[]; readonly address: string }>(
  recipients: readonly T[],
): ReadonlyMap<string, T> => {
  const found = new Map<string, T>();
  for (const recipient of recipients) {
    found.set(recipient.address.toLowerCase(), recipient);
    for (const address of recipient.proxyAddresses) found.set(address.toLowerCase(), recipient);
  }
  return found;
};

/** Who an address belongs to. */
export type FoundUser = { readonly kind: "mailbox"; readonly recipient: Recipient } | MissingUser;

type UserFinder = (user: string) => FoundUser;

/** The tables are large, and one question after another is asked of one tenant. */
const finders = new WeakMap<ExchangeTenant, UserFinder>();

/** Finds users by any of their addresses; `undefined` where the recipients were not read. */
export const userFinder = (tenant: ExchangeTenant): UserFinder | undefined => {
  const { recipients } = tenant;
  if (recipients === undefined) return undefined;
  const known = finders.get(tenant) ?? finderIn(tenant, recipients);
  finders.set(tenant, known);
  return known;
};

const finderIn = (tenant: ExchangeTenant, recipients: readonly Recipient[]): UserFinder => {
  const mailboxes = byAddress(recipients);
  const others = byAddress(tenant.otherRecipients ?? []);
  const tagsWork = tenant.disablePlusAddressInRecipients === false;
  return (user) => {
    const address = user.toLowerCase();
    const recipient = mailboxes.get(address) ?? (tagsWork ? mailboxes.get(withoutTag(address)) : undefined);
    if (recipient !== undefined) return { kind: "mailbox", recipient };
    const other = others.get(address);
    if (other !== undefined)
      return isUnseen(other) && isAuthoritative(tenant, user)
        ? { kind: "nobody", user }
        : { kind: "other", user, recipient: other };
    const tagged =
      tenant.disablePlusAddressInRecipients !== true &&
      withoutTag(address) !== address &&
      mailboxes.has(withoutTag(address));
    const nobody = tenant.otherRecipients !== undefined && isAuthoritative(tenant, user) && !tagged;
    return { kind: nobody ? "nobody" : "unknown", user };
  };
};

/** A recipient with the address that Aircall writes to. */
export type AsWritten = (recipient: Recipient, user: string) => Recipient;

/**
 * Mail to an alias in another domain may come in by another way, and a rule may look at the address as it was written
 * (exchange-online.md 2.3, 3.8). Where neither is so, an alias is as good as the primary address.
 * @param rules the rules in force.
 */
export const asWrittenIn = (tenant: ExchangeTenant, rules: readonly TransportRule[]): AsWritten => {
  const looksAtWritten = rules.some(({ parameters }) => parameters.RecipientAddressType === "Original");
  return (recipient, user) => {
    const [written, primary] = [user.toLowerCase(), recipient.address.toLowerCase()];
    const comesElsewhere = tenant.mailExchangers !== undefined && domainOf(written) !== domainOf(primary);
    const matters = written !== primary && (looksAtWritten || comesElsewhere);
    return matters ? { ...recipient, writtenTo: written } : recipient;
  };
};

/** Equal for what stands for the same mailbox written to in the same way. */
export const identityOf = ({ address, writtenTo = "" }: Recipient): string =>
  `${address.toLowerCase()}\u0000${writtenTo}`;

/**
 * @param users their addresses; every mailbox that was read where absent.
 * @param rules the rules in force.
 */
export const selectUsers = (
  tenant: ExchangeTenant,
  users: readonly string[] | undefined,
  rules: readonly TransportRule[],
): SelectedUsers => {
  const asWritten = asWrittenIn(tenant, rules);
  const find = users === undefined ? undefined : userFinder(tenant);
  if (users === undefined || find === undefined) return { found: tenant.recipients, missing: [] };
  const found = new Map<string, Recipient>();
  const missing: MissingUser[] = [];
  for (const user of users) {
    const one = find(user);
    if (one.kind !== "mailbox") missing.push(one);
    else {
      const recipient = asWritten(one.recipient, user);
      const key = identityOf(recipient);
      found.set(key, found.get(key) ?? recipient);
    }
  }
  return { found: [...found.values()], missing };
};
