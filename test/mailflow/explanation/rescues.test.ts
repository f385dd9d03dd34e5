/** Rules that would allow, why they do not, and what stands in their way. */
import assert from "node:assert/strict";
import type { Rescue } from "../../../src/mailflow/explanation/explanation";
import type { RawObject } from "../exchange/labelled/healthy-tenant";
import { allowAircall, allowWithoutStop, quarantine, tenant } from "../exchange/labelled/tenant-builder";
import { explainedFindings, explanationOf } from "./explained-tenant";

const block = quarantine("Block externals", {});

const rescueBy = (...rules: readonly RawObject[]): Rescue | undefined => {
  const parts = rules.reduce((built, rule) => built.withRule(rule), tenant()).build();
  const finding = explainedFindings(parts).find(({ rule }) => rule === "Block externals");
  return finding?.explanation?.kind === "explained" ? finding.explanation.wouldRescue[0] : undefined;
};

describe("a rule that would allow", () => {
  it("is told to come too late where a block above acts first (exchange-online.md 2.7)", () => {
    assert.deepEqual(rescueBy(block, allowAircall()), {
      rule: "Allow Aircall",
      priority: 1,
      reason: "stopped-above",
      details: { rule: "Allow Aircall", priority: "1", by: "Block externals" },
    });
  });

  it("is told not to stop where a block below still acts (2.7)", () => {
    const found = rescueBy(allowWithoutStop(), block);
    assert.equal(found?.reason, "does-not-stop");
    assert.equal(found?.details.by, "Block externals");
  });

  it("is told to be disabled, expired, not begun or in audit mode (2.9)", () => {
    assert.equal(rescueBy(allowAircall({ State: "Disabled" }), block)?.reason, "disabled");
    assert.equal(rescueBy(allowAircall({ Mode: "Audit" }), block)?.reason, "only-audits");
    const expired = rescueBy(allowAircall({ ExpiryDate: "2026-01-01T00:00:00Z" }), block);
    assert.equal(expired?.reason, "expired");
    assert.match(expired?.details.date ?? "", /^2026-01-01/u);
    const future = rescueBy(allowAircall({ ActivationDate: "2027-01-01T00:00:00Z" }), block);
    assert.equal(future?.reason, "not-yet-active");
  });

  it("is told with the condition that does not hold, or the exception that does (2.1)", () => {
    const other = rescueBy(allowAircall({ From: ["sales@aircall.io"] }), block);
    assert.deepEqual([other?.reason, other?.details.condition], ["condition-fails", "From"]);
    const exempt = rescueBy(allowAircall({ ExceptIfSentTo: ["anna@contoso.example"] }), block);
    assert.deepEqual([exempt?.reason, exempt?.details.condition], ["exempts", "ExceptIfSentTo"]);
    const unsure = rescueBy(allowAircall({ SenderIpRanges: ["198.51.100.0/24"] }), block);
    assert.deepEqual([unsure?.reason, unsure?.details.condition], ["condition-unsure", "SenderIpRanges"]);
  });

  it("is told to be overwritten where a rule below sets another SCL (2.8)", () => {
    const parts = tenant().withRule(allowWithoutStop()).withRule({ Name: "Stamp", SetSCL: 6 }).build();
    const [found] = explanationOf(parts, "rule-marks-spam").wouldRescue;
    assert.deepEqual([found?.reason, found?.details.by], ["overwritten-below", "Stamp"]);
  });

  it("is not told where it has nothing to do with Aircall", () => {
    assert.equal(
      rescueBy({ Name: "Partner", SenderDomainIs: ["partner.example"], SetSCL: -1 }, block),
      undefined,
    );
  });
});

describe("a rule in the shadow of another", () => {
  const shadowOf = (...rules: readonly RawObject[]) => {
    const parts = rules.reduce((built, rule) => built.withRule(rule), tenant()).build();
    return explanationOf(parts, "rule-blocks", "Block externals").shadows;
  };

  it("never acts below a rule that takes all Aircall mail", () => {
    assert.deepEqual(shadowOf(block, allowAircall()), [
      { rule: "Allow Aircall", by: "Block externals", neverActs: true },
    ]);
  });

  it("still acts on other Aircall mail where the rule above takes only some", () => {
    const some = quarantine("Block externals", { SubjectContainsWords: ["code"] });
    assert.deepEqual(shadowOf(some, allowAircall()), [
      { rule: "Allow Aircall", by: "Block externals", neverActs: false },
    ]);
  });

  it("never acts where its own conditions fit no Aircall mail", () => {
    assert.deepEqual(shadowOf(allowAircall({ From: ["sales@aircall.io"] }), block), [
      { rule: "Allow Aircall", neverActs: true },
    ]);
  });
});
