/** The Tenant Allow/Block List: block entries win over rules and allows (exchange-online.md 3.4, 5). */
import { fromRegularExpression, fromTexts, type Language, quote } from "../language/language";
import { smallestMember } from "../language/smallest-member";
import { domainOf, isDomainOrSubdomain } from "../message";
import type { MessageClass } from "../message-class";
import { type Issue, notRead } from "./issue";
import type { ExchangeTenant, TenantAllowBlockListItem } from "./tenant";

/**
 * Whether a block entry covers an address. A domain does not cover subdomains; `*.` in front of it does, and whether it
 * covers the domain itself is not published (exchange-online.md 5).
 */
const covers = (value: string, address: string): "surely" | "possibly" | "never" => {
  const entry = value.toLowerCase();
  const domain = domainOf(address);
  if (entry.startsWith("*."))
    return domain.endsWith(entry.slice(1)) ? "surely" : domain === entry.slice(2) ? "possibly" : "never";
  return (entry.includes("@") ? entry === address.toLowerCase() : entry === domain) ? "surely" : "never";
};

/** Addresses that a block entry may cover. */
const covered = (value: string): Language => {
  const entry = value.toLowerCase();
  if (entry.includes("@")) return fromTexts([entry]);
  return entry.startsWith("*.")
    ? fromRegularExpression(`[^]*@(?:[^@]*\\.)?${quote(entry.slice(2))}`)
    : fromRegularExpression(`[^]*@${quote(entry)}`);
};

const stage = "tenant-allow-block-list";

const day = 86_400_000;

/**
 * When an entry stops to count: its date, or the days after its last use (exchange-online.md 5), whichever comes first. Another
 * use puts the latter off, which nobody can count on. `undefined` where it is not known, or never comes.
 */
export const lapseOf = (item: TenantAllowBlockListItem): Date | undefined => {
  const end = item.expirationDate === undefined ? undefined : new Date(item.expirationDate);
  if (item.action === "Block" || item.removeAfterDays === undefined) return end;
  if (item.lastUsedDate === undefined) return undefined;
  const unused = new Date(new Date(item.lastUsedDate).getTime() + item.removeAfterDays * day);
  return end === undefined || unused < end ? unused : end;
};

const isSenderEntry = ({ listType }: TenantAllowBlockListItem): boolean => /^sender$/iu.test(listType);

/** At the very moment of its end a block still counts, and an allow no longer: nobody publishes which. */
const isBlocking = (item: TenantAllowBlockListItem, asOf: Date): boolean => {
  const lapse = lapseOf(item);
  return item.action === "Block" && (lapse === undefined || asOf <= lapse);
};

/**
 * The allow entry that covers the sender now. One whose end is not known is no stable protection (exchange-online.md 5), so
 * it does not count; nor does a parent domain, whose reach is not published (7.2).
 */
export const allowEntryFor = (
  tenant: ExchangeTenant,
  sender: string,
  asOf: Date,
): TenantAllowBlockListItem | undefined =>
  tenant.tenantAllowBlockListItems?.find((item) => {
    const lapse = lapseOf(item);
    return (
      item.action === "Allow" &&
      isSenderEntry(item) &&
      lapse !== undefined &&
      asOf < lapse &&
      [sender.toLowerCase(), domainOf(sender)].includes(item.value.toLowerCase())
    );
  });

/** Allow entries that may cover forged mail now: of their end or their reach something is not known (exchange-online.md 5, 7.2). */
export const possibleAllowEntriesFor = (
  tenant: ExchangeTenant,
  sender: string,
  asOf: Date,
): readonly TenantAllowBlockListItem[] =>
  (tenant.tenantAllowBlockListItems ?? []).filter((item) => {
    const lapse = lapseOf(item);
    const entry = item.value.toLowerCase().replace(/^@|^\*\./u, "");
    return (
      item.action === "Allow" &&
      isSenderEntry(item) &&
      (lapse === undefined || asOf < lapse) &&
      (entry === sender.toLowerCase() || `.${domainOf(sender)}`.endsWith(`.${entry}`))
    );
  });

/** The entries that surely block the sender, whatever the list allows besides: block beats allow inside it (3.4). */
export const blockEntriesFor = (
  tenant: ExchangeTenant,
  sender: string,
  asOf: Date,
): readonly TenantAllowBlockListItem[] =>
  (tenant.tenantAllowBlockListItems ?? []).filter(
    (item) => isSenderEntry(item) && isBlocking(item, asOf) && covers(item.value, sender) === "surely",
  );

/** Hosts that links in Aircall's mail lead to (aircall.md 1.3). */
const linkedHosts = ["aircall.io", "awstrack.me"];

/** Whether an entry of another list than the senders' may hit Aircall's mail: what such an entry does is not published. */
const mayHit = ({ listType, value }: TenantAllowBlockListItem): boolean => {
  if (/^filehash$/iu.test(listType)) return false;
  if (!/^url$/iu.test(listType)) return true;
  const host = value
    .toLowerCase()
    .replace(/^[a-z]+:\/\//u, "")
    .replace(/[*~]/gu, "")
    .replace(/^\.|[/:?].*$/gu, "");
  return linkedHosts.some(
    (linked) => host === "" || isDomainOrSubdomain(linked, host) || isDomainOrSubdomain(host, linked),
  );
};

const mayBlock = (entry: string, because: string): Issue => ({
  code: "tenant-list-may-block",
  stage,
  implies: "undecided",
  details: { entry, because },
});

/** What one entry does to mail of the class. */
const entryIssues = (item: TenantAllowBlockListItem, messages: MessageClass): readonly Issue[] => {
  const { value } = item;
  if (!isSenderEntry(item))
    return mayHit(item)
      ? [mayBlock(value, `what an entry of the list ${item.listType} does is not published`)]
      : [];
  const reach = covers(value, messages.sender);
  if (reach === "possibly")
    return [mayBlock(value, "whether the wildcard covers the domain itself is not published")];
  if (reach === "surely")
    return [
      {
        code: "sender-blocked-by-tenant-list",
        stage,
        implies: "blocked",
        certainty: "certain",
        outcome: "quarantined",
        details: { entry: value },
        values: new Map(),
      },
    ];
  // Whether a block looks at the envelope too is not published (exchange-online.md 9.2).
  return smallestMember([...messages.values("envelopeFrom"), covered(value)]) === undefined
    ? []
    : [mayBlock(value, "whether an entry is compared with the envelope sender too is not published")];
};

export const decideTenantAllowBlockList = (
  tenant: ExchangeTenant,
  messages: MessageClass,
  asOf: Date,
): readonly Issue[] => {
  if (tenant.tenantAllowBlockListItems === undefined)
    return [notRead(stage, "Get-TenantAllowBlockListItems")];
  return tenant.tenantAllowBlockListItems
    .filter((item) => isBlocking(item, asOf))
    .flatMap((item) => entryIssues(item, messages));
};
