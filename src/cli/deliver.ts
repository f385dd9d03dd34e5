/** Where a report goes: a file, a terminal in colour, or whatever reads standard output. */
import { colourPaint, type Paint, plainPaint } from "../report/layout";
import { assertWritable, writeWholeFile } from "./write-file";

export const formats = ["text", "json", "markdown"] as const;
export type Format = (typeof formats)[number];

/** Colours only where somebody watches and nobody asked for none. */
export const paintFor = (out: string | undefined): Paint =>
  out === undefined && process.stdout.isTTY === true && process.env.NO_COLOR === undefined
    ? colourPaint
    : plainPaint;

/** Asks before the work whether its result can be written. @throws InputError */
export const assertDeliverable = async (out: string | undefined): Promise<void> => {
  if (out !== undefined) await assertWritable(out);
};

export const deliver = async (report: string, out: string | undefined): Promise<void> => {
  if (out === undefined) process.stdout.write(report);
  else await writeWholeFile(out, report);
};
