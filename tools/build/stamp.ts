/** Remembers what dist/ was built from, so that a second run starts at once. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Everything whose change makes dist/ out of date, relative to the repository. */
export const watchedSources = [
  "src",
  "policies",
  "stacks",
  join("tools", "build"),
  "package.json",
  "package-lock.json",
] as const;

/** What the last finished build was made from, and which files it wrote. */
export interface Stamp {
  readonly hash: string;
  /** Relative to dist/. */
  readonly files: readonly string[];
}

const stampFile = join("dist", ".stamp");

/** One hash over the names and contents of all sources. */
export function hashSources(repository: string): string {
  const hash = createHash("sha256");
  for (const source of watchedSources) {
    for (const file of filesBelow(join(repository, source))) {
      const content = readFileSync(file);
      hash.update(`${relative(repository, file).split(sep).join("/")}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest("hex");
}

/** Whether dist/ was built from exactly these sources and is still whole. */
export function isUpToDate(repository: string, hash: string): boolean {
  const stamp = readStamp(repository);
  return stamp?.hash === hash && stamp.files.every((file) => existsSync(join(repository, "dist", file)));
}

/** Written last: a build that was killed leaves the old stamp, or none. */
export function writeStamp(repository: string, stamp: Stamp): void {
  writeFileSync(join(repository, stampFile), `${JSON.stringify(stamp, null, 2)}\n`);
}

function readStamp(repository: string): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(join(repository, stampFile), "utf8"));
  } catch {
    return undefined;
  }
}

/** The files at and below a path in a fixed order; none when it does not exist. */
function filesBelow(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path)
      .sort()
      .flatMap((name) => filesBelow(join(path, name)));
  } catch (error) {
    if (error instanceof Error && (error as NodeJS.ErrnoException).code === "ENOTDIR") return [path];
    throw error;
  }
}
