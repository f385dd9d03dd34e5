/** Counts and exit code of a run. */
import assert from "node:assert/strict";
import type { Person } from "../../src/readiness/check";
import { judge } from "../../src/readiness/judge";
import { checkIds } from "../../src/readiness/reasons";
import { readinessExitCode, summaryOf } from "../../src/readiness/summary";
import { asOf, deviceOf, personOf, userOf } from "./people";

const ready: Partial<Person> = {};
const tooOld: Partial<Person> = { devices: [deviceOf({ version: "8.4.0" })] };
const unknown: Partial<Person> = { devices: [] };
const notConcerned: Partial<Person> = { ...tooOld, entries: [userOf({ login: "single-sign-on" })] };

const summary = (people: readonly Partial<Person>[], unusable = 0) =>
  summaryOf(judge(people.map(personOf), { asOf }), unusable);

describe("the summary", () => {
  it("counts people, and the verdicts of those who are concerned", () => {
    const { checks, ...counts } = summary([ready, ready, tooOld, unknown, notConcerned], 2);
    assert.deepEqual(counts, {
      ...{ users: 5, inScope: 4, ready: 2, notReady: 1, unknown: 1, unusableRows: 2 },
    });
    assert.deepEqual(Object.keys(checks), [...checkIds]);
    assert.deepEqual(checks["app-version"], { pass: 2, fail: 1, unknown: 1 });
    assert.deepEqual(checks["mail-allowed"], { pass: 4, fail: 0, unknown: 0 });
  });

  for (const [what, people, unusable, code] of [
    ["everybody is ready", [ready], 0, 0],
    ["nobody is concerned", [notConcerned], 0, 0],
    ["somebody is not ready", [ready, unknown, tooOld], 1, 1],
    ["somebody is not known to be", [ready, unknown], 0, 3],
    ["a row names nobody", [ready], 1, 3],
    ["the list names nobody", [], 0, 3],
  ] as const)
    it(`leads to exit code ${code} where ${what}`, () => {
      assert.equal(readinessExitCode(summary(people, unusable)), code);
    });
});
