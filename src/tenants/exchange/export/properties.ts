/** Loosely printed properties become values: PowerShell's ConvertTo-Json shows one thing in several ways (exchange-online.md 1.4, 1.8). */
import { parseSize, type Size } from "../../../mailflow/size";
import { remembering } from "../../remembering";

/** One object as a cmdlet prints it. */
export type RawObject = Readonly<Record<string, unknown>>;

export const isRawObject = (raw: unknown): raw is RawObject =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw);

export const text = (raw: unknown): string | undefined =>
  typeof raw === "string" && raw !== "" ? raw : typeof raw === "number" ? String(raw) : undefined;

/** Texts of a list, of a single text, or of objects that carry one of the `inside` properties. */
export const texts = (raw: unknown, ...inside: readonly string[]): readonly string[] => {
  const items: readonly unknown[] = Array.isArray(raw) ? raw : raw === null || raw === undefined ? [] : [raw];
  const found: string[] = [];
  for (const item of items) {
    const plain = text(item);
    if (plain !== undefined) found.push(plain);
    else if (isRawObject(item))
      found.push(...inside.flatMap((name) => texts(item[name], ...inside)).slice(0, 1));
  }
  return found;
};

/** Properties in which some serializers print the text of an entry that is an object. */
const entryProperties = [
  "Address",
  "Domain",
  "Sender",
  "AddressString",
  "PrimarySmtpAddress",
  "Value",
  "Name",
  "DisplayName",
  "DistinguishedName",
] as const;

/** Every entry of a list as a text; one of a shape not known stays as its JSON, so that no list gets shorter. */
export const entries = (raw: unknown): readonly string[] =>
  [raw]
    .flat()
    .filter((entry) => !isUnset(entry))
    .map((entry) => texts(entry, ...entryProperties)[0] ?? JSON.stringify(entry));

/** Whether an entry is JSON because its shape is not known. */
export const isUnreadable = (entry: string): boolean => /^[[{]/u.test(entry);

export const flag = (raw: unknown): boolean =>
  raw === true || (typeof raw === "string" && /^(?:true|on|enabled)$/iu.test(raw));

export const integer = (raw: unknown): number | undefined => {
  const value = typeof raw === "string" && raw.trim() !== "" ? Number(raw) : raw;
  return typeof value === "number" && Number.isInteger(value) ? value : undefined;
};

/** The value among those known, whatever its case. */
export const oneOf = <Value extends string>(raw: unknown, known: readonly Value[]): Value | undefined => {
  const value = text(raw)?.toLowerCase();
  return known.find((one) => one.toLowerCase() === value);
};

/** What a policy, a rule or a connector is called. */
export const nameOf = (raw: RawObject): string => text(raw.Name) ?? text(raw.Identity) ?? "(no name)";

/** Nothing that a setting could mean: `null`, `[]`, an empty text, `false` and a missing property are equal (9.15). */
export const isUnset = (raw: unknown): boolean =>
  raw === null ||
  raw === undefined ||
  raw === "" ||
  raw === false ||
  (Array.isArray(raw) && raw.every(isUnset));

/** Quotas and limits repeat from mailbox to mailbox. */
const sizeIn = remembering(parseSize);

/** A size as text, or as the object that ConvertTo-Json makes of one; the bytes in parentheses count (exchange-online.md 1.4). */
export const sizeOf = (raw: unknown): Size | undefined => {
  if (typeof raw === "object" && raw !== null) {
    const { IsUnlimited: isUnlimited, Value: value } = raw as RawObject;
    return isUnlimited === true ? "unlimited" : sizeOf(value);
  }
  const printed = text(raw);
  return printed === undefined ? undefined : sizeIn(printed);
};

/** Names of people or groups as printed. One of a shape not known still counts: the list is not empty. */
export const namesOf = (...lists: readonly unknown[]): readonly string[] =>
  lists
    .flat()
    .filter((entry) => !isUnset(entry))
    .map((entry) => texts(entry, "Name", "DistinguishedName")[0] ?? JSON.stringify(entry));

/** Hours from the earliest to the latest moment that one reading of a clock may mean, either side of UTC. */
const hoursBeforeUtc = 14;
const hoursAfterUtc = 12;

const isoDate = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/iu;

/**
 * ISO text, or `/Date(milliseconds)/` as Windows PowerShell prints it. A text without a time zone may mean several moments:
 * `bound` says which end is safe. Of other formats the order of day and month is not known (exchange-online.md 2.9).
 */
export const moment = (raw: unknown, bound: "earliest" | "latest"): string | undefined => {
  if (typeof raw !== "string") return undefined;
  const milliseconds = /^\/Date\((-?\d+)\)\/$/u.exec(raw)?.[1];
  const iso = milliseconds === undefined ? isoDate.exec(raw.trim()) : undefined;
  if (iso === null) return undefined;
  const isLocal = iso !== undefined && iso[1] === undefined;
  const date =
    milliseconds === undefined
      ? new Date(isLocal && /:/u.test(raw) ? `${raw.trim()}Z` : raw.trim())
      : new Date(Number(milliseconds));
  if (Number.isNaN(date.getTime())) return undefined;
  const hours = !isLocal ? 0 : bound === "earliest" ? -hoursBeforeUtc : hoursAfterUtc;
  return new Date(date.getTime() + hours * 3_600_000).toISOString();
};

/** How .NET prints a date that was never set. */
export const isNoDate = (raw: unknown): boolean =>
  isUnset(raw) || (typeof raw === "string" && /^(?:0001-01-01|\/Date\(-62135596800000\))/u.test(raw));

/** Properties a rule may name an object by. */
export const identityNames = [
  "Name",
  "DisplayName",
  "Alias",
  "Identity",
  "Guid",
  "ExternalDirectoryObjectId",
  "DistinguishedName",
  "PrimarySmtpAddress",
  "WindowsEmailAddress",
];

/** Every name an object may be called by in a rule, lower-case. */
export const identitiesOf = (raw: RawObject): readonly string[] => {
  const found: string[] = [];
  for (const property of identityNames) {
    const name = text(raw[property])?.toLowerCase();
    if (name !== undefined && !found.includes(name)) found.push(name);
  }
  return found;
};

/** SMTP addresses without their `SMTP:` prefix; `SIP:` and `SPO:` are no mail addresses (exchange-online.md 4.4). */
export const smtpAddresses = (raw: RawObject): readonly string[] => {
  const found: string[] = [];
  const add = (address: string): void => {
    const folded = address.toLowerCase();
    if (!found.includes(folded)) found.push(folded);
  };
  const primary = text(raw.PrimarySmtpAddress);
  if (primary !== undefined) add(primary);
  for (const entry of texts(raw.EmailAddresses)) {
    if (/^smtp:/iu.test(entry)) add(entry.slice(5));
    else if (!entry.includes(":")) add(entry);
  }
  return found;
};

/** The address by which parts of an export speak of one object, lower-case; empty where it has none. */
export const addressKey = (raw: RawObject): string =>
  (
    text(raw.PrimarySmtpAddress) ??
    text(raw.WindowsEmailAddress) ??
    text(raw.UserPrincipalName) ??
    ""
  ).toLowerCase();
