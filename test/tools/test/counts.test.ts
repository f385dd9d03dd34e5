/** The closing line adds up what every stage did. */
import assert from "node:assert/strict";
import { closingLine, sum } from "../../../tools/test/counts";

describe("the closing line", () => {
  it("has the one form that is promised", () => {
    const skipped = [{ title: "a test", reason: "there is no Pulumi CLI" }];
    assert.equal(closingLine({ passed: 12, failed: 0, skipped }), "12 passed, 0 failed, 1 skipped");
  });

  it("sums over the stages and keeps every reason", () => {
    const one = { passed: 1, failed: 2, skipped: [{ title: "a", reason: "x" }] };
    const two = { passed: 10, failed: 20, skipped: [{ title: "b", reason: "y" }] };
    assert.deepEqual(sum([one, two]), { passed: 11, failed: 22, skipped: [...one.skipped, ...two.skipped] });
    assert.equal(closingLine(sum([])), "0 passed, 0 failed, 0 skipped");
  });
});
