/** The definition of the floor under mailbox quotas. */
import assert from "node:assert/strict";
import { check } from "../../../src/resources/check";
import { mailboxQuota } from "../../../src/resources/exchange/mailbox-quota";
import { unknownMarkers } from "../../../src/resources/unknown";
import type { ValueObject } from "../../../src/resources/value";

const failures = (news: ValueObject): readonly string[] =>
  check(mailboxQuota, { group: "Aircall users", prohibitSendReceiveQuota: "50 GB", ...news }).failures.map(
    ({ property, reason }) => `${property} ${reason}`,
  );

describe("a mailbox quota", () => {
  it("is written in one form", () =>
    assert.deepEqual(
      check(mailboxQuota, { mailboxes: ["ann@contoso.com"], prohibitSendReceiveQuota: "51200MB" }).inputs,
      { mailboxes: ["ann@contoso.com"], prohibitSendReceiveQuota: "50 GB" },
    ));

  it("rises from the warning to the stop (exchange-online.md 4.1)", () => {
    assert.deepEqual(failures({ issueWarningQuota: "48 GB", prohibitSendQuota: "49 GB" }), []);
    assert.deepEqual(failures({ issueWarningQuota: "60 GB" }), [
      "issueWarningQuota must not be larger than `prohibitSendReceiveQuota`",
    ]);
    assert.deepEqual(failures({ issueWarningQuota: "49 GB", prohibitSendQuota: "48 GB" }), [
      "issueWarningQuota must not be larger than `prohibitSendQuota`",
    ]);
    assert.deepEqual(failures({ prohibitSendQuota: "unlimited" }), [
      "prohibitSendQuota must not be larger than `prohibitSendReceiveQuota`",
    ]);
    assert.deepEqual(failures({ prohibitSendQuota: unknownMarkers.string }), []);
  });

  it("says whose it is", () => {
    assert.deepEqual(failures({ group: null }), [
      "mailboxes is required where `group` is absent: say whose quota has the floor",
    ]);
    assert.deepEqual(failures({ group: unknownMarkers.string }), []);
  });

  it("is a size", () =>
    assert.match(failures({ prohibitSendReceiveQuota: "50 bananas" })[0] ?? "", /must be a size/u));
});
