/** What the readers of inputs have to tell, in the report's language. */
import { fillIn } from "../../mailflow/finding";
import { type NoticeGroup, noticeDefinitions } from "../../readiness/inputs/notice";
import { sourcesText } from "./source-text";
import type { ReadinessStyle } from "./style";

/** Different values of one notice that are shown. */
const valueLimit = 3;

/** Names of columns and counts stand as they are; what a cell holds is quoted. */
const isCell = (name: string): boolean => name === "value" || name === "otherValue";

const valueText = (
  { code, examples }: NoticeGroup,
  name: string,
  { words, masking }: ReadinessStyle,
): string => {
  const values = [...new Set(examples.map(({ details }) => details[name] ?? ""))];
  const texts = values.slice(0, valueLimit).map((value) => {
    if (code === "row-unusable" && name === "found")
      return (words.unusable as Readonly<Record<string, string>>)[value] ?? value;
    const text = masking.text(value);
    return isCell(name) ? words.quoted(text) : text;
  });
  return [...texts, ...(values.length > valueLimit ? ["…"] : [])].join(", ");
};

/** `users.csv, lines 4 and 9: the role "boss" (column "Role") is not known …` */
export const noticeText = (group: NoticeGroup, style: ReadinessStyle): string => {
  const { words } = style;
  const { code, count, examples } = group;
  const details = Object.fromEntries(
    noticeDefinitions[code].details.map((name) => [name, valueText(group, name, style)]),
  );
  const places = sourcesText(
    examples.map(({ source }) => source),
    style,
  );
  const more = count > examples.length ? ` (${words.times(count)})` : "";
  return `${places}${words.colon}${fillIn(words.notices[code], details)}${more}`;
};

/** For machines: the code too, and how often. */
export const noticeJson = (group: NoticeGroup, style: ReadinessStyle) => ({
  code: group.code,
  severity: noticeDefinitions[group.code].severity,
  count: group.count,
  text: noticeText(group, style),
});
