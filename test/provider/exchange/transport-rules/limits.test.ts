/** What the service would refuse is refused before anything is written. */
import assert from "node:assert/strict";
import { checkLimits } from "../../../../src/provider/exchange/transport-rules/limits";
import { allow, printed, rejectOffers } from "../small-tenant";
import { running } from "./running-rules";

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...rejectOffers, name: `Rule ${index}` }));

const others = (count: number) => Array.from({ length: count }, () => printed.tagExternal);

const wordy = (characters: number) => ({
  name: "Wordy",
  subjectContainsWords: Array.from({ length: characters / 100 }, () => "x".repeat(100)),
  quarantine: true,
});

describe("the limits of the service (exchange-online.md 2.10)", () => {
  it("allow 300 rules, those of the tenant included", () => {
    assert.deepEqual(checkLimits(many(200), others(100)).failures, []);
    assert.deepEqual(checkLimits(many(201), others(100)).failures, [
      {
        property: "rules",
        reason: "come to 301, with 100 that the tenant has besides; a tenant has at most 300",
      },
    ]);
  });

  it("are near at nine tenths, which is told", () => {
    assert.deepEqual(checkLimits(many(270), []).warnings, []);
    assert.match(checkLimits(many(271), []).warnings[0] ?? "", /271.*at most 300/u);
  });

  it("allow one rule 8 KB of texts", () => {
    const note = (length: number) => ({ name: "Note", generateNotification: "x".repeat(length) });
    assert.deepEqual(checkLimits([note(8_000)], []).failures, []);
    assert.deepEqual(checkLimits([note(9_000)], []).failures, [
      { property: 'rules["Note"]', reason: "holds texts of 9,004 bytes; one rule has at most 8,192" },
    ]);
  });

  it("allow all rules 20,480 characters of words and patterns", () => {
    const rules = [1, 2, 3].map((count) => ({ ...wordy(7_000), name: `Wordy ${count}` }));
    const [failure] = checkLimits(rules, []).failures;
    assert.match(failure?.reason ?? "", /^hold 21,000 characters of words and patterns; .* at most 20,480/u);
    assert.deepEqual(checkLimits(rules.slice(1), []).failures, []);
  });

  it("allow no rule without an action", () =>
    assert.deepEqual(checkLimits([{ name: "Idle", subjectContainsWords: ["x"] }], []).failures, [
      {
        property: 'rules["Idle"]',
        reason: "does nothing: give it an action, such as `stopRuleProcessing`",
      },
    ]));

  it("are told by check, with the rules of the tenant counted", () =>
    running(
      Array.from({ length: 60 }, (_, index) => ({ ...printed.rejectOffers, Name: `Old ${index}` })),
      async (provider) => {
        const reasons = await provider.refusals({ rules: [allow, ...many(240)] });
        assert.equal(reasons.length, 1);
        assert.match(reasons[0] ?? "", /^`rules` come to 301, with 60 that the tenant has besides/u);
        assert.deepEqual(await provider.refusals({ rules: [allow, ...many(240)], others: "forbid" }), []);
      },
    )).timeout(60_000);
});
