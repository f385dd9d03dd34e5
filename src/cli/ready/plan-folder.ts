/** Writes the plan's files into a folder. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { PlanFile } from "../../report/readiness/tickets/plan-file";
import { InputError } from "../../tenants/input-error";
import { writeWholeFile } from "../write-file";

/**
 * The folder's parent exists: `assertFolder` asked for it, and Node's recursive `mkdir` never ends below /proc.
 *
 * @throws InputError
 */
export const makePlanFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST") return;
    throw new InputError({
      file: "--plan",
      found: `a folder that cannot be made (${error.message})`,
      expected: "a folder that this user may write",
    });
  });
};

/** Files of an earlier run with other names stay. @throws InputError */
export const writePlan = async (folder: string, files: readonly PlanFile[]): Promise<void> => {
  for (const { name, content } of files) await writeWholeFile(join(folder, name), content);
};
