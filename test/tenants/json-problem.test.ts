/** Where a text stops being JSON. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { jsonProblem, topLevelNames } from "../../src/tenants/json-problem";

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe("the place where a text stops being JSON", () => {
  it("is nowhere exactly where JSON.parse accepts it (fast-check)", () => {
    const broken = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom("", ",", "]", "}", '"', ":", "x", "\n", "0", "-", ".", "\\", "\u0007", "nul"),
      )
      .map(([text, place, added]) => {
        const at = place % (text.length + 1);
        return text.slice(0, at) + added + text.slice(at + (place % 2));
      });
    fc.assert(
      fc.property(fc.oneof(fc.json(), broken, fc.string()), (text) => {
        assert.equal(jsonProblem(text) === undefined, isJson(text), text);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is told as line and column, with what was found and what may stand there", () => {
    assert.deepEqual(jsonProblem('{\n  "a": 1,\n  b: 2\n}'), {
      line: 3,
      column: 3,
      found: '"b"',
      expected: "a name in double quotes",
    });
    assert.equal(jsonProblem('["a\nb"]')?.found, "a text that does not end");
    assert.equal(jsonProblem('["a\\qb"]')?.found, "a text with a character that must be escaped");
    assert.equal(jsonProblem("[1")?.found, "the end of the file");
  });

  it("names the names of the outermost object only, repeated ones too", () => {
    const names = topLevelNames('{"a": {"b": 1}, "c": [{"d": 2}], "a": 3}').map(({ name }) => name);
    assert.deepEqual(names, ["a", "c", "a"]);
  });
});
