/** Recipients with their directory facts and what sits on their mailboxes, other recipients, contacts (exchange-online.md 4). */
import type {
  MailboxSettings,
  MailContact,
  OtherRecipient,
  Recipient,
} from "../../../mailflow/exchange/tenant";
import { type MailboxParts, mailboxSettings } from "./mailbox-parts";
import {
  addressKey,
  entries,
  flag,
  identitiesOf,
  isUnset,
  type RawObject,
  sizeOf,
  smtpAddresses,
  text,
} from "./properties";

/** Directory attributes a rule can ask for (exchange-online.md 2.3). */
export const attributeNames = [
  "City",
  "Company",
  "Country",
  "CountryOrRegion",
  "Department",
  "DisplayName",
  "Fax",
  "FirstName",
  "HomePhone",
  "Initials",
  "LastName",
  "Manager",
  "MobilePhone",
  "Notes",
  "Office",
  "OtherFax",
  "OtherHomePhone",
  "OtherTelephone",
  "Pager",
  "Phone",
  "POBox",
  "PostOfficeBox",
  "State",
  "StateOrProvince",
  "StreetAddress",
  "Title",
  "UserLogonName",
  "ZipCode",
  ...Array.from({ length: 15 }, (_none, index) => `CustomAttribute${index + 1}`),
] as const;

const isAttribute: ReadonlySet<string> = new Set(attributeNames);

/** A property that was printed empty is known to be empty; one that was not printed, or as no plain text, is not known. */
const attributesOf = (raw: RawObject): Readonly<Record<string, string>> => {
  const attributes: Record<string, string> = {};
  for (const name of Object.keys(raw)) {
    if (!isAttribute.has(name)) continue;
    const value = isUnset(raw[name]) ? "" : text(raw[name]);
    if (value !== undefined) attributes[name] = value;
  }
  return attributes;
};

/** Types that `Get-Mailbox` prints: mailboxes of this organisation that are no group's and no folder's (exchange-online.md 4.4). */
const isMailboxType = (type: string): boolean => /^(?!Remote|Group|PublicFolder).*Mailbox$/u.test(type);

const typeOf = (raw: RawObject): string | undefined => text(raw.RecipientTypeDetails);

const recipient = (raw: RawObject, mailbox: MailboxSettings | undefined): Recipient | undefined => {
  const proxyAddresses = smtpAddresses(raw);
  const address = text(raw.PrimarySmtpAddress) ?? proxyAddresses[0];
  if (address === undefined) return undefined;
  const quota = sizeOf(raw.ProhibitSendReceiveQuota);
  return {
    address,
    proxyAddresses,
    recipientTypeDetails: typeOf(raw),
    identities: identitiesOf(raw),
    attributes: attributesOf(raw),
    prohibitSendReceiveQuota: quota,
    useDatabaseQuotaDefaults:
      raw.UseDatabaseQuotaDefaults === undefined ? undefined : flag(raw.UseDatabaseQuotaDefaults),
    mailbox,
    count: typeof raw.Count === "number" ? raw.Count : 1,
  };
};

type Items = readonly RawObject[] | undefined;

const guidOf = (raw: RawObject): string | undefined => text(raw.Guid)?.toLowerCase();

/** What other parts print of an object, by its GUID or else by its address. */
const factsBesides = (items: readonly RawObject[]): ((raw: RawObject) => RawObject) => {
  if (items.length === 0) return (raw) => raw;
  const known = new Map<string, RawObject>();
  for (const raw of items)
    for (const key of [guidOf(raw), addressKey(raw)])
      if (key !== undefined && key !== "") {
        const other = known.get(key);
        known.set(key, other === undefined ? raw : { ...other, ...raw });
      }
  return (raw) => {
    const guid = guidOf(raw);
    const found = (guid === undefined ? undefined : known.get(guid)) ?? known.get(addressKey(raw));
    return found === undefined ? raw : { ...found, ...raw };
  };
};

/**
 * Every mailbox; what `Get-Recipient` and `Get-User` print besides is added. A mailbox that only `Get-Recipient` prints
 * counts too: it exists, and its settings were not read.
 */
export const recipientsOf = (
  mailboxes: Items,
  recipients: Items,
  users: Items,
  parts: MailboxParts,
): readonly Recipient[] | undefined => {
  if (mailboxes === undefined && recipients === undefined) return undefined;
  const settings = mailboxes === undefined ? [] : mailboxSettings(mailboxes, parts);
  const listed = new Set(recipients === undefined ? [] : mailboxes?.map(addressKey));
  const others = (recipients ?? []).filter(
    (raw) => isMailboxType(typeOf(raw) ?? "") && !listed.has(addressKey(raw)),
  );
  const withFacts = factsBesides([...(recipients ?? []), ...(users ?? [])]);
  return [...(mailboxes ?? []), ...others].flatMap(
    (raw, place) => recipient(withFacts(raw), settings[place]) ?? [],
  );
};

/** Recipients that are no mailbox, each once. Where `Get-Recipient` was not read, an address may be anything. */
export const otherRecipientsOf = (
  mailboxes: Items,
  recipients: Items,
  more: readonly Items[],
): readonly OtherRecipient[] | undefined => {
  if (recipients === undefined) return undefined;
  const seen = new Set(mailboxes?.map(addressKey));
  return [...recipients, ...more.flatMap((items) => items ?? [])].flatMap((raw) => {
    const proxyAddresses = smtpAddresses(raw);
    const address = text(raw.PrimarySmtpAddress) ?? proxyAddresses[0];
    const recipientTypeDetails = typeOf(raw) ?? text(raw.RecipientType) ?? "Unknown";
    if (address === undefined || isMailboxType(recipientTypeDetails) || seen.has(address.toLowerCase()))
      return [];
    seen.add(address.toLowerCase());
    return [{ address, proxyAddresses, recipientTypeDetails }];
  });
};

export const mailContactsOf = (contacts: Items): readonly MailContact[] | undefined =>
  contacts?.flatMap((raw) => {
    const external =
      entries(raw.ExternalEmailAddress)[0]?.replace(/^smtp:/iu, "") ?? text(raw.PrimarySmtpAddress);
    return external === undefined
      ? []
      : [
          {
            identities: [...identitiesOf(raw), ...smtpAddresses(raw)],
            externalAddress: external.toLowerCase(),
          },
        ];
  });
