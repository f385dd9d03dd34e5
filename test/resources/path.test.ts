/** Property paths. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { formatPath, formatPositions, isInside, type Path, parsePath } from "../../src/resources/path";

describe("a property path", () => {
  it("has keys in brackets and quotes", () => {
    assert.equal(formatPath(["rules", { key: "Allow Aircall" }, "setScl"]), 'rules["Allow Aircall"].setScl');
    assert.equal(formatPath(["rules", { key: 'say "hi" \\' }]), 'rules["say \\"hi\\" \\\\"]');
    assert.equal(formatPath(["rules", 3, "name"]), "rules[3].name");
    assert.equal(formatPath(["odd name", "x"]), '["odd name"].x');
  });

  it("has positions in place of keys where they are known", () => {
    assert.equal(formatPositions(["rules", { key: "Allow", position: 2 }, "setScl"]), "rules[2].setScl");
    assert.equal(formatPositions(["rules", { key: "Allow" }, "setScl"]), 'rules["Allow"].setScl');
  });

  it("is the same after it was written and read", () => {
    const name = fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]*$/u);
    const segment: fc.Arbitrary<Path[number]> = fc.oneof(
      name,
      fc.nat(),
      fc.string().map((key) => ({ key })),
    );
    fc.assert(
      fc.property(name, fc.array(segment), (first, rest) => {
        assert.deepEqual(parsePath(formatPath([first, ...rest])), [first, ...rest]);
      }),
    );
  });

  it("is inside its beginnings, and a star stands for any one segment", () => {
    const path: Path = ["rules", { key: "Allow" }, "setScl"];
    assert.equal(isInside(path, parsePath("rules")), true);
    assert.equal(isInside(path, parsePath('rules["Allow"]')), true);
    assert.equal(isInside(path, parsePath("rules[*].setScl")), true);
    assert.equal(isInside(path, parsePath("rules[*].comments")), false);
    assert.equal(isInside(["rules"], parsePath("rules[*].comments")), false);
  });
});
