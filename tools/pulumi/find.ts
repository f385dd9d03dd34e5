/** Tries the ways to a Pulumi CLI in order and says plainly what is missing when none leads to one. */
import type { Attempt, Pulumi } from "./attempt";
import { cacheVariable } from "./cache-directory";
import type { Holder } from "./lock";
import { oldestUsableVersion, pinnedVersion } from "./release";
import type { Way } from "./ways";

/** What the search needs besides the ways. */
export interface FindOptions {
  readonly onProgress?: (text: string) => void;
  readonly signal?: AbortSignal | undefined;
  /** Takes the lock of the cache; the answer gives it back. */
  readonly lock: (onWait: (holder: Holder) => void) => Promise<() => Promise<void>>;
  /** Where a CLI can be put by hand. */
  readonly cacheDirectory: string;
  /** The oldest Go that can build it. */
  readonly neededGo: string;
}

/** How the search ended. */
export type Outcome =
  | { readonly kind: "found"; readonly pulumi: Pulumi }
  | {
      readonly kind: "missing";
      /** Whether something was tried and broke, rather than not being there at all. */
      readonly broken: boolean;
      readonly message: string;
    };

interface Miss {
  readonly title: string;
  readonly attempt: Exclude<Attempt, { readonly kind: "found" }>;
}

/** See the file's first line. Rejects only when stopped through the signal or on a defect. */
export async function findPulumi(ways: readonly Way[], options: FindOptions): Promise<Outcome> {
  const reading = await tryInOrder(
    ways.filter((way) => !way.writes),
    options,
  );
  if (!Array.isArray(reading)) return reading;
  const writers = ways.filter((way) => way.writes);
  let release: () => Promise<void>;
  let waited = false;
  try {
    release = await options.lock((holder) => {
      waited = true;
      options.onProgress?.(`process ${holder.pid} is getting the Pulumi CLI already, waiting for it`);
    });
  } catch (error) {
    options.signal?.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    const attempt = {
      kind: "failed",
      reason: `the cache cannot be written (${reason}); ${cacheVariable} names another place for it`,
    } as const;
    return missing([...reading, { title: "cache", attempt }], options);
  }
  try {
    // Whoever was waited for has most likely filled the cache.
    const again = ways.filter((way) => waited && way.source === "cache");
    const writing = await tryInOrder([...again, ...writers], options);
    return Array.isArray(writing) ? missing([...reading, ...writing], options) : writing;
  } finally {
    await release();
  }
}

async function tryInOrder(
  ways: readonly Way[],
  options: FindOptions,
): Promise<Miss[] | Extract<Outcome, { kind: "found" }>> {
  const misses: Miss[] = [];
  for (const way of ways) {
    const attempt = await tryOne(way, options);
    if (attempt.kind === "found") return attempt;
    misses.push({ title: way.title, attempt });
  }
  return misses;
}

async function tryOne(way: Way, options: FindOptions): Promise<Attempt> {
  try {
    return await way.attempt(options.onProgress ?? (() => undefined), options.signal);
  } catch (error) {
    options.signal?.throwIfAborted();
    return { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
}

function missing(misses: readonly Miss[], options: FindOptions): Outcome {
  const tried = misses.map(({ title, attempt }) => `  - ${title}: ${attempt.reason}`);
  return {
    kind: "missing",
    broken: misses.some(({ attempt }) => attempt.kind === "failed"),
    message: [
      "No usable Pulumi CLI was found, downloaded or built:",
      ...tried,
      "One of these helps:",
      `  - install Pulumi ${oldestUsableVersion} or newer (https://www.pulumi.com/docs/install/), so that "pulumi version" works here`,
      `  - install Go ${options.neededGo} or newer (https://go.dev/doc/install) with access to a module proxy; it is then built once, in some minutes`,
      `  - put pulumi and pulumi-language-nodejs ${pinnedVersion} into ${options.cacheDirectory}`,
      "Then run the same command again.",
    ].join("\n"),
  };
}
