/** Keeps the tenant's state in a JSON file that is whole at every moment. */
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { TenantState } from "./state";

const stateSchema = z.object({
  version: z.literal(1),
  objects: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  licenceCaps: z.record(z.string(), z.number()),
});

/**
 * The state in a file, or `undefined` where there is no file yet.
 *
 * @throws Error that names the file where it is not a state.
 */
export const loadState = async (file: string): Promise<TenantState | undefined> => {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return undefined;
    }
    throw error;
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not JSON. Remove it to start with a new tenant.`, { cause: error });
  }
  const parsed = stateSchema.safeParse(json);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join(".") || "its top";
    throw new Error(
      `${file} is not the state of an embedded Exchange tenant (at ${where}). Remove it to start with a new tenant.`,
    );
  }
  return parsed.data;
};

/** Writes the whole state beside the file and moves it into place, so that a kill leaves the old or the new state. */
export const saveState = async (file: string, state: TenantState): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  const part = join(dirname(file), `.${process.pid}-${Date.now().toString(36)}.part`);
  try {
    const handle = await open(part, "w", 0o600);
    try {
      await handle.writeFile(JSON.stringify(state));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
};
