/** What sits on mailboxes, read from the four parts that tell it. */
import assert from "node:assert/strict";
import type { MailboxSettings } from "../../../../src/mailflow/exchange/tenant";
import { toTenant } from "../../../../src/tenants/exchange/export/native-export";

const anna = {
  Name: "Anna Miller",
  Alias: "amiller",
  Guid: "6BC732D5-8480-4403-84dc-4f2b0cb0cd78",
  ExchangeGuid: "22ee538d-1b4a-4c86-8407-633435bd7db3",
  Identity: "contoso.example/Users/Anna Miller",
  UserPrincipalName: "miller@login.contoso.example",
  PrimarySmtpAddress: "Anna@contoso.example",
  EmailAddresses: ["SMTP:Anna@contoso.example", "smtp:anna.miller@contoso.example"],
  RecipientTypeDetails: "UserMailbox",
  DeliverToMailboxAndForward: false,
};
const bob = {
  Name: "Bob",
  PrimarySmtpAddress: "bob@contoso.example",
  RecipientTypeDetails: "UserMailbox",
  DeliverToMailboxAndForward: false,
};

const settings = (
  parts: Readonly<Record<string, unknown>>,
  mailboxes: readonly object[] = [anna, bob],
): readonly (MailboxSettings | undefined)[] =>
  (toTenant({ "Get-Mailbox": mailboxes, ...parts }, "t").recipients ?? []).map(({ mailbox }) => mailbox);

const annas = (parts: Readonly<Record<string, unknown>>, more: object = {}): MailboxSettings => {
  const [found] = settings(parts, [{ ...anna, ...more }, bob]);
  assert.ok(found);
  return found;
};

describe("delivery settings of a mailbox (exchange-online.md 4.2)", () => {
  const none = annas({});
  for (const [title, value] of [
    ["null", null],
    ["an empty list", []],
    ["an empty text", ""],
    ["false", false],
  ] as const)
    it(`are the same for ${title} as where they are missing (9.15)`, () => {
      const printed = Object.fromEntries(
        [
          "AcceptMessagesOnlyFrom",
          "RejectMessagesFromDLMembers",
          "ForwardingAddress",
          "ModerationEnabled",
        ].map((name) => [name, value]),
      );
      assert.deepEqual(annas({}, printed), none);
    });

  it("unite the three lists of accepted and the three of rejected senders", () => {
    const { acceptMessagesOnlyFrom, rejectMessagesFrom } = annas(
      {},
      {
        AcceptMessagesOnlyFrom: ["Bob"],
        AcceptMessagesOnlyFromDLMembers: "Sales",
        AcceptMessagesOnlyFromSendersOrMembers: ["bob", "Board"],
        RejectMessagesFrom: [],
        RejectMessagesFromDLMembers: ["Outside"],
        RejectMessagesFromSendersOrMembers: ["Aircall contact"],
      },
    );
    assert.deepEqual(acceptMessagesOnlyFrom, ["bob", "sales", "board"]);
    assert.deepEqual(rejectMessagesFrom, ["outside", "aircall contact"]);
  });

  it("hold an entry of a shape not known: a list that is not empty lets nobody else in", () => {
    assert.equal(annas({}, { AcceptMessagesOnlyFrom: [{ Depth: 3 }] }).acceptMessagesOnlyFrom.length, 1);
    assert.deepEqual(annas({}, { AcceptMessagesOnlyFrom: [{ Name: "Bob" }] }).acceptMessagesOnlyFrom, [
      "bob",
    ]);
  });

  it("hold limits, moderation and forwarding", () => {
    const found = annas(
      {},
      {
        MaxReceiveSize: "36 MB (37,748,736 bytes)",
        RequireSenderAuthenticationEnabled: true,
        ModerationEnabled: "True",
        BypassModerationFromSendersOrMembers: ["Bob"],
        ForwardingAddress: "Bob",
        ForwardingSmtpAddress: "smtp:out@fabrikam.example",
        DeliverToMailboxAndForward: true,
      },
    );
    assert.deepEqual(found, {
      ...none,
      maxReceiveSize: 37_748_736,
      requireSenderAuthenticationEnabled: true,
      moderationEnabled: true,
      bypassModerationFrom: ["bob"],
      forwardingAddress: "Bob",
      forwardingSmtpAddress: "out@fabrikam.example",
      deliverToMailboxAndForward: true,
    });
  });

  it("are not read where none was printed, as by Get-EXOMailbox with its few properties (exchange-online.md 4.1)", () => {
    const { DeliverToMailboxAndForward: _unprinted, ...few } = anna;
    const [first, second] = settings({}, [few, bob]);
    assert.equal(first, undefined);
    assert.ok(second);
  });

  it("are not read where only Get-Recipient was", () =>
    assert.equal(toTenant({ "Get-Recipient": [anna] }, "t").recipients?.[0]?.mailbox, undefined));

  it("are one object for mailboxes that have the same", () => {
    const many = settings(
      { "Get-MailboxJunkEmailConfiguration": [], "Get-InboxRule": [] },
      Array.from({ length: 200 }, (_none, place) => ({
        PrimarySmtpAddress: `user${place}@contoso.example`,
        MaxReceiveSize: place % 2 === 0 ? "36 MB" : "10 MB",
      })),
    );
    assert.equal(new Set(many).size, 2);
  });
});

