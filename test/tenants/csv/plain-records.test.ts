/** Text without quotes is split as the parser splits it, wherever its pieces end. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { lineCounter } from "../../../src/tenants/csv/lines";
import { plainEnd, splitPlain } from "../../../src/tenants/csv/plain-records";
import { parseRecords } from "../../../src/tenants/csv/records";
import { runs } from "../../properties/runs";

type Row = readonly [number, ...string[]];

const pieceOfText = fc.constantFrom("a", "é", "用", " ", ",", ";", "\t", "\f", "\u00a0", "\n", "\r", "\r\n");
/** Begins with a header, so that the delimiter is known. */
const texts = fc.string({ unit: pieceOfText, maxLength: 60 }).map((text) => `h,i,j,k,l\n${text}`);

const byParser = (text: string): readonly Row[] => {
  const rows: Row[] = [];
  parseRecords(text, "t.csv", { expected: "a table" }, (cells, line) => rows.push([line, ...cells]));
  return rows;
};

const inPieces = (pieces: readonly string[]): readonly Row[] => {
  const rows: Row[] = [];
  const lines = lineCounter(1, (cells, line) => rows.push([line, ...cells]));
  const take = (cells: readonly string[]): void => lines.next(cells, 0);
  let rest = "";
  for (const piece of pieces) {
    rest += piece;
    const end = plainEnd(rest, -1);
    splitPlain(rest.slice(0, end), ",", take);
    rest = rest.slice(end);
  }
  splitPlain(rest, ",", take);
  return rows;
};

describe("delimited text without quotes", () => {
  it("is split as the parser splits it, in one piece or in several (fast-check)", () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, first, second) => {
        const expected = byParser(text);
        assert.deepEqual(inPieces([text]), expected);
        const [from, to] = [first % (text.length + 1), second % (text.length + 1)].sort(
          (left, right) => left - right,
        );
        assert.deepEqual(inPieces([text.slice(0, from), text.slice(from, to), text.slice(to)]), expected);
      }),
      runs(1_000),
    );
  });

  it("ends before the line that holds a quote", () => {
    assert.equal(plainEnd('a,b\n1,"2\n', 6), 4);
    assert.equal(plainEnd('a,b\r"1",2\n', 4), 4);
    assert.equal(plainEnd('a,"b"', 2), 0);
    assert.equal(plainEnd("a,b\r\n1,2", -1), 5);
  });

  it("keeps a carriage return at the end, which may be half a line break", () => {
    assert.equal(plainEnd("a,b\n1,2\r", -1), 4);
    assert.equal(plainEnd("\r", -1), 0);
  });
});
