/** A verdict is about somebody's mail, and about an allow: nothing is proven for want of anything to look at. */
import assert from "node:assert/strict";
import { decide } from "../../src/mailflow/decide";
import { toTenant } from "../../src/tenants/exchange/export/native-export";
import { contentFilterPolicy } from "./exchange/labelled/healthy-tenant";
import { allowAircall, tenant } from "./exchange/labelled/labelled-tenant";

const asOf = new Date("2026-11-22T12:00:00Z");

describe("nothing is proven", () => {
  it("of a tenant without any mailbox", () => {
    const source = tenant()
      .withRule(allowAircall())
      .with("Get-Mailbox", [])
      .with("Get-Recipient", [])
      .build();
    const { verdict, findings } = decide(toTenant(source, "x"), { asOf });
    assert.equal(verdict, "undecided");
    assert.match(findings[0]?.message ?? "", /holds no mailbox/u);
  });
  it("about no sender: the published ones count then", () => {
    const source = tenant().build();
    assert.equal(decide(toTenant(source, "x"), { asOf, senders: [] }).verdict, "not-guaranteed");
  });
  it("about no user", () => {
    const source = tenant().withRule(allowAircall()).build();
    assert.equal(decide(toTenant(source, "x"), { asOf, users: [] }).verdict, "undecided");
  });
  it("by a spam action that leaves the message alone: the classifier still decides (exchange-online.md 3.5)", () => {
    const source = tenant()
      .withRule({ Name: "Marked", FromScope: "NotInOrganization", SetSCL: 6 })
      .with("Get-HostedContentFilterPolicy", [contentFilterPolicy({ SpamAction: "NoAction" })])
      .build();
    assert.equal(decide(toTenant(source, "x"), { asOf }).verdict, "not-guaranteed");
  });
});
