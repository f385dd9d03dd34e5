/** Tells whether node_modules holds what package-lock.json says. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const stampFile = join("node_modules", ".aircall-mailflow-lock");

/** Whether the locked dependencies are installed already, by this project's own scripts or by a plain `npm ci`. */
export function areDependenciesInstalled(repository) {
  return readText(join(repository, stampFile)) === lockHash(repository) || npmSaysSo(repository);
}

/** Remembers which lock file the installed dependencies belong to. */
export function rememberInstalled(repository) {
  writeFileSync(join(repository, stampFile), lockHash(repository));
}

function lockHash(repository) {
  return createHash("sha256")
    .update(readFileSync(join(repository, "package-lock.json")))
    .digest("hex");
}

/** npm keeps a lock file of what it installed; it leaves out optional packages of other platforms. */
function npmSaysSo(repository) {
  const installed = readText(join(repository, "node_modules", ".package-lock.json"));
  if (installed === undefined) return false;
  const wanted = JSON.parse(readFileSync(join(repository, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(installed).packages;
  const agrees = ([path, entry]) => {
    const found = present[path];
    return found === undefined ? entry.optional === true : found.version === entry.version;
  };
  return (
    Object.entries(wanted)
      .filter(([path]) => path !== "")
      .every(agrees) && Object.keys(present).every((path) => wanted[path] !== undefined)
  );
}

function readText(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
