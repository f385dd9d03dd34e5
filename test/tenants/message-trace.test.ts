/** A message trace as administrators save it. */
import assert from "node:assert/strict";
import { InputError } from "../../src/tenants/input-error";
import { parseMessageTrace } from "../../src/tenants/message-trace";

const header =
  '"Received","SenderAddress","RecipientAddress","Subject","Status","FromIP","Size","MessageTraceId"';
const line =
  '"2026-11-30T08:14:07Z","noreply@aircall.io","vera@contoso.example","Your code, Vera","Delivered","198.51.100.27","14231","27"';
const row = {
  received: new Date("2026-11-30T08:14:07Z"),
  sender: "noreply@aircall.io",
  recipient: "vera@contoso.example",
  subject: "Your code, Vera",
  status: "Delivered",
  fromIp: "198.51.100.27",
  size: 14_231,
  messageTraceId: "27",
};

const failure = (text: string): string => {
  try {
    parseMessageTrace(text, "trace.csv");
  } catch (error) {
    assert.ok(error instanceof InputError);
    return error.message;
  }
  assert.fail("it was read");
};

const withDate = (date: string, others: readonly string[] = []) =>
  parseMessageTrace(
    [header, ...[date, ...others].map((one) => line.replace(/^"[^"]*"/u, `"${one}"`))].join("\n"),
    "t",
  )[0]?.received.toISOString();

describe("a message trace", () => {
  it("is read from Export-Csv, with or without its line of types", () => {
    assert.deepEqual(parseMessageTrace(`${header}\n${line}\n`, "t"), [row]);
    assert.deepEqual(parseMessageTrace(`#TYPE Selected.Row\r\n${header}\r\n${line}\r\n`, "t"), [row]);
  });

  it("is read with semicolons, other columns, and the names of the admin center", () => {
    const text =
      "Organization;origin_timestamp_utc;sender_address;Recipient Address;message_subject;Delivery status\r\nc;2026-11-30T08:14:07Z;noreply@aircall.io;vera@contoso.example;Hello;Quarantined\r\n";
    const [read] = parseMessageTrace(text, "t");
    assert.equal(read?.status, "Quarantined");
    assert.equal(read?.subject, "Hello");
    assert.equal(read?.fromIp, undefined);
  });

  it("is read from ConvertTo-Json: a list, one object, or dates in ticks", () => {
    const object = {
      Received: "/Date(1796026447000)/",
      SenderAddress: "noreply@aircall.io",
      RecipientAddress: "vera@contoso.example",
      Subject: "Your code, Vera",
      Status: "Delivered",
      FromIP: "198.51.100.27",
      Size: 14231,
      MessageTraceId: "27",
    };
    const [read] = parseMessageTrace(JSON.stringify([object]), "t");
    assert.deepEqual({ ...read, received: undefined }, { ...row, received: undefined });
    assert.equal(read?.received.getTime(), 1_796_026_447_000);
    assert.equal(parseMessageTrace(JSON.stringify(object), "t").length, 1);
    assert.equal(parseMessageTrace(JSON.stringify({ value: [object] }), "t").length, 1);
  });

  it("has its dates in UTC, in the order of the region that the file shows", () => {
    assert.equal(withDate("2026-11-30 08:14:07"), "2026-11-30T08:14:07.000Z");
    assert.equal(withDate("2026-11-30T08:14:07.123+01:00"), "2026-11-30T07:14:07.123Z");
    assert.equal(withDate("11/30/2026 8:14:07 PM"), "2026-11-30T20:14:07.000Z");
    assert.equal(withDate("12/1/2026 12:00:00 AM"), "2026-12-01T00:00:00.000Z");
    assert.equal(withDate("01/12/2026 08:14", ["30/11/2026 08:14"]), "2026-12-01T08:14:00.000Z");
    assert.equal(withDate("01.12.2026 18:14:07"), "2026-12-01T18:14:07.000Z");
  });

  it("names what is wrong with it, and where", () => {
    assert.match(
      failure('"a","b"\n1,2\n'),
      /^trace\.csv: found the columns a, b; expected a message trace: Get/u,
    );
    assert.match(failure(`${header}\n`), /found no row/u);
    assert.match(
      failure(`${header}\n${line}\n${line.replace(/^"[^"]*"/u, '"soon"')}`),
      /row 2, Received: found "soon"/u,
    );
    assert.match(failure(`${header}\n"2026`), /a quote that is never closed/u);
    assert.match(failure('[{"Received": 1'), /trace\.csv/u);
    assert.match(failure("[1]"), /found no list of rows/u);
  });
});
