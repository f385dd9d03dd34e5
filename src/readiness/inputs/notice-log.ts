/** Collects notices: all are counted, the first of each code are kept, so that 200,000 bad lines do not flood. */
import type { Source } from "../facts";
import type { Notice, NoticeCode, NoticeDetails, NoticeGroup } from "./notice";

/** How many notices of each code are kept. */
export const keptNotices = 20;

export interface NoticeLog {
  readonly add: <Code extends NoticeCode>(code: Code, source: Source, details: NoticeDetails<Code>) => void;
  /** By code, in the order of their first notices. */
  readonly groups: () => readonly NoticeGroup[];
}

export const noticeLog = (): NoticeLog => {
  const groups = new Map<NoticeCode, { count: number; examples: Notice[] }>();
  return {
    add: (code, source, details) => {
      const group = groups.get(code) ?? { count: 0, examples: [] };
      groups.set(code, group);
      group.count += 1;
      if (group.examples.length < keptNotices) group.examples.push({ code, source, details });
    },
    groups: () => [...groups].map(([code, { count, examples }]) => ({ code, count, examples })),
  };
};

const longestValue = 60;

/** A value as a notice shows it: short, and without the names in its addresses. */
export const shownValue = (value: string): string => {
  const masked = value.replace(/[^\s@<>(),;:"]+@/gu, "…@");
  return masked.length > longestValue ? `${masked.slice(0, longestValue)}…` : masked;
};
