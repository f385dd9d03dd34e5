/** Writes a result so that a reader, or a run that is killed, never meets half a file. */
import { randomBytes } from "node:crypto";
import { access, constants, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { InputError } from "../tenants/input-error";

const expected = "a file in an existing directory that this user may write";

/**
 * Asks before long work whether its result can be written.
 *
 * @throws InputError where it surely cannot.
 */
export const assertWritable = async (file: string): Promise<void> => {
  const directory = await stat(dirname(file)).catch(() => undefined);
  if (directory?.isDirectory() !== true) throw new InputError({ file, found: "no such directory", expected });
  const target = await stat(file).catch(() => undefined);
  if (target?.isDirectory() === true) throw new InputError({ file, found: "a directory", expected });
  await access(dirname(file), constants.W_OK).catch(() => {
    throw new InputError({ file, found: "a directory that this user may not write", expected });
  });
};

/**
 * @param mode permissions of the file: what holds addresses or settings is for its owner alone.
 * @throws InputError where the file cannot be written there.
 */
export const writeWholeFile = async (file: string, content: string, mode = 0o600): Promise<void> => {
  await assertWritable(file);
  const part = `${file}.${randomBytes(4).toString("hex")}.part`;
  try {
    const handle = await open(part, "wx", mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError({ file, found: `a place that cannot be written (${reason})`, expected });
  }
};
