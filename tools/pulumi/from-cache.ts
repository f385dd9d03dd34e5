/** The second way to a Pulumi CLI: one that an earlier run fetched or built. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Attempt, absent } from "./attempt";
import { cacheDirectory } from "./cache-directory";
import { inspect } from "./inspect";
import { executableName, type Machine } from "./machine";

/** The cached CLI of the pinned version, if it is whole and runs. */
export async function fromCache(machine: Machine, signal?: AbortSignal): Promise<Attempt> {
  const directory = cacheDirectory(machine);
  if (!existsSync(directory)) return absent(`there is no ${directory} yet`);
  return inspect(machine, join(directory, executableName(machine, "pulumi")), {
    source: "cache",
    signal,
    hostMayBeOnPath: false,
  });
}
