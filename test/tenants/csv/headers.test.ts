/** Columns by the spellings of their headers. */
import assert from "node:assert/strict";
import { emailHeaders, signInNameHeaders } from "../../../src/tenants/csv/address-headers";
import { findColumns, reducedHeader } from "../../../src/tenants/csv/headers";

describe("headers", () => {
  const table = { email: ["Adresse e-mail"], aliases: ["aliases"] };

  it("are compared without case, accents, blanks, digits and punctuation", () => {
    for (const header of ["ADRESSE E-MAIL", "adresse_email", " Adressé  E mail ", "adresse.e-mail.0"])
      assert.deepEqual(findColumns([header], table).places.get("email"), [0], header);
  });

  it("that stand more than once are all told, and those that mean nothing are told too", () => {
    const { places, ignored } = findColumns(["aliases.0", "Team", "", "aliases.1"], table);
    assert.deepEqual(places.get("aliases"), [0, 3]);
    assert.equal(places.has("email"), false);
    assert.deepEqual(ignored, ["Team"]);
  });

  it("in another script stand for no field", () => {
    assert.deepEqual(findColumns(["电子邮件"], { email: ["邮箱"] }).ignored, ["电子邮件"]);
  });

  it("of addresses reduce to different texts", () => {
    const all = [...emailHeaders, ...signInNameHeaders].map(reducedHeader);
    assert.equal(new Set(all).size, all.length);
  });
});
