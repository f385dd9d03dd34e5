/** Who is compared, and who is only named. */
import assert from "node:assert/strict";
import { exitCodeOfDifference } from "../../../src/mailflow/difference/severity";
import { quarantine, type TenantBuilder, tenant } from "../exchange/labelled/labelled-tenant";
import { allowed, between, only } from "./compared-pair";

describe("recipients of a difference", function () {
  this.timeout(60_000);

  it("that only one of the two holds are named, not compared", () => {
    const ben = tenant().withMailbox("ben@contoso.example", "Ben");
    const found = between(ben, tenant());
    assert.deepEqual(found.recipients.onlyBefore, { count: 1, sample: ["ben@contoso.example"] });
    assert.deepEqual(found.changes, []);
    assert.deepEqual(between(tenant(), ben).recipients.onlyAfter, {
      count: 1,
      sample: ["ben@contoso.example"],
    });
  });

  it("that are new and blocked are not passed over", () => {
    const rule = quarantine("Block", { SentTo: ["ben@contoso.example"] });
    const found = between(
      allowed().withRule(rule),
      allowed().withRule(rule).withMailbox("ben@contoso.example", "Ben"),
    );
    assert.match(only(found, "newly-undecided").because ?? "", /recipients that only one of the two holds/u);
    assert.equal(exitCodeOfDifference(found), 3);
  });

  it("are only the users asked for", () => {
    const people = (builder: TenantBuilder) => builder.withMailbox("ben@contoso.example", "Ben");
    const found = between(
      people(allowed()),
      people(allowed()).withRule(quarantine("Block", { SentTo: ["ben@contoso.example"] })),
      ["anna@contoso.example"],
    );
    assert.deepEqual(found.changes, []);
  });

  it("need not have been read", () => {
    const unread = (builder: TenantBuilder) => builder.without("Get-Mailbox").without("Get-Recipient");
    const found = between(
      unread(allowed()),
      unread(allowed()).withRule(quarantine("Block", { SubjectContainsWords: ["code"] })),
    );
    assert.equal(only(found, "newly-blocked").recipients.count, 0);
  });
});
