import assert from "node:assert/strict";
import { isExchangeError } from "../../../src/tenants/exchange/exchange-error";
import { readPlan } from "../../../src/tenants/exchange/read-plan";
import { type ReadProgress, readExchangeTenant } from "../../../src/tenants/exchange/read-tenant";
import { seededMailboxes, seededRules, withTenant } from "../local/exchange/running-tenant";

const group = {
  Name: "Sales",
  Guid: "7f2d0c37-4f9d-4bcb-8b5e-2c91edfd4c01",
  PrimarySmtpAddress: "sales@contoso.example",
  RecipientTypeDetails: "MailUniversalDistributionGroup",
};
const seed = {
  "Get-TransportRule": seededRules(3),
  "Get-HostedContentFilterPolicy": [
    { Name: "Default", IsDefault: true, SpamAction: "MoveToJmf", AdminDisplayName: "x" },
  ],
  "Get-HostedContentFilterRule": [],
  "Get-TenantAllowBlockListItems": [
    { Value: "aircall.io", Action: "Allow" },
    { Value: "bad.example", Action: "Block" },
  ],
  "Get-Mailbox": seededMailboxes(12),
  "Get-Recipient": [group],
  "Get-DistributionGroup": [group],
  "Get-DistributionGroupMember": [
    { Group: "Sales", PrimarySmtpAddress: "user1@contoso.example" },
    { Group: "sales@contoso.example", PrimarySmtpAddress: "user2@contoso.example" },
  ],
  "Get-MailboxStatistics": [{ Mailbox: "user3", TotalItemSize: "1 GB (1,073,741,824 bytes)" }],
  "Get-MailboxJunkEmailConfiguration": [],
  "Get-InboxRule": [{ Mailbox: "alias3@contoso.example", Name: "Old", DeleteMessage: true }],
};

describe("reading a live tenant into the native export (design 7)", () => {
  it("leaves out what the tenant does not have or the caller may not read, and says why", async () => {
    await withTenant({ seed }, async ({ client }) => {
      const { tenant, notRead } = await readExchangeTenant(client);
      assert.deepEqual(tenant["Get-HostedContentFilterRule"], []);
      assert.ok(!("Get-AntiPhishPolicy" in tenant));
      const why = notRead.find(({ cmdlet }) => cmdlet === "Get-AntiPhishPolicy")?.why ?? "";
      assert.match(
        why,
        /may not run Get-AntiPhishPolicy in this tenant \(403\)\. Give it .*Transport Hygiene/,
      );
      const all = new Set([...Object.keys(tenant), ...notRead.map(({ cmdlet }) => cmdlet)]);
      const expected = readPlan.filter(({ per }) => per?.label !== "Mailbox").map(({ cmdlet }) => cmdlet);
      assert.deepEqual(all, new Set(expected));
    });
  });

  it("keeps what a mail-flow model reads, and no administrators' names", async () => {
    await withTenant({ seed }, async ({ client }) => {
      const { tenant } = await readExchangeTenant(client, {
        cmdlets: ["Get-TransportRule", "Get-HostedContentFilterPolicy", "Get-TenantAllowBlockListItems"],
      });
      assert.deepEqual(tenant["Get-HostedContentFilterPolicy"], [
        { Name: "Default", IsDefault: true, SpamAction: "MoveToJmf" },
      ]);
      assert.deepEqual(tenant["Get-TenantAllowBlockListItems"], [
        { ListType: "Sender", Value: "aircall.io", Action: "Allow" },
        { ListType: "Sender", Value: "bad.example", Action: "Block" },
      ]);
      const rule = tenant["Get-TransportRule"]?.[0] as Record<string, unknown>;
      assert.deepEqual(rule.SubjectContainsWords, ["word0"]);
      assert.ok(!("CreatedBy" in rule) && !("DistinguishedName" in rule));
    });
  });

  it("reads the members of each group and names the group on each", async () => {
    await withTenant({ seed }, async ({ client }) => {
      const { tenant } = await readExchangeTenant(client, { cmdlets: ["Get-DistributionGroupMember"] });
      assert.deepEqual(Object.keys(tenant), ["Get-DistributionGroupMember"]);
      assert.deepEqual(
        tenant["Get-DistributionGroupMember"],
        ["user1@contoso.example", "user2@contoso.example"].map((address) => ({
          PrimarySmtpAddress: address,
          Group: "sales@contoso.example",
        })),
      );
    });
  });

  it("reads what sits on mailboxes on request only, of those named", async () => {
    await withTenant({ seed }, async ({ client }) => {
      const cmdlets = ["Get-MailboxStatistics", "Get-InboxRule"];
      assert.deepEqual(await readExchangeTenant(client, { cmdlets }), { tenant: {}, notRead: [] });
      const { tenant } = await readExchangeTenant(client, { cmdlets, mailboxes: ["user3@contoso.example"] });
      assert.deepEqual(tenant, {
        "Get-MailboxStatistics": [
          { TotalItemSize: "1 GB (1,073,741,824 bytes)", Mailbox: "user3@contoso.example" },
        ],
        "Get-InboxRule": [{ Name: "Old", DeleteMessage: true, Mailbox: "user3@contoso.example" }],
      });
    });
  });

  it("does not call a part empty where one of its owners could not be read", async () => {
    await withTenant({ seed }, async ({ client, server }) => {
      server.answerNext({ cmdlet: "Get-DistributionGroupMember", status: 403 });
      const { tenant, notRead } = await readExchangeTenant(client, {
        cmdlets: ["Get-DistributionGroupMember"],
      });
      assert.deepEqual(tenant, {});
      assert.match(notRead[0]?.why ?? "", /sales@contoso\.example/);
    });
  });

  it("tells how far it is", async () => {
    await withTenant({ seed }, async ({ client }) => {
      const steps: ReadProgress[] = [];
      await readExchangeTenant(client, {
        cmdlets: ["Get-TransportRule", "Get-MailboxStatistics"],
        mailboxes: true,
        onProgress: (step) => steps.push(step),
      });
      assert.deepEqual(steps[0], { cmdlet: "Get-TransportRule", objects: 3 });
      assert.deepEqual(steps.at(-2), { cmdlet: "Get-MailboxStatistics", done: 12, total: 12 });
      assert.deepEqual(steps.at(-1), { cmdlet: "Get-MailboxStatistics", objects: 1 });
    });
  });

  it("fails as a whole where the tenant cannot be read at all, and for a cmdlet it does not know", async () => {
    await withTenant(
      { seed },
      async ({ client, server }) => {
        server.throttleNext(9, 1);
        await assert.rejects(readExchangeTenant(client), (error) => isExchangeError(error, "throttled"));
        await assert.rejects(readExchangeTenant(client, { cmdlets: ["Get-Weather"] }), /Get-Weather/);
      },
      { retry: { attempts: 2 } },
    );
  });

  it("never asks to leave out the details of rules (exchange-online.md 1.4)", () => {
    assert.ok(!JSON.stringify(readPlan.map(({ calls }) => calls)).includes("ExcludeConditionActionDetails"));
  });

  it("gives an export that a second tenant can be seeded from, and reads the same from that", async () => {
    await withTenant({ seed }, async ({ client }) => {
      const first = await readExchangeTenant(client, { mailboxes: true });
      await withTenant({ seed: first.tenant }, async (second) => {
        assert.deepEqual(await readExchangeTenant(second.client, { mailboxes: true }), first);
      });
    });
  });
});
