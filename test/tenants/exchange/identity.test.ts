import assert from "node:assert/strict";
import { objectsWithIdentity } from "../../../src/tenants/exchange/identity";

const alice = {
  Name: "Alice",
  Guid: "0a5f8d66-6b63-4a3c-8f2b-0d6f5d3c1c01",
  PrimarySmtpAddress: "alice@contoso.example",
  EmailAddresses: ["SMTP:alice@contoso.example", "smtp:a.l@contoso.example", "SIP:sip-name@contoso.example"],
};
const bob = { Name: "Bob", Guid: "0a5f8d66-6b63-4a3c-8f2b-0d6f5d3c1c02" };

describe("which of the objects that came back is the one asked for", () => {
  it("finds an object by name, GUID and any of its addresses, without regard to case", () => {
    for (const identity of [
      "alice",
      alice.Guid.toUpperCase(),
      "A.L@contoso.example",
      " alice@CONTOSO.example ",
    ]) {
      assert.deepEqual(objectsWithIdentity([bob, alice], identity), [alice]);
    }
  });

  it("finds none where a bad Identity returned everything (exchange-online.md 1.4)", () => {
    assert.deepEqual(objectsWithIdentity([alice, bob, null, "Carol", 3], "Carol"), []);
  });

  it("does not take an address of another protocol for a mail address", () => {
    assert.deepEqual(objectsWithIdentity([alice], "sip-name@contoso.example"), []);
  });
});
