import assert from "node:assert/strict";
import fc from "fast-check";
import { addressInBoth, addressOutside, areInside, isPublic } from "../../../src/mailflow/exchange/addresses";
import { runs } from "../../properties/runs";

describe("sets of IP addresses (exchange-online.md 3.8)", () => {
  for (const [entry, list, inside] of [
    ["192.0.2.7", "192.0.2.7", true],
    ["192.0.2.7", "192.0.2.8", false],
    ["192.0.2.200", "192.0.2.0/24", true],
    ["192.0.3.1", "192.0.2.0/24", false],
    ["192.0.2.15", "192.0.2.10-192.0.2.20", true],
    ["192.0.2.21", "192.0.2.10-192.0.2.20", false],
    ["192.0.2.9", "192.0.2.10-192.0.2.20", false],
    ["192.0.2.0/25", "192.0.2.0/24", true],
    ["192.0.2.0/24", "192.0.2.0/25", false],
    ["2001:db8::1", "2001:db8::/32", true],
    ["192.0.2.1", "2001:db8::/32", false],
    ["192.0.2.1", "nonsense", false],
    ["nonsense", "192.0.2.0/24", false],
  ] as const)
    it(`${entry} is ${inside ? "" : "not "}inside ${list}`, () =>
      assert.equal(areInside([entry], [list]), inside));

  it("a block is inside the two halves that make it up", () =>
    assert.ok(areInside(["198.51.100.0/24"], ["198.51.100.0/25", "198.51.100.128/25"])));

  it("no addresses are inside nothing", () => assert.ok(!areInside([], ["198.51.100.0/24"])));

  it("an address outside is of the first list and not of the second", () =>
    assert.equal(addressOutside(["198.51.100.0/30"], ["198.51.100.0/31"]), "198.51.100.2"));

  it("an address in both is found where ranges touch", () => {
    assert.equal(addressInBoth(["198.51.100.0/30"], ["198.51.100.3-198.51.100.9"]), "198.51.100.3");
    assert.equal(addressInBoth(["198.51.100.0/30"], ["198.51.100.4"]), undefined);
  });

  it("only addresses of the Internet are public; what cannot be read may be", () => {
    assert.deepEqual(["10.0.0.1", "192.168.0.0/16", "54.240.8.1", "nonsense"].map(isPublic), [
      false,
      false,
      true,
      true,
    ]);
  });

  const entry = fc
    .tuple(fc.nat({ max: 255 }), fc.nat({ max: 255 }))
    .map(([low, length]) => `198.51.100.${low}-198.51.100.${Math.min(255, low + (length % 40))}`);
  const list = fc.array(entry, { minLength: 1, maxLength: 5 });
  const has = (entries: readonly string[], last: number): boolean =>
    entries.some((one) => {
      const [low = "", high = ""] = one.split("-").map((part) => part.slice(part.lastIndexOf(".") + 1));
      return Number(low) <= last && last <= Number(high);
    });

  it("agrees with a look at each single address", () =>
    fc.assert(
      fc.property(list, list, (left, right) => {
        const all = Array.from({ length: 256 }, (_none, last) => last);
        const outside = all.some((last) => has(left, last) && !has(right, last));
        assert.equal(addressOutside(left, right) !== undefined, outside);
        assert.equal(areInside(left, right), !outside);
        const both = all.some((last) => has(left, last) && has(right, last));
        assert.equal(addressInBoth(left, right) !== undefined, both);
      }),
      runs(300),
    ));
});
