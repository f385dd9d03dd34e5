/** Decides inputs in processes of their own: one that runs out of memory, or dies, takes no other with it. */
import { type ChildProcess, fork } from "node:child_process";
import { extname, join } from "node:path";
import type { DecideOptions } from "../../mailflow/decide";
import { InputError } from "../../tenants/input-error";
import { type CheckedFile, failedFile } from "./check-file";
import type { Work } from "./work";

/** Beside the folder of this file as of the bundle that holds it; sources and bundles differ in the extension. */
const program = join(__dirname, "..", "workers", `check-file${extname(__filename)}`);

const start = (): ChildProcess =>
  fork(program, { serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"] });

const died = (file: string, code: number | null, signal: string | null): CheckedFile =>
  failedFile(
    file,
    new InputError({
      file,
      found: `more than one process can hold (it ended with ${signal ?? `code ${code}`})`,
      expected: "an export of which the memory of this machine holds a multiple",
    }),
  );

/** Gives one input to a process; answers also where the process ends first. */
const decide = (child: ChildProcess, work: Work): Promise<CheckedFile> =>
  new Promise((resolve, reject) => {
    const onExit = (code: number | null, signal: string | null): void => {
      child.off("message", onMessage);
      resolve(died(work.file, code, signal));
    };
    const onMessage = (checked: CheckedFile): void => {
      child.off("exit", onExit).off("error", reject);
      resolve(checked);
    };
    child.once("message", onMessage).once("exit", onExit).once("error", reject);
    // A process that is gone already is told of by `exit`.
    child.send(work, () => undefined);
  });

/**
 * Decides every input, `count` at a time.
 *
 * @param finished called with each answer as it comes, in no order.
 */
export const checkInProcesses = async (
  files: readonly string[],
  options: DecideOptions,
  count: number,
  finished: (place: number, checked: CheckedFile) => void,
): Promise<void> => {
  const waiting = files.entries();
  const serve = async (): Promise<void> => {
    let child: ChildProcess | undefined;
    try {
      for (const [place, file] of waiting) {
        if (child === undefined || !child.connected) child = start();
        finished(place, await decide(child, { file, options }));
      }
    } finally {
      child?.kill();
    }
  };
  await Promise.all(Array.from({ length: count }, serve));
};
