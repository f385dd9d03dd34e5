/** Gets a Pulumi CLI in a process beside this one, with its progress told apart by a prefix. */
import { fork } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { adopt } from "../bootstrap/children.mjs";

const script = fileURLToPath(new URL("./get.mjs", import.meta.url));

/**
 * Starts the search. `answer` resolves to `{ pulumi }`, or to `{ problem, broken }` where `broken` tells whether
 * something was tried and failed; `end` stops the search if it still runs, and waits until nothing of it is left.
 */
export function getPulumiInBackground() {
  const child = fork(script, [], { execArgv: [], stdio: ["ignore", "ignore", "pipe", "ipc"] });
  createInterface({ input: child.stderr }).on("line", (line) => process.stderr.write(`pulumi | ${line}\n`));
  const ended = adopt(child);
  const answer = Promise.race([
    new Promise((resolve) => child.once("message", resolve)),
    ended.then(
      (code) => ({ problem: `the search for a Pulumi CLI ended with exit code ${code}`, broken: true }),
      (error) => ({ problem: `the search for a Pulumi CLI did not start: ${error.message}`, broken: true }),
    ),
  ]);
  const end = async () => {
    // Heard on every platform, while Windows ends a process on a signal before it can end its own.
    if (child.connected) child.disconnect();
    await ended.catch(() => undefined);
  };
  return { answer, end };
}
