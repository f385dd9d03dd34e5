/** Dates as PowerShell and the admin center write them: ISO, JSON ticks, or a region's own order of day and month. */

/** Windows PowerShell's `ConvertTo-Json` prints a date as milliseconds. */
const milliseconds = /^\/Date\((-?\d+)/u;
/** A cmdlet's date has no zone and is UTC. */
const isoDate = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|[+-]\d\d:?\d\d)?)?$/u;
const regionalDate =
  /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[ ,]+(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s*([AP])\.?M\.?)?)?$/iu;

export type DateOrder = "day-first" | "month-first";

/** One file has one order: a first number over 12, or points, tell that days come first. */
export const dateOrderOf = (texts: readonly string[]): DateOrder =>
  texts.some((text) => Number(regionalDate.exec(text)?.[1] ?? 0) > 12 || /^\d{1,2}\.\d/u.test(text))
    ? "day-first"
    : "month-first";

const regional = (text: string, order: DateOrder): Date | undefined => {
  const match = regionalDate.exec(text);
  if (match === null) return undefined;
  const [, first, , second, year, hour = "0", minute = "0", rest = "0", half] = match;
  const [day, month] = order === "day-first" ? [first, second] : [second, first];
  const hours = (Number(hour) % (half === undefined ? 24 : 12)) + (/p/iu.test(half ?? "") ? 12 : 0);
  if (Number(month) > 12 || Number(day) > 31) return undefined;
  return new Date(
    Date.UTC(Number(year), Number(month) - 1, Number(day), hours, Number(minute), Number(rest)),
  );
};

/** The moment a text stands for, in UTC where it names no zone; `undefined` where it is no date. */
export const parseDate = (text: string, order: DateOrder): Date | undefined => {
  const [, ticks] = milliseconds.exec(text) ?? [];
  if (ticks !== undefined) return new Date(Number(ticks));
  const [, day, time = "00:00", zone = "Z"] = isoDate.exec(text) ?? [];
  const date = day === undefined ? regional(text, order) : new Date(`${day}T${time}${zone}`);
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date;
};
