/** Writes a result piece by piece: it need not fit in memory, and no reader meets half a file. */
import { once } from "node:events";
import type { FileHandle } from "node:fs/promises";
import type { Writable } from "node:stream";
import { writeIntoPlace } from "./write-file";

/** Characters that are written at once. A file takes more: each write is a round trip to another thread. */
const batchSizes = { stream: 1 << 16, file: 1 << 20 } as const;

/** Small pieces gathered into larger ones. */
function* batches(pieces: Iterable<string>, batchSize: number): Generator<string> {
  let batch = "";
  for (const piece of pieces) {
    batch += piece;
    if (batch.length >= batchSize) {
      yield batch;
      batch = "";
    }
  }
  if (batch !== "") yield batch;
}

/** Makes the next batch while the last one is written. */
const writeBatches = async (handle: FileHandle, all: Iterable<string>): Promise<void> => {
  let written: Promise<void> = Promise.resolve();
  for (const batch of all) {
    await written;
    written = handle.writeFile(batch);
    // Whoever makes the next batch may fail first; then nobody waits for this one.
    written.catch(() => undefined);
  }
  await written;
};

/** @throws InputError where the file cannot be written there. */
export const writePiecesToFile = (file: string, pieces: Iterable<string>, mode = 0o600): Promise<void> =>
  writeIntoPlace(file, mode, (handle) => writeBatches(handle, batches(pieces, batchSizes.file)));

/** Writes as fast as the reader takes it; a reader that goes away early, such as `head`, ends it. */
export const writePiecesToStream = async (stream: Writable, pieces: Iterable<string>): Promise<void> => {
  for (const batch of batches(pieces, batchSizes.stream)) {
    if (stream.destroyed) return;
    if (stream.write(batch)) continue;
    try {
      await once(stream, "drain");
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EPIPE") return;
      throw error;
    }
  }
};

/** To the file, or to standard output where there is none. */
export const deliverPieces = async (pieces: Iterable<string>, out: string | undefined): Promise<void> => {
  if (out === undefined) await writePiecesToStream(process.stdout, pieces);
  else await writePiecesToFile(out, pieces);
};
