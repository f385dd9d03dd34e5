/** A copy of what the tests need, to break and to throw away. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Mutation } from "./mutations";

const parts = ["src", "test", "tools", "examples", "package.json", "tsconfig.json", ".mocharc.yaml"];

export interface TreeCopy {
  readonly root: string;
  readonly remove: () => void;
}

export const copyOfTree = (repository: string): TreeCopy => {
  const root = mkdtempSync(join(tmpdir(), "aircall-mailflow-mutation-"));
  for (const part of parts) cpSync(join(repository, part), join(root, part), { recursive: true });
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"), "dir");
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
};

/** Runs a body while the fault is in the copy. @throws where its text does not stand in the file exactly once. */
export const mutated = <T>(root: string, { file, text, replacement, fault }: Mutation, body: () => T): T => {
  const path = join(root, "src", "mailflow", file);
  const source = readFileSync(path, "utf8");
  const count = source.split(text).length - 1;
  if (count !== 1) throw new Error(`"${fault}": ${file} holds ${count} times: ${text}`);
  writeFileSync(
    path,
    source.replace(text, () => replacement),
  );
  try {
    return body();
  } finally {
    writeFileSync(path, source);
  }
};
