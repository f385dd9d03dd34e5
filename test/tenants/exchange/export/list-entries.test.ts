/** Lists whose entries are printed as objects: none is dropped, for a shorter list may look healthier (exchange-online.md 1.4). */
import assert from "node:assert/strict";
import { toTenant } from "../../../../src/tenants/exchange/export/native-export";

const first = <T>(objects: readonly T[] | undefined): T => {
  const [only] = objects ?? [];
  assert.ok(only !== undefined);
  return only;
};

describe("entries that are objects", () => {
  it("of the IP lists keep their address, or stay as they are", () => {
    const { ipBlockList } = first(
      toTenant(
        {
          "Get-HostedConnectionFilterPolicy": [
            { Name: "Default", IPBlockList: [{ Address: "54.240.8.1" }, { Bytes: 4 }] },
          ],
        },
        "t",
      ).hostedConnectionFilterPolicies,
    );
    assert.deepEqual(ipBlockList, ["54.240.8.1", '{"Bytes":4}']);
  });

  it("of the attachment filter are types", () => {
    const { fileTypes } = first(
      toTenant({ "Get-MalwareFilterPolicy": [{ Name: "Default", FileTypes: [{ Value: ".PNG" }] }] }, "t")
        .malwareFilterPolicies,
    );
    assert.deepEqual(fileTypes, ["png"]);
  });

  it("of a connector are its domains, or any domain", () => {
    const { senderDomains } = first(
      toTenant(
        {
          "Get-InboundConnector": [
            { Name: "In", SenderDomains: [{ Address: "aircall.io", Cost: 1 }, { Cost: 1 }] },
          ],
        },
        "t",
      ).inboundConnectors,
    );
    assert.deepEqual(senderDomains, ["aircall.io", "*"]);
  });
});

describe("a user's blocked sender", () => {
  it("is the address without the prefix that it may carry", () => {
    const { mailbox } = first(
      toTenant(
        {
          "Get-Mailbox": [{ PrimarySmtpAddress: "anna@contoso.example", ModerationEnabled: false }],
          "Get-MailboxJunkEmailConfiguration": [
            { Mailbox: "anna@contoso.example", BlockedSendersAndDomains: ["SMTP:Noreply@aircall.io"] },
          ],
        },
        "t",
      ).recipients,
    );
    assert.deepEqual(mailbox?.junkEmail?.blockedSendersAndDomains, ["noreply@aircall.io"]);
  });
});

describe("the organisation's limit on the size of mail", () => {
  it("is one that nothing meets where it cannot be read, for it may be any", () => {
    const limitOf = (limit: unknown) =>
      toTenant({ "Get-TransportConfig": [{ MaxReceiveSize: limit }] }, "t").transportConfig?.maxReceiveSize;
    assert.deepEqual(["100 Ko", null, "36 MB"].map(limitOf), [0, undefined, 37_748_736]);
  });
});

describe("inbox rules at one priority", () => {
  const rulesOf = (...rules: readonly object[]) =>
    first(
      toTenant(
        {
          "Get-Mailbox": [{ PrimarySmtpAddress: "anna@contoso.example", ModerationEnabled: false }],
          "Get-InboxRule": rules.map((rule) => ({ Mailbox: "anna@contoso.example", ...rule })),
        },
        "t",
      ).recipients,
    ).mailbox?.inboxRules?.map(({ unmodelled }) => unmodelled.length);

  it("are doubted, for it is not known which stops the other", () =>
    assert.deepEqual(
      rulesOf(
        { Name: "Stop", Priority: 1, StopProcessingRules: true },
        { Name: "Clear", Priority: 1, DeleteMessage: true },
        { Name: "Last", Priority: 2 },
      ),
      [1, 1, 0],
    ));
  it("are not where only one of them is on", () =>
    assert.deepEqual(
      rulesOf({ Name: "On", Priority: 1 }, { Name: "Off", Priority: 1, Enabled: false }),
      [0, 0],
    ));
});