describe("an item of a per-mailbox part belongs to its mailbox", () => {
  const size = "1 GB (1,073,741,824 bytes)";
  const labels: readonly (readonly [string, object])[] = [
    ["the primary address", { Mailbox: "ANNA@contoso.example" }],
    ["another address", { Mailbox: "anna.miller@contoso.example" }],
    ["the alias", { Mailbox: "AMiller" }],
    ["the GUID", { Mailbox: "6bc732d5-8480-4403-84DC-4f2b0cb0cd78" }],
    ["the identity", { Mailbox: "contoso.example/users/anna miller" }],
    ["the user principal name", { Mailbox: "miller@login.contoso.example" }],
    ["the GUID of the mailbox alone", { MailboxGuid: "22EE538D-1b4a-4c86-8407-633435bd7db3" }],
    [
      "the identity of an inbox rule",
      { Identity: "6bc732d5-8480-4403-84dc-4f2b0cb0cd78\\15394007230974001153" },
    ],
  ];
  for (const [title, label] of labels)
    it(`by ${title}`, () => {
      const [annas, bobs] = settings({ "Get-MailboxStatistics": [{ ...label, TotalItemSize: size }] });
      assert.equal(annas?.totalItemSize, 2 ** 30);
      assert.equal(bobs?.totalItemSize, undefined);
    });

  it("by an address rather than by somebody else's user name", () => {
    const carl = { ...bob, UserPrincipalName: "anna@contoso.example" };
    const [annas, carls] = settings(
      { "Get-MailboxStatistics": [{ Mailbox: "anna@contoso.example", TotalItemSize: size }] },
      [anna, carl],
    );
    assert.equal(annas?.totalItemSize, 2 ** 30);
    assert.equal(carls?.totalItemSize, undefined);
  });

  it("to nobody where two mailboxes answer to the label", () => {
    const found = settings({ "Get-MailboxStatistics": [{ Mailbox: "Bob", TotalItemSize: size }] }, [
      bob,
      bob,
    ]);
    assert.deepEqual(
      found.map((one) => one?.totalItemSize),
      [undefined, undefined],
    );
  });
});

describe("the size of a mailbox (exchange-online.md 4.1)", () => {
  const sizeOf = (...sizes: readonly unknown[]) =>
    annas({
      "Get-MailboxStatistics": sizes.map((TotalItemSize) => ({ Mailbox: "amiller", TotalItemSize })),
    }).totalItemSize;

  it("is the count of bytes in the parentheses", () =>
    assert.equal(sizeOf("99 GB (106,300,440,576 bytes)"), 106_300_440_576));
  it("is read from the object that ConvertTo-Json makes of it", () =>
    assert.equal(sizeOf({ IsUnlimited: false, Value: "1 KB (1,024 bytes)" }), 1024));
  it("is the larger one where two rows contradict each other", () =>
    assert.equal(sizeOf("1 KB", "3 KB"), 3072));
  it("is not known where the text is no size, nor where nothing was read", () => {
    assert.equal(sizeOf("much"), undefined);
    assert.equal(annas({ "Get-MailboxStatistics": [] }).totalItemSize, undefined);
    assert.equal(annas({}).totalItemSize, undefined);
  });
});

describe("the junk configuration of a mailbox (exchange-online.md 4.3)", () => {
  const part = "Get-MailboxJunkEmailConfiguration";
  const item = {
    Mailbox: "amiller",
    Enabled: true,
    TrustedListsOnly: true,
    ContactsTrusted: false,
    TrustedSendersAndDomains: ["Aircall.io"],
    BlockedSendersAndDomains: null,
  };

  it("is read with its lists in lower case", () =>
    assert.deepEqual(annas({ [part]: [item] }).junkEmail, {
      enabled: true,
      trustedListsOnly: true,
      contactsTrusted: false,
      trustedSendersAndDomains: ["aircall.io"],
      blockedSendersAndDomains: [],
    }));
  it("is the service's own where the part was read and is empty", () =>
    assert.equal(annas({ [part]: [] }).junkEmail?.enabled, true));
  it("is not read for a mailbox that the part leaves out", () =>
    assert.equal(settings({ [part]: [item] })[1]?.junkEmail, undefined));
  it("is not read where the part is absent", () => assert.equal(annas({}).junkEmail, undefined));
  it("is not known where two rows contradict each other, and known where they agree", () => {
    assert.equal(annas({ [part]: [item, { ...item, TrustedListsOnly: false }] }).junkEmail, undefined);
    assert.ok(annas({ [part]: [item, item] }).junkEmail);
  });
});

describe("the inbox rules of a mailbox", () => {
  const rule = { Mailbox: "amiller", Name: "Old", DeleteMessage: true };
  const rulesOf = (parts: Readonly<Record<string, unknown>>) =>
    settings(parts).map((one) => one?.inboxRules?.length);

  it("are none where the part was read and names none", () =>
    assert.deepEqual(rulesOf({ "Get-InboxRule": [rule] }), [1, 0]));
  it("are not read where the part is absent", () => assert.deepEqual(rulesOf({}), [undefined, undefined]));
  it("are not read for a mailbox that the other parts leave out: only some were asked", () =>
    assert.deepEqual(
      rulesOf({
        "Get-InboxRule": [],
        "Get-MailboxJunkEmailConfiguration": [{ Mailbox: "amiller", Enabled: true }],
      }),
      [0, undefined],
    ));
  it("are not known where one of them may be anybody's", () =>
    assert.deepEqual(rulesOf({ "Get-InboxRule": [rule, { ...rule, Mailbox: "somebody" }] }), [
      undefined,
      undefined,
    ]));
  it("are known though another mailbox, which was not read, has some", () =>
    assert.deepEqual(rulesOf({ "Get-InboxRule": [{ ...rule, Mailbox: "eve@contoso.example" }] }), [0, 0]));
});
