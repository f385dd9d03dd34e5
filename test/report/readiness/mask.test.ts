/** A masked text tells rows apart and nobody's name. */
import assert from "node:assert/strict";
import { maskingOf } from "../../../src/report/readiness/mask";
import { personOf } from "./judged-people";

const people = [
  personOf("Vera Lang", "vera.lang@contoso.example", 2),
  personOf("Jo Li", "jo@contoso.example", 3),
  personOf("Vera Lang", "VERA.lang@contoso.example", 4),
  personOf("", "max@max-moritz.example", 5),
];
const masking = maskingOf(people);
const [vera, jo, other, max] = people;

describe("a masked run", () => {
  it("numbers people by their place in the list, and keeps a first letter only where enough is hidden", () => {
    assert.ok(vera && jo && other && max);
    assert.deepEqual(masking.who(vera), { email: "v***@contoso.example #1", name: "***" });
    assert.deepEqual(masking.who(jo), { email: "***@contoso.example #2", name: "***" });
    assert.deepEqual(masking.who(max), { email: "***@***-moritz.example #4", name: "" });
  });

  it("gives every spelling of one person the same number", () => {
    assert.ok(vera);
    assert.deepEqual(
      masking.who({ ...vera, email: "Vera.Lang@Contoso.example" }).email,
      "V***@Contoso.example #1",
    );
  });

  it("hides addresses and names in texts from outside, Aircall's senders aside", () => {
    assert.equal(
      masking.text(
        'Rule "Mail to Vera" of boss@fabrikam.example to vera.lang@contoso.example, noreply@aircall.io',
      ),
      'Rule "Mail to ***" of b***@fabrikam.example to v***@contoso.example #1, noreply@aircall.io',
    );
  });

  it("hides a name inside a word where it knows whose it is", () => {
    assert.equal(masking.text("iOS 8.4.0 (VERASIPHONE)", { who: vera }), "iOS 8.4.0 (***)");
    assert.equal(masking.text("several phones"), "several phones");
  });

  it("leaves the words of the report's own template alone", () => {
    const named = maskingOf([personOf("Mail Mann", "mail@contoso.example", 2)]);
    assert.equal(named.text("mail of Mann", { keep: "mail of {x}" }), "mail of ***");
  });
});
