/** The public sample of a real tenant can be asked about users. */
import assert from "node:assert/strict";
import { exchangeMailSystem } from "../../../src/readiness/exchange/mail-system";
import { readExchangeExport } from "../../../src/tenants/exchange/export/read-file";
import { needsScubaGearSample, scubaGearSample } from "../../cli/samples";

describe("ScubaGear's sample", () => {
  before(function () {
    needsScubaGearSample(this);
  });

  it("answers about mail and links of any user, and proves nothing of mailboxes it does not hold", async () => {
    const tenant = await readExchangeExport(scubaGearSample);
    const users = ["vera@contoso.example", `admin@${tenant.acceptedDomains?.[0]?.domainName ?? ""}`];
    const system = exchangeMailSystem(tenant, "export.json", users, {
      asOf: new Date("2026-11-22T12:00:00Z"),
    });
    for (const user of users) {
      const { verdict, findings, restrictions } = system.mailOf(user);
      assert.notEqual(verdict, "proven");
      assert.ok(
        findings.some(({ code, details }) => code === "part-not-read" && details.part === "Get-Mailbox"),
      );
      assert.equal(restrictions, undefined);
      assert.deepEqual(system.linksOf(user), {
        kind: "unknown",
        because: "not-read",
        source: { kind: "object", file: "export.json", object: "Get-SafeLinksPolicy" },
      });
    }
    assert.deepEqual([system.directory, system.usage], [[], []]);
  });
});
