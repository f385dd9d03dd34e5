/** Sizes as people read them. */
import assert from "node:assert/strict";
import { readableSize } from "../../src/readiness/readable-size";
import { gigabyte, megabyte } from "./people";

describe("a readable size", () => {
  for (const [size, text] of [
    [0, "0 B"],
    [1_023, "1023 B"],
    [1_024, "1 KB"],
    [49.5 * gigabyte, "49.5 GB"],
    [50 * gigabyte, "50 GB"],
    [1_024 * megabyte - 1, "1 GB"],
    [3_000 * gigabyte, "2.9 TB"],
    [Number.MAX_SAFE_INTEGER, "8192 TB"],
    ["unlimited", "unlimited"],
  ] as const)
    it(`of ${size} is ${text}`, () => {
      assert.equal(readableSize(size), text);
    });
});
