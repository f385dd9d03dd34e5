/** A lock file that keeps two runs from fetching or building the same CLI at the same time. */
import { mkdir, open, readFile, rm, stat, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Who holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** How a lock is waited for; tests shorten the times and name other processes. */
export interface LockOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called once for every holder waited for. */
  readonly onWait?: (holder: Holder) => void;
  readonly holder?: Holder;
  readonly isAlive?: (pid: number) => boolean;
  readonly pollMilliseconds?: number;
  /** A holder refreshes its file; one that has not for this long is gone, whatever its number says. */
  readonly staleAfterMilliseconds?: number;
}

const refreshMilliseconds = 5_000;

/**
 * Takes the lock, waiting while somebody who is alive holds it; the answer gives it back.
 *
 * @remarks Two runs that clear the same stale lock in the same instant may both get it. That costs a second build
 * and nothing else: a finished CLI is put in place by one rename (`install.ts`).
 */
export async function acquireLock(file: string, options: LockOptions = {}): Promise<() => Promise<void>> {
  const self = options.holder ?? { pid: process.pid, host: hostname() };
  await mkdir(dirname(file), { recursive: true });
  let waitedFor: number | undefined;
  while (true) {
    options.signal?.throwIfAborted();
    if (await create(file, self)) return keep(file);
    const holder = await readHolder(file);
    if (await isStale(file, holder, self, options)) {
      await rm(file, { force: true });
      continue;
    }
    if (holder !== undefined && holder.pid !== waitedFor) {
      waitedFor = holder.pid;
      options.onWait?.(holder);
    }
    await pause(options.pollMilliseconds ?? 500, undefined, options.signal && { signal: options.signal });
  }
}

async function create(file: string, self: Holder): Promise<boolean> {
  try {
    const handle = await open(file, "wx");
    await handle.writeFile(JSON.stringify(self));
    await handle.close();
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Refreshes the file while the lock is held. */
function keep(file: string): () => Promise<void> {
  const refresh = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, refreshMilliseconds);
  refresh.unref();
  return async () => {
    clearInterval(refresh);
    await rm(file, { force: true });
  };
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(file, "utf8"));
    if (typeof value !== "object" || value === null) return undefined;
    const { pid, host } = value as Partial<Holder>;
    return typeof pid === "number" && typeof host === "string" ? { pid, host } : undefined;
  } catch {
    return undefined;
  }
}

async function isStale(
  file: string,
  holder: Holder | undefined,
  self: Holder,
  options: LockOptions,
): Promise<boolean> {
  // A process number says something only on the computer it was given on.
  if (holder?.host === self.host && !(options.isAlive ?? isProcessAlive)(holder.pid)) return true;
  try {
    const untouched = Date.now() - (await stat(file)).mtimeMs;
    return untouched > (options.staleAfterMilliseconds ?? 60_000);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
}

/** Whether a process of this computer runs; one that belongs to somebody else counts as running. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
}
