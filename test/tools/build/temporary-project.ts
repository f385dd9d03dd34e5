/** A small clone for tests of the build: only the sources that a test writes. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A project below a temporary directory. */
export interface TemporaryProject {
  readonly root: string;
  readonly write: (path: string, content: string) => void;
  readonly remove: () => void;
}

/** Makes a project with a package.json and these files. */
export function temporaryProject(files: Readonly<Record<string, string>> = {}): TemporaryProject {
  const root = mkdtempSync(join(tmpdir(), "project-"));
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  write("package.json", '{"version":"1.2.3"}');
  for (const [path, content] of Object.entries(files)) write(path, content);
  return { root, write, remove: () => rmSync(root, { recursive: true, force: true }) };
}
