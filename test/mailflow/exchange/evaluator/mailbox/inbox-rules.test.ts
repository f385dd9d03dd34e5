/** The user's inbox rules (exchange-online.md 4.3). */
import assert from "node:assert/strict";
import type { InboxRule } from "../../../../../src/mailflow/exchange/mailbox/inbox-rule-table";
import type { ExchangeTenant, MailboxSettings } from "../../../../../src/mailflow/exchange/tenant";
import type { Message } from "../../../../../src/mailflow/message";
import { ends, healthy, withMailbox, withRules } from "../given";

const allowed = withRules([{ SetSCL: -1 }]);
const at = (tenant: ExchangeTenant, message: Partial<Message> = {}) => ends(tenant, message, "mailbox");
const having = (overrides: Partial<MailboxSettings>, message: Partial<Message> = {}) =>
  at(withMailbox(overrides, allowed), message);

const inboxRule = (overrides: Partial<InboxRule>): InboxRule => ({
  name: "Mine",
  enabled: true,
  priority: 1,
  stopProcessingRules: false,
  conditions: [],
  actions: [{ name: "MoveToFolder", values: ["Anna:\\Calls"] }],
  unmodelled: [],
  ...overrides,
});

describe("inbox rules (exchange-online.md 4.3)", () => {
  const ruled = (...rules: readonly Partial<InboxRule>[]) => having({ inboxRules: rules.map(inboxRule) });
  const when = (name: InboxRule["conditions"][number]["name"], ...values: readonly string[]) =>
    ruled({ conditions: [{ name, exception: false, values }] });
  it("move, delete or leave the mail", () => {
    assert.equal(ruled({}), "moved");
    assert.equal(ruled({ actions: [{ name: "DeleteMessage", values: ["True"] }] }), "deleted");
    assert.equal(ruled({ actions: [{ name: "MarkAsRead", values: ["True"] }] }), "inbox");
    assert.equal(ruled({ actions: [{ name: "RedirectTo", values: ["boss"] }] }), "undecided");
    assert.equal(ruled({ enabled: false }), "inbox");
  });
  it("go by priority, and a rule that stops spares the mail the rules below", () => {
    const stop = { priority: 1, stopProcessingRules: true, actions: [] };
    assert.equal(ruled({ priority: 2 }, stop), "inbox");
    assert.equal(ruled({ priority: 0 }, stop), "moved");
  });
  it("ask words as part of a word or as whole words: known where both agree", () => {
    assert.equal(when("SubjectContainsWords", "code"), "moved");
    assert.equal(when("SubjectContainsWords", "verif"), "undecided");
    assert.equal(when("SubjectContainsWords", "lottery"), "inbox");
    assert.equal(when("FromAddressContainsWords", "aircall.io"), "moved");
    assert.equal(when("BodyContainsWords", "lottery"), "inbox");
    assert.equal(when("HeaderContainsWords", "lottery"), "undecided");
  });
  it("ask for people, size, attachments and the recipient's place", () => {
    assert.equal(when("From", '"Aircall" [SMTP:noreply@aircall.io]'), "moved");
    assert.equal(when("From", '"Bob" [EX:/o=x]'), "inbox");
    assert.equal(when("SentOnlyToMe", "True"), "moved");
    assert.equal(when("MyNameNotInToBox", "True"), "inbox");
    assert.equal(when("HasAttachment", "True"), "inbox");
    assert.equal(when("WithinSizeRangeMinimum", "1 MB"), "inbox");
    assert.equal(when("WithImportance", "High"), "inbox");
    assert.equal(when("ReceivedAfterDate", "2026-01-01"), "moved");
    assert.equal(when("FlaggedForAction", "Any"), "undecided");
  });
  it("an exception exempts, a property outside the table is open", () => {
    assert.equal(
      ruled({ conditions: [{ name: "SubjectContainsWords", exception: true, values: ["code"] }] }),
      "inbox",
    );
    assert.equal(ruled({ unmodelled: ["New"] }), "undecided");
  });
  it("do not see mail in Junk", () => {
    const spam = withMailbox({ inboxRules: [inboxRule({})] }, healthy);
    assert.equal(at(spam, { filterVerdict: "spam" }), "junk");
    assert.equal(at(spam, { filterVerdict: "clean" }), "moved");
  });
  it("are open where they were not read", () => assert.equal(having({ inboxRules: undefined }), "undecided"));
});
