/** Saved runs are read as they were written, and what is none is named. */
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseSavedRun, readSavedRun } from "../../src/readiness/saved-run";
import { InputError, type InputProblem } from "../../src/tenants/input-error";
import { savedCheck, savedRun, savedUser } from "./saved-runs";

const run = savedRun(
  savedUser("Vera", "vera@contoso.example", { checks: [savedCheck("app-version", "pass")] }),
);

const problemOf = (value: unknown): InputProblem => {
  try {
    parseSavedRun(typeof value === "string" ? value : JSON.stringify(value), "run.json");
  } catch (error) {
    assert.ok(error instanceof InputError, String(error));
    return error.problem;
  }
  return assert.fail("no problem");
};

describe("a saved run", () => {
  it("is read from a file, whatever later versions print besides", async () => {
    const folder = await mkdtemp(join(tmpdir(), "saved-run-"));
    try {
      const file = join(folder, "run.json");
      await writeFile(file, `\ufeff${JSON.stringify({ ...run, notices: [] })}`);
      assert.deepEqual(await readSavedRun(file), run);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
  it("with masked addresses cannot be compared, and says how to write one that can", () => {
    const problem = problemOf({ ...run, masked: true });
    assert.match(problem.found, /masked/u);
    assert.match(problem.expected, /without --mask/u);
  });

  const [vera] = run.users;
  for (const [what, value, place, found] of [
    ["a list", [], "", "a list"],
    ["another report", { verdict: "proven" }, "asOf", "nothing"],
    ["a date alone", { ...run, asOf: "2026-03-20" }, "asOf", "another string"],
    ["no users", { ...run, users: null }, "users", "null"],
    [
      "a user without a name",
      { ...run, users: [vera, { ...vera, name: undefined }] },
      "user 2, name",
      "nothing",
    ],
    [
      "a check of no verdict",
      { ...run, users: [{ ...vera, checks: [{ ...savedCheck("app-version", "pass"), verdict: "maybe" }] }] },
      "user 1, check 1, verdict",
      "another string",
    ],
    ["a summary without counts", { ...run, summary: { users: -1 } }, "summary, users", "another number"],
  ] as const)
    it(`is not ${what}`, () => {
      const problem = problemOf(value);
      assert.equal(problem.place, place);
      assert.equal(problem.found, found);
    });
  it("that was cut off is named with line and column", () => {
    assert.match(problemOf(JSON.stringify(run).slice(0, -20)).place ?? "", /^line 1, column \d+$/u);
  });
  it("never shows the address at which it is wrong", () => {
    const problem = problemOf({ ...run, users: [{ ...vera, inScope: "vera@contoso.example" }] });
    assert.ok(!JSON.stringify(problem).includes("vera@"));
  });
});
