/** Starts programs that this script waits for, and sees to it that a signal ends them before this script. */
import { spawn } from "node:child_process";

const children = new Set();
let stopCode;

/** The exit code that a signal asked for; undefined as long as none came. */
export function stopped() {
  return stopCode;
}

/** Counts a program started elsewhere among those that a signal ends; the answer is its exit code. */
export function adopt(child) {
  children.add(child);
  return new Promise((resolve, reject) => {
    child.on("error", (error) => {
      children.delete(child);
      reject(error);
    });
    // Not "close": that never comes once this side has closed the channel of a forked script.
    child.on("exit", (code) => {
      children.delete(child);
      resolve(code ?? 1);
    });
  });
}

/** Runs a program with this script's own terminal; the answer is its exit code. Starts nothing after a signal. */
export async function runChild(command, commandArguments, options = {}) {
  if (stopCode !== undefined) throw new Error("stopped");
  return adopt(spawn(command, commandArguments, { stdio: ["ignore", "inherit", "inherit"], ...options }));
}

/**
 * Passes the usual signals on to every program, then lets `onStop` decide what else to end. Without any program
 * running and without `onStop`, the script leaves at once.
 */
export function endChildrenOnSignals(onStop = () => children.size === 0 && process.exit(stopCode)) {
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    process.on(signal, () => {
      stopCode = code;
      for (const child of children) child.kill(signal);
      onStop();
    });
  }
}
