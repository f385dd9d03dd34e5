/** The ways to a Pulumi CLI, in the order in which they are tried (pulumi.md 5.2). */
import type { Attempt, Source } from "./attempt";
import { fromBuild } from "./from-build";
import { fromCache } from "./from-cache";
import { fromDownload } from "./from-download";
import { fromPath } from "./from-path";
import type { Machine } from "./machine";

/** One way to a CLI. */
export interface Way {
  readonly source: Source;
  /** How the way is called in a message. */
  readonly title: string;
  /** Whether it writes into the cache, and so must not run twice at a time. */
  readonly writes: boolean;
  readonly attempt: (onProgress: (text: string) => void, signal?: AbortSignal) => Promise<Attempt>;
}

/** The four ways on one computer. `modulesDirectory` holds the two Go modules. */
export function waysOf(machine: Machine, modulesDirectory: string): readonly Way[] {
  return [
    {
      source: "path",
      title: "on PATH",
      writes: false,
      attempt: (_, signal) => fromPath(machine, signal),
    },
    {
      source: "cache",
      title: "in the cache",
      writes: false,
      attempt: (_, signal) => fromCache(machine, signal),
    },
    {
      source: "download",
      title: "official download",
      writes: true,
      attempt: (onProgress, signal) => fromDownload(machine, onProgress, signal),
    },
    {
      source: "build",
      title: "build with Go",
      writes: true,
      attempt: (onProgress, signal) => fromBuild(machine, modulesDirectory, onProgress, signal),
    },
  ];
}
