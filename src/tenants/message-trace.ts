/** A saved message trace: what `Get-MessageTraceV2` or `Get-MessageTrace` printed, as CSV or JSON. */
import * as z from "zod";
import type { TraceRow } from "../mailflow/evidence";
import { reducedHeader } from "./csv/headers";
import { parseRecords } from "./csv/records";
import { InputError } from "./input-error";
import { parseJson } from "./parse-json";
import { readTextFile } from "./read-text-file";
import { dateOrderOf, parseDate } from "./regional-date";

export const expectedTrace =
  "a message trace: Get-MessageTraceV2 | Export-Csv, or | ConvertTo-Json, with the columns Received, SenderAddress, RecipientAddress and Status";

type Source = Readonly<Record<string, unknown>>;

/** Columns in the spellings of the cmdlets, the admin center's download and Graph, reduced by {@link reducedHeader}. */
const columns = {
  received: ["received", "receiveddatetime", "origintimestamputc", "datetimeutc"],
  sender: ["senderaddress", "sender"],
  recipient: ["recipientaddress", "recipient"],
  subject: ["subject", "messagesubject"],
  status: ["status", "deliverystatus"],
  fromIp: ["fromip", "originalclientip"],
  size: ["size", "totalbytes"],
  messageTraceId: ["messagetraceid", "id", "networkmessageid"],
} as const;

type Column = keyof typeof columns;

const required: readonly Column[] = ["received", "sender", "recipient", "status"];

/** Which name of a record stands for each column. */
const namesOf = (names: readonly string[]): Partial<Record<Column, string>> =>
  Object.fromEntries(
    (Object.keys(columns) as readonly Column[]).flatMap((column) => {
      const spellings: readonly string[] = columns[column];
      const name = names.find((one) => spellings.includes(reducedHeader(one)));
      return name === undefined ? [] : [[column, name]];
    }),
  );

const asText = (value: unknown): string =>
  typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";

const csvRecords = (text: string, file: string): readonly Source[] => {
  let headers: readonly string[] | undefined;
  const rows: Source[] = [];
  parseRecords(text, file, { expected: expectedTrace, relaxQuotes: true }, (cells) => {
    if (headers === undefined) headers = cells;
    else rows.push(Object.fromEntries(headers.map((header, place) => [header, cells[place] ?? ""])));
  });
  return rows;
};

const records = z.array(z.record(z.string(), z.unknown()));

const jsonRecords = (text: string, file: string): readonly Source[] => {
  const value = parseJson(text, file, expectedTrace);
  const inner =
    typeof value === "object" && value !== null && "value" in value
      ? (value as { value: unknown }).value
      : value;
  const parsed = records.safeParse(Array.isArray(inner) ? inner : [inner]);
  if (!parsed.success) throw new InputError({ file, found: "no list of rows", expected: expectedTrace });
  return parsed.data;
};

/** The rows in a text; `file` is what errors name. */
export const parseMessageTrace = (text: string, file: string): readonly TraceRow[] => {
  const isJson = /^\s*[[{]/u.test(text);
  const sources = isJson ? jsonRecords(text, file) : csvRecords(text, file);
  const [first] = sources;
  if (first === undefined) throw new InputError({ file, found: "no row", expected: expectedTrace });
  const names = namesOf(Object.keys(first));
  const missing = required.filter((column) => names[column] === undefined);
  if (missing.length > 0)
    throw new InputError({
      file,
      found: `the columns ${Object.keys(first).slice(0, 12).join(", ")}`,
      expected: expectedTrace,
    });
  const cell = (source: Source, column: Column): unknown => {
    const name = names[column];
    return name === undefined ? undefined : source[name];
  };
  const order = dateOrderOf(sources.map((source) => asText(cell(source, "received"))));
  return sources.map((source, place) => {
    const received = parseDate(asText(cell(source, "received")), order);
    if (received === undefined)
      throw new InputError({
        file,
        place: `row ${place + 1}, ${names.received ?? ""}`,
        found: JSON.stringify(cell(source, "received") ?? ""),
        expected: "a date and time such as 2027-01-31T09:00:00Z",
      });
    const size = Number(asText(cell(source, "size")));
    return {
      received,
      sender: asText(cell(source, "sender")),
      recipient: asText(cell(source, "recipient")),
      subject: asText(cell(source, "subject")),
      status: asText(cell(source, "status")),
      ...(asText(cell(source, "fromIp")) === "" ? {} : { fromIp: asText(cell(source, "fromIp")) }),
      ...(Number.isFinite(size) && size > 0 ? { size } : {}),
      ...(asText(cell(source, "messageTraceId")) === ""
        ? {}
        : { messageTraceId: asText(cell(source, "messageTraceId")) }),
    };
  });
};

/**
 * The rows of a saved trace; comma, semicolon or tab, UTF-8 or UTF-16, CSV or JSON.
 *
 * @throws InputError that names file, row, what was found and what was expected.
 */
export const readMessageTrace = async (file: string): Promise<readonly TraceRow[]> =>
  parseMessageTrace(await readTextFile(file, expectedTrace), file);
