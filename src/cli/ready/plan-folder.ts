/** Writes the plan's files into a folder. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { PlanFile } from "../../report/readiness/tickets/plan-file";
import { InputError } from "../../tenants/input-error";
import { writeWholeFile } from "../write-file";

/** Files of an earlier run with other names stay. @throws InputError */
export const writePlan = async (folder: string, files: readonly PlanFile[]): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError({
      file: "--plan",
      found: `a folder that cannot be made (${reason})`,
      expected: "a folder that this user may write",
    });
  });
  for (const { name, content } of files) await writeWholeFile(join(folder, name), content);
};
