/** What is kept of regions answers as a search from the beginning does, in whatever order it is asked. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Atom, Match } from "../../../../src/mailflow/exchange/transport-rules/atom";
import { keptRegions } from "../../../../src/mailflow/exchange/transport-rules/kept-regions";
import {
  constraint,
  isEmpty,
  type Region,
  standing,
} from "../../../../src/mailflow/exchange/transport-rules/region";
import { type Bounds, everything, exactly, nothing } from "../../../../src/mailflow/language/language";
import { matchesPatterns } from "../../../../src/mailflow/language/pattern";
import { containsWords } from "../../../../src/mailflow/language/words";
import { aircallClass, type Field } from "../../../../src/mailflow/message-class";
import { runs } from "../../../properties/runs";

type Test = Extract<Atom, { kind: "test" }>;

const messages = aircallClass("noreply@aircall.io");
const unsure: Bounds = { surely: nothing, possibly: everything, because: "nobody tells" };

const test = (field: Field, bounds: Bounds): Test => ({ kind: "test", field, bounds, because: "" });

const tests: readonly Test[] = [
  test("subject", containsWords(["code"])),
  test("subject", containsWords(["lottery", "my_code"])),
  test("subject", matchesPatterns(["\\d{6}"])),
  test("subject", matchesPatterns(["^x"])),
  test("body", containsWords(["login"])),
  test("body", unsure),
  test("subject", unsure),
  test("fact:one", exactly(nothing)),
  test("envelopeFrom", containsWords(["aircall.io"])),
];

const someTests = fc.subarray([...tests], { maxLength: 2 });
const match: fc.Arbitrary<Match> = fc.record({
  clauses: fc.array(fc.subarray([...tests], { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
  exceptions: someTests,
});

const walks = fc
  .tuple(fc.array(match, { minLength: 1, maxLength: 4 }), fc.array(fc.array(fc.boolean()), { maxLength: 5 }))
  .map(([matches, ways]) =>
    ways.map((way) =>
      way
        .slice(0, matches.length)
        .map((matched, place) =>
          constraint(`Rule ${place}`, matches[place] ?? { clauses: [], exceptions: [] }, matched),
        ),
    ),
  );

describe("what is kept of regions", () => {
  it("tells empty from not empty, and how surely there are messages, as a search does", () => {
    let empty = 0;
    fc.assert(
      fc.property(walks, (asked) => {
        const ask = keptRegions(messages);
        for (const way of asked) {
          let region: Region | undefined = [];
          for (const [place, one] of way.entries()) {
            region = ask.narrow(region, one);
            const searched = way.slice(0, place + 1);
            assert.equal(region === undefined, isEmpty(messages, searched));
            if (region === undefined) {
              empty += 1;
              break;
            }
            assert.equal(ask.standing(region)?.kind, standing(messages, searched)?.kind);
          }
        }
      }),
      runs(400),
    );
    assert.ok(empty > 0, "no region was empty, so that was not tested");
  });
  it("takes an open test for one thing at a time", () => {
    const open: Match = { clauses: [[test("subject", unsure)]], exceptions: [] };
    const other: Match = { clauses: [], exceptions: [test("subject", unsure)] };
    const ask = keptRegions(messages);
    const region = ask.narrow([], constraint("A", open, true));
    assert.ok(region !== undefined);
    // B matches exactly where A does not.
    assert.equal(ask.narrow(region, constraint("B", other, true)), undefined);
    assert.ok(ask.narrow(region, constraint("B", other, false)) !== undefined);
  });
});
