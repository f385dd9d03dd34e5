/** Reads the files of a readiness run one after the other, with what their readers have to tell. */
import type { DeviceEntry, DirectoryEntry, MailboxUsage, UserEntry } from "../../readiness/facts";
import type { NoticeGroup } from "../../readiness/inputs/notice";
import type { Reading, ReadOptions } from "../../readiness/inputs/read-table";
import type { UnusableRow } from "../../readiness/inputs/unusable";
import type { ProgressLine } from "../check/progress";
import { readingProgress } from "./reading-progress";
import type { ReadyRequest } from "./request";

/** What was not asked for is `undefined`: not read, which is something else than read and empty. */
export interface ReadFiles {
  readonly users: readonly UserEntry[] | undefined;
  readonly devices: readonly DeviceEntry[] | undefined;
  /** `"concealed"`: the reports hide names behind hashes. */
  readonly mailboxes: readonly MailboxUsage[] | "concealed" | undefined;
  readonly directory: readonly DirectoryEntry[] | undefined;
  readonly notices: readonly NoticeGroup[];
  /** Rows of the user list. A device or mailbox of nobody is told of, and keeps nobody from being ready. */
  readonly unusable: readonly UnusableRow[];
}

type Read<List extends Reading> = (file: string, options: ReadOptions) => Promise<List>;

/** Every list in one; a list that hides its names adds nothing, and hides nothing of the others. */
const together = (
  lists: readonly (readonly MailboxUsage[] | "concealed")[],
): readonly MailboxUsage[] | "concealed" => {
  const open = lists.filter((list) => list !== "concealed");
  return open.length === 0 ? "concealed" : open.flat();
};

/** @throws InputError of the first file that cannot be used. */
export const readFiles = async (request: ReadyRequest, line: ProgressLine): Promise<ReadFiles> => {
  const readings: Reading[] = [];
  const readAll = async <List extends Reading>(
    files: readonly string[],
    load: () => Promise<Read<List>>,
  ): Promise<readonly List[] | undefined> => {
    if (files.length === 0) return undefined;
    const read = await load();
    const lists: List[] = [];
    for (const file of files) lists.push(await read(file, { progress: readingProgress(line, file) }));
    readings.push(...lists);
    return lists;
  };
  const users = await readAll(
    request.users === undefined ? [] : [request.users],
    async () => (await import("../../readiness/inputs/users/read-user-list")).readUserList,
  );
  const devices = await readAll(
    request.devices,
    async () => (await import("../../readiness/inputs/devices/read-devices")).readDevices,
  );
  const mailboxes = await readAll(
    request.mailboxes,
    async () => (await import("../../readiness/inputs/mailboxes/read-mailbox-usage")).readMailboxUsage,
  );
  const directory = await readAll(
    request.directory,
    async () => (await import("../../readiness/inputs/directory/read-directory")).readDirectory,
  );
  return {
    users: users?.flatMap((list) => list.users),
    devices: devices?.flatMap((list) => list.devices),
    mailboxes: mailboxes === undefined ? undefined : together(mailboxes.map((list) => list.mailboxes)),
    directory: directory?.flatMap((list) => list.directory),
    notices: readings.flatMap(({ notices }) => notices),
    unusable: users?.flatMap((list) => list.unusable) ?? [],
  };
};
