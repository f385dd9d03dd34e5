import assert from "node:assert/strict";
import type { TransportRule } from "../../../../src/mailflow/exchange/tenant";
import { readTransportRule } from "../../../../src/mailflow/exchange/transport-rules/read";

const read = (raw: Readonly<Record<string, unknown>>): TransportRule => {
  const rule = readTransportRule({ Name: "A", ...raw }, 4);
  assert.ok(typeof rule !== "string", String(rule));
  return rule;
};

describe("a printed transport rule", () => {
  it("loses what is null, empty or false: they are the same as absent (exchange-online.md 1.8)", () =>
    assert.deepEqual(
      read({ From: null, SentTo: [], DeleteMessage: false, PrependSubject: "" }).parameters,
      {},
    ));
  it("loses values the service would take anyway", () =>
    assert.deepEqual(
      read({ Mode: "Enforce", SenderAddressLocation: "Header", RuleErrorAction: "Ignore" }).parameters,
      {},
    ));
  it("reads numbers written as text, and enums in any case", () =>
    assert.deepEqual(read({ SetSCL: "-1", FromScope: "notinorganization" }).parameters, {
      SetSCL: -1,
      FromScope: "NotInOrganization",
    }));
  it("is disabled by State, which is how the service prints it", () => {
    assert.equal(read({ State: "Disabled" }).enabled, false);
    assert.equal(read({ State: "Enabled" }).enabled, true);
  });
  it("takes its place from the list where it carries no priority", () => {
    assert.equal(read({}).priority, 4);
    assert.equal(read({ Priority: "2" }).priority, 2);
  });
  it("names a set parameter that the table lacks, and keeps what it knows", () => {
    const rule = read({ NewCondition: "x", Quarantine: true });
    assert.deepEqual(rule.unmodelled, ["NewCondition: not in the table of parameters"]);
    assert.deepEqual(rule.parameters, { Quarantine: true });
  });
  it("names a value it cannot read", () => {
    assert.match(read({ SetSCL: 12 }).unmodelled[0] ?? "", /SetSCL: a value from -1 to 9/u);
    assert.match(read({ FromScope: "Nowhere" }).unmodelled[0] ?? "", /FromScope: "Nowhere" is none of/u);
    assert.match(read({ DeleteMessage: "perhaps" }).unmodelled[0] ?? "", /DeleteMessage: true or false/u);
  });
  it("reads dates with a zone and the form of Windows PowerShell; a date without a zone is not guessed (2.9)", () => {
    assert.equal(
      read({ ExpiryDate: "2026-12-01T00:00:00+01:00" }).parameters.ExpiryDate,
      "2026-11-30T23:00:00.000Z",
    );
    assert.equal(
      read({ ExpiryDate: "/Date(1777880642000)/" }).parameters.ExpiryDate,
      "2026-05-04T07:44:02.000Z",
    );
    assert.match(read({ ExpiryDate: "12/01/2026 00:00" }).unmodelled[0] ?? "", /ExpiryDate: .*time zone/u);
  });
  it("without a name, or with a priority that is none, is refused in words", () => {
    assert.equal(readTransportRule({}, 0), "the rule has no Name");
    assert.match(String(readTransportRule({ Name: "A", Priority: -1 }, 0)), /found -1, expected 0 or more/u);
  });
});
