/** Sizes on the wire: what cmdlets print and take (exchange-online.md 1.4, 4.1). */
import { formatSize, parseSize as parseSizeText, type Size } from "../../mailflow/size";

export type { Size } from "../../mailflow/size";

/**
 * Bytes of a printed size; a plain number is bytes.
 *
 * @returns bytes, `"unlimited"`, or `undefined` where the value is not a size.
 */
export const parseSize = (value: unknown): Size | undefined => {
  if (typeof value === "number") return Number.isFinite(value) && value >= 0 ? value : undefined;
  return typeof value === "string" ? parseSizeText(value) : undefined;
};

const units: readonly string[] = ["B", "KB", "MB", "GB", "TB"];

const largestUnit = (bytes: number): number => {
  const power = units.findLastIndex((_, index) => bytes >= 1024 ** index);
  return Math.max(power, 0);
};

/** A size as Exchange prints it: `98 GB (105,226,698,752 bytes)` or `Unlimited`. */
export const printSize = (size: Size): string => {
  if (size === "unlimited") {
    return "Unlimited";
  }
  const power = largestUnit(size);
  const rounded = Number((size / 1024 ** power).toPrecision(4));
  return `${rounded} ${units[power]} (${size.toLocaleString("en-US")} bytes)`;
};

/** A size as a cmdlet takes it, exact to the byte: `98GB`, `1500B` or `Unlimited`. */
export const sizeParameter = (size: Size): string =>
  size === "unlimited" ? "Unlimited" : formatSize(size).replace(" ", "");
