/** The first moments at which a verdict changes by itself (exchange-online.md 2.9, 9.5). */
import assert from "node:assert/strict";
import { decide } from "../../src/mailflow/decide";
import { toTenant } from "../../src/tenants/exchange/export/native-export";
import { allowBlockListItem, inboundConnector } from "./exchange/labelled/healthy-tenant";
import { aircallSenders, allowAircall, tenant } from "./exchange/labelled/labelled-tenant";

const asOf = new Date("2026-11-22T12:00:00Z");

describe("changesAt", () => {
  it("names the moment an allow expires, and the cause", () => {
    const source = tenant()
      .withRule(allowAircall({ ExpiryDate: "2026-12-24T18:00:00Z" }))
      .build();
    const [change, ...more] = decide(toTenant(source, "x"), { asOf }).changesAt;
    assert.equal(change?.at, "2026-12-24T18:00:00.001Z");
    assert.equal(change?.verdict, "not-guaranteed");
    assert.match(change?.cause ?? "", /"Allow Aircall" expires/u);
    assert.deepEqual(more, []);
  });
  it("names the moment a destroying rule starts to act", () => {
    const source = tenant()
      .withRule({
        Name: "Later",
        ActivationDate: "2027-01-01T00:00:00Z",
        FromScope: "NotInOrganization",
        Quarantine: true,
      })
      .withRule(allowAircall())
      .build();
    const decision = decide(toTenant(source, "x"), { asOf });
    assert.equal(decision.verdict, "proven");
    assert.deepEqual(
      decision.changesAt.map(({ at, verdict }) => [at, verdict]),
      [["2027-01-01T00:00:00.000Z", "blocked"]],
    );
  });
  it("names the moment a declared fact expires, and decides without it from then on", () => {
    const source = tenant()
      .withRule(allowAircall())
      .with("Get-InboundConnector", [inboundConnector({ RequireTls: true })])
      .build();
    const at = "2027-01-01T00:00:00.000Z";
    const decision = decide(toTenant(source, "x"), {
      asOf,
      facts: { usesTls: true },
      factEnds: [{ name: "usesTls", at, text: "uses-tls" }],
    });
    assert.equal(decision.verdict, "proven");
    assert.deepEqual(decision.changesAt, [
      { at, verdict: "undecided", narrowness: "narrow", cause: "the declared fact uses-tls expires" },
    ]);
  });
  it("names disuse where an allow ends by that before its date (exchange-online.md 5)", () => {
    const source = tenant()
      .with(
        "Get-TenantAllowBlockListItems",
        aircallSenders.map((address) =>
          allowBlockListItem(address, {
            Action: "Allow",
            RemoveAfter: 45,
            LastUsedDate: "2026-11-10T08:00:00Z",
            ExpirationDate: "2027-01-10T00:00:00Z",
          }),
        ),
      )
      .build();
    const [change] = decide(toTenant(source, "x"), { asOf }).changesAt;
    assert.equal(change?.at, "2026-12-25T08:00:00.000Z");
    assert.match(change?.cause ?? "", /lapses, 45 days after its last use/u);
  });
  it("names the moment after a block's date, to which it counts (exchange-online.md 5)", () => {
    const date = "2026-12-10T00:00:00Z";
    const source = tenant()
      .withRule(allowAircall())
      .with("Get-TenantAllowBlockListItems", [allowBlockListItem("aircall.io", { ExpirationDate: date })])
      .build();
    const blocked = toTenant(source, "x");
    assert.equal(decide(blocked, { asOf: new Date(date) }).verdict, "blocked");
    assert.deepEqual(
      decide(blocked, { asOf }).changesAt.map(({ at, verdict }) => [at, verdict]),
      [["2026-12-10T00:00:00.001Z", "proven"]],
    );
  });
  it("is empty where a date changes nothing", () => {
    const source = tenant()
      .withRule(allowAircall())
      .withRule({
        Name: "Below",
        ExpiryDate: "2026-12-01T00:00:00Z",
        FromScope: "NotInOrganization",
        Quarantine: true,
      })
      .build();
    assert.deepEqual(decide(toTenant(source, "x"), { asOf }).changesAt, []);
  });
});
