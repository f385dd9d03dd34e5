/** Joins the search for a Pulumi CLI with the real computer, its cache and its lock. */
import { join } from "node:path";
import { cacheDirectory } from "./cache-directory";
import { findPulumi, type Outcome } from "./find";
import { neededGo } from "./from-build";
import { acquireLock } from "./lock";
import { type Machine, thisMachine } from "./machine";
import { versionText } from "./release";
import { waysOf } from "./ways";

/** Who asks, and from where. */
export interface SearchOptions {
  readonly machine?: Machine;
  readonly onProgress?: (text: string) => void;
  readonly signal?: AbortSignal;
}

/** Finds or gets a Pulumi CLI; `modulesDirectory` is where the two Go modules lie. */
export async function searchPulumi(modulesDirectory: string, options: SearchOptions = {}): Promise<Outcome> {
  const machine = options.machine ?? thisMachine();
  const directory = cacheDirectory(machine);
  return findPulumi(waysOf(machine, modulesDirectory), {
    cacheDirectory: directory,
    neededGo: versionText(await neededGo(modulesDirectory)),
    lock: (onWait) => acquireLock(`${directory}.lock`, { signal: options.signal, onWait }),
    signal: options.signal,
    ...(options.onProgress && { onProgress: options.onProgress }),
  });
}

/** Where the modules lie in a clone. */
export function modulesDirectoryOf(repository: string): string {
  return join(repository, "tools", "pulumi");
}
