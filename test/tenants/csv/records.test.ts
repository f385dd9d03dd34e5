/** Delimited text as Excel, PowerShell and people write it. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { parseRecords, readRecords } from "../../../src/tenants/csv/records";
import { InputError } from "../../../src/tenants/input-error";
import { runs } from "../../properties/runs";

type Row = readonly [number, ...string[]];

const options = { expected: "a table" };

const parsed = (text: string): readonly Row[] => {
  const rows: Row[] = [];
  parseRecords(text, "t.csv", options, (cells, line) => rows.push([line, ...cells]));
  return rows;
};

const problem = (error: unknown): string => {
  assert.ok(error instanceof InputError, String(error));
  return error.message;
};

/** Each as the bytes that editors write. */
const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
  "UTF-8": (text) => Buffer.from(text, "utf8"),
  "UTF-8 with a mark": (text) => Buffer.from(`\uFEFF${text}`, "utf8"),
  "UTF-16 little endian": (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
  "UTF-16 little endian without a mark": (text) => Buffer.from(text, "utf16le"),
  "UTF-16 big endian": (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
};

const layouts: Readonly<Record<string, { readonly text: string; readonly rows: readonly Row[] }>> = {
  "commas, and a cell that holds one": {
    text: 'a,b\n"1,2",3\n',
    rows: [
      [1, "a", "b"],
      [2, "1,2", "3"],
    ],
  },
  semicolons: {
    text: "a;b\r\n1,5;2\r\n",
    rows: [
      [1, "a", "b"],
      [2, "1,5", "2"],
    ],
  },
  "tabs, and an empty first cell": {
    text: "a\tb\n\t2\n",
    rows: [
      [1, "a", "b"],
      [2, "", "2"],
    ],
  },
  "a header whose quoted name holds the other delimiters": {
    text: '"a;b;c";d\n1;2\n',
    rows: [
      [1, "a;b;c", "d"],
      [2, "1", "2"],
    ],
  },
  "Excel's first line, which names the delimiter": {
    text: "sep=;\r\na,x;b\r\n1;2\r\n",
    rows: [
      [2, "a,x", "b"],
      [3, "1", "2"],
    ],
  },
  "PowerShell's first line": {
    text: '#TYPE Selected.System.Object\r\n"a","b"\r\n"1","2"\r\n',
    rows: [
      [2, "a", "b"],
      [3, "1", "2"],
    ],
  },
  "blank lines above, between and below": {
    text: "\n  \na,b\n\n1,2\n \t \n,\n\n3,4\n\n",
    rows: [
      [3, "a", "b"],
      [5, "1", "2"],
      [9, "3", "4"],
    ],
  },
  "line breaks inside quotes, of three kinds": {
    text: 'a,b\r\n"1\r\n2\n3\r4",x\r\n\r\n5,6\r\n',
    rows: [
      [1, "a", "b"],
      [2, "1\r\n2\n3\r4", "x"],
      [7, "5", "6"],
    ],
  },
  "mixed line ends": {
    text: "a,b\r\n1,2\n3,4\r5,6",
    rows: [
      [1, "a", "b"],
      [2, "1", "2"],
      [3, "3", "4"],
      [4, "5", "6"],
    ],
  },
  "blanks around values and quotes": {
    text: 'a ; "b" ;c\n 1 ; "2 ""x""" ; \n',
    rows: [
      [1, "a", "b", "c"],
      [2, "1", '2 "x"', ""],
    ],
  },
  "rows that are longer or shorter than the header": {
    text: "a,b\n1\n2,3,4\n",
    rows: [
      [1, "a", "b"],
      [2, "1"],
      [3, "2", "3", "4"],
    ],
  },
};

describe("delimited text", () => {
  let directory = "";
  before(() => {
    directory = mkdtempSync(join(tmpdir(), "aircall-mailflow-csv-"));
  });
  after(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  const read = async (bytes: Buffer): Promise<readonly Row[]> => {
    const file = join(directory, "t.csv");
    writeFileSync(file, bytes);
    const rows: Row[] = [];
    await readRecords(file, options, (cells, line) => rows.push([line, ...cells]));
    return rows;
  };

  for (const [name, { text, rows }] of Object.entries(layouts)) {
    it(`with ${name} is read from a text`, () => {
      assert.deepEqual(parsed(text), rows);
    });
    it(`with ${name} is read from a file, whatever its encoding`, async () => {
      for (const [encoding, encode] of Object.entries(encodings))
        assert.deepEqual(await read(encode(text)), rows, encoding);
    });
  }

  it("may end in its header line, or hold nothing but blanks", async () => {
    assert.deepEqual(await read(Buffer.from("a,b")), [[1, "a", "b"]]);
    assert.deepEqual(await read(Buffer.from("\n \n")), []);
  });

  it("names the line where a quote opens that is never closed", async () => {
    const text = 'a,b\n\n1,2\n3,"4\n5,6\n';
    assert.throws(() => parsed(text), /t\.csv, line 4: found a quote that is never closed/u);
    await assert.rejects(read(Buffer.from(text)), (error) =>
      /line 4: found a quote that is never closed; expected a table/u.test(problem(error)),
    );
  });

  it("notices a quote that is never closed before it has swallowed a large file", async () => {
    const text = `a,b\n1,"2\n${"3,4\n".repeat(600_000)}`;
    await assert.rejects(read(Buffer.from(text)), (error) =>
      /line 2: found more than a million characters in one record/u.test(problem(error)),
    );
  });

  it("names the line of a quote inside a value, unless such quotes are taken as they are", async () => {
    const text = 'a,b\n"1\n1",2\n3 "x" 3,4\n';
    await assert.rejects(read(Buffer.from(text)), (error) =>
      /line 4: found a quote inside a value/u.test(problem(error)),
    );
    const rows: Row[] = [];
    parseRecords(text, "t", { ...options, relaxQuotes: true }, (cells, line) => rows.push([line, ...cells]));
    assert.deepEqual(rows.at(-1), [4, '3 "x" 3', "4"]);
  });

  it("names the line of what is no UTF-8, and what to do", async () => {
    const bytes = Buffer.concat([
      Buffer.from("Name,Email\nJos"),
      Buffer.of(0xe9),
      Buffer.from(",j@x.example\n"),
    ]);
    await assert.rejects(read(bytes), (error) =>
      /line 2: found bytes that are no UTF-8; expected a table, saved as UTF-8 or UTF-16/u.test(
        problem(error),
      ),
    );
  });

  it("tells a workbook, an empty file, a directory and a missing file", async () => {
    await assert.rejects(read(Buffer.from("PK\u0003\u0004rest")), (error) =>
      /an Excel workbook/u.test(problem(error)),
    );
    await assert.rejects(read(Buffer.alloc(0)), (error) => /found an empty file/u.test(problem(error)));
    const take = (): void => undefined;
    await assert.rejects(readRecords(directory, options, take), (error) =>
      /found a directory/u.test(problem(error)),
    );
    await assert.rejects(readRecords(join(directory, "none.csv"), options, take), (error) =>
      /no file at this path/u.test(problem(error)),
    );
  });

  it("stops where a row is refused, in the middle of a file and at its end", async () => {
    for (const refused of [3, 70_001]) {
      const file = join(directory, "refused.csv");
      writeFileSync(file, `a,b\n${"1,2\n".repeat(69_999)}1,2`);
      const seen: number[] = [];
      const refuse = (_cells: readonly string[], line: number): void => {
        seen.push(line);
        if (line === refused)
          throw new InputError({ file, place: `line ${line}`, found: "x", expected: "y" });
      };
      await assert.rejects(readRecords(file, options, refuse), (error) =>
        problem(error).includes(`line ${refused}`),
      );
      assert.equal(seen.at(-1), refused);
    }
  });

  it("tells how far it is, up to the whole file", async () => {
    const file = join(directory, "long.csv");
    const text = `a,b\n${"1,2\n".repeat(400_000)}`;
    for (const encoding of ["utf8", "utf16le"] as const) {
      writeFileSync(file, Buffer.from(`\uFEFF${text}`, encoding));
      const told: (readonly [number, number])[] = [];
      await readRecords(file, { ...options, progress: (done, of) => told.push([done, of]) }, () => undefined);
      const of = Buffer.byteLength(`\uFEFF${text}`, encoding);
      assert.ok(told.length > 2);
      assert.ok(told.every(([done, all], at) => all === of && done > (told[at - 1]?.[0] ?? 0)));
      assert.deepEqual(told.at(-1), [of, of]);
    }
  });

  it("reads back what csv-stringify writes, with any delimiter and in any encoding, and knows the lines (fast-check)", async () => {
    // What a parser trims is not kept, and a row without text is not told.
    const cell = fc
      .string({ unit: fc.constantFrom("a", "é", "用", " ", ",", ";", "\t", '"', "\n", "\r\n", "'", "#") })
      .map((text) => text.trim());
    const row = fc
      .array(cell, { minLength: 3, maxLength: 3 })
      .filter((cells) => cells.some((one) => one !== ""));
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 8 }),
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom(...Object.keys(encodings)),
        fc.constantFrom("\n", "\r\n"),
        async (rows, delimiter, encoding, lineEnd) => {
          const table = [["Name", "Email", "Role"], ...rows];
          const text = stringify(table, { delimiter, record_delimiter: lineEnd, quoted_match: /[\r\n]/u });
          let line = 1;
          const expected = table.map((cells): Row => {
            const begins = line;
            line += 1 + (cells.join("").match(/\r\n|\n/gu)?.length ?? 0);
            return [begins, ...cells];
          });
          assert.deepEqual(parsed(text), expected);
          assert.deepEqual(await read(encodings[encoding]?.(text) ?? Buffer.alloc(0)), expected);
        },
      ),
      runs(200),
    );
  });
});
