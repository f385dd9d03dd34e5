/** The Tenant Allow/Block List: block entries win over rules and allows (exchange-online.md 3.4, 5). */
import { domainOf } from "../message";
import { type Issue, notRead } from "./issue";
import type { ExchangeTenant, TenantAllowBlockListItem } from "./tenant";

/** A domain entry does not cover subdomains; `*.TLD` covers all of a top-level domain (exchange-online.md 5). */
export const isBlockedBy = (value: string, sender: string): boolean => {
  const entry = value.toLowerCase();
  const domain = domainOf(sender);
  if (entry.startsWith("*.")) return domain.endsWith(entry.slice(1));
  return entry.includes("@") ? entry === sender.toLowerCase() : entry === domain;
};

export const isCurrent = ({ expirationDate }: TenantAllowBlockListItem, asOf: Date): boolean =>
  expirationDate === undefined || asOf < new Date(expirationDate);

/**
 * The allow entry that covers the sender now. One that lapses 45 days after its last use carries no date and is no stable
 * protection (exchange-online.md 5), so it does not count; nor does a parent domain, whose reach is not published (7.2).
 */
export const allowEntryFor = (
  tenant: ExchangeTenant,
  sender: string,
  asOf: Date,
): TenantAllowBlockListItem | undefined =>
  tenant.tenantAllowBlockListItems?.find(
    (item) =>
      item.action === "Allow" &&
      /^sender$/iu.test(item.listType) &&
      item.expirationDate !== undefined &&
      isCurrent(item, asOf) &&
      [sender.toLowerCase(), domainOf(sender)].includes(item.value.toLowerCase()),
  );

const coversSpoofed = (spoofedUser: string, sender: string): boolean => {
  const entry = spoofedUser.toLowerCase();
  return entry === "*" || isBlockedBy(entry, sender) || domainOf(sender).endsWith(`.${entry}`);
};

export const decideTenantAllowBlockList = (
  tenant: ExchangeTenant,
  sender: string,
  asOf: Date,
): readonly Issue[] => {
  const stage = "tenant-allow-block-list";
  const items = tenant.tenantAllowBlockListItems;
  const spoofItems = tenant.tenantAllowBlockListSpoofItems;
  const blocks = items?.filter(
    (item) =>
      item.action === "Block" &&
      /^sender$/i.test(item.listType) &&
      isCurrent(item, asOf) &&
      isBlockedBy(item.value, sender),
  );
  const spoofs = spoofItems?.filter(
    ({ action, spoofedUser }) => action === "Block" && coversSpoofed(spoofedUser, sender),
  );
  return [
    ...(blocks === undefined ? [notRead(stage, "Get-TenantAllowBlockListItems")] : []),
    ...(spoofs === undefined ? [notRead(stage, "Get-TenantAllowBlockListSpoofItems")] : []),
    ...(blocks ?? []).map(
      ({ value }): Issue => ({
        code: "sender-blocked-by-tenant-list",
        stage,
        implies: "blocked",
        certainty: "certain",
        outcome: "quarantined",
        details: { entry: value },
        values: new Map(),
      }),
    ),
    ...(spoofs ?? []).map(
      ({ spoofedUser, sendingInfrastructure }): Issue => ({
        code: "spoof-entry-may-block",
        stage,
        implies: "undecided",
        details: { entry: `${spoofedUser}, ${sendingInfrastructure}` },
      }),
    ),
  ];
};
