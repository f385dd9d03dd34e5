/** Versions of the mobile app: read from what people and exports write, compared number by number (aircall.md 3). */

export interface Version {
  /** Decimal digits without leading zeros; at least two parts. Not numbers: those end at sixteen digits. */
  readonly parts: readonly string[];
  /** Before the release of the same number: `7.4.0-beta`. */
  readonly isPreview: boolean;
}

/** Longer texts are none. */
const longest = 60;

/** `8.5`, `v8.5.0`, `8.10.0 (412)`, `8.5.0+412`, `8.5.0 build 412`; what follows the numbers here is a build. */
const released =
  /^(?:version |version|v)?\s?(\d+(?:\.\d+)+)(?:\+[\da-z.-]+|\s?\((?:build )?[\d.]+\)|\s(?:build )?\d+)?$/iu;

/** `7.4.0-beta`, `8.5.0 rc 1`, `8.5.0b2`, `8.5.0 (beta)`. What follows a hyphen may be a build, and may be a preview. */
const preview =
  /^(?:version |version|v)?\s?(\d+(?:\.\d+)+)(?:-[\da-z.+-]+|[\s._]?\(?(?:alpha|beta|rc|preview|pre|dev|snapshot|nightly|canary|a|b)[\s.]?\d*\)?)$/iu;

/** Aircall's versions begin with small numbers. A larger one is a build or a date, which says nothing of the release. */
const longestFirstPart = 3;

/**
 * @returns `undefined` where a text is no version that is sure to mean one, such as `8.5.x`, `latest`, or a single number,
 * which may be a build.
 */
export const readVersion = (text: string): Version | undefined => {
  if (text.length > longest) return undefined;
  const trimmed = text.trim();
  const release = released.exec(trimmed)?.[1];
  const numbers = release ?? preview.exec(trimmed)?.[1];
  if (numbers === undefined) return undefined;
  const parts = numbers.split(".").map((part) => part.replace(/^0+(?=\d)/u, ""));
  if ((parts[0] ?? "").length > longestFirstPart) return undefined;
  return { parts, isPreview: release === undefined };
};

const comparePart = (left: string, right: string): number => {
  if (left.length !== right.length) return left.length - right.length;
  if (left === right) return 0;
  return left < right ? -1 : 1;
};

type Numbers = Pick<Version, "parts">;

/** Below, equal or above zero, as `left` is older than, as old as, or newer than `right`. Missing parts are zero. */
export const compareVersions = ({ parts: left }: Numbers, { parts: right }: Numbers): number => {
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const order = comparePart(left[at] ?? "0", right[at] ?? "0");
    if (order !== 0) return order;
  }
  return 0;
};
