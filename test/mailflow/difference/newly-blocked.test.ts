/** Mail that is blocked after a change and was not before, or the other way round. */
import assert from "node:assert/strict";
import { exitCodeOfDifference } from "../../../src/mailflow/difference/severity";
import { contentFilterPolicy } from "../exchange/labelled/healthy-tenant";
import {
  aircallSenders,
  allowAircall,
  quarantine,
  type TenantBuilder,
  tenant,
} from "../exchange/labelled/labelled-tenant";
import { allowed, between, effects, kinds, only, outcomeIn, witnessOf } from "./compared-pair";

describe("a difference that blocks", function () {
  this.timeout(60_000);

  it("is shown by a message from the difference: the word that was added, not the one that blocked before", () => {
    const before = allowed().withRule(quarantine("Block", { SubjectContainsWords: ["lottery"] }));
    const after = allowed().withRule(quarantine("Block", { SubjectContainsWords: ["lottery", "code"] }));
    const found = between(before, after);
    assert.deepEqual(kinds(found), ["newly-blocked"]);
    const change = only(found, "newly-blocked");
    assert.equal(change.certainty, "likely");
    assert.equal(change.before.fate, "guaranteed");
    assert.deepEqual([change.after.outcome, change.after.rule], ["quarantined", "Block"]);
    const witness = witnessOf(change);
    assert.match(witness.subject, /code/u);
    assert.doesNotMatch(witness.subject, /lottery/u);
    assert.equal(outcomeIn(before, witness), "inbox");
    assert.equal(outcomeIn(after, witness), "quarantined");
    assert.deepEqual(change.senders, aircallSenders);
    assert.deepEqual(effects(found), { Block: "changes" });
    assert.equal(exitCodeOfDifference(found), 1);
  });

  it("is no longer blocked the other way round", () => {
    const before = allowed().withRule(quarantine("Block", { SubjectContainsWords: ["lottery", "code"] }));
    const after = allowed().withRule(quarantine("Block", { SubjectContainsWords: ["lottery"] }));
    const found = between(before, after);
    assert.deepEqual(kinds(found), ["no-longer-blocked"]);
    assert.match(witnessOf(only(found, "no-longer-blocked")).subject, /code/u);
    assert.equal(exitCodeOfDifference(found), 0);
  });

  it("costs the guarantee only where Aircall is unlikely to write such text", () => {
    const found = between(
      allowed(),
      allowed().withRule(quarantine("Block", { SubjectContainsWords: ["lottery"] })),
    );
    assert.equal(only(found, "newly-blocked").certainty, "content-dependent");
    assert.equal(exitCodeOfDifference(found), 3);
  });

  it("is told of a message that was left to the classifier", () => {
    const found = between(
      tenant(),
      tenant().withRule(quarantine("Block", { SubjectContainsWords: ["code"] })),
    );
    const change = only(found, "newly-blocked");
    assert.equal(change.before.fate, "left-to-classifier");
  });

  it("names every independent block that a lost stop lays bare", () => {
    const blocks = (builder: TenantBuilder) =>
      builder
        .withRule(quarantine("Codes", { SubjectContainsWords: ["code"] }))
        .withRule(quarantine("Logins", { SubjectContainsWords: ["login"] }));
    const found = between(blocks(tenant().withRule(allowAircall())), blocks(tenant()));
    const blocked = found.changes.filter(({ kind }) => kind === "newly-blocked");
    assert.deepEqual(blocked.map(({ after }) => after.rule).sort(), ["Codes", "Logins"]);
    assert.deepEqual(effects(found), { "Allow Aircall": "changes" });
  });

  it("tells an allow that moved below a block by the rule that moved", () => {
    const block = quarantine("Block", { SubjectContainsWords: ["code"] });
    const found = between(
      tenant().withRule(allowAircall()).withRule(block),
      tenant().withRule(block).withRule(allowAircall()),
    );
    assert.deepEqual(kinds(found), ["newly-blocked"]);
    assert.deepEqual(Object.values(effects(found)), ["changes"]);
  });

  it("concerns only the recipients whose mail fares differently", () => {
    const people = (builder: TenantBuilder) => builder.withMailbox("ben@contoso.example", "Ben");
    const rule = (who: readonly string[]) =>
      quarantine("Block", { SubjectContainsWords: ["code"], SentTo: who });
    const found = between(
      people(allowed()).withRule(rule(["anna@contoso.example"])),
      people(allowed()).withRule(rule(["anna@contoso.example", "ben@contoso.example"])),
    );
    const change = only(found, "newly-blocked");
    assert.deepEqual(change.recipients, { count: 1, sample: ["ben@contoso.example"] });
    assert.equal(witnessOf(change).recipient, "ben@contoso.example");
  });

  it("is found for the one recipient whom only the second tenant tells apart", () => {
    const people = (builder: TenantBuilder) => builder.withMailbox("ben@contoso.example", "Ben");
    const rule = quarantine("Block", { SentTo: ["ben@contoso.example"] });
    const change = only(between(people(allowed()), people(allowed()).withRule(rule)), "newly-blocked");
    assert.deepEqual(change.recipients, { count: 1, sample: ["ben@contoso.example"] });
  });

  it("concerns only the senders whose mail fares differently", () => {
    const found = between(allowed(), allowed().withRule(quarantine("Block", { From: ["team@aircall.io"] })));
    assert.deepEqual(only(found, "newly-blocked").senders, ["team@aircall.io"]);
    assert.equal(only(found, "newly-blocked").certainty, "certain");
  });

  it("is found behind the rules too: an anti-spam policy that blocks a sender", () => {
    const blocking = tenant().with("Get-HostedContentFilterPolicy", [
      contentFilterPolicy({ BlockedSenders: ["noreply@aircall.io"] }),
    ]);
    const found = between(tenant(), blocking);
    const change = only(found, "newly-blocked");
    assert.deepEqual(change.senders, ["noreply@aircall.io"]);
    assert.equal(change.after.stage, "anti-spam");
    assert.deepEqual(found.parts, ["hostedContentFilterPolicies"]);
  });
});
