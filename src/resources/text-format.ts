/** Text with a meaning, per format: its normal form, the form it is compared in, and what is accepted. */
import { formatSize, parseSize } from "../mailflow/size";
import type { TextFormat } from "./definition";

interface FormatDefinition {
  /** Continues "must be …". */
  readonly accepted: string;
  /** The normal form, or `undefined` where the text is not of the format. Idempotent. */
  readonly normalise: (text: string) => string | undefined;
}

/** A moment that names no zone would mean another one on every machine: it is UTC. */
const momentOf = (text: string): Date | undefined => {
  const [, day, time, zone] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/u.exec(text) ?? [];
  if (day === undefined || !isDay(day)) return undefined;
  const moment = new Date(`${day}T${time ?? "00:00"}${zone ?? "Z"}`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
};

/** `Date` would turn 30 February into a day of March. */
const isDay = (text: string): boolean => {
  const moment = new Date(`${text}T00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
};

const normaliseSize = (text: string): string | undefined => {
  const size = parseSize(text);
  return size === undefined ? undefined : formatSize(size);
};

/** The formats, by name. */
export const textFormats: Readonly<Record<TextFormat, FormatDefinition>> = {
  size: {
    accepted: 'a size such as "10 MB" (units B, KB, MB, GB, TB)',
    normalise: (text) => (parseSize(text) === "unlimited" ? undefined : normaliseSize(text)),
  },
  "size-or-unlimited": {
    accepted: 'a size such as "50 GB" (units B, KB, MB, GB, TB) or "unlimited"',
    normalise: normaliseSize,
  },
  moment: {
    accepted: 'a moment such as "2027-01-31" or "2027-01-31T18:00Z"',
    normalise: (text) => momentOf(text)?.toISOString(),
  },
  day: {
    accepted: 'a day such as "2027-01-31"',
    normalise: (text) => (/^\d{4}-\d\d-\d\d$/u.test(text) && isDay(text) ? text : undefined),
  },
  address: {
    accepted: "one mail address",
    normalise: (text) => (/^[^\s@<>,;]+@[^\s@<>,;]+$/u.test(text) ? text : undefined),
  },
};
