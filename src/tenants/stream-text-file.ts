/** Reads a text file piece by piece, as UTF-8 whatever it was written in: files that do not fit in memory. */
import { createReadStream } from "node:fs";
import { InputError } from "./input-error";
import { decoderOf, unreadable } from "./read-text-file";

const pieceSize = 1 << 20;

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

const withoutMark = (piece: Buffer): Buffer =>
  piece.subarray(0, byteOrderMark.length).equals(byteOrderMark)
    ? piece.subarray(byteOrderMark.length)
    : piece;

/**
 * The bytes of a file as UTF-8, without a byte order mark. Those of a file in UTF-8 are not looked at.
 *
 * @param expected what the file should be, in words that follow "expected".
 * @throws InputError
 */
export async function* streamTextFile(file: string, expected: string): AsyncGenerator<Uint8Array> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  try {
    for await (const read of createReadStream(file, { highWaterMark: pieceSize })) {
      const piece: Buffer = read;
      const isFirst = decoder === undefined;
      decoder ??= decoderOf(piece, file, expected);
      if (decoder.encoding === "utf-8") yield isFirst ? withoutMark(piece) : piece;
      else yield Buffer.from(decoder.decode(piece, { stream: true }));
    }
    if (decoder === undefined) throw new InputError({ file, found: "an empty file", expected });
    if (decoder.encoding !== "utf-8") yield Buffer.from(decoder.decode());
  } catch (error) {
    if (error instanceof InputError) throw error;
    const found =
      error instanceof TypeError ? "UTF-16 that breaks off inside a character" : unreadable(error);
    throw new InputError({ file, found, expected });
  }
}
