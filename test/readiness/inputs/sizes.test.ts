/** Sizes as several countries write them: read in one way or not at all. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { type ReadSize, sizeReader } from "../../../src/readiness/inputs/sizes";
import { runs } from "../../properties/runs";

const read = (...texts: readonly string[]): readonly ReadSize[] => texts.map(sizeReader(texts));

const [kilobyte, megabyte, gigabyte] = [1024, 1024 ** 2, 1024 ** 3] as const;

describe("a column of sizes", () => {
  it("is read with English, French, German and Spanish units and marks", () => {
    const sizes: readonly (readonly [string, ReadSize])[] = [
      ["49.5 GB", 49.5 * gigabyte],
      ["49,5 Go", 49.5 * gigabyte],
      ["1 234,5 Mo", 1234.5 * megabyte],
      ["1\u202f234,5\u00a0Mo", 1234.5 * megabyte],
      ["1'024 KB", megabyte],
      ["1,234.5 MB", 1234.5 * megabyte],
      ["1.234,5 MB", 1234.5 * megabyte],
      ["1,234,567 KB", 1_234_567 * kilobyte],
      ["2GiB", 2 * gigabyte],
      ["1,25 Go", 1.25 * gigabyte],
      ["1,234 Go", Math.floor(1.234 * gigabyte)],
      ["0.125 GB", gigabyte / 8],
      ["2147483648", 2 * gigabyte],
      ["2,147,483,648", 2 * gigabyte],
      ["2.147.483.648 octets", 2 * gigabyte],
      ["99 GB (106,300,440,576 bytes)", 106_300_440_576],
      ["1.234 GB (1 325 400 064 octets)", 1_325_400_064],
      ["0", 0],
      ["0 MB", 0],
      ["Unlimited", "unlimited"],
      ["illimité", "unlimited"],
      ["unbegrenzt", "unlimited"],
    ];
    for (const [text, size] of sizes) assert.deepEqual(read(text), [size], text);
  });

  it("reads a doubtful mark as the file's other sizes show", () => {
    assert.deepEqual(read("1,234 MB", "49.5 GB"), [1234 * megabyte, 49.5 * gigabyte]);
    assert.deepEqual(read("1,234 GB", "49,5 GB"), [Math.floor(1.234 * gigabyte), 49.5 * gigabyte]);
    assert.deepEqual(read("1.234 MB", "49,5 GB"), [1234 * megabyte, 49.5 * gigabyte]);
  });

  it("leaves it open where they show nothing, or both", () => {
    assert.deepEqual(read("1,234 GB", "50 GB"), ["ambiguous", 50 * gigabyte]);
    assert.deepEqual(read("1.234 GB"), ["ambiguous"]);
    assert.deepEqual(read("1,234 GB", "1.5 GB", "1,5 GB")[0], "ambiguous");
  });

  it("takes no small number without unit for bytes: gigabytes may be meant", () => {
    assert.deepEqual(read("49", "50", "1,234"), ["without-unit", "without-unit", "without-unit"]);
  });

  it("reads nothing else", () => {
    for (const text of [
      "49.5",
      "full",
      "12 %",
      "-1",
      "1.2.3 GB",
      "12,34,5 MB",
      "1e3 MB",
      "5 constructor",
      "GB",
      "",
    ])
      assert.deepEqual(read(text), ["unreadable"], text);
  });

  it("gives the size that was written, or leaves it open (fast-check)", () => {
    const written = fc.record({
      thousandths: fc.integer({ min: 0, max: 99_999_999 }),
      style: fc.constantFrom("en", "de", "fr"),
    });
    const text = (thousandths: number, style: string): string => {
      const formatted = new Intl.NumberFormat(style, { maximumFractionDigits: 3 }).format(thousandths / 1000);
      return `${formatted} ${style === "fr" ? "Mo" : "MB"}`;
    };
    fc.assert(
      fc.property(written, ({ thousandths, style }) => {
        const [size] = read(text(thousandths, style));
        if (size !== "ambiguous") assert.equal(size, Math.floor((thousandths / 1000) * megabyte));
      }),
      runs(1000),
    );
  });
});
