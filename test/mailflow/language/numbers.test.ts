import assert from "node:assert/strict";
import fc from "fast-check";
import { contains } from "../../../src/mailflow/language/language";
import { atLeast, digits } from "../../../src/mailflow/language/numbers";

describe("sizes as strings", () => {
  it("hold exactly the numbers from the bound on", () =>
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.nat(999_999_999), (bound, size) => {
        assert.equal(contains(atLeast(bound), digits(size)), size >= bound);
      }),
      { numRuns: 300 },
    ));
  it("hold nothing past the width, and everything from zero", () => {
    assert.equal(contains(atLeast(10 ** 12), digits(5)), false);
    assert.equal(contains(atLeast(0), digits(0)), true);
  });
});
