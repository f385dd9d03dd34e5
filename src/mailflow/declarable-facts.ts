/** What each declared fact takes: one table of names and checks (design section 2, `assume`). */
import ipaddr from "ipaddr.js";
import type { DeclaredFacts, FactName } from "./facts";

/** A value as the facts hold it, or what was expected of it. */
export type FactReading =
  | { readonly facts: DeclaredFacts; readonly text: string }
  | { readonly at: readonly number[]; readonly found: string; readonly expected: string };

/** What was found, in words that follow "found". */
export const shown = (value: unknown): string =>
  value === undefined || value === null ? "nothing" : JSON.stringify(value);

const isAddress = (text: string): boolean =>
  ipaddr.IPv4.isValidFourPartDecimal(text) || (text.includes(":") && ipaddr.IPv6.isValid(text));

const isRange = (first: string, last: string): boolean => {
  if (!isAddress(first) || !isAddress(last)) return false;
  const [low, high] = [ipaddr.parse(first).toByteArray(), ipaddr.parse(last).toByteArray()];
  const difference = low.map((byte, place) => byte - (high[place] ?? 0)).find((one) => one !== 0) ?? 0;
  return low.length === high.length && difference <= 0;
};

/** An address, a range or a CIDR block, as the tenant's own lists are written (exchange-online.md 3.8). */
const addresses = (text: string): string | undefined => {
  const [start = "", end, ...more] = text.split("-").map((part) => part.trim());
  if (more.length > 0) return undefined;
  if (end !== undefined) return isRange(start, end) ? `${start}-${end}` : undefined;
  const [network = "", length] = start.split("/");
  if (length === undefined) return isAddress(start) ? start : undefined;
  return isAddress(network) && ipaddr.isValidCIDR(start) ? start : undefined;
};

const domain = (text: string): string | undefined =>
  /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/iu.test(text)
    ? text.toLowerCase()
    : undefined;

const regionNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
const languageNames = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

const unknownRegion = "ZZ";

/** Upper case, as the service prints codes; one that was replaced (UK) becomes the present one (GB). */
const country = (text: string): string | undefined =>
  /^[a-z]{2}$/iu.test(text) &&
  text.toUpperCase() !== unknownRegion &&
  regionNames.of(text.toUpperCase()) !== undefined
    ? new Intl.Locale(`und-${text}`).region
    : undefined;

const language = (text: string): string | undefined =>
  /^[a-z]{2}$/iu.test(text) && languageNames.of(text.toLowerCase()) !== undefined
    ? text.toUpperCase()
    : undefined;

type Reader = (value: unknown) => FactReading;

const listOf =
  (
    name: Extract<FactName, "sendingAddresses" | "envelopeDomains" | "countries" | "languages">,
    read: (text: string) => string | undefined,
    expected: string,
  ) =>
  (value: unknown): FactReading => {
    const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (entries.length === 0) return { at: [], found: "an empty list", expected };
    const texts: string[] = [];
    for (const [place, entry] of entries.entries()) {
      const text = typeof entry === "string" ? read(entry.trim()) : undefined;
      if (text === undefined)
        return { at: Array.isArray(value) ? [place] : [], found: shown(entry), expected };
      texts.push(text);
    }
    const unique = [...new Set(texts)];
    return { facts: { [name]: unique }, text: unique.join(", ") };
  };

const readers: Readonly<Record<FactName, Reader>> = {
  sendingAddresses: listOf(
    "sendingAddresses",
    addresses,
    "an IP address, a range such as 192.0.2.1-192.0.2.9, or a CIDR block",
  ),
  envelopeDomains: listOf("envelopeDomains", domain, "a domain name such as amazonses.com"),
  usesTls: (value) =>
    typeof value === "boolean"
      ? { facts: { usesTls: value }, text: String(value) }
      : { at: [], found: shown(value), expected: "true or false" },
  countries: listOf("countries", country, "a country's two letters (ISO 3166), such as US"),
  languages: listOf("languages", language, "a language's two letters (ISO 639), such as en"),
  bulkComplaintLevel: (value) =>
    typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 9
      ? { facts: { bulkComplaintLevel: value }, text: String(value) }
      : { at: [], found: shown(value), expected: "a whole number from 0 to 9" },
};

const kebabCase = (name: string): string => name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);

type KebabCase<Name extends string> = Name extends `${infer Head}${infer Tail}`
  ? Tail extends Uncapitalize<Tail>
    ? `${Uncapitalize<Head>}${KebabCase<Tail>}`
    : `${Uncapitalize<Head>}-${KebabCase<Tail>}`
  : Name;

/** How a file names a fact. */
export type DeclarableFact = KebabCase<FactName>;

/** The facts that may be declared, by the name a file uses, such as `sending-addresses`. */
export const declarableFacts: ReadonlyMap<string, Reader> = new Map(
  Object.entries(readers).map(([name, read]) => [kebabCase(name), read]),
);

/** Their names. */
export const declarableFactNames = [...declarableFacts.keys()] as readonly DeclarableFact[];
