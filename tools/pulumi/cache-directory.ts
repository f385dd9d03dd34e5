/** Where a fetched or built Pulumi CLI is kept: outside the clone, one directory per version. */
import { isAbsolute, join, resolve } from "node:path";
import type { Machine } from "./machine";
import { pinnedVersion } from "./release";

/** The variable that moves the whole cache. */
export const cacheVariable = "AIRCALL_MAILFLOW_CACHE";

/**
 * The directory of the pinned version: `$AIRCALL_MAILFLOW_CACHE/pulumi/<version>`, else the same below
 * `aircall-mailflow` in the platform's cache directory.
 *
 * @remarks The XDG base directory specification has a relative `XDG_CACHE_HOME` ignored.
 */
export function cacheDirectory(machine: Machine): string {
  return join(cacheRoot(machine), "pulumi", pinnedVersion);
}

function cacheRoot(machine: Machine): string {
  const { environment, home, platform } = machine;
  const own = environment[cacheVariable];
  if (own !== undefined && own !== "") return resolve(own);
  if (platform === "win32") {
    return join(environment.LOCALAPPDATA ?? join(home, "AppData", "Local"), "aircall-mailflow");
  }
  const shared = environment.XDG_CACHE_HOME ?? "";
  return join(isAbsolute(shared) ? shared : join(home, ".cache"), "aircall-mailflow");
}
