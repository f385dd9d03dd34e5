/** The Aircall users among the recipients of a tenant, by any of their addresses (exchange-online.md 4.5). */
import type { ExchangeTenant, OtherRecipient, Recipient } from "./exchange/tenant";
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
): ReadonlyMap<string, T> =>
  new Map(
    recipients.flatMap((recipient) =>
      [recipient.address, ...recipient.proxyAddresses].map((address) => [address.toLowerCase(), recipient]),
    ),
  );

/** @param users their addresses; every mailbox that was read where absent. */
export const selectUsers = (tenant: ExchangeTenant, users: readonly string[] | undefined): SelectedUsers => {
  if (users === undefined || tenant.recipients === undefined)
    return { found: tenant.recipients, missing: [] };
  const mailboxes = byAddress(tenant.recipients);
  const others = byAddress(tenant.otherRecipients ?? []);
  const found = new Set<Recipient>();
  const missing: MissingUser[] = [];
  const tagsWork = tenant.disablePlusAddressInRecipients === false;
  for (const user of users) {
    const address = user.toLowerCase();
    const mailbox = mailboxes.get(address) ?? (tagsWork ? mailboxes.get(withoutTag(address)) : undefined);
    const other = others.get(address);
    if (mailbox !== undefined) found.add(mailbox);
    else if (other !== undefined && isUnseen(other) && isAuthoritative(tenant, user))
      missing.push({ kind: "nobody", user });
    else if (other !== undefined) missing.push({ kind: "other", user, recipient: other });
    else {
      const tagged =
        tenant.disablePlusAddressInRecipients !== true &&
        withoutTag(address) !== address &&
        mailboxes.has(withoutTag(address));
      const nobody = tenant.otherRecipients !== undefined && isAuthoritative(tenant, user) && !tagged;
      missing.push({ kind: nobody ? "nobody" : "unknown", user });
    }
  }
  return { found: [...found], missing };
};
