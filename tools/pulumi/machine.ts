/** What the search for a Pulumi CLI needs to know of the computer it runs on; tests hand in their own. */
import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { type Run, run } from "./run";

/** The computer, as far as the search for a Pulumi CLI looks at it. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly architecture: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly run: Run;
  readonly fetch: typeof fetch;
}

/** The computer this process runs on. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    architecture: process.arch,
    environment: process.env,
    home: homedir(),
    run,
    fetch,
  };
}

/** The file name of a program on this platform. */
export function executableName(machine: Machine, name: string): string {
  return machine.platform === "win32" ? `${name}.exe` : name;
}

/** The directories of PATH in order, without empty and repeated ones. */
export function pathDirectories(machine: Machine): readonly string[] {
  const key = Object.keys(machine.environment).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  const directories = (machine.environment[key] ?? "").split(delimiter).filter((entry) => entry !== "");
  return [...new Set(directories)];
}

/** Whether `path` is a file that holds something and may be executed. */
export function isExecutableFile(path: string): boolean {
  try {
    const status = statSync(path);
    accessSync(path, constants.X_OK);
    return status.isFile() && status.size > 0;
  } catch {
    return false;
  }
}

/** Every copy of a program that PATH reaches, first one first. */
export function findOnPath(machine: Machine, name: string): readonly string[] {
  const file = executableName(machine, name);
  return pathDirectories(machine)
    .map((directory) => join(directory, file))
    .filter(isExecutableFile);
}
