/** What changed between two runs. */
import assert from "node:assert/strict";
import { compareRuns } from "../../src/readiness/compare";
import type { SavedUser } from "../../src/readiness/saved-run";
import { savedCheck, savedRun, savedUser } from "./saved-runs";

const vera = (more: Partial<SavedUser> = {}) => savedUser("Vera", "vera@contoso.example", more);

const compared = (before: readonly SavedUser[], after: readonly SavedUser[]) => {
  const { asOf: _asOf, ...comparison } = compareRuns(savedRun(...before), savedRun(...after));
  const nameOf = ({ name }: SavedUser): string => name;
  const after_ = (changes: typeof comparison.fellBack) => changes.map((change) => nameOf(change.after));
  const checks = (changes: typeof comparison.improved) =>
    changes.map(({ before: was, after: is }) => `${is.id}: ${was.verdict} to ${is.verdict}`);
  const all = {
    becameReady: after_(comparison.becameReady),
    fellBack: after_(comparison.fellBack),
    newlyConcerned: after_(comparison.newlyConcerned),
    noLongerConcerned: after_(comparison.noLongerConcerned),
    improved: checks(comparison.improved),
    worsened: checks(comparison.worsened),
    added: comparison.added.map(nameOf),
    removed: comparison.removed.map(nameOf),
    unchanged: comparison.unchanged,
  };
  // Only what is there to be told.
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value !== 0)),
  );
};

describe("two runs", () => {
  it("of which nothing changed", () => {
    const user = vera({ checks: [savedCheck("app-version", "pass")] });
    assert.deepEqual(compared([user], [user]), { unchanged: 1 });
  });

  for (const [before, after, told] of [
    ["no", "yes", { becameReady: ["Vera"] }],
    ["unknown", "yes", { becameReady: ["Vera"] }],
    ["yes", "no", { fellBack: ["Vera"] }],
    ["yes", "unknown", { fellBack: ["Vera"] }],
    ["unknown", "no", { fellBack: ["Vera"] }],
    ["no", "unknown", {}],
  ] as const)
    it(`of which somebody goes from ${before} to ${after}`, () => {
      assert.deepEqual(compared([vera({ ready: before })], [vera({ ready: after })]), told);
    });

  it("tell which checks are better and which are worse", () => {
    const user = (app: "pass" | "fail", space: "unknown" | "fail") =>
      vera({ ready: "no", checks: [savedCheck("mailbox-space", space), savedCheck("app-version", app)] });
    assert.deepEqual(compared([user("pass", "fail")], [user("fail", "unknown")]), {
      improved: ["mailbox-space: fail to unknown"],
      worsened: ["app-version: pass to fail"],
    });
  });
  it("tell nothing of checks that only one of them has", () => {
    const user = vera({ checks: [savedCheck("app-version", "fail")] });
    assert.deepEqual(compared([vera()], [user]), { unchanged: 1 });
  });
  it("tell who is concerned now, and who no longer is, and nothing else of them", () => {
    const out = vera({ inScope: false, ready: "no", checks: [savedCheck("app-version", "fail")] });
    const ready = vera({ checks: [savedCheck("app-version", "pass")] });
    assert.deepEqual(compared([out], [ready]), { newlyConcerned: ["Vera"] });
    assert.deepEqual(compared([ready], [out]), { noLongerConcerned: ["Vera"] });
    assert.deepEqual(compared([out], [{ ...out, ready: "yes" }]), { unchanged: 1 });
  });
  it("tell who came and who went", () => {
    const kai = savedUser("Kai", "kai@contoso.example");
    assert.deepEqual(compared([vera()], [kai]), { added: ["Kai"], removed: ["Vera"] });
  });
  it("know somebody by the address, however it and the name are written", () => {
    const other = savedUser("V. Roth", "VERA@contoso.example");
    assert.deepEqual(compared([vera()], [other]), { unchanged: 1 });
  });
  it("tell people with one address apart by their names", () => {
    const nora = vera({ name: "Nora", ready: "no" });
    assert.deepEqual(compared([nora, vera()], [vera(), { ...nora, ready: "yes" }]), {
      becameReady: ["Nora"],
      unchanged: 1,
    });
    assert.deepEqual(compared([vera()], [nora, vera()]), { added: ["Nora"], unchanged: 1 });
    assert.deepEqual(compared([nora, vera()], [vera()]), { removed: ["Nora"], unchanged: 1 });
  });
  it("count people who share an address and have no name", () => {
    const nameless = vera({ name: "" });
    assert.deepEqual(compared([nameless, nameless], [nameless]), { removed: [""], unchanged: 1 });
  });
  it("keep their moments", () => {
    const [before, after] = [savedRun(), { ...savedRun(), asOf: "2026-03-27T12:00:00.000Z" }];
    assert.deepEqual(compareRuns(before, after).asOf, {
      before: "2026-03-20T12:00:00.000Z",
      after: "2026-03-27T12:00:00.000Z",
    });
  });
  it("of 100,000 users are compared", () => {
    const users = Array.from({ length: 100_000 }, (_, place) =>
      savedUser(`User ${place}`, place % 2 === 0 ? "desk@contoso.example" : `user${place}@contoso.example`),
    );
    assert.deepEqual(compared(users, [...users].reverse()), { unchanged: 100_000 });
  }).timeout(60_000);
});
