/** A computer for tests: its own directories and PATH, and shell scripts that stand for programs. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import type { Machine } from "../../../tools/pulumi/machine";
import { run } from "../../../tools/pulumi/run";

/** A machine below one temporary directory. */
export interface FakeMachine {
  readonly root: string;
  readonly machine: Machine;
  /** Writes an executable script and answers its path. */
  readonly script: (path: string, body: string) => string;
  /** Writes a directory with a `pulumi` that says this version, and its language host. */
  readonly pulumi: (directory: string, version: string, languageHost?: boolean) => string;
  readonly remove: () => void;
}

/** Makes a machine whose PATH is these directories, relative to its root. */
export function fakeMachine(path: readonly string[] = [], changes: Partial<Machine> = {}): FakeMachine {
  const root = mkdtempSync(join(tmpdir(), "fake-machine-"));
  const script = (place: string, body: string) => {
    const file = join(root, place);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\n${body}\n`);
    chmodSync(file, 0o755);
    return file;
  };
  return {
    root,
    script,
    machine: {
      platform: "linux",
      architecture: "x64",
      environment: {
        PATH: path.map((directory) => join(root, directory)).join(delimiter),
        AIRCALL_MAILFLOW_CACHE: join(root, "cache"),
      },
      home: join(root, "home"),
      run,
      fetch: () => Promise.reject(new Error("this machine has no network")),
      ...changes,
    },
    pulumi: (directory, version, languageHost = true) => {
      if (languageHost) script(join(directory, "pulumi-language-nodejs"), "exit 0");
      return script(join(directory, "pulumi"), `[ "$1" = version ] && echo ${version}`);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
