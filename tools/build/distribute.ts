/** Writes dist/ so that a program that runs from it, or a second build, never meets half a file. */
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";
import type { DistributedFile } from "./bundle";

/** Makes dist/ hold exactly these files. One that has not changed is not touched. */
export function distribute(repository: string, files: readonly DistributedFile[]): void {
  const directory = join(repository, "dist");
  for (const file of files) writeWhole(join(directory, file.path), file);
  removeOthers(directory, new Set(files.map(({ path }) => path)));
}

function writeWhole(path: string, { content, executable }: DistributedFile): void {
  const bytes = Buffer.from(content);
  if (!existsSync(path) || !readFileSync(path).equals(bytes)) {
    mkdirSync(dirname(path), { recursive: true });
    const partial = `${path}.${randomBytes(4).toString("hex")}.partial`;
    writeFileSync(partial, bytes);
    renameSync(partial, path);
  }
  chmodSync(path, executable ? 0o755 : 0o644);
}

function removeOthers(directory: string, kept: ReadonlySet<string>): void {
  if (!existsSync(directory)) return;
  for (const name of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (name.isDirectory()) continue;
    const path = join(name.parentPath, name.name);
    const relativePath = path
      .slice(directory.length + 1)
      .split(sep)
      .join("/");
    // Another build may be writing at this moment: its partial files are its own affair.
    if (kept.has(relativePath) || relativePath === ".stamp" || relativePath.endsWith(".partial")) continue;
    rmSync(path, { force: true });
  }
}
