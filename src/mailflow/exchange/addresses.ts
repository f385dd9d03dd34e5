/** Sets of IP addresses, as the lists of a tenant write them: single addresses, ranges, CIDR blocks (exchange-online.md 3.8). */
import ipaddr from "ipaddr.js";

/** Addresses of one family, both ends included. */
interface AddressRange {
  readonly bytes: 4 | 16;
  readonly low: bigint;
  readonly high: bigint;
}

const numberOf = (bytes: readonly number[]): bigint =>
  bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);

const single = (text: string): AddressRange | undefined => {
  if (!ipaddr.isValid(text)) return undefined;
  const bytes = ipaddr.process(text).toByteArray();
  const number = numberOf(bytes);
  return { bytes: bytes.length === 4 ? 4 : 16, low: number, high: number };
};

const block = (text: string): AddressRange | undefined => {
  if (!ipaddr.isValidCIDR(text)) return undefined;
  const [network, length] = ipaddr.parseCIDR(text);
  const bytes = network.toByteArray();
  const free = BigInt(bytes.length * 8 - length);
  const low = (numberOf(bytes) >> free) << free;
  return { bytes: bytes.length === 4 ? 4 : 16, low, high: low + (1n << free) - 1n };
};

/** `undefined` where the entry is no address. */
const rangeOf = (entry: string): AddressRange | undefined => {
  const text = entry.trim();
  if (text.includes("/")) return block(text);
  const [first = "", last] = text.split("-").map((part) => part.trim());
  const low = single(first);
  const high = last === undefined ? low : single(last);
  if (low === undefined || high === undefined || low.bytes !== high.bytes) return undefined;
  return { bytes: low.bytes, low: low.low, high: high.high };
};

const rangesOf = (entries: readonly string[]): readonly AddressRange[] =>
  entries.flatMap((entry) => rangeOf(entry) ?? []);

const without = (range: AddressRange, taken: AddressRange): readonly AddressRange[] => {
  if (range.bytes !== taken.bytes || taken.high < range.low || taken.low > range.high) return [range];
  return [
    ...(taken.low > range.low ? [{ ...range, high: taken.low - 1n }] : []),
    ...(taken.high < range.high ? [{ ...range, low: taken.high + 1n }] : []),
  ];
};

const textOf = ({ bytes, low }: AddressRange): string => {
  const digits = Array.from({ length: bytes }, (_none, place) =>
    Number((low >> BigInt(8 * (bytes - 1 - place))) & 255n),
  );
  return ipaddr.fromByteArray(digits).toString();
};

/** An address that one of `entries` holds and none of `taken` does; `undefined` where there is none. */
export const addressOutside = (entries: readonly string[], taken: readonly string[]): string | undefined => {
  const left = rangesOf(taken).reduce<readonly AddressRange[]>(
    (ranges, range) => ranges.flatMap((one) => without(one, range)),
    rangesOf(entries),
  );
  return left[0] === undefined ? undefined : textOf(left[0]);
};

/** An address that both lists hold; `undefined` where there is none. */
export const addressInBoth = (left: readonly string[], right: readonly string[]): string | undefined => {
  for (const one of rangesOf(left))
    for (const other of rangesOf(right)) {
      const low = one.low > other.low ? one.low : other.low;
      const high = one.high < other.high ? one.high : other.high;
      if (one.bytes === other.bytes && low <= high) return textOf({ bytes: one.bytes, low, high });
    }
  return undefined;
};

/** Whether each address of `entries` is in `list`. */
export const areInside = (entries: readonly string[], list: readonly string[]): boolean =>
  entries.length > 0 &&
  entries.every((entry) => rangeOf(entry) !== undefined) &&
  addressOutside(entries, list) === undefined;

/** Whether the entry is an address, a range or a block at all. */
export const isReadable = (entry: string): boolean => rangeOf(entry) !== undefined;

/** Whether an address is of a kind that Internet mail cannot come from; neighbours of one kind are one range. */
const kindOf = (text: string): string => (ipaddr.isValid(text) ? ipaddr.process(text).range() : "unicast");

/** Whether Internet mail can come from the entry at all. One that cannot be read, or that holds more than one kind, may be anything. */
export const isPublic = (entry: string): boolean => {
  const range = rangeOf(entry);
  if (range === undefined) return true;
  const [first, last] = [kindOf(textOf(range)), kindOf(textOf({ ...range, low: range.high }))];
  // No kind that is not public is as wide as this.
  const isWide = range.bytes === 4 && range.high - range.low >= 1n << 28n;
  return first === "unicast" || last !== first || isWide;
};
