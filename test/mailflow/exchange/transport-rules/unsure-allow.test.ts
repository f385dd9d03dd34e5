/** Allows whose conditions genuine mail meets only under some reading of what is not published prove nothing. */
import assert from "node:assert/strict";
import { decide } from "../../../../src/mailflow/decide";
import { tenantWith } from "../../../properties/arbitrary-tenant";

const asOf = new Date("2026-11-22T12:00:00Z");

const verdictWith = (condition: Readonly<Record<string, unknown>>): string =>
  decide(tenantWith([{ State: "Enabled", Mode: "Enforce", SetSCL: -1, ...condition }]), { asOf }).verdict;

const authenticationResults = { HeaderContainsMessageHeader: "Authentication-Results" };

describe("an allow that is not sure (exchange-online.md 2.6)", () => {
  it("proves where the word is surely in the field", () =>
    assert.equal(verdictWith({ ...authenticationResults, HeaderContainsWords: ["dmarc=pass"] }), "proven"));

  it("is undecided where the word stands beside a sign that may not delimit", () =>
    assert.equal(verdictWith({ ...authenticationResults, HeaderContainsWords: ["pass"] }), "undecided"));

  it("is undecided where an exception may hold", () =>
    assert.equal(
      verdictWith({
        ExceptIfHeaderContainsMessageHeader: "Authentication-Results",
        ExceptIfHeaderContainsWords: ["pass"],
      }),
      "undecided",
    ));

  it("is undecided where the pattern is in a syntax outside the model", () => {
    assert.equal(verdictWith({ FromAddressMatchesPatterns: ["aircall\\.io"] }), "proven");
    for (const name of [
      "FromAddressMatchesPatterns",
      "RecipientAddressMatchesPatterns",
      "AnyOfRecipientAddressMatchesPatterns",
    ])
      assert.equal(verdictWith({ [name]: ["a"], UseLegacyRegex: true }), "undecided", name);
  });
});
