/** What the readers have to tell, on standard error: places and columns, never people. */
import type { NoticeGroup } from "../../readiness/inputs/notice";
import { visible } from "../../report/layout";
import { noticeText } from "../../report/readiness/notice-text";
import type { ReadinessStyle } from "../../report/readiness/style";

/** A report says them all; a log is not to be flooded. */
const limit = 20;

/** @param style one that masks people, whatever the report does. */
export const warningLines = (notices: readonly NoticeGroup[], style: ReadinessStyle): readonly string[] => {
  const rest = notices.length - limit;
  const { warning, colon, more } = style.words;
  return [
    ...notices.slice(0, limit).map((notice) => visible(noticeText(notice, style))),
    ...(rest > 0 ? [more(rest)] : []),
  ].map((text) => `${warning}${colon}${text}`);
};
