/** The first steps in a fresh clone: the right Node.js, and the locked dependencies installed once. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { type TemporaryProject, temporaryProject } from "../build/temporary-project";

const bootstrap = join(__dirname, "..", "..", "..", "tools", "bootstrap");

/** Runs one expression over the exports of a bootstrap script, as plain Node.js does in a fresh clone. */
function evaluate(script: string, expression: string): string {
  const url = JSON.stringify(join(bootstrap, script));
  const code = `const m = await import(${url}); try { console.log(await (${expression})); } catch (e) { console.log(e.message); }`;
  const result = spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" });
  assert.equal(result.stderr, "");
  return result.stdout.trim();
}

describe("a Node.js version", () => {
  for (const version of ["20.19.0", "20.20.2", "22.0.0", "24.1.0", "25.0.0-nightly"]) {
    it(`${version} is new enough`, () => {
      assert.equal(evaluate("node-version.mjs", `m.requireNode("${version}")`), "undefined");
    });
  }
  for (const version of ["18.20.8", "20.18.3"]) {
    it(`${version} is too old, and the message says what is needed`, () => {
      assert.match(
        evaluate("node-version.mjs", `m.requireNode("${version}")`),
        /20\.19\.0 or newer is needed/,
      );
    });
  }
});

describe("the locked dependencies", function () {
  // It starts real programs, which a busy computer is slow to do.
  this.timeout(60_000);

  const wanted = {
    "": {},
    "node_modules/a": { version: "1.0.0" },
    "node_modules/b": { version: "2.0.0", optional: true },
  };
  let project: TemporaryProject;
  beforeEach(() => {
    project = temporaryProject();
    project.write("package-lock.json", JSON.stringify({ packages: wanted }));
  });
  afterEach(() => project.remove());

  const areInstalled = () =>
    evaluate("installed.mjs", `m.areDependenciesInstalled(${JSON.stringify(project.root)})`);
  const installed = (packages: object) =>
    project.write("node_modules/.package-lock.json", JSON.stringify({ packages }));

  it("are not installed in a fresh clone", () => assert.equal(areInstalled(), "false"));

  it("are installed once that was remembered, until the lock file changes", () => {
    project.write("node_modules/keep", "");
    evaluate("installed.mjs", `m.rememberInstalled(${JSON.stringify(project.root)})`);
    assert.equal(areInstalled(), "true");
    project.write(
      "package-lock.json",
      JSON.stringify({ packages: { ...wanted, "node_modules/c": { version: "1.0.0" } } }),
    );
    assert.equal(areInstalled(), "false");
    rmSync(join(project.root, "node_modules"), { recursive: true });
    assert.equal(areInstalled(), "false");
  });

  it("are installed when npm itself says so, but for an optional package of another platform", () => {
    installed({ "node_modules/a": { version: "1.0.0" } });
    assert.equal(areInstalled(), "true");
  });

  it("are not installed when a version differs, one is missing, or one too many is there", () => {
    installed({ "node_modules/a": { version: "1.0.1" } });
    assert.equal(areInstalled(), "false");
    installed({ "node_modules/b": { version: "2.0.0" } });
    assert.equal(areInstalled(), "false");
    installed({ "node_modules/a": { version: "1.0.0" }, "node_modules/z": { version: "1.0.0" } });
    assert.equal(areInstalled(), "false");
  });
});
