/** Versions are compared number by number (aircall.md 3). */
import assert from "node:assert/strict";
import fc from "fast-check";
import { compareVersions, readVersion, type Version } from "../../src/readiness/version";
import { runs } from "../properties/runs";

const read = (text: string): Version => {
  const version = readVersion(text);
  assert.ok(version !== undefined, text);
  return version;
};
const order = (left: string, right: string): number => Math.sign(compareVersions(read(left), read(right)));

const numbers = fc.array(fc.oneof(fc.nat(12), fc.nat(999)), { minLength: 2, maxLength: 4 });
const written = (parts: readonly number[]): string => parts.join(".");
const longest = 4;
const byNumbers = (left: readonly number[], right: readonly number[]): number => {
  for (let at = 0; at < longest; at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
};

describe("versions", function () {
  this.timeout(60_000);
  it("are ordered as the tuples of their numbers, missing ones being zero", () => {
    fc.assert(
      fc.property(numbers, numbers, (left, right) => {
        assert.equal(order(written(left), written(right)), byNumbers(left, right));
      }),
      runs(1_000),
    );
  });
  it("are totally ordered: of three, the first is never above the last where each is below the next", () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (...three) => {
        const [first, second, third] = three.map(written).sort((left, right) => order(left, right));
        assert.ok(order(first ?? "", third ?? "") <= 0);
        assert.equal(order(first ?? "", second ?? "") + order(second ?? "", first ?? ""), 0);
      }),
      runs(500),
    );
  });
  it("keep their order where no number holds them", () => {
    const [less, more] = [`8.${"9".repeat(30)}`, `8.1${"0".repeat(30)}`];
    assert.equal(order(less, more), -1);
    assert.equal(order(more, less), 1);
    assert.equal(order(`8.000${"9".repeat(30)}`, less), 0);
  });
  it("are read whatever the text, in no time", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        readVersion(text);
      }),
      runs(500),
    );
    assert.equal(readVersion(`8.${"1.".repeat(100_000)}`), undefined);
  });
  it("are previews by what follows the numbers", () => {
    assert.equal(read("7.4.0-beta").isPreview, true);
    assert.equal(read("7.4.0").isPreview, false);
    assert.equal(read("7.4.0 (412)").isPreview, false);
  });
});
