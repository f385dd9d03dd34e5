/** Recipients with their directory facts, and groups with their members. */
import type { Group, MailContact, Recipient } from "../../../mailflow/exchange/tenant";
import { parseSize } from "../../../mailflow/size";
import { flag, identitiesOf, type RawObject, smtpAddresses, text } from "./properties";

/** Directory attributes a rule can ask for (exchange-online.md 2.3). */
const attributeNames = [
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

/** A property that was printed empty is known to be empty; one that was not printed is not known. */
const attributesOf = (raw: RawObject): Readonly<Record<string, string>> =>
  Object.fromEntries(
    attributeNames.flatMap((name) => (name in raw ? [[name, text(raw[name]) ?? ""] as const] : [])),
  );

const mailboxTypes = /Mailbox$/u;

const recipient = (raw: RawObject): Recipient | undefined => {
  const address = text(raw.PrimarySmtpAddress) ?? smtpAddresses(raw)[0];
  if (address === undefined) return undefined;
  const quota = text(raw.ProhibitSendReceiveQuota);
  return {
    address,
    proxyAddresses: smtpAddresses(raw),
    recipientTypeDetails: text(raw.RecipientTypeDetails),
    identities: identitiesOf(raw),
    attributes: attributesOf(raw),
    prohibitSendReceiveQuota: quota === undefined ? undefined : parseSize(quota),
    useDatabaseQuotaDefaults:
      raw.UseDatabaseQuotaDefaults === undefined ? undefined : flag(raw.UseDatabaseQuotaDefaults),
    count: typeof raw.Count === "number" ? raw.Count : 1,
  };
};

type Items = readonly RawObject[] | undefined;

const addressKey = (raw: RawObject): string =>
  (
    text(raw.PrimarySmtpAddress) ??
    text(raw.WindowsEmailAddress) ??
    text(raw.UserPrincipalName) ??
    ""
  ).toLowerCase();

/** Every mailbox; what `Get-Recipient` and `Get-User` print besides is added by address. */
export const recipientsOf = (
  mailboxes: Items,
  recipients: Items,
  users: Items,
): readonly Recipient[] | undefined => {
  const primary =
    mailboxes ?? recipients?.filter((raw) => mailboxTypes.test(text(raw.RecipientTypeDetails) ?? ""));
  if (primary === undefined) return undefined;
  const more = new Map<string, RawObject>();
  for (const raw of [...(recipients ?? []), ...(users ?? [])])
    more.set(addressKey(raw), { ...more.get(addressKey(raw)), ...raw });
  return primary.flatMap((raw) => recipient({ ...more.get(addressKey(raw)), ...raw }) ?? []);
};

/** Whether a printed member is itself a group. */
const isGroup = (member: RawObject): boolean =>
  /Group|RoomList/u.test(`${text(member.RecipientTypeDetails) ?? ""}${text(member.RecipientType) ?? ""}`);

/** Groups that only the rows of their members tell of: Microsoft 365 groups and dynamic ones, by the name in `Group`. */
const groupsByRows = (rows: readonly RawObject[], known: readonly RawObject[]): readonly RawObject[] => {
  const names = new Set(known.flatMap((raw) => [...identitiesOf(raw), ...smtpAddresses(raw)]));
  const labels = new Set(rows.flatMap((row) => text(row.Group)?.toLowerCase() ?? []));
  return [...labels].filter((label) => !names.has(label)).map((label) => ({ PrimarySmtpAddress: label }));
};

/**
 * Groups with the members read, nested groups resolved; a cycle ends where it began. A group that holds a group whose
 * members were not read has unknown members.
 */
export const groupsOf = (
  printed: Items,
  members: readonly RawObject[] | undefined,
): readonly Group[] | undefined => {
  if (printed === undefined) return undefined;
  const groups = [...printed, ...groupsByRows(members ?? [], printed)];
  const unread = new Set<string>();
  const direct = new Map<string, string[]>();
  for (const member of members ?? []) {
    const group = text(member.Group)?.toLowerCase() ?? "";
    const address = addressKey(member);
    if (address !== "") direct.set(group, [...(direct.get(group) ?? []), address]);
    if (isGroup(member)) unread.add(address);
  }
  const namesOf = new Map(
    groups.map((raw) => [raw, [...new Set([...identitiesOf(raw), ...smtpAddresses(raw)])]]),
  );
  const byName = new Map(
    groups.flatMap((raw) => (namesOf.get(raw) ?? []).map((name) => [name, raw] as const)),
  );
  const expand = (raw: RawObject, seen: ReadonlySet<RawObject>): readonly string[] =>
    (namesOf.get(raw) ?? [])
      .flatMap((name) => direct.get(name) ?? [])
      .flatMap((address) => {
        const nested = byName.get(address);
        return nested === undefined
          ? [address]
          : seen.has(nested)
            ? []
            : expand(nested, new Set([...seen, nested]));
      });
  return groups.map((raw) => {
    const all = expand(raw, new Set([raw]));
    const known = members !== undefined && !all.some((address) => unread.has(address));
    return { identities: namesOf.get(raw) ?? [], members: known ? new Set(all) : undefined };
  });
};

export const mailContactsOf = (contacts: Items): readonly MailContact[] | undefined =>
  contacts?.flatMap((raw) => {
    const external = text(raw.ExternalEmailAddress)?.replace(/^smtp:/iu, "") ?? text(raw.PrimarySmtpAddress);
    return external === undefined
      ? []
      : [
          {
            identities: [...identitiesOf(raw), ...smtpAddresses(raw)],
            externalAddress: external.toLowerCase(),
          },
        ];
  });
