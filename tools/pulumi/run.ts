/** Runs one program to its end, line by line, and ends it with everything it started when asked to stop. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { setPriority } from "node:os";
import { createInterface } from "node:readline";

/** How a program is run. */
export interface RunOptions {
  readonly directory?: string;
  /** Variables set on top of this process's own. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMilliseconds?: number;
  /** Every line of both outputs, as it comes. */
  readonly onLine?: (line: string) => void;
  /** Gives way to everything else on the computer. */
  readonly inBackground?: boolean;
}

/** How a program ended; `problem` says why it could not be started or was cut off. */
export interface RunResult {
  readonly exitCode: number | undefined;
  readonly output: string;
  readonly problem?: string;
}

/** Runs a program. Rejects with the signal's reason when stopped, otherwise always resolves. */
export type Run = (
  command: string,
  commandArguments: readonly string[],
  options?: RunOptions,
) => Promise<RunResult>;

const lowPriority = 10;
const graceMilliseconds = 5_000;

/** Ends a program and everything it started. A group of its own makes that one call; Windows has `taskkill`. */
function endTree(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"], { stdio: "ignore" });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The whole group has ended already.
  }
}

/** See {@link Run}. */
export const run: Run = (command, commandArguments, options = {}) =>
  new Promise((resolve, reject) => {
    const { signal, timeoutMilliseconds } = options;
    if (signal?.aborted === true) {
      reject(signal.reason);
      return;
    }
    const child = spawn(command, [...commandArguments], {
      cwd: options.directory,
      env: { ...process.env, ...options.environment },
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    if (options.inBackground === true) lowerPriority(child);

    const lines: string[] = [];
    let problem: string | undefined;
    let finalBlow: NodeJS.Timeout | undefined;
    const onProcessExit = () => endTree(child, "SIGKILL");
    const stop = () => {
      endTree(child, "SIGTERM");
      finalBlow = setTimeout(() => endTree(child, "SIGKILL"), graceMilliseconds);
    };
    const timeLimit =
      timeoutMilliseconds === undefined
        ? undefined
        : setTimeout(() => {
            problem = `no answer within ${timeoutMilliseconds / 1_000} seconds`;
            stop();
          }, timeoutMilliseconds);
    process.once("exit", onProcessExit);
    signal?.addEventListener("abort", stop, { once: true });

    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        lines.push(line);
        options.onLine?.(line);
      });
    }
    child.on("error", (error) => {
      problem = error.message;
    });
    child.on("close", (code) => {
      clearTimeout(timeLimit);
      clearTimeout(finalBlow);
      process.removeListener("exit", onProcessExit);
      signal?.removeEventListener("abort", stop);
      if (signal?.aborted === true) {
        reject(signal.reason);
        return;
      }
      const output = lines.join("\n");
      const exitCode = problem === undefined ? (code ?? undefined) : undefined;
      resolve(problem === undefined ? { exitCode, output } : { exitCode, output, problem });
    });
  });

function lowerPriority(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) setPriority(child.pid, lowPriority);
  } catch {
    // A courtesy only: where the system refuses, the program runs at its normal priority.
  }
}
