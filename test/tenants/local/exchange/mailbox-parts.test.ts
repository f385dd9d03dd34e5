/** What sits on mailboxes, read of the embedded tenant as of the service (exchange-online.md 4.1 to 4.3). */
import assert from "node:assert/strict";
import { isExchangeError } from "../../../../src/tenants/exchange/exchange-error";
import { toTenant } from "../../../../src/tenants/exchange/export/native-export";
import { readExchangeTenant } from "../../../../src/tenants/exchange/read-tenant";
import { seededMailboxes, withTenant } from "./running-tenant";

const seed = {
  "Get-Mailbox": seededMailboxes(2),
  "Get-MailboxStatistics": [
    { Mailbox: "user0@contoso.example", TotalItemSize: "1 GB (1,073,741,824 bytes)" },
    { Mailbox: "user1@contoso.example", TotalItemSize: "2 GB (2,147,483,648 bytes)" },
  ],
  "Get-MailboxJunkEmailConfiguration": [
    { Mailbox: "user0@contoso.example", Enabled: true, BlockedSendersAndDomains: ["aircall.io"] },
    { Mailbox: "user1@contoso.example", Enabled: true },
  ],
  "Get-InboxRule": [
    {
      Mailbox: "user1@contoso.example",
      Name: "Codes",
      Priority: 1,
      Description: "move Ann's codes",
      SubjectContainsWords: ["code"],
      MoveToFolder: "Codes",
    },
  ],
};

describe("the embedded tenant answers for one mailbox", () => {
  for (const [cmdlet, parameter] of [
    ["Get-MailboxStatistics", "Identity"],
    ["Get-MailboxJunkEmailConfiguration", "Identity"],
    ["Get-InboxRule", "Mailbox"],
  ] as const)
    it(`${cmdlet}, and only for that one`, async () => {
      await withTenant({ seed }, async ({ client }) => {
        const { value } = await client.invoke(cmdlet, { [parameter]: "Alias1@contoso.example" });
        assert.deepEqual(value, [seed[cmdlet].find(({ Mailbox }) => Mailbox.startsWith("user1"))]);
        await assert.rejects(client.invoke(cmdlet, { [parameter]: "nobody" }), (error) =>
          isExchangeError(error, "not-found"),
        );
      });
    });

  it("so that an export tells what sits on each, and what a rule's description says stays there", async () => {
    await withTenant({ seed }, async ({ client }) => {
      const { tenant: native } = await readExchangeTenant(client, { mailboxes: true });
      assert.doesNotMatch(JSON.stringify(native["Get-InboxRule"]), /Ann/u);
      const settings = toTenant(native, "t").recipients?.map(({ mailbox }) => mailbox);
      assert.deepEqual(
        settings?.map((one) => [
          one?.totalItemSize,
          one?.junkEmail?.blockedSendersAndDomains,
          one?.inboxRules?.map(({ name, actions }) => [name, actions]),
        ]),
        [
          [2 ** 30, ["aircall.io"], []],
          [2 ** 31, [], [["Codes", [{ name: "MoveToFolder", values: ["Codes"] }]]]],
        ],
      );
    });
  });

  it("and of mailboxes that were not asked, an export tells nothing", async () => {
    await withTenant({ seed }, async ({ client }) => {
      const { tenant: native } = await readExchangeTenant(client, { mailboxes: ["user1@contoso.example"] });
      const [first, second] = toTenant(native, "t").recipients ?? [];
      assert.deepEqual(
        [first?.mailbox?.inboxRules, first?.mailbox?.junkEmail, first?.mailbox?.totalItemSize],
        [undefined, undefined, undefined],
      );
      assert.equal(second?.mailbox?.inboxRules?.length, 1);
    });
  });
});
