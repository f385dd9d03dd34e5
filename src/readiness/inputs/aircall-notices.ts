/** What reading Aircall's API has to tell besides its facts. */
import type { Source } from "../facts";
import type { ApiUsers } from "./aircall-api";
import type { MergedUsers } from "./merge-users";
import type { NoticeGroup } from "./notice";
import { keptNotices, noticeLog } from "./notice-log";

/** @param merged absent where no list was read beside. */
export const aircallNotices = (
  { withoutAddress, incomplete }: ApiUsers,
  merged?: MergedUsers,
): readonly NoticeGroup[] => {
  const log = noticeLog();
  for (const source of withoutAddress) log.add("row-unusable", source, { column: "email", found: "nothing" });
  if (incomplete !== undefined)
    log.add("aircall-incomplete", incomplete.source, {
      read: String(incomplete.read),
      total: String(incomplete.total ?? "?"),
    });
  const differing: readonly (readonly ["users-not-at-aircall" | "users-not-in-list", readonly Source[]])[] = [
    ["users-not-at-aircall", merged?.notAtAircall.map(({ source }) => source) ?? []],
    ["users-not-in-list", merged?.notInList.map(({ source }) => source) ?? []],
  ];
  return [
    ...log.groups(),
    ...differing
      .filter(([, sources]) => sources.length > 0)
      .map(([code, sources]): NoticeGroup => {
        const details = { number: String(sources.length) };
        return {
          code,
          // The number says how many; each place is one example.
          count: Math.min(sources.length, keptNotices),
          examples: sources.slice(0, keptNotices).map((source) => ({ code, source, details })),
        };
      }),
  ];
};

/** How many users there may be besides those that were told; at least one where the list is incomplete. */
export const missingUsers = ({ withoutAddress, incomplete }: ApiUsers): number =>
  withoutAddress.length +
  (incomplete === undefined ? 0 : Math.max(1, (incomplete.total ?? 0) - incomplete.read));
