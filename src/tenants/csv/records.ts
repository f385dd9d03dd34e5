/** Records of delimited text as administrators have it: any of three delimiters, UTF-8 or UTF-16, quotes, PowerShell's and Excel's first lines. */
import { pipeline } from "node:stream/promises";
import { CsvError, type Options, Parser } from "csv-parse";
import { parse, CsvError as SyncError } from "csv-parse/sync";
import { InputError } from "../input-error";
import { layoutOf } from "./layout";
import { type LineCounter, lineCounter, type TakeRecord } from "./lines";
import { filePieces, type ReadProgress } from "./pieces";
import { plainEnd, splitPlain } from "./plain-records";

export interface RecordOptions {
  /** What the file should be, in words that follow "expected". */
  readonly expected: string;
  /** Takes a quote inside a value for a character. */
  readonly relaxQuotes?: boolean;
  readonly progress?: ReadProgress | undefined;
}

/** Characters. A quote that is never closed is noticed here, before the rest of a large file is in memory. */
const longestRecord = 1_000_000;

const parserOptions = (delimiter: string, relaxQuotes = false): Options => ({
  delimiter,
  max_record_size: longestRecord,
  // Files that went through several programs mix line ends.
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  relax_quotes: relaxQuotes,
  trim: true,
});

const quoteProblems: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "a quote that is never closed",
  CSV_MAX_RECORD_SIZE: "more than a million characters in one record, as after a quote that is never closed",
};

const inputError = (error: CsvError | SyncError, file: string, line: number, expected: string): InputError =>
  new InputError({
    file,
    place: `line ${line}`,
    found: quoteProblems[error.code] ?? "a quote inside a value",
    expected,
  });

/**
 * Hands on every record of a text that holds any text, in order.
 *
 * @throws InputError that names file and line; and whatever `take` throws.
 */
export const parseRecords = (text: string, file: string, options: RecordOptions, take: TakeRecord): void => {
  const start = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const { delimiter, skip } = layoutOf(start);
  const lines = lineCounter(skip.lines + 1, take);
  const body = start.slice(skip.characters);
  const found: string[][] = [];
  try {
    // `on_record` keeps what was read before an error, so that the error's line can be told.
    parse(body, {
      ...parserOptions(delimiter, options.relaxQuotes),
      on_record: (record: string[]) => {
        found.push(record);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    for (const record of found) lines.next(record, 0);
    throw inputError(error, file, lines.line(), options.expected);
  }
  for (const record of found) lines.next(record, 0);
};

/** Hands records on as they arise, instead of through the stream's buffer: half the work, and its counters fit. */
class TakingParser extends Parser {
  constructor(
    options: Options,
    private readonly lines: LineCounter,
  ) {
    super({ ...options, skip_empty_lines: true });
    this.resume();
  }

  override push(record: readonly string[] | null): boolean {
    if (record === null) return super.push(null);
    // For each row that is not as long as the first, csv-parse makes an error and drops it, in 30 µs: so each is a first.
    Object.assign(this.info, { records: 0 });
    if (this.destroyed) return false;
    try {
      this.lines.next(record, this.info.empty_lines);
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error(String(error)));
    }
    return true;
  }
}

/** Enough to hold any header line, and what stands above it. */
const startSize = 1 << 16;

/** The beginning of a file, up to the end of its header line. A pipe may hand out a few bytes at a time. */
const startOf = async (pieces: AsyncGenerator<string>): Promise<string> => {
  let start = "";
  for (;;) {
    const { value, done } = await pieces.next();
    if (done === true) return start;
    start += value;
    if (start.length >= startSize || layoutOf(start).isComplete) return start;
  }
};

/** Takes records by hand up to the first quote. @returns what is left for the parser; nothing where no quote came. */
const takePlain = async (
  start: string,
  pieces: AsyncGenerator<string>,
  delimiter: string,
  lines: LineCounter,
): Promise<string> => {
  const take = (cells: readonly string[]): void => lines.next(cells, 0);
  let rest = start;
  for (;;) {
    const quote = rest.indexOf('"');
    const end = plainEnd(rest, quote);
    splitPlain(rest.slice(0, end), delimiter, take);
    rest = rest.slice(end);
    if (quote !== -1 || rest.length > longestRecord) return rest;
    const { value, done } = await pieces.next();
    if (done === true) break;
    rest += value;
  }
  splitPlain(rest, delimiter, take);
  return "";
};

/**
 * Hands on every record of a file that holds any text, in order, without holding the file.
 *
 * @throws InputError that names file and line; and whatever `take` throws.
 */
export const readRecords = async (file: string, options: RecordOptions, take: TakeRecord): Promise<void> => {
  const pieces = filePieces(file, options.expected, options.progress);
  try {
    const start = await startOf(pieces);
    const text = start.slice(0, startSize);
    if (/^\s*[[{]/u.test(text)) throw new InputError({ file, found: "JSON", expected: options.expected });
    const { delimiter, skip } = layoutOf(text);
    const lines = lineCounter(skip.lines + 1, take);
    const rest = await takePlain(start.slice(skip.characters), pieces, delimiter, lines);
    if (rest === "") return;
    const body = async function* (): AsyncGenerator<string> {
      yield rest;
      yield* pieces;
    };
    await pipeline(body, new TakingParser(parserOptions(delimiter, options.relaxQuotes), lines)).catch(
      (error: unknown) => {
        throw error instanceof CsvError ? inputError(error, file, lines.line(), options.expected) : error;
      },
    );
  } finally {
    await pieces.return(undefined);
  }
};
