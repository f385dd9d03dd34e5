/** Loosely printed properties become values: PowerShell's ConvertTo-Json shows one thing in several ways (exchange-online.md 1.4, 1.8). */
import { parseSize, type Size } from "../../../mailflow/size";

/** One object as a cmdlet prints it. */
export type RawObject = Readonly<Record<string, unknown>>;

export const isRawObject = (raw: unknown): raw is RawObject =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw);

export const text = (raw: unknown): string | undefined =>
  typeof raw === "string" && raw !== "" ? raw : typeof raw === "number" ? String(raw) : undefined;

/** Texts of a list, of a single text, or of objects that carry one of the `inside` properties. */
export const texts = (raw: unknown, ...inside: readonly string[]): readonly string[] => {
  const items = Array.isArray(raw) ? raw : raw === null || raw === undefined ? [] : [raw];
  return items.flatMap((item): readonly string[] => {
    const plain = text(item);
    if (plain !== undefined) return [plain];
    if (typeof item !== "object" || item === null) return [];
    return inside.flatMap((name) => texts((item as RawObject)[name], ...inside)).slice(0, 1);
  });
};

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

/** A size as text, or as the object that ConvertTo-Json makes of one; the bytes in parentheses count (exchange-online.md 1.4). */
export const sizeOf = (raw: unknown): Size | undefined => {
  if (typeof raw === "object" && raw !== null) {
    const { IsUnlimited: isUnlimited, Value: value } = raw as RawObject;
    return isUnlimited === true ? "unlimited" : sizeOf(value);
  }
  const printed = text(raw);
  return printed === undefined ? undefined : parseSize(printed);
};

/** Names of people or groups as printed. One of a shape not known still counts: the list is not empty. */
export const namesOf = (...lists: readonly unknown[]): readonly string[] =>
  lists
    .flat()
    .filter((entry) => !isUnset(entry))
    .map((entry) => texts(entry, "Name", "DistinguishedName")[0] ?? JSON.stringify(entry));

/** ISO text, or `/Date(milliseconds)/` as Windows PowerShell prints it. */
export const moment = (raw: unknown): string | undefined => {
  if (typeof raw !== "string") return undefined;
  const milliseconds = /^\/Date\((-?\d+)\)\/$/u.exec(raw)?.[1];
  const date = milliseconds === undefined ? new Date(raw) : new Date(Number(milliseconds));
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
};

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
