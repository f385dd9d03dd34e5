import assert from "node:assert/strict";
import fc from "fast-check";
import { parseSize, printSize, sizeParameter } from "../../../src/tenants/exchange/size";

describe("sizes as Exchange writes them", () => {
  it("takes the bytes in parentheses, whatever separates the thousands (exchange-online.md 1.4)", () => {
    assert.equal(parseSize("99 GB (106,300,440,576 bytes)"), 106_300_440_576);
    assert.equal(parseSize("99 Go (106 300 440 576 bytes)"), 106_300_440_576);
    assert.equal(parseSize("99 GB (106.300.440.576 bytes)"), 106_300_440_576);
    assert.equal(parseSize("99 GB (106\u202f300\u202f440\u202f576 bytes)"), 106_300_440_576);
    assert.equal(parseSize("0 B (0 bytes)"), 0);
  });

  it("reads numbers with and without a unit", () => {
    assert.equal(parseSize("50GB"), 53_687_091_200);
    assert.equal(parseSize(" 1.5 kb "), 1_536);
    assert.equal(parseSize("2048"), 2_048);
    assert.equal(parseSize(2_048), 2_048);
    assert.equal(parseSize("Unlimited"), "unlimited");
  });

  it("says that other values are no size", () => {
    for (const value of ["", "many", "-1GB", "12 apples", null, undefined, {}, Number.NaN, -1]) {
      assert.equal(parseSize(value), undefined);
    }
  });

  it("reads what it prints and what it sends, to the byte", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (bytes) => {
        assert.equal(parseSize(printSize(bytes)), bytes);
        assert.equal(parseSize(sizeParameter(bytes)), bytes);
      }),
    );
    assert.equal(sizeParameter(parseSize("98GB") ?? 0), "98GB");
    assert.equal(parseSize(printSize("unlimited")), "unlimited");
  });
});
