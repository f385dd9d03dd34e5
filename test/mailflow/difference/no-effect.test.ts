/** Edits that change nothing are said to have no effect. */
import assert from "node:assert/strict";
import { exitCodeOfDifference } from "../../../src/mailflow/difference/severity";
import { allowAircall, quarantine, type TenantBuilder, tenant } from "../exchange/labelled/labelled-tenant";
import { allowed, between, effects } from "./compared-pair";

describe("no effect", function () {
  this.timeout(60_000);

  const block = (name: string, words: readonly string[], more = {}) =>
    quarantine(name, { SubjectContainsWords: words, ...more });

  const inert: Readonly<Record<string, readonly [TenantBuilder, TenantBuilder]>> = {
    "a renamed rule": [
      allowed().withRule(block("Old", ["code"])),
      allowed().withRule(block("New", ["code"])),
    ],
    "a comment": [
      allowed().withRule(block("Block", ["code"])),
      allowed().withRule(block("Block", ["code"], { Comments: "Agreed." })),
    ],
    "the order and the case of a list": [
      allowed().withRule(block("Block", ["code", "login"])),
      allowed().withRule(block("Block", ["Login", "code"])),
    ],
    "a list split over two rules": [
      allowed().withRule(block("Block", ["code", "login"])),
      allowed()
        .withRule(block("Block", ["code"]))
        .withRule(block("Block too", ["login"])),
    ],
    "two rules joined into one, with a body condition that is only known between bounds": [
      tenant()
        .withRule(quarantine("One", { SubjectOrBodyContainsWords: ["code"] }))
        .withRule(quarantine("Two", { SubjectOrBodyContainsWords: ["login"] })),
      tenant().withRule(quarantine("One", { SubjectOrBodyContainsWords: ["login", "code"] })),
    ],
    "two blocks in another order": [
      allowed()
        .withRule(block("One", ["code"]))
        .withRule(block("Two", ["login"])),
      allowed()
        .withRule(block("Two", ["login"]))
        .withRule(block("One", ["code"])),
    ],
    "a disabled rule that is edited": [
      allowed().withRule(block("Block", ["code"], { State: "Disabled" })),
      allowed().withRule(block("Block", ["code", "login"], { State: "Disabled" })),
    ],
    "a rule in audit mode": [allowed(), allowed().withRule(block("Block", ["code"], { Mode: "Audit" }))],
    "a block below a stop that takes all Aircall mail out": [
      tenant().withRule(allowAircall()),
      tenant()
        .withRule(allowAircall())
        .withRule(block("Block", ["code"])),
    ],
    "a condition on an unpublished fact that stays": [
      allowed().withRule(quarantine("Block", { SenderIpRanges: ["192.0.2.0/24"] })),
      allowed()
        .withRule(quarantine("Block", { SenderIpRanges: ["192.0.2.0/24"] }))
        .withRule({
          Name: "Mark",
          FromScope: "NotInOrganization",
          SetHeaderName: "X-Mark",
          SetHeaderValue: "1",
        }),
    ],
    "the order of values of a pattern that is outside the model": [
      allowed().withRule(quarantine("Block", { SubjectMatchesPatterns: ["(a)\\1", "c.de"] })),
      allowed().withRule(quarantine("Block", { SubjectMatchesPatterns: ["c.de", "(a)\\1"] })),
    ],
  };

  for (const [title, [before, after]] of Object.entries(inert))
    it(`is said of ${title}, both ways`, () => {
      for (const found of [between(before, after), between(after, before)]) {
        assert.deepEqual(found.changes, []);
        assert.ok(found.rules.length > 0);
        for (const { effect } of found.rules) assert.equal(effect, "none");
        assert.equal(exitCodeOfDifference(found), 0);
      }
    });

  it("names the rule by both names", () => {
    const [before, after] = inert["a renamed rule"] ?? [tenant(), tenant()];
    const [rule] = between(before, after).rules;
    assert.deepEqual(rule, { rule: "New", edits: [{ kind: "renamed", from: "Old" }], effect: "none" });
  });

  it("is said of one edit beside another that has an effect", () => {
    const found = between(
      allowed()
        .withRule(block("Old", ["login"]))
        .withRule(block("Block", ["lottery"])),
      allowed()
        .withRule(block("New", ["login"], { Comments: "Renamed." }))
        .withRule(block("Block", ["lottery", "code"])),
    );
    assert.deepEqual(effects(found), { New: "none", Block: "changes" });
  });

  it("is not said for good of a rule whose dates were edited", () => {
    const found = between(
      tenant().withRule(allowAircall()),
      tenant().withRule(allowAircall({ ExpiryDate: "2027-03-01T00:00:00Z" })),
    );
    assert.deepEqual(found.changes, []);
    assert.deepEqual(effects(found), { "Allow Aircall": "none-now" });
    assert.equal(found.later.length, 1);
    assert.equal(exitCodeOfDifference(found), 3);
  });
});
