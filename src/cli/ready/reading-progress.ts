/** How far a long read is, as a bar: `users.csv ████████░░░░░░░░░░░░ 42 %`. File names and counts only, never people. */
import { basename } from "node:path";
import { visible } from "../../report/layout";
import type { ProgressLine } from "../check/progress";

const width = 20;

/** @param of 0 or less where the whole is not known. */
export const bar = (what: string, done: number, of: number): string => {
  if (of <= 0) return `${what} ${done}`;
  const share = Math.min(1, done / of);
  const filled = Math.floor(share * width);
  return `${what} ${"█".repeat(filled)}${"░".repeat(width - filled)} ${Math.floor(share * 100)} %`;
};

/** Shows bytes of a file. */
export const readingProgress =
  (line: ProgressLine, file: string) =>
  (done: number, of: number): void =>
    line.show(bar(visible(basename(file)), done, of));
