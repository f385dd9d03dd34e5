/** Reads a text file as administrators have it: UTF-8 with or without a byte order mark, or UTF-16 as PowerShell writes it. */
import { type FileHandle, open } from "node:fs/promises";
import { InputError } from "./input-error";

/** Bytes. V8 holds no text longer than about 512 million characters, and a parsed export takes several times its size. */
export const largestFile = 400_000_000;

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** Windows PowerShell's `Out-File` and `>` write UTF-16 little endian with a mark. */
const encodingOf = (bytes: Uint8Array): Encoding => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // Both inputs begin with an ASCII character: a zero beside it tells UTF-16 without a mark.
  if (bytes.length >= 2 && first !== 0 && second === 0) return "utf-16le";
  if (bytes.length >= 2 && first === 0 && second !== 0) return "utf-16be";
  return "utf-8";
};

/** Formats that are opened by mistake, by their first bytes. */
const binaryFormats: readonly (readonly [string, string])[] = [
  ["504b0304", "a ZIP archive or an Excel workbook"],
  ["1f8b", "a gzip archive"],
  ["25504446", "a PDF document"],
  ["d0cf11e0", "an old Office document"],
];

const lineOf = (bytes: Uint8Array, offset: number): number =>
  bytes.subarray(0, offset).reduce((lines, byte) => (byte === 0x0a ? lines + 1 : lines), 1);

/** About where the first byte stands that is no UTF-8: decoding in ever smaller halves. */
const firstBadByte = (bytes: Uint8Array): number => {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      // `stream` tolerates a character that the cut divides.
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
};

/**
 * A decoder for a text file that begins with these bytes; it throws a TypeError where a byte does not fit.
 *
 * @param expected what the file should be, in words that follow "expected".
 * @throws InputError where they begin a format that is no text.
 */
export const decoderOf = (
  bytes: Uint8Array,
  file: string,
  expected: string,
): InstanceType<typeof TextDecoder> => {
  const start = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  const binary = binaryFormats.find(([magic]) => start.startsWith(magic))?.[1];
  if (binary !== undefined) throw new InputError({ file, found: binary, expected });
  return new TextDecoder(encodingOf(bytes), { fatal: true });
};

/**
 * Decodes the bytes of a text file.
 *
 * @param expected what the file should be, in words that follow "expected".
 * @throws InputError where they are no text.
 */
export const decodeText = (bytes: Uint8Array, file: string, expected: string): string => {
  const decoder = decoderOf(bytes, file, expected);
  const { encoding } = decoder;
  try {
    return decoder.decode(bytes);
  } catch {
    const offset = encoding === "utf-8" ? firstBadByte(bytes) : 0;
    throw new InputError({
      file,
      ...(encoding === "utf-8" ? { place: `line ${lineOf(bytes, offset)}` } : {}),
      found: encoding === "utf-8" ? "bytes that are no UTF-8" : "UTF-16 that breaks off inside a character",
      expected: `${expected}, saved as UTF-8 or UTF-16 (in PowerShell: Out-File -Encoding utf8)`,
    });
  }
};

/** Why a file could not be opened or read, in words that follow "found". */
export const unreadable = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") return "no file at this path";
  if (code === "EACCES" || code === "EPERM") return "a file that this user may not read";
  if (code === "EISDIR") return "a directory";
  return `a file that cannot be read (${error instanceof Error ? error.message : String(error)})`;
};

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;

const readAll = async (handle: FileHandle, file: string, expected: string): Promise<Uint8Array> => {
  const { size } = await handle.stat();
  if (size > largestFile)
    throw new InputError({
      file,
      found: `${megabytes(size)}`,
      expected: `at most ${megabytes(largestFile)}`,
    });
  const bytes = await handle.readFile();
  if (bytes.length === 0) throw new InputError({ file, found: "an empty file", expected });
  return bytes;
};

/**
 * The text of a file, without a byte order mark.
 *
 * @param expected what the file should be, in words that follow "expected".
 * @throws InputError
 */
export const readTextFile = async (file: string, expected: string): Promise<string> => {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, "r");
    return decodeText(await readAll(handle, file, expected), file, expected);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError({ file, found: unreadable(error), expected });
  } finally {
    await handle?.close();
  }
};
