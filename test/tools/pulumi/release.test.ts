/** Versions are read and compared as Pulumi and Go print them. */
import assert from "node:assert/strict";
import { isAtLeast, oldestUsableVersion, parseVersion, pinnedVersion } from "../../../tools/pulumi/release";

function version(text: string) {
  const parsed = parseVersion(text);
  assert.ok(parsed !== undefined, `${text} holds a version`);
  return parsed;
}

describe("a version", () => {
  for (const [text, numbers] of [
    ["v3.259.0", [3, 259, 0]],
    ["3.255.1\n", [3, 255, 1]],
    ["warning: something\nv3.260.2\n", [3, 260, 2]],
    ["go 1.25.11", [1, 25, 11]],
    ["1.26", [1, 26, 0]],
  ] as const) {
    it(`is read from ${JSON.stringify(text)}`, () => assert.deepEqual(version(text).numbers, numbers));
  }

  it("is not found in a text without one", () => assert.equal(parseVersion("command not found"), undefined));

  it("is compared by number, not by letter", () => {
    assert.equal(isAtLeast(version("3.1000.0"), version("3.255.0")), true);
    assert.equal(isAtLeast(version("3.99.0"), version("3.255.0")), false);
    assert.equal(isAtLeast(version("4.0.0"), version("3.255.0")), true);
    assert.equal(isAtLeast(version("1.25.10"), version("1.25.11")), false);
  });

  it("comes after its own pre-releases", () => {
    assert.equal(isAtLeast(version("v3.255.0-alpha.1690000000"), version("3.255.0")), false);
    assert.equal(isAtLeast(version("v3.256.0-alpha.1690000000"), version("3.255.0")), true);
    assert.equal(isAtLeast(version("1.26rc1"), version("1.26")), false);
  });

  it("that is pinned is new enough for executable policy packs (pulumi.md 3.4)", () => {
    assert.equal(isAtLeast(version(pinnedVersion), version(oldestUsableVersion)), true);
  });
});
