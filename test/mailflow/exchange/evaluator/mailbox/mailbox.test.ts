/** Restrictions, quota, forwarding and junk settings of one mailbox (exchange-online.md 4.1 to 4.3). */
import assert from "node:assert/strict";
import type { ExchangeTenant, MailboxSettings, Recipient } from "../../../../../src/mailflow/exchange/tenant";
import type { Message } from "../../../../../src/mailflow/message";
import { allow, ends, withJunk, withMailbox, withRules } from "../given";

const allowed = withRules([{ SetSCL: -1 }]);
const at = (tenant: ExchangeTenant, message: Partial<Message> = {}) => ends(tenant, message, "mailbox");
const having = (overrides: Partial<MailboxSettings>, message: Partial<Message> = {}) =>
  at(withMailbox(overrides, allowed), message);
const being = (overrides: Partial<Recipient>) =>
  at({ ...allowed, recipients: (allowed.recipients ?? []).map((one) => ({ ...one, ...overrides })) });

describe("delivery restrictions (exchange-online.md 4.2)", () => {
  const contact = {
    identities: ["aircall", "aircall@contoso.example"],
    externalAddress: "noreply@aircall.io",
  };
  const knowing: ExchangeTenant = {
    ...allowed,
    mailContacts: [contact, { identities: ["fabrikam"], externalAddress: "x@fabrikam.example" }],
  };
  const restricted = (overrides: Partial<MailboxSettings>) => at(withMailbox(overrides, knowing));
  it("a list of accepted senders refuses everybody else, and lets a contact in", () => {
    assert.equal(restricted({ acceptMessagesOnlyFrom: ["anna miller"] }), "rejected");
    assert.equal(restricted({ acceptMessagesOnlyFrom: ["fabrikam"] }), "rejected");
    assert.equal(restricted({ acceptMessagesOnlyFrom: ["aircall"] }), "inbox");
    assert.equal(restricted({ acceptMessagesOnlyFrom: ["some group"] }), "undecided");
  });
  it("a list of refused senders refuses a contact", () => {
    assert.equal(restricted({ rejectMessagesFrom: ["aircall"] }), "rejected");
    assert.equal(restricted({ rejectMessagesFrom: ["fabrikam"] }), "inbox");
  });
  it("demanded authentication refuses mail from the Internet", () =>
    assert.equal(having({ requireSenderAuthenticationEnabled: true }), "rejected"));
  it("moderation holds mail of senders who do not bypass it", () => {
    assert.equal(restricted({ moderationEnabled: true }), "held");
    assert.equal(restricted({ moderationEnabled: true, bypassModerationFrom: ["aircall"] }), "inbox");
  });
  it("a message over the limit is refused; the organisation's limit counts where the mailbox has none", () => {
    assert.equal(having({ maxReceiveSize: 1_024 }), "rejected");
    assert.equal(having({ maxReceiveSize: 24 * 1_024 }), "inbox");
    const organisation = {
      ...allowed,
      transportConfig: { maxReceiveSize: 1_024 },
    };
    assert.equal(at(withMailbox({ maxReceiveSize: undefined }, organisation)), "rejected");
    assert.equal(at(withMailbox({ maxReceiveSize: 99_999 }, organisation)), "undecided");
  });
  it("do not touch mail that never gets so far", () =>
    assert.equal(
      at(withMailbox({ requireSenderAuthenticationEnabled: true }, withRules([{ Quarantine: true }]))),
      "quarantined",
    ));
});

describe("quota and forwarding (exchange-online.md 4.1, 4.2)", () => {
  it("a mailbox at its quota takes nothing (9.15)", () => {
    const quota = 107_374_182_400;
    assert.equal(having({ totalItemSize: quota }), "rejected");
    assert.equal(having({ totalItemSize: quota - 1 }), "inbox");
    assert.equal(having({ totalItemSize: undefined }), "undecided");
    assert.equal(being({ prohibitSendReceiveQuota: "unlimited" }), "inbox");
    assert.equal(being({ useDatabaseQuotaDefaults: true }), "undecided");
  });
  it("forwarding without a copy leaves nothing in the mailbox", () => {
    assert.equal(having({ forwardingAddress: "boss" }), "redirected");
    assert.equal(having({ forwardingSmtpAddress: "smtp:boss@contoso.example" }), "redirected");
    assert.equal(having({ forwardingAddress: "boss", deliverToMailboxAndForward: true }), "inbox");
  });
});

describe("junk settings (exchange-online.md 4.3)", () => {
  const junk = (overrides: Parameters<typeof withJunk>[0], message: Partial<Message> = {}) =>
    at(withJunk(overrides, allowed), message);
  it("TrustedListsOnly sends to Junk whoever is not on the safe list", () => {
    assert.equal(junk({ trustedListsOnly: true }), "junk");
    assert.equal(junk({ trustedListsOnly: true, trustedSendersAndDomains: ["aircall.io"] }), "inbox");
    assert.equal(junk({ trustedListsOnly: true, contactsTrusted: true }), "undecided");
  });
  it("whether lists cover subdomains is not published", () => {
    const from = "noreply@notify.aircall.io";
    assert.equal(junk({ blockedSendersAndDomains: ["aircall.io"] }, { from }), "undecided");
    assert.equal(junk({ blockedSendersAndDomains: ["aircall.io"] }), "junk");
  });
  it("a switched-off configuration is open where it would move mail", () => {
    assert.equal(junk({ enabled: false, blockedSendersAndDomains: ["aircall.io"] }), "undecided");
    assert.equal(junk({ enabled: false, trustedListsOnly: true }), "undecided");
    assert.equal(junk({ enabled: false }), "inbox");
  });
  it("are open where they were not read", () => assert.equal(having({ junkEmail: undefined }), "undecided"));
});

describe("scope mailbox", () => {
  it("an allow that leads to an open mailbox is an inbox", () =>
    assert.equal(at(withRules([allow])), "inbox"));
});
