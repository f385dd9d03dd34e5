/** A stage counts what mocha really did, reasons of skipped tests included. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunChild, runStage, splitArguments, withoutPulumi } from "../../../tools/test/stage";

const repository = join(__dirname, "..", "..", "..");

/** Runs mocha without showing the output of tests that are meant to fail. */
const quietly: RunChild = (command, given, options) =>
  new Promise((resolve) => {
    const child = spawn(command, given, { ...options, stdio: "ignore" });
    child.on("close", (code) => resolve(code ?? 1));
  });

describe("a stage of tests", function () {
  // It starts real programs, which a busy computer is slow to do.
  this.timeout(60_000);

  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "stage-"));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  function stage(
    source: string,
    mochaArguments: readonly string[] = [],
    environment: NodeJS.ProcessEnv = {},
  ) {
    const file = join(directory, "sample.test.ts");
    const skipBecause = JSON.stringify(join(repository, "tools", "test", "skip-because"));
    writeFileSync(file, `import { skipBecause } from ${skipBecause};\n${source}`);
    return runStage(
      repository,
      { name: "sample", specifications: [file], mochaArguments, environment },
      quietly,
    );
  }

  it("counts passed, failed and skipped tests, each skipped one with its reason", async () => {
    const counts = await stage(`
      describe("sample", () => {
        it("passes", () => {});
        it("fails", () => { throw new Error("meant to"); });
        it("skips", function () { skipBecause(this, "no moon"); });
        it.skip("is skipped in the source", () => {});
        describe("inner", () => {
          before(function () { skipBecause(this, "no sun"); });
          it("is never run", () => { throw new Error("it ran"); });
        });
      });`);
    assert.deepEqual(counts, {
      passed: 1,
      failed: 1,
      skipped: [
        { title: "sample skips", reason: "no moon" },
        {
          title: "sample is skipped in the source",
          reason: "marked as skipped in its source, without a reason",
        },
        { title: "sample inner is never run", reason: "no sun" },
      ],
    });
  });

  it("keeps the reason given in a beforeEach hook with the test it skips", async () => {
    const counts = await stage(`
      describe("sample", () => {
        let first = true;
        beforeEach(function () { if (first) { first = false; skipBecause(this, "only once"); } });
        it("one", () => {});
      });`);
    assert.deepEqual(counts.skipped, [{ title: "sample one", reason: "only once" }]);
  });

  it("skips every test, and runs no hook, where there is no Pulumi CLI", async () => {
    const source = `
      describe("sample", () => {
        before(() => { throw new Error("the hook ran"); });
        it("one", () => {});
        describe("inner", () => { it("two", () => {}); });
      });`;
    const { mochaArguments, environment } = withoutPulumi(repository, "no Go");
    const counts = await stage(source, mochaArguments, environment);
    assert.deepEqual(counts, {
      passed: 0,
      failed: 0,
      skipped: [
        { title: "sample one", reason: "no Go" },
        { title: "sample inner two", reason: "no Go" },
      ],
    });
  });

  it("counts a hook that fails", async () => {
    const counts = await stage("before(() => { throw new Error('meant to'); }); it('one', () => {});");
    assert.equal(counts.failed, 1);
  });

  it("that mocha cannot even load is one failure", async () => {
    assert.deepEqual(await stage("const = 1;"), { passed: 0, failed: 1, skipped: [] });
  });
});

describe("what npm test is given", () => {
  const endToEnd = ["test/end-to-end/**/*.test.ts"];

  it("is everything when it names no place", () => {
    const split = splitArguments(["--grep", "allow rule"]);
    assert.deepEqual(split, { fast: ["test/**/*.test.ts"], endToEnd, others: ["--grep", "allow rule"] });
  });

  it("is only the places that it names, each in its stage", () => {
    const split = splitArguments(["./test/mailflow/a.test.ts", "test/end-to-end/b.test.ts", "--bail"]);
    assert.deepEqual(split, {
      fast: ["test/mailflow/a.test.ts"],
      endToEnd: ["test/end-to-end/b.test.ts"],
      others: ["--bail"],
    });
  });
});
