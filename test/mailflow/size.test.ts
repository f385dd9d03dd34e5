/** Sizes as Exchange writes them. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { formatSize, parseSize } from "../../src/mailflow/size";

describe("a size", () => {
  const readings: readonly (readonly [string, ReturnType<typeof parseSize>])[] = [
    ["50GB", 50 * 1024 ** 3],
    ["50 gb", 50 * 1024 ** 3],
    ["1.5 KB", 1536],
    ["1234", 1234],
    ["1234 B", 1234],
    [" Unlimited ", "unlimited"],
    ["99 GB (106,300,440,576 bytes)", 106_300_440_576],
    ["98.5 MB (103.284.736 bytes)", 103_284_736],
    ["99 GB (106\u00a0300\u00a0440\u00a0576 bytes)", 106_300_440_576],
    ["", undefined],
    ["GB", undefined],
    ["-1 GB", undefined],
    ["5 PB", undefined],
    ["five GB", undefined],
    ["1e3", undefined],
    ["99999999999 TB", undefined],
  ];
  for (const [text, size] of readings)
    it(`"${text}" is ${size === undefined ? "no size" : size}`, () => assert.equal(parseSize(text), size));

  it("is written in the largest unit that keeps it exact", () => {
    assert.equal(formatSize(50 * 1024 ** 3), "50 GB");
    assert.equal(formatSize(1024 ** 3 + 1), "1073741825 B");
    assert.equal(formatSize(0), "0 B");
    assert.equal(formatSize("unlimited"), "unlimited");
  });

  it("is the same after it was written and read", () => {
    const bytes = fc.oneof(
      fc.maxSafeNat(),
      fc.nat(5000).map((count) => count * 1024 ** 3),
    );
    fc.assert(fc.property(bytes, (size) => parseSize(formatSize(size)) === size));
  });
});
