/** How full mailboxes are, and what stops their mail (exchange-online.md 4.1). */
import assert from "node:assert/strict";
import { exchangeUsage } from "../../../src/readiness/exchange/usage";
import { toTenant } from "../../../src/tenants/exchange/export/native-export";
import type { RawObject } from "../../mailflow/exchange/labelled/healthy-tenant";
import { anna, mailboxTenant, openMailbox } from "../../mailflow/exchange/labelled/mailbox-tenant";

const usageWith = (settings: RawObject) =>
  exchangeUsage(
    toTenant(
      mailboxTenant()
        .withMailboxSettings(anna, { ...openMailbox, ...settings })
        .build(),
      "t",
    ),
    "export.json",
  ).map(({ used, limit }) => [used, limit]);

describe("the usage of mailboxes", () => {
  it("is what the statistics say, against the quota that stops receiving", () => {
    const [found, ...more] = exchangeUsage(toTenant(mailboxTenant().build(), "t"), "export.json");
    assert.deepEqual(more, []);
    assert.deepEqual(found, {
      email: anna,
      used: 1_610_612_736,
      limit: 107_374_182_400,
      source: { kind: "object", file: "export.json", object: `Get-MailboxStatistics ${anna}` },
    });
  });

  it("has no known limit where the database's defaults count, or no quota was printed", () => {
    assert.deepEqual(usageWith({ UseDatabaseQuotaDefaults: true }), [[1_610_612_736, undefined]]);
    assert.deepEqual(usageWith({ UseDatabaseQuotaDefaults: undefined }), [[1_610_612_736, undefined]]);
    assert.deepEqual(usageWith({ ProhibitSendReceiveQuota: null }), [[1_610_612_736, undefined]]);
    assert.deepEqual(usageWith({ ProhibitSendReceiveQuota: "Unlimited" }), [[1_610_612_736, "unlimited"]]);
  });

  it("is not told of mailboxes whose statistics were not read", () => {
    const raw = mailboxTenant().without("Get-MailboxStatistics").build();
    assert.deepEqual(exchangeUsage(toTenant(raw, "t"), "export.json"), []);
  });
});
