/** Whether an entry of an IP list holds an address: single, range or CIDR block (exchange-online.md 2.2, 3.8). */
import ipaddr from "ipaddr.js";
import { or, type Truth } from "./truth";

/** First and last address as digits: equal lengths mean the same family, order of text is order of addresses. */
interface Range {
  readonly first: string;
  readonly last: string;
}

const bitsOf = (text: string): string | undefined => {
  const address = text.trim();
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return undefined;
  const bytes = ipaddr.process(address).toByteArray();
  return bytes.map((byte) => byte.toString(2).padStart(8, "0")).join("");
};

const blockOf = (network: string | undefined, length: string): Range | undefined => {
  const shared = Number(length);
  if (network === undefined || !Number.isInteger(shared) || shared < 0 || shared > network.length)
    return undefined;
  const prefix = network.slice(0, shared);
  return { first: prefix.padEnd(network.length, "0"), last: prefix.padEnd(network.length, "1") };
};

/** `undefined` where the entry cannot be read. */
const rangeOf = (entry: string): Range | undefined => {
  const [network = "", length, ...rest] = entry.split("/");
  if (length !== undefined) return rest.length > 0 ? undefined : blockOf(bitsOf(network), length);
  const [first, last, ...more] = entry.split("-").map(bitsOf);
  if (first === undefined || more.length > 0) return undefined;
  if (!entry.includes("-")) return { first, last: first };
  return last === undefined || last.length !== first.length ? undefined : { first, last };
};

const isWithin = (inner: Range, outer: Range): boolean =>
  inner.first.length === outer.first.length && outer.first <= inner.first && inner.last <= outer.last;

/** Addresses from which no mail comes over the Internet. */
const privateRanges = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "100.64.0.0/10",
  "fc00::/7",
  "fe80::/10",
].flatMap((entry) => rangeOf(entry) ?? []);

const holds = (entry: string, address: Range | undefined): Truth => {
  const range = rangeOf(entry);
  if (range === undefined) return undefined;
  if (address !== undefined) return isWithin(address, range);
  return privateRanges.some((outer) => isWithin(range, outer)) ? false : undefined;
};

/** `undefined` where the address is not known and may be held, or where an entry that cannot be read may hold it. */
export const holdsAddress = (entries: readonly string[], address: string | undefined): Truth => {
  const known = address === undefined ? undefined : rangeOf(address);
  return or(entries.map((entry) => holds(entry, known)));
};

/** The entries that hold an address which none of the others holds, as far as a single one of those shows. */
export const notCoveredBy = (entries: readonly string[], others: readonly string[]): readonly string[] => {
  const outer = others.flatMap((entry) => rangeOf(entry) ?? []);
  return entries.filter((entry) => {
    const range = rangeOf(entry);
    return range === undefined || !outer.some((one) => isWithin(range, one));
  });
};
