/** The third way to a Pulumi CLI: the vendor's own release archive. */
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Attempt, absent, failed } from "./attempt";
import { installIntoCache } from "./install";
import { executableName, isExecutableFile, type Machine } from "./machine";
import { pinnedVersion } from "./release";

/** A closed network must not cost more than this before the next way is tried. */
const connectWithinMilliseconds = 5_000;

/** A download that stands still this long is given up. */
const stalledAfterMilliseconds = 30_000;

/** The address of the release archive; undefined where the vendor publishes none. */
export function archiveAddress(platform: NodeJS.Platform, architecture: string): string | undefined {
  const system = { linux: "linux", darwin: "darwin", win32: "windows" }[platform as string];
  const processor = { x64: "x64", arm64: "arm64" }[architecture];
  if (system === undefined || processor === undefined) return undefined;
  const extension = system === "windows" ? "zip" : "tar.gz";
  return `https://get.pulumi.com/releases/sdk/pulumi-v${pinnedVersion}-${system}-${processor}.${extension}`;
}

/** Downloads, unpacks, checks and caches the official CLI. */
export async function fromDownload(
  machine: Machine,
  onProgress: (text: string) => void,
  signal?: AbortSignal,
): Promise<Attempt> {
  const address = archiveAddress(machine.platform, machine.architecture);
  if (address === undefined) {
    return absent(`there is no official build for ${machine.platform} on ${machine.architecture}`);
  }
  onProgress(`looking for the official Pulumi CLI at ${address}`);
  const watch = stallWatch(signal);
  try {
    const response = await open(machine, address, watch);
    if (!(response instanceof Response)) return response;
    const { body } = response;
    if (body === null) return failed(`${address} answered without content`);
    return await installIntoCache(
      machine,
      "download",
      async (directory) => {
        const archive = join(directory, "archive");
        const total = Number(response.headers.get("content-length") ?? 0);
        const counted = countBytes(Readable.fromWeb(body), total, watch, onProgress);
        try {
          await pipeline(counted, createWriteStream(archive));
        } catch (error) {
          signal?.throwIfAborted();
          return failed(`the download of ${address} broke off (${reasonOf(error)})`);
        }
        watch.done();
        return unpack(machine, archive, directory, onProgress, signal);
      },
      signal,
    );
  } finally {
    watch.done();
  }
}

async function open(machine: Machine, address: string, watch: StallWatch): Promise<Response | Attempt> {
  watch.expect(connectWithinMilliseconds);
  try {
    const response = await machine.fetch(address, { signal: watch.signal });
    return response.ok ? response : failed(`${address} answered ${response.status} ${response.statusText}`);
  } catch (error) {
    watch.caller?.throwIfAborted();
    return absent(`${new URL(address).host} cannot be reached (${reasonOf(error)})`);
  }
}

async function* countBytes(
  source: Readable,
  total: number,
  watch: StallWatch,
  onProgress: (text: string) => void,
): AsyncGenerator<Buffer> {
  const step = 20_000_000;
  let received = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    watch.expect(stalledAfterMilliseconds);
    const before = received;
    received += chunk.length;
    if (Math.floor(before / step) !== Math.floor(received / step)) {
      const of = total > 0 ? ` of ${Math.round(total / 1e6)}` : "";
      onProgress(`downloading the Pulumi CLI: ${Math.round(received / 1e6)}${of} MB`);
    }
    yield chunk;
  }
}

async function unpack(
  machine: Machine,
  archive: string,
  directory: string,
  onProgress: (text: string) => void,
  signal?: AbortSignal,
): Promise<{ readonly bin: string } | Attempt> {
  onProgress("unpacking the Pulumi CLI");
  // Windows' own tar reads zip archives; one that Git put on PATH does not.
  const tar =
    machine.platform === "win32"
      ? join(machine.environment.SystemRoot ?? "C:\\Windows", "System32", "tar.exe")
      : "tar";
  const result = await machine.run(tar, ["-xf", archive, "-C", directory], { signal });
  if (result.exitCode !== 0) return failed(`tar cannot unpack it (${result.problem ?? result.output})`);
  const candidates = [join(directory, "pulumi"), join(directory, "pulumi", "bin")];
  const bin = candidates.find((candidate) =>
    isExecutableFile(join(candidate, executableName(machine, "pulumi"))),
  );
  return bin === undefined ? failed("the archive holds no pulumi") : { bin };
}

/** Ends a request when nothing was heard for as long as expected, or when the caller stops. */
interface StallWatch {
  readonly signal: AbortSignal;
  readonly caller: AbortSignal | undefined;
  readonly expect: (withinMilliseconds: number) => void;
  readonly done: () => void;
}

function stallWatch(caller: AbortSignal | undefined): StallWatch {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  return {
    signal: caller === undefined ? controller.signal : AbortSignal.any([controller.signal, caller]),
    caller,
    expect: (withinMilliseconds) => {
      clearTimeout(timer);
      timer = setTimeout(
        () => controller.abort(new Error(`nothing heard for ${withinMilliseconds / 1_000} seconds`)),
        withinMilliseconds,
      );
    },
    done: () => clearTimeout(timer),
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
