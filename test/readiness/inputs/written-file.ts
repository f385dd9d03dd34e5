/** Writes a text to a file for a reader, and takes the file away again. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Source } from "../../../src/readiness/facts";
import type { NoticeGroup } from "../../../src/readiness/inputs/notice";
import { InputError } from "../../../src/tenants/input-error";

/** What a reader gives for a file of this text. */
export const reading = async <Result>(
  read: (file: string) => Promise<Result>,
  text: string | Buffer,
): Promise<Result> => {
  const directory = mkdtempSync(join(tmpdir(), "aircall-mailflow-inputs-"));
  try {
    const file = join(directory, "input.csv");
    writeFileSync(file, text);
    return await read(file);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};

/** The error's message without the folder, where a reader refuses a text. */
export const refusal = async (
  read: (file: string) => Promise<unknown>,
  text: string | Buffer,
): Promise<string> => {
  try {
    await reading(read, text);
  } catch (error) {
    if (error instanceof InputError) return error.message.replace(/^.*input\.csv/u, "input.csv");
    throw error;
  }
  throw new Error("it was read");
};

export const lineOf = (source: Source): number => (source.kind === "line" ? source.line : 0);

/** Notices in short: code, line and details of each that was kept. */
export const told = (groups: readonly NoticeGroup[]): readonly (readonly [string, number, object])[] =>
  groups.flatMap(({ examples }) =>
    examples.map(({ code, source, details }) => [code, lineOf(source), details] as const),
  );

/** A sample of examples/readiness/formats. */
export const sample = (name: string): string =>
  join(__dirname, "..", "..", "..", "examples", "readiness", "formats", name);
