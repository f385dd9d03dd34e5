/** Messages that come to the same state on different ways are judged together. */
import assert from "node:assert/strict";
import { decide } from "../../../../src/mailflow/decide";
import { tenantWith } from "../../../properties/arbitrary-tenant";

const asOf = new Date("2026-11-22T12:00:00Z");

const decided = (rules: readonly Readonly<Record<string, unknown>>[]) =>
  decide(tenantWith(rules.map((rule) => ({ State: "Enabled", Mode: "Enforce", ...rule }))), { asOf });

describe("messages in the same state (exchange-online.md 2.7, 2.8)", () => {
  const unlikelyText = { SubjectMatchesPatterns: ["lottery"] };

  it("are all marked as spam where one rule marks some and stops, and the next marks the rest", () => {
    const { verdict, findings } = decided([
      { ...unlikelyText, SetSCL: 9, StopRuleProcessing: true },
      { SetSCL: 9 },
    ]);
    assert.equal(verdict, "blocked");
    assert.deepEqual(
      findings.map(({ code, certainty }) => [code, certainty]),
      [["rule-marks-spam", "certain"]],
    );
  });

  it("are marked for unlikely text alone where an allow takes the rest", () => {
    const { verdict, findings } = decided([
      { ...unlikelyText, SetSCL: 9, StopRuleProcessing: true },
      { SetSCL: -1 },
    ]);
    assert.equal(verdict, "not-guaranteed");
    assert.deepEqual(
      findings.map(({ code, certainty }) => [code, certainty]),
      [["rule-marks-spam", "content-dependent"]],
    );
  });
});
