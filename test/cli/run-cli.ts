/** Runs the command line as a process of its own and collects what it says. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtCliVariable } from "../../tools/test/built-cli";
import { skipBecause } from "../../tools/test/skip-because";

export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const repository = join(__dirname, "..", "..");

const builtProgram = join(repository, "dist", "cli", "index.js");

/** `npm test` has built the program, and tries what users run; mocha alone tries the sources as they are. */
const program =
  process.env[builtCliVariable] === undefined
    ? ["--import", "tsx", join(repository, "src", "cli", "index.ts")]
    : [builtProgram];

const start = (command: readonly string[], environment: NodeJS.ProcessEnv) => {
  const { AIRCALL_MAILFLOW_DEBUG: _debug, ...inherited } = process.env;
  return spawn(process.execPath, command, {
    cwd: repository,
    env: { ...inherited, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
};

/** Starts the program; for commands that run until they are stopped. */
export const startCli = (given: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
  start([...program, ...given], environment);

/** Call from a `before` hook of a suite that runs the built program. */
export const needsBuiltCli = (context: Mocha.Context): void => {
  if (!existsSync(builtProgram)) skipBecause(context, "dist/ is not built");
};

/** The same by the program in dist/. */
export const runBuiltCli = (given: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ran> =>
  ended(start([builtProgram, ...given], environment));

export const runCli = (given: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ran> =>
  ended(startCli(given, environment));

const ended = async (child: ReturnType<typeof start>): Promise<Ran> => {
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  return { exitCode, stdout, stderr };
};

/** A directory of files that lives as long as the suite; call inside `describe`. */
export const temporaryFiles = () => {
  let directory = "";
  before(() => {
    directory = mkdtempSync(join(tmpdir(), "aircall-mailflow-cli-"));
  });
  after(() => {
    rmSync(directory, { recursive: true, force: true });
  });
  return {
    path: (name: string): string => join(directory, name),
    write: (name: string, content: string | Uint8Array): string => {
      const file = join(directory, name);
      writeFileSync(file, content);
      return file;
    },
  };
};
