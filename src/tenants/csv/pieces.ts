/** A text file piece by piece, checked and decoded, telling how much of it was read. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { InputError } from "../input-error";
import { decoderOf, readTextFile, unreadable } from "../read-text-file";

/** How many bytes of how many were read. */
export type ReadProgress = (done: number, of: number) => void;

const pieceSize = 1 << 19;

const badEncoding = async (file: string, expected: string): Promise<InputError> => {
  // Reading the whole file names the line.
  await readTextFile(file, expected);
  return new InputError({ file, found: "bytes that are no text", expected });
};

/**
 * The text of a file without a byte order mark.
 *
 * @param expected what the file should be, in words that follow "expected".
 * @throws InputError
 */
export async function* filePieces(
  file: string,
  expected: string,
  progress?: ReadProgress,
): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let done = 0;
  try {
    const { size } = await stat(file);
    for await (const read of createReadStream(file, { highWaterMark: pieceSize })) {
      const piece: Buffer = read;
      decoder ??= decoderOf(piece, file, expected);
      yield decoder.decode(piece, { stream: true });
      done += piece.length;
      progress?.(done, Math.max(size, done));
    }
    if (decoder === undefined) throw new InputError({ file, found: "an empty file", expected });
    decoder.decode();
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (error instanceof TypeError) throw await badEncoding(file, expected);
    throw new InputError({ file, found: unreadable(error), expected });
  }
}
