/** Rules are found again under another name or in another place, and only what moved is called moved. */
import assert from "node:assert/strict";
import { editedRules, pairRules } from "../../../src/mailflow/difference/rule-changes";
import type { TransportRule } from "../../../src/mailflow/exchange/tenant";
import type { TransportRuleParameters } from "../../../src/mailflow/exchange/transport-rules/table";

const asOf = new Date("2026-11-22T12:00:00Z");

const ruleOf = (
  name: string,
  parameters: TransportRuleParameters = {},
  more: Partial<TransportRule> = {},
) => ({
  name,
  enabled: true,
  parameters,
  unmodelled: [],
  ...more,
});

const inOrder = (...rules: readonly Omit<TransportRule, "priority">[]): readonly TransportRule[] =>
  rules.map((rule, priority) => ({ ...rule, priority }));

const edited = (before: readonly TransportRule[], after: readonly TransportRule[]) =>
  editedRules(pairRules(before, after), asOf).map(({ rule, edits, inert }) => [
    rule,
    edits.map((edit) => edit.kind).join(),
    inert,
  ]);

describe("edited rules", () => {
  const block = { Quarantine: true, SubjectContainsWords: ["code"] } as const;

  it("are paired by name, also where another took their place", () => {
    const [one, two] = [ruleOf("One", block, { guid: "1" }), ruleOf("Two", { SetSCL: 1 }, { guid: "2" })];
    const added = ruleOf("New", { SetSCL: 2 }, { guid: "3" });
    assert.deepEqual(edited(inOrder(one, two), inOrder(added, one, two)), [["New", "added", false]]);
  });

  it("are paired by identity, and without one by what they do", () => {
    assert.deepEqual(
      edited(
        inOrder(ruleOf("Old", block, { guid: "1" })),
        inOrder(ruleOf("New", { SetSCL: 1 }, { guid: "1" })),
      ),
      [["New", "renamed,changed", false]],
    );
    assert.deepEqual(edited(inOrder(ruleOf("Old", block)), inOrder(ruleOf("New", block))), [
      ["New", "renamed", true],
    ]);
    assert.deepEqual(edited(inOrder(ruleOf("Old", block)), inOrder(ruleOf("New", { SetSCL: 1 }))), [
      ["New", "added", false],
      ["Old", "removed", false],
    ]);
  });

  it("are as few as explain the new order", () => {
    const rules = ["A", "B", "C", "D"].map((name, level) => ruleOf(name, { SetSCL: level }));
    const [a, b, c, d] = rules;
    assert.ok(a && b && c && d);
    assert.deepEqual(edited(inOrder(a, b, c, d), inOrder(d, a, b, c)), [["D", "moved", false]]);
    assert.deepEqual(edited(inOrder(a, b, c, d), inOrder(b, c, d, a)), [["A", "moved", false]]);
  });

  it("are inert where only a comment, the order of a list or the case of a word differs", () => {
    const list = (SubjectContainsWords: readonly string[], Comments?: string) =>
      ruleOf("Block", {
        Quarantine: true,
        SubjectContainsWords,
        ...(Comments === undefined ? {} : { Comments }),
      });
    assert.deepEqual(edited(inOrder(list(["a", "B"])), inOrder(list(["b", "a"], "Why."))), [
      ["Block", "changed", true],
    ]);
    const pattern = (text: string) => ruleOf("Block", { Quarantine: true, SubjectMatchesPatterns: [text] });
    assert.deepEqual(edited(inOrder(pattern("\\d")), inOrder(pattern("\\D"))), [["Block", "changed", false]]);
  });

  it("are inert where they act at neither time", () => {
    const off = { enabled: false };
    assert.deepEqual(edited(inOrder(ruleOf("Block", block, off)), []), [["Block", "removed", true]]);
    assert.deepEqual(edited(inOrder(ruleOf("Block", block, off)), inOrder(ruleOf("Block", block))), [
      ["Block", "enabled", false],
    ]);
  });
});
