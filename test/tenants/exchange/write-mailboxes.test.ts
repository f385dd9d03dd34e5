import assert from "node:assert/strict";
import { isExchangeError } from "../../../src/tenants/exchange/exchange-error";
import { readMailboxQuota, setMailboxQuota } from "../../../src/tenants/exchange/write-mailboxes";
import { seededMailboxes, withTenant } from "../local/exchange/running-tenant";

const gigabyte = 1024 ** 3;
const atOnce = { readBackDelays: [] };

describe("mailbox quotas (exchange-online.md 4.1)", () => {
  it("are set by any address of the mailbox and read back in bytes", async () => {
    await withTenant({ seed: { "Get-Mailbox": seededMailboxes(3) } }, async ({ client, server }) => {
      const quota = {
        issueWarningQuota: "10GB",
        prohibitSendQuota: "11 GB",
        prohibitSendReceiveQuota: 12 * gigabyte,
      };
      const state = await setMailboxQuota(client, "alias1@contoso.example", quota, atOnce);
      assert.deepEqual(
        [
          state.primarySmtpAddress,
          state.issueWarningQuota,
          state.prohibitSendQuota,
          state.prohibitSendReceiveQuota,
        ],
        ["user1@contoso.example", 10 * gigabyte, 11 * gigabyte, 12 * gigabyte],
      );
      assert.equal(server.journal().length, 1);
      assert.equal((await readMailboxQuota(client, "user0")).prohibitSendReceiveQuota, 50 * gigabyte);
    });
  });

  it("cannot be above what the licence allows, nor out of order", async () => {
    await withTenant({ seed: { "Get-Mailbox": seededMailboxes(1) } }, async ({ client, server }) => {
      const set = (quota: object) => setMailboxQuota(client, "user0", quota, atOnce);
      const refused = (error: unknown): boolean => isExchangeError(error, "refused");
      await assert.rejects(set({ prohibitSendReceiveQuota: "51GB" }), /licence allows: 50 GB/);
      await assert.rejects(set({ prohibitSendReceiveQuota: "unlimited" }), refused);
      await assert.rejects(set({ issueWarningQuota: "49.9GB" }), refused);
      await server.setLicenceCap("user0", "100GB");
      assert.equal((await set({ prohibitSendReceiveQuota: "51GB" })).prohibitSendReceiveQuota, 51 * gigabyte);
    });
  });

  it("follow the mailbox's plan where the tenant has one", async () => {
    const seed = {
      "Get-MailboxPlan": [{ Name: "Kiosk", ProhibitSendReceiveQuota: "2 GB (2,147,483,648 bytes)" }],
      "Get-Mailbox": [
        {
          ...seededMailboxes(1)[0],
          MailboxPlan: "Kiosk",
          IssueWarningQuota: "1GB",
          ProhibitSendQuota: "1GB",
          ProhibitSendReceiveQuota: "1GB",
        },
      ],
    };
    await withTenant({ seed }, async ({ client }) => {
      await setMailboxQuota(client, "user0", { prohibitSendReceiveQuota: "2GB" }, atOnce);
      await assert.rejects(
        setMailboxQuota(client, "user0", { prohibitSendReceiveQuota: "3GB" }, atOnce),
        /2 GB/,
      );
    });
  });

  it("count only where the mailbox does not take the database's", async () => {
    const seed = { "Get-Mailbox": [{ ...seededMailboxes(1)[0], UseDatabaseQuotaDefaults: true }] };
    await withTenant({ seed }, async ({ client }) => {
      const state = await setMailboxQuota(client, "user0", { prohibitSendReceiveQuota: "50GB" }, atOnce);
      assert.equal(state.useDatabaseQuotaDefaults, false);
    });
  });

  it("are not set on a mailbox that does not exist, although asking for it returns all (exchange-online.md 1.4)", async () => {
    await withTenant({ seed: { "Get-Mailbox": seededMailboxes(2) } }, async ({ client, server }) => {
      const nobody = setMailboxQuota(client, "nobody@contoso.example", { issueWarningQuota: "1GB" }, atOnce);
      await assert.rejects(nobody, (error) => isExchangeError(error, "not-found"));
      await assert.rejects(
        setMailboxQuota(client, "user0", { issueWarningQuota: "big" }, atOnce),
        /"big" is not a size/,
      );
      assert.deepEqual(server.journal(), []);
    });
  });

  it("that were accepted and do not show are an error", async () => {
    await withTenant({ seed: { "Get-Mailbox": seededMailboxes(1) } }, async ({ client, server }) => {
      server.answerNext({ cmdlet: "Set-Mailbox", status: 200, body: {} });
      await assert.rejects(
        setMailboxQuota(client, "user0", { issueWarningQuota: "1GB" }, atOnce),
        (error) => {
          assert.ok(isExchangeError(error, "not-applied"));
          assert.deepEqual(error.parameters, ["IssueWarningQuota"]);
          return true;
        },
      );
    });
  });
});
