/** Reads the files of a readiness run one after the other, with what their readers have to tell. */
import type { ReadProgress } from "../../tenants/csv/pieces";
import type { DeviceEntry, DirectoryEntry, MailboxUsage, UserEntry } from "../facts";
import type { NoticeGroup } from "./notice";
import type { Reading, ReadOptions } from "./read-table";
import type { UnusableRow } from "./unusable";

/** Paths of the files that are to be read. */
export interface FilesToRead {
  readonly users: string | undefined;
  readonly devices: readonly string[];
  readonly mailboxes: readonly string[];
  readonly directory: readonly string[];
}

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

/**
 * @param progressOf asked for each file, who is told how far reading it is.
 * @throws InputError of the first file that cannot be used.
 */
export const readFiles = async (
  request: FilesToRead,
  progressOf?: (file: string) => ReadProgress,
): Promise<ReadFiles> => {
  const readings: Reading[] = [];
  const readAll = async <List extends Reading>(
    files: readonly string[],
    load: () => Promise<Read<List>>,
  ): Promise<readonly List[] | undefined> => {
    if (files.length === 0) return undefined;
    const read = await load();
    const lists: List[] = [];
    for (const file of files)
      lists.push(await read(file, progressOf === undefined ? {} : { progress: progressOf(file) }));
    readings.push(...lists);
    return lists;
  };
  const users = await readAll(
    request.users === undefined ? [] : [request.users],
    async () => (await import("./users/read-user-list")).readUserList,
  );
  const devices = await readAll(
    request.devices,
    async () => (await import("./devices/read-devices")).readDevices,
  );
  const mailboxes = await readAll(
    request.mailboxes,
    async () => (await import("./mailboxes/read-mailbox-usage")).readMailboxUsage,
  );
  const directory = await readAll(
    request.directory,
    async () => (await import("./directory/read-directory")).readDirectory,
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
