/** Guarantees and bypasses that a change brings or takes away. */
import assert from "node:assert/strict";
import { exitCodeOfDifference } from "../../../src/mailflow/difference/severity";
import { evaluateExchange } from "../../../src/mailflow/exchange/evaluate";
import { toTenant } from "../../../src/tenants/exchange/export/native-export";
import { contentFilterPolicy } from "../exchange/labelled/healthy-tenant";
import {
  aircallSenders,
  allowAircall,
  authenticationResultsContain,
  quarantine,
  tenant,
} from "../exchange/labelled/labelled-tenant";
import { asOf, between, kinds, only, witnessOf } from "./compared-pair";

describe("a difference in what is guaranteed", function () {
  this.timeout(60_000);

  it("is new where an allow takes mail past the classifier, and gone where it is taken away", () => {
    const allow = tenant().withRule(allowAircall());
    assert.deepEqual(kinds(between(tenant(), allow)), ["newly-guaranteed"]);
    assert.equal(exitCodeOfDifference(between(tenant(), allow)), 0);
    const lost = between(allow, tenant());
    assert.deepEqual(kinds(lost), ["no-longer-guaranteed"]);
    assert.equal(exitCodeOfDifference(lost), 3);
  });

  it("says of lifted blocks that the mail is guaranteed now", () => {
    const block = quarantine("Block", { SubjectContainsWords: ["code"] });
    const found = between(tenant().withRule(block), tenant().withRule(allowAircall()).withRule(block));
    assert.deepEqual(kinds(found), ["no-longer-blocked", "newly-guaranteed"]);
    assert.equal(only(found, "no-longer-blocked").after.fate, "guaranteed");
  });
});

describe("a difference in what is too wide", function () {
  this.timeout(60_000);

  it("is new where the allow loses dmarc=pass, shown by forged mail that got no bypass before", () => {
    const wide = { From: aircallSenders, SetSCL: -1, StopRuleProcessing: true, Name: "Allow Aircall" };
    const before = tenant().withRule(allowAircall());
    const after = tenant().withRule(wide);
    const found = between(before, after);
    assert.deepEqual(kinds(found), ["newly-too-wide"]);
    const witness = witnessOf(only(found, "newly-too-wide"));
    assert.notEqual(witness.dmarc, "pass");
    assert.equal(evaluateExchange(toTenant(after.build(), "after"), witness, asOf).bypassed, true);
    assert.equal(evaluateExchange(toTenant(before.build(), "before"), witness, asOf).bypassed, false);
    assert.equal(exitCodeOfDifference(found), 1);
    assert.deepEqual(kinds(between(after, before)), ["no-longer-too-wide"]);
  });

  it("is new where the anti-spam policy allows the address", () => {
    const after = tenant().with("Get-HostedContentFilterPolicy", [
      contentFilterPolicy({ AllowedSenders: ["noreply@aircall.io"] }),
    ]);
    assert.deepEqual(only(between(tenant(), after), "newly-too-wide").senders, ["noreply@aircall.io"]);
  });
});

describe("a difference in what is too wide behind a list", function () {
  this.timeout(60_000);

  it("is new where a rule that stopped forged mail is gone, shown by mail that it stopped", () => {
    const listed = tenant().with("Get-HostedContentFilterPolicy", [
      contentFilterPolicy({ AllowedSenders: ["noreply@aircall.io"] }),
    ]);
    const stopped = listed.withRule(quarantine("Stop", authenticationResultsContain("dmarc=fail")));
    const change = only(between(stopped, listed), "newly-too-wide");
    assert.equal(witnessOf(change).dmarc, "fail");
    assert.deepEqual(change.rules, ["Stop"]);
  });
});
