/** Doubts that a change brings or takes away, by name. */
import assert from "node:assert/strict";
import { exitCodeOfDifference } from "../../../src/mailflow/difference/severity";
import { allowAircall, quarantine, tenant } from "../exchange/labelled/labelled-tenant";
import { allowed, between, effects, kinds, only } from "./compared-pair";

describe("a difference in what is undecided", function () {
  this.timeout(60_000);

  /** Whether the exception leaves anything takes an automaton of a thousand million states to tell. */
  const explodes = {
    Name: "Explodes",
    SubjectMatchesPatterns: ["a.{30}b7"],
    ExceptIfSubjectMatchesPatterns: ["a.{30}b"],
    StopRuleProcessing: true,
  };

  it("is new where a rule asks for a fact nobody publishes, and gone where it is taken away", () => {
    const after = allowed().withRule(quarantine("Block", { SenderIpRanges: ["192.0.2.0/24"] }));
    const found = between(allowed(), after);
    assert.deepEqual(kinds(found), ["newly-undecided"]);
    const change = only(found, "newly-undecided");
    assert.match(change.because ?? "", /SenderIpRanges/u);
    assert.equal(change.witness, undefined);
    assert.deepEqual(change.rules, ["Block"]);
    assert.equal(exitCodeOfDifference(found), 3);
    const back = between(after, allowed());
    assert.deepEqual(kinds(back), ["no-longer-undecided"]);
    assert.equal(exitCodeOfDifference(back), 0);
  });

  it("is told per message: the same doubt about more text is a new doubt", () => {
    const rule = (words: readonly string[]) =>
      quarantine("Block", { SenderIpRanges: ["192.0.2.0/24"], SubjectContainsWords: words });
    const found = between(
      allowed().withRule(rule(["lottery"])),
      allowed().withRule(rule(["lottery", "code"])),
    );
    assert.deepEqual(kinds(found), ["newly-undecided"]);
  });

  it("is new where a part was not read any more, by the name of the part", () => {
    const read = tenant().withRule(allowAircall());
    const found = between(read, read.without("Get-TransportRule"));
    assert.deepEqual(kinds(found), ["newly-undecided"]);
    assert.ok(found.changes.some(({ finding }) => finding?.code === "part-not-read"));
    assert.deepEqual(found.rules, []);
    assert.equal(exitCodeOfDifference(found), 3);
  });

  it("names the entry that is new in a list of addresses, and no other", () => {
    const listing = (...IPBlockList: readonly string[]) =>
      tenant().with("Get-HostedConnectionFilterPolicy", [{ Name: "Default", IPBlockList, IPAllowList: [] }]);
    const found = between(listing("8.8.8.0/24"), listing("8.8.8.0/24", "9.9.9.0/24"));
    assert.deepEqual(
      found.changes.map(({ kind, finding }) => [kind, finding?.details.entry]),
      [["newly-undecided", "9.9.9.0/24"]],
    );
  });

  it("names the budget and the rule that exhaust it", () => {
    const found = between(tenant(), tenant().withRule(explodes));
    assert.deepEqual(kinds(found), ["newly-undecided"]);
    for (const { because } of found.changes)
      assert.match(because ?? "", /^the budget ".+" ran out at the rule "Explodes"$/u);
    assert.deepEqual(effects(found), { Explodes: "changes" });
  });

  it("stays what it was where the rule that exhausts a budget stays", () => {
    const found = between(
      tenant().withRule(explodes),
      tenant()
        .withRule(explodes)
        .withRule({ Name: "Mark", SubjectContainsWords: ["code"], PrependSubject: "!" }),
    );
    assert.deepEqual(found.changes, []);
    assert.deepEqual(effects(found), { Mark: "not-settled" });
  });
});
