/** Waits for the Pulumi CLI that the bootstrap finds or builds beside the demonstration. */
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";

const answer = z.union([
  z.looseObject({ pulumi: z.looseObject({ bin: z.string(), version: z.string(), source: z.string() }) }),
  z.looseObject({ problem: z.string() }),
]);

export type PulumiAnswer =
  | { readonly folder: string; readonly version: string; readonly source: string }
  | { readonly problem: string };

const pollMilliseconds = 250;

/** @param file written whole, once the search has ended. */
export const awaitPulumi = async (
  file: string,
  signal: AbortSignal,
  onWait: () => void,
): Promise<PulumiAnswer> => {
  if (!existsSync(file)) onWait();
  while (!existsSync(file)) await wait(pollMilliseconds, undefined, { signal });
  const parsed = answer.parse(JSON.parse(readFileSync(file, "utf8")));
  if ("problem" in parsed) return { problem: String(parsed.problem) };
  const { bin, version, source } = parsed.pulumi as {
    readonly bin: string;
    readonly version: string;
    readonly source: string;
  };
  return { folder: bin, version, source };
};
