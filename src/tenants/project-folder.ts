/** The folder of Pulumi.yaml: what paths in a stack's configuration start from. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

const projectFiles = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"] as const;

/**
 * Looked for upwards, as the CLI does: programs and providers run in the folder that `main` names, and the language host of
 * CLI 3.259 leaves the SDK's `getRootDirectory` unset.
 */
export const projectFolder = (start: string): string => {
  for (let folder = start; ; folder = dirname(folder)) {
    if (projectFiles.some((name) => existsSync(join(folder, name)))) return folder;
    if (dirname(folder) === folder) return start;
  }
};
