/** Loosely printed properties become values: PowerShell's ConvertTo-Json shows one thing in several ways (exchange-online.md 1.4, 1.8). */
import { z } from "zod";

/** One object as a cmdlet prints it. */
export type RawObject = Readonly<Record<string, unknown>>;

export const rawObject = z.record(z.string(), z.unknown());

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

/** ISO text, or `/Date(milliseconds)/` as Windows PowerShell prints it. */
export const moment = (raw: unknown): string | undefined => {
  if (typeof raw !== "string") return undefined;
  const milliseconds = /^\/Date\((-?\d+)\)\/$/u.exec(raw)?.[1];
  const date = milliseconds === undefined ? new Date(raw) : new Date(Number(milliseconds));
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
};

/** Every name an object may be called by in a rule, lower-case. */
export const identitiesOf = (raw: RawObject): readonly string[] => {
  const names = [
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
  return [...new Set(names.flatMap((name) => text(raw[name])?.toLowerCase() ?? []))];
};

/** SMTP addresses without their `SMTP:` prefix; `SIP:` and `SPO:` are no mail addresses (exchange-online.md 4.4). */
export const smtpAddresses = (raw: RawObject): readonly string[] => {
  const proxies = texts(raw.EmailAddresses).flatMap((entry) =>
    /^smtp:/iu.test(entry) ? [entry.slice(5)] : entry.includes(":") ? [] : [entry],
  );
  const primary = text(raw.PrimarySmtpAddress);
  return [
    ...new Set(
      [...(primary === undefined ? [] : [primary]), ...proxies].map((address) => address.toLowerCase()),
    ),
  ];
};
