/** Writes a result so that a reader, or a run that is killed, never meets half a file. */
import { randomBytes } from "node:crypto";
import { access, constants, type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { InputError } from "../tenants/input-error";

const expected = "a file in an existing directory that this user may write";

/** Where a result goes: into a file that is replaced as a whole, or through a device or pipe that stays what it is. */
interface Target {
  readonly kind: "file" | "device";
  /** Behind symbolic links. */
  readonly path: string;
}

const targetOf = async (file: string): Promise<Target> => {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return { kind: "file", path: file };
  if (found.isDirectory()) throw new InputError({ file, found: "a directory", expected });
  // Behind /dev/stdout there is no path where it is a pipe.
  if (!found.isFile()) return { kind: "device", path: file };
  return { kind: "file", path: await realpath(file) };
};

/** @throws InputError where nothing can surely be written. */
const writableTarget = async (file: string): Promise<Target> => {
  if (file === "") throw new InputError({ file: '""', found: "no path", expected });
  const target = await targetOf(file);
  const { kind, path } = target;
  const directory = await stat(dirname(path)).catch(() => undefined);
  if (directory?.isDirectory() !== true) throw new InputError({ file, found: "no such directory", expected });
  const [place, found] =
    kind === "file"
      ? [dirname(path), "a directory that this user may not write"]
      : [path, "a device that this user may not write"];
  await access(place, constants.W_OK).catch(() => {
    throw new InputError({ file, found, expected });
  });
  return target;
};

/**
 * Asks before long work whether its result can be written.
 *
 * @throws InputError where it surely cannot.
 */
export const assertWritable = async (file: string): Promise<void> => {
  await writableTarget(file);
};

type Write = (handle: FileHandle) => Promise<void>;

const written = async (path: string, flags: string, mode: number, write: Write): Promise<void> => {
  const handle = await open(path, flags, mode);
  try {
    await write(handle);
  } finally {
    await handle.close();
  }
};

/**
 * Writes beside the file and moves the whole into place; a device or a pipe is written as it is.
 *
 * @param mode permissions of a new file: what holds addresses or settings is for its owner alone.
 * @throws InputError where the file cannot be written there; whatever else `write` throws.
 */
export const writeIntoPlace = async (file: string, mode: number, write: Write): Promise<void> => {
  const { kind, path } = await writableTarget(file);
  const part = `${path}.${randomBytes(4).toString("hex")}.part`;
  try {
    if (kind === "device") {
      await written(path, "w", mode, write);
      return;
    }
    await written(part, "wx", mode, write);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    // Only what the file system says is about the place; anything else is a defect of whoever writes.
    if (!(error instanceof Error && "syscall" in error)) throw error;
    throw new InputError({ file, found: `a place that cannot be written (${error.message})`, expected });
  }
};

/** @throws InputError where the file cannot be written there. */
export const writeWholeFile = (file: string, content: string, mode = 0o600): Promise<void> =>
  writeIntoPlace(file, mode, (handle) => handle.writeFile(content));
