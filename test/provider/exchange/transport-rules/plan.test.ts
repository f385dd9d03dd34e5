/** Laws of plans: they reach the goal, the tenant holds what was simulated, and no moment is worse than it must be. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { decide } from "../../../../src/mailflow/decide";
import { execute } from "../../../../src/provider/exchange/transport-rules/execute";
import { betweenEnds } from "../../../../src/provider/exchange/transport-rules/guard";
import type { Style } from "../../../../src/provider/exchange/transport-rules/operations";
import { type Goal, planOperations } from "../../../../src/provider/exchange/transport-rules/plan";
import { ruleInputs } from "../../../../src/provider/exchange/transport-rules/rule-inputs";
import { plainSequence, safeSequence } from "../../../../src/provider/exchange/transport-rules/safe-sequence";
import {
  afterStep,
  printedRules,
  type StandingRule,
  standingRule,
} from "../../../../src/provider/exchange/transport-rules/standing-rules";
import { createJudge } from "../../../../src/provider/exchange/transport-rules/verdict";
import { printedRule } from "../../../../src/resources/exchange/desired-rules";
import { findingKeys } from "../../../../src/resources/exchange/finding-key";
import { toTenant } from "../../../../src/tenants/exchange/export/native-export";
import { readTransportRules } from "../../../../src/tenants/exchange/read-transport-rules";
import { withTenant } from "../../../tenants/local/exchange/running-tenant";
import { seedWith } from "../small-tenant";
import { type Case, seedOf, someCase } from "./some-rules";

const styles: readonly Style[] = ["in one", "apart", "asleep"];
const silent = { debug() {}, info() {}, warning() {}, error() {}, status() {} };

const goalOf = ({ listed, owned, forbid }: Case, live: readonly StandingRule[]): Goal => {
  const names = new Set(listed.map(({ name }) => name));
  return {
    listed,
    removed: new Set(
      live.filter(({ name }) => !names.has(name) && (forbid || owned.includes(name))).map(({ key }) => key),
    ),
  };
};

/** What rules come to: name, whether on, and every parameter in normal form. */
const meaning = (rules: readonly StandingRule[]) =>
  rules.map(({ name, enabled, printed }) => ruleInputs(name, enabled, printed));

/** The rules a case starts from, without a tenant. */
const inMemory = ({ live }: Case): readonly StandingRule[] =>
  seedOf(live).map((printed) => ({
    key: `guid-${printed.Name}`,
    name: String(printed.Name),
    enabled: printed.State === "Enabled",
    printed,
  }));

const reached = (
  rules: readonly StandingRule[],
  { listed, removed }: Goal,
  start: readonly StandingRule[],
) => {
  const names = new Set(listed.map(({ name }) => name));
  const others = start.filter(({ name, key }) => !names.has(name) && !removed.has(key));
  assert.deepEqual(meaning(rules), [...listed, ...meaning(others)]);
};

describe("a plan", function () {
  this.timeout(300_000);

  for (const style of styles)
    it(`reaches its goal, written ${style}`, () =>
      fc.assert(
        fc.property(someCase, (some) => {
          const start = inMemory(some);
          const goal = goalOf(some, start);
          const steps = plainSequence(start, planOperations(start, goal, style));
          reached(steps.reduce(afterStep, start), goal, start);
        }),
        { numRuns: 300 },
      ));

  it("has no step where all is as it is to be", () =>
    fc.assert(
      fc.property(someCase, (some) => {
        const start = inMemory(some);
        const goal = goalOf(some, start);
        const end = plainSequence(start, planOperations(start, goal, "in one")).reduce(afterStep, start);
        for (const style of styles)
          assert.deepEqual(plainSequence(end, planOperations(end, goalOf(some, end), style)), []);
      }),
    ));

  it("leaves in the tenant what it leaves in memory", () =>
    fc.assert(
      fc.asyncProperty(someCase, fc.constantFrom(...styles), (some, style) =>
        withTenant({ seed: { "Get-TransportRule": seedOf(some.live) } }, async ({ client }) => {
          const start = (await readTransportRules(client)).map(standingRule);
          const steps = plainSequence(start, planOperations(start, goalOf(some, start), style));
          const { signal } = new AbortController();
          assert.equal(await execute(steps, { client, signal, log: silent }), undefined);
          const end = (await readTransportRules(client)).map(standingRule);
          assert.deepEqual(meaning(end), meaning(steps.reduce(afterStep, start)));
        }),
      ),
      { numRuns: 40 },
    ));

  it("is at no moment worse than at its ends, or there is none", () => {
    const source = seedWith([]);
    let found = 0;
    fc.assert(
      fc.property(someCase, fc.constantFrom(...styles), (some, style) => {
        const start = inMemory(some);
        const goal = goalOf(some, start);
        const operations = planOperations(start, goal, style);
        const now = new Date();
        const versions = [...printedRules(start), ...goal.listed.map(printedRule)];
        const judge = createJudge(source, versions, { aircall: undefined, now });
        const end = plainSequence(start, operations).reduce(afterStep, start);
        const tolerable = betweenEnds(judge(start), judge(end));
        const steps = safeSequence(start, operations, (rules) => tolerable(judge(rules)), 200);
        if (steps === undefined) return;
        found += 1;
        // Decided anew, on the whole tenant, without what the judge takes for granted.
        const blocked = (rules: readonly StandingRule[]) =>
          decide(toTenant({ ...source, "Get-TransportRule": printedRules(rules) }, "t"), {
            asOf: now,
          }).findings.filter(({ implies }) => implies === "blocked");
        const excused = new Set(
          [...blocked(start), ...blocked(end)].flatMap(({ rule, code }) => `${code} ${rule}`),
        );
        let rules = start;
        for (const step of steps) {
          rules = afterStep(rules, step);
          for (const finding of blocked(rules)) {
            assert.ok(findingKeys(finding).length > 0);
            assert.ok(
              excused.has(`${finding.code} ${finding.rule}`),
              `${finding.message} after ${step.kind}`,
            );
          }
        }
        reached(rules, goal, start);
      }),
      { numRuns: 60 },
    );
    assert.ok(found > 30);
  });
});
