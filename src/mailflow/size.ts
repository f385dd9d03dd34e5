/** Sizes as Exchange writes them: `50 GB`, `99 GB (106,300,440,576 bytes)`, `unlimited` (exchange-online.md 1.4, 4.1). */

/** A size in bytes, or the absence of a limit. */
export type Size = number | "unlimited";

const unitNames = ["B", "KB", "MB", "GB", "TB"] as const;

const bytesIn = (unit: (typeof unitNames)[number]): number => 1024 ** unitNames.indexOf(unit);

/** The exact count that follows a rounded one. Thousands separators follow the locale, so only digits count. */
const bytesInParentheses = /\((\d[\d.,'’\s]*)bytes\)\s*$/iu;

const numberAndUnit = /^(\d+(?:\.\d+)?)\s*(B|KB|MB|GB|TB)?$/iu;

/**
 * Reads a size. A number without a unit is bytes; units are powers of 1,024; the bytes in parentheses win over the
 * rounded number before them.
 *
 * @returns the size, or `undefined` where the text is none, or is too large to be exact.
 */
export const parseSize = (text: string): Size | undefined => {
  const trimmed = text.trim();
  if (/^unlimited$/iu.test(trimmed)) return "unlimited";
  const exact = bytesInParentheses.exec(trimmed)?.[1];
  if (exact !== undefined) return safe(Number(exact.replace(/\D/gu, "")));
  const [, number, unit] = numberAndUnit.exec(trimmed) ?? [];
  if (number === undefined) return undefined;
  // A fraction of a unit seldom is a whole number of bytes; the service rounds down.
  return safe(
    Math.floor(Number(number) * bytesIn(unitNames.find((name) => name === unit?.toUpperCase()) ?? "B")),
  );
};

const safe = (bytes: number): number | undefined => (Number.isSafeInteger(bytes) ? bytes : undefined);

/** Writes a size in the largest unit that keeps it exact: `50 GB`, `1500 B`, `unlimited`. Inverse of {@link parseSize}. */
export const formatSize = (size: Size): string => {
  if (size === "unlimited") return size;
  const unit = unitNames.findLast((name) => size % bytesIn(name) === 0 && size >= bytesIn(name)) ?? "B";
  return `${size / bytesIn(unit)} ${unit}`;
};
