/** Decides every input, in parallel where that is worth it, and tells what is said about them in their order. */
import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import type { DecideOptions } from "../../mailflow/decide";
import type { CheckResult } from "../../report/checked-tenant";
import { type CheckedFile, checkFile } from "./check-file";
import type { Progress } from "./progress";

/** Fewer inputs, and smaller ones, are decided before a process has started. */
const worthProcesses = { files: 6, bytes: 3_000_000 } as const;

const sizeOf = async (file: string): Promise<number> => {
  const found = await stat(file).catch(() => undefined);
  return found?.size ?? 0;
};

const processesFor = async (files: readonly string[]): Promise<number> => {
  if (files.length < 2) return 1;
  const sizes = await Promise.all(files.map(sizeOf));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const isWorth = files.length >= worthProcesses.files || bytes >= worthProcesses.bytes;
  return isWorth ? Math.min(files.length, availableParallelism()) : 1;
};

/** @param say takes a line for standard error. */
export const checkFiles = async (
  files: readonly string[],
  options: DecideOptions,
  say: (line: string) => void,
  progress: Progress,
): Promise<readonly CheckResult[]> => {
  const checked: (CheckedFile | undefined)[] = files.map(() => undefined);
  let told = 0;
  let done = 0;
  const finished = (place: number, one: CheckedFile): void => {
    checked[place] = one;
    done += 1;
    progress.clear();
    // What is said about an input waits for those before it.
    for (let next = checked[told]; next !== undefined; next = checked[told]) {
      for (const message of next.messages) say(message);
      told += 1;
    }
    if (done < files.length) progress.show(done, files.length);
  };
  const processes = await processesFor(files);
  if (files.length > 1) progress.show(0, files.length);
  if (processes > 1) {
    const { checkInProcesses } = await import("./check-in-processes");
    await checkInProcesses(files, options, processes, finished);
  } else for (const [place, file] of files.entries()) finished(place, await checkFile(file, options));
  progress.clear();
  return checked.flatMap((one) => one?.result ?? []);
};
