/** Joining branches of one state changes neither which messages they hold together, nor the states of others. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Match } from "../../../../src/mailflow/exchange/transport-rules/atom";
import { type Branch, withBranches } from "../../../../src/mailflow/exchange/transport-rules/branch";
import { constraint, type Region } from "../../../../src/mailflow/exchange/transport-rules/region";
import { initialState, stateKey } from "../../../../src/mailflow/exchange/transport-rules/state";
import { runs } from "../../../properties/runs";

/** Rules that may match or not, each independent of the others. */
const rules = ["A", "B", "C", "D"];
const matches: readonly Match[] = rules.map(() => ({ clauses: [], exceptions: [] }));

/** A message, as the set of rules that match it. */
type World = readonly boolean[];
const worlds: readonly World[] = Array.from({ length: 2 ** rules.length }, (_none, number) =>
  rules.map((_rule, place) => ((number >> place) & 1) === 1),
);

const holds = (region: Region, world: World): boolean =>
  region.every(({ rule, matched }) => world[rules.indexOf(rule)] === matched);

const region: fc.Arbitrary<Region> = fc
  .shuffledSubarray(
    rules.map((_rule, place) => place),
    { maxLength: 4 },
  )
  .chain((places) => fc.tuple(...places.map((place) => fc.boolean().map((matched) => ({ place, matched })))))
  .map((parts) =>
    parts.map(({ place, matched }) =>
      constraint(rules[place] ?? "", matches[place] ?? { clauses: [], exceptions: [] }, matched),
    ),
  );

const branch: fc.Arbitrary<Branch> = fc.record({
  state: fc.constantFrom(initialState, { ...initialState, scl: 6 }),
  region,
  sclRules: fc.constant([]),
});

const shown = (region: Region): readonly string[] =>
  region.map(({ rule, matched }) => (matched ? rule : `not ${rule}`));

const alone = (...regions: readonly Region[]): readonly (readonly string[])[] =>
  withBranches(
    [],
    regions.map((one) => ({ state: initialState, region: one, sclRules: [] })),
  ).flatMap(({ branches }) => branches.map((one) => shown(one.region)));

const part = (place: number, matched: boolean) =>
  constraint(rules[place] ?? "", matches[place] ?? { clauses: [], exceptions: [] }, matched);
const [a, notA, b, notB, c] = [part(0, true), part(0, false), part(1, true), part(1, false), part(2, true)];

describe("branches of one state", () => {
  it("are the same whatever was added to the same branches before", () =>
    fc.assert(
      fc.property(fc.array(branch, { maxLength: 6 }), branch, branch, (branches, one, other) => {
        const groups = withBranches([], branches);
        withBranches(groups, [one]);
        assert.deepEqual(withBranches(groups, [other]), withBranches(withBranches([], branches), [other]));
      }),
      runs(500),
    ));

  it("hold the same messages together after each is added", () =>
    fc.assert(
      fc.property(fc.array(branch, { maxLength: 8 }), fc.nat({ max: 8 }), (branches, place) => {
        const groups = withBranches(withBranches([], branches.slice(0, place)), branches.slice(place));
        for (const state of [initialState, { ...initialState, scl: 6 }]) {
          const key = stateKey(state);
          const before = branches.filter((one) => stateKey(one.state) === key);
          const after = groups.filter((one) => stateKey(one.state) === key).flatMap((one) => one.branches);
          for (const world of worlds)
            assert.equal(
              after.some((one) => holds(one.region, world)),
              before.some((one) => holds(one.region, world)),
              JSON.stringify(after.map((one) => shown(one.region))),
            );
        }
      }),
      runs(2_000),
    ));
  it("need no condition whose other half is there as well", () => {
    assert.deepEqual(alone([a], [notA, b], [notA, notB, c]), [["A"], ["B"], ["C"]]);
    assert.deepEqual(alone([a], [notA]), [[]]);
  });
  it("need it still where only a part of the other half is there", () => {
    assert.deepEqual(alone([a, c], [notA, b]), [
      ["A", "C"],
      ["not A", "B"],
    ]);
    assert.deepEqual(alone([a, b], [notA, b]), [["B"]]);
  });
  it("are not eased by one that holds more messages than really come here", () => {
    const [group] = withBranches(
      [],
      [
        { state: initialState, region: [a], sclRules: [], approximate: true },
        { state: initialState, region: [notA, b], sclRules: [] },
      ],
    );
    assert.deepEqual(
      group?.branches.map((one) => shown(one.region)),
      [["A"], ["not A", "B"]],
    );
  });
});
