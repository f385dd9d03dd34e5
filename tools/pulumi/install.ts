/** Puts a finished CLI into the cache in one step, so that a run killed at any point leaves no half of one. */
import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Attempt, failed, type Source } from "./attempt";
import { cacheDirectory } from "./cache-directory";
import { inspect } from "./inspect";
import { executableName, type Machine } from "./machine";

/**
 * Lets `fill` write a CLI into a directory beside the cache and say where in it the programs are; checks that it
 * runs; then renames that to the cache's own name.
 *
 * @remarks Call it only while holding the lock: it removes what earlier, killed runs left behind.
 */
export async function installIntoCache(
  machine: Machine,
  source: Source,
  fill: (directory: string) => Promise<{ readonly bin: string } | Attempt>,
  signal?: AbortSignal,
): Promise<Attempt> {
  const final = cacheDirectory(machine);
  await removeLeftovers(final);
  const partial = `${final}.partial-${process.pid}-${randomBytes(4).toString("hex")}`;
  await mkdir(partial, { recursive: true });
  try {
    const filled = await fill(partial);
    if ("kind" in filled) return filled;
    const checked = await inspect(machine, join(filled.bin, executableName(machine, "pulumi")), {
      source,
      signal,
      hostMayBeOnPath: false,
    });
    if (checked.kind !== "found") return failed(`what was fetched or built does not work: ${checked.reason}`);
    await rm(final, { recursive: true, force: true });
    await rename(filled.bin, final);
    const pulumi = join(final, executableName(machine, "pulumi"));
    return { kind: "found", pulumi: { ...checked.pulumi, bin: final, pulumi } };
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function removeLeftovers(final: string): Promise<void> {
  const parent = dirname(final);
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    if (name.startsWith(`${basename(final)}.partial-`)) {
      await rm(join(parent, name), { recursive: true, force: true });
    }
  }
}
