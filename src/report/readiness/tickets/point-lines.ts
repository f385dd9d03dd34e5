/** One reason and its people as Markdown: what all share above a table, what differs as a column of it. */
import { escaped } from "../../markdown-escape";
import { headRow, markdownRow, ruler } from "../markdown";
import type { ReadinessStyle } from "../style";
import type { PointRow, TicketPoint } from "./points";

interface Column {
  readonly title: string;
  readonly of: (row: PointRow) => string;
  /** The text that all rows share. */
  readonly above: string | undefined;
}

const shared = (rows: readonly PointRow[], of: Column["of"]): string | undefined => {
  const [first] = rows;
  return first !== undefined && rows.every((row) => of(row) === of(first)) ? of(first) : undefined;
};

export const pointLines = ({ rows, count }: TicketPoint, { words }: ReadinessStyle): readonly string[] => {
  const { label, colon } = words;
  const [first] = rows;
  if (first === undefined) return [];
  const column = (title: string, of: Column["of"], isShared: boolean): Column => ({
    title,
    of,
    above: isShared ? shared(rows, of) : undefined,
  });
  const columns = [
    column(label.name, ({ who }) => who.name, false),
    column(label.email, ({ who }) => who.email, false),
    column(label.reason, ({ reason }) => reason, true),
    column(label.action, ({ action = "" }) => action, true),
    column(label.evidence, ({ evidence }) => evidence, false),
  ];
  const inTable = columns.filter(({ above }) => above === undefined);
  const about = [words.verdict[first.verdict], words.people(count)].join(words.semicolon);
  const above = columns.flatMap(({ title, above: text = "" }) =>
    text === "" ? [] : [`- ${title}${colon}${escaped(text)}`],
  );
  return [
    `**${words.check[first.check]}** (${about})`,
    ...(above.length === 0 ? [] : ["", ...above]),
    "",
    headRow(inTable.map(({ title }) => title)),
    ruler(inTable.length),
    ...rows.map((row) => markdownRow(inTable.map(({ of }) => of(row)))),
    ...(count > rows.length ? ["", words.moreUsers(count - rows.length)] : []),
    "",
  ];
};
