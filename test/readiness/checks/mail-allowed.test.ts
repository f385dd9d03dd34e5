/** Aircall's mail is let in (guide 5). */
import assert from "node:assert/strict";
import { mailAllowed } from "../../../src/readiness/checks/mail-allowed";
import { findingOf } from "../findings";
import { asOf, mailOf, personOf } from "../people";
import { describeCases } from "./cases/check-case";
import { mailAllowedCases } from "./cases/mail";

describeCases("mail-allowed", mailAllowed, mailAllowedCases);

describe("the findings of mail-allowed", () => {
  it("stand worst first, without those that keep nothing from arriving", () => {
    const findings = (["not-guaranteed", "proven", "undecided", "blocked"] as const).map((implies) =>
      findingOf(implies),
    );
    const answer = mailAllowed(personOf({ mail: mailOf({ verdict: "blocked", findings }) }), asOf);
    assert.deepEqual(
      answer.findings?.map(({ implies }) => implies),
      ["blocked", "undecided", "not-guaranteed"],
    );
  });
});
