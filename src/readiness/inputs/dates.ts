/** Reads a column of dates whose order of day and month only the whole column may tell. */
import { type DateOrder, parseDate } from "../../tenants/regional-date";

/** A date as its column allows to read it. */
export type ReadDate = Date | "unreadable" | "ambiguous";

const regional = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})/u;
const iso = /^(\d{4})-(\d\d)-(\d\d)/u;

/** The order that one text shows by itself: a number over 12 is a day, points are written where days come first. */
const shownOrder = (text: string): DateOrder | undefined => {
  const [, first, mark, second] = regional.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  if (mark === "." || Number(first) > 12) return "day-first";
  return Number(second) > 12 ? "month-first" : undefined;
};

/** `new Date` takes 31 February for 3 March. */
const exists = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const isOnCalendar = (text: string, order: DateOrder): boolean => {
  const [, year, month, day] = iso.exec(text) ?? [];
  if (year !== undefined) return exists(Number(year), Number(month), Number(day));
  const [, first, , second, last] = regional.exec(text) ?? [];
  if (first === undefined) return true;
  const [dayText, monthText] = order === "day-first" ? [first, second] : [second, first];
  return exists(Number(last), Number(monthText), Number(dayText));
};

const readIn = (text: string, order: DateOrder): ReadDate =>
  isOnCalendar(text, order) ? (parseDate(text, order) ?? "unreadable") : "unreadable";

/**
 * A reader for one column of dates. A text that shows its order is read in it; another in the one order that the
 * column's other texts show; where they show none, or both, it is ambiguous, unless both readings are one day.
 *
 * @param texts all texts of the column.
 */
export const dateReader = (texts: Iterable<string>): ((text: string) => ReadDate) => {
  const orders = new Set<DateOrder>();
  for (const text of texts) {
    const order = shownOrder(text);
    if (order !== undefined) orders.add(order);
  }
  const [only, another] = orders;
  const columnOrder = another === undefined ? only : undefined;
  return (text) => {
    const [, first, , second] = regional.exec(text) ?? [];
    if (first === undefined || Number(first) === Number(second)) return readIn(text, "day-first");
    const order = shownOrder(text) ?? columnOrder;
    return order === undefined ? "ambiguous" : readIn(text, order);
  };
};
