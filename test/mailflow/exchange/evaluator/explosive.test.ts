/** Patterns that may take forever are undecided, never tried on a long text (issue 4, Speed). */
import assert from "node:assert/strict";
import { mayExplode } from "../../../../src/mailflow/exchange/transport-rules/explosive";
import { allow, ends, withRules } from "./given";

describe("a pattern that may take forever", () => {
  for (const pattern of [
    "(a+)+$",
    "(a*)*b",
    "(\\d+\\s?)+x",
    "((ab)+c?)*d",
    "(a|a)*b",
    "(?:x|[a-z])+!",
    "(.*,){11,}P",
  ])
    it(`${pattern} is one`, () => assert.equal(mayExplode(pattern), true));
  for (const pattern of [
    "\\d{6}",
    "code.*login",
    "(code|login)+",
    "(?:ab)+",
    "[(a+)+]*x",
    "\\(a+\\)+",
    "(a|b){1,3}",
    "(\\d{3})+",
  ])
    it(`${pattern} is none`, () => assert.equal(mayExplode(pattern), false));
  it("is undecided on a long text and tried on a short one", () => {
    const rule = { SubjectMatchesPatterns: ["(a+)+$"], Quarantine: true } as const;
    assert.equal(ends(withRules([rule, allow]), { subject: `${"a".repeat(5_000)}!` }), "undecided");
    assert.equal(ends(withRules([rule, allow]), { subject: "aaa!" }), "inbox");
  });
});
