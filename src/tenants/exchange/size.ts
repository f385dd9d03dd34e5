/** Sizes as Exchange writes them: `99 GB (106,300,440,576 bytes)`, `50GB`, `unlimited` (exchange-online.md 1.4, 4.1). */

/** A size in bytes, or no limit at all. */
export type Size = number | "unlimited";

const units: readonly string[] = ["B", "KB", "MB", "GB", "TB"];
const bytesInParentheses = /\(\s*([\d][\d\s.,'\u00a0\u2009\u202f\u2019]*?)\s*bytes?\s*\)/i;
const numberWithUnit = /^(\d+(?:\.\d+)?)\s*(B|KB|MB|GB|TB)?$/i;

/**
 * Bytes of a size text.
 *
 * @remarks Where the text carries bytes in parentheses those count, whatever separates the thousands: the rounded
 * figure in front of them depends on the locale (exchange-online.md 1.4). A plain number is bytes.
 * @returns bytes, `"unlimited"`, or `undefined` where the value is not a size.
 */
export const parseSize = (value: unknown): Size | undefined => {
  if (typeof value === "number") {
    return Number.isFinite(value) && value >= 0 ? value : undefined;
  }
  if (typeof value !== "string") {
    return undefined;
  }
  const text = value.trim();
  if (text.toLowerCase() === "unlimited") {
    return "unlimited";
  }
  const exact = bytesInParentheses.exec(text)?.[1];
  if (exact !== undefined) {
    return Number(exact.replace(/\D/g, ""));
  }
  const match = numberWithUnit.exec(text);
  if (match === null) {
    return undefined;
  }
  const unit = (match[2] ?? "B").toUpperCase();
  const power = units.indexOf(unit);
  return Math.round(Number(match[1]) * 1024 ** power);
};

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
export const sizeParameter = (size: Size): string => {
  if (size === "unlimited") {
    return "Unlimited";
  }
  const power = units.findLastIndex((_, index) => size >= 1024 ** index && size % 1024 ** index === 0);
  return power <= 0 ? `${size}B` : `${size / 1024 ** power}${units[power]}`;
};
