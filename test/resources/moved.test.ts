/** Which items of a list have to move. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { moved } from "../../src/resources/moved";

const permutation = fc
  .uniqueArray(fc.nat(99), { maxLength: 12 })
  .map((items) => items.map((item) => ({ item, position: [...items].sort((a, b) => a - b).indexOf(item) })));

describe("the items that move", () => {
  it("are none where the order stayed", () => {
    assert.deepEqual([...moved([1, 4, 9], (item) => item)], []);
  });

  it("are only the one that was taken to the front", () => {
    assert.deepEqual([...moved([3, 0, 1, 2], (item) => item)], [3]);
  });

  it("leave the others in their old order", () => {
    fc.assert(
      fc.property(permutation, (items) => {
        const displaced = moved(items, ({ position }) => position);
        const rest = items.filter((item) => !displaced.has(item)).map(({ position }) => position);
        assert.deepEqual(
          rest,
          [...rest].sort((a, b) => a - b),
        );
      }),
    );
  });

  it("are as few as possible", () => {
    const longestRun = (positions: readonly number[]): number =>
      positions
        .reduce<readonly number[]>((lengths, position, index) => {
          const best = lengths.filter((_, before) => (positions[before] ?? 0) < position);
          return [...lengths.slice(0, index), 1 + Math.max(0, ...best)];
        }, [])
        .reduce((left, right) => Math.max(left, right), 0);
    fc.assert(
      fc.property(permutation, (items) => {
        const positions = items.map(({ position }) => position);
        assert.equal(items.length - moved(items, ({ position }) => position).size, longestRun(positions));
      }),
    );
  });
});
