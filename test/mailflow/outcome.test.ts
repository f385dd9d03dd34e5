import assert from "node:assert/strict";
import { exitCodeOf, worstDelivery, worstNarrowness } from "../../src/mailflow/outcome";

describe("verdicts", () => {
  it("a block outweighs a doubt, a doubt a missing guarantee", () => {
    assert.equal(worstDelivery(["proven", "not-guaranteed", "undecided", "blocked"]), "blocked");
    assert.equal(worstDelivery(["not-guaranteed", "undecided"]), "undecided");
    assert.equal(worstDelivery([]), "proven");
    assert.equal(worstNarrowness(["narrow", "too-wide", "undecided"]), "too-wide");
    assert.equal(worstNarrowness([]), "no-bypass");
  });
  it("give the exit codes of the design", () => {
    assert.equal(exitCodeOf("proven", "narrow"), 0);
    assert.equal(exitCodeOf("proven", "no-bypass"), 0);
    assert.equal(exitCodeOf("proven", "too-wide"), 1);
    assert.equal(exitCodeOf("blocked", "narrow"), 1);
    assert.equal(exitCodeOf("proven", "undecided"), 3);
    assert.equal(exitCodeOf("not-guaranteed", "narrow"), 3);
    assert.equal(exitCodeOf("undecided", "narrow"), 3);
  });
});
