/** `check` of several tenants: each is decided, one summary, the worst exit code. */
import assert from "node:assert/strict";
import { z } from "zod";
import { allowedExample, exampleFile } from "./example-tenant";
import { report } from "./report-shape";
import { runCli, temporaryFiles } from "./run-cli";

const asOf = ["--as-of", "2026-12-01"];

describe("check of several tenants", function () {
  this.timeout(120_000);
  const files = temporaryFiles();

  it("decides each, sums up, and takes the worst exit code", async () => {
    const file = files.write("allowed.json", JSON.stringify(allowedExample()));
    const { exitCode, stdout } = await runCli(["check", "--exchange", file, exampleFile, ...asOf]);
    assert.equal(exitCode, 1);
    assert.match(
      stdout,
      /^Summary:\n +file +tenant +delivery +Forged mail +findings\n.*PROVEN +NARROW +0\n.*BLOCKED +NO BYPASS +\d\n\n.*allowed\.json\nPROVEN: /u,
    );
  });

  it("goes on after one that cannot be read, and ends 2", async () => {
    const broken = files.write("broken.json", "{");
    const { exitCode, stdout, stderr } = await runCli(["check", "--exchange", broken, exampleFile, ...asOf]);
    assert.equal(exitCode, 2);
    assert.match(stderr, /broken\.json, line 1, column 2/u);
    assert.match(stdout, /^BLOCKED: /mu);
    assert.match(stdout, /broken\.json +NOT CHECKED/u);
  });

  it("lists them in the JSON, the failed one with its error", async () => {
    const broken = files.write("broken.json", "{");
    const { stdout } = await runCli([
      "check",
      "--exchange",
      broken,
      exampleFile,
      "--format",
      "json",
      ...asOf,
    ]);
    const failed = z.strictObject({ file: z.string(), error: z.string() });
    const { tenants } = z
      .strictObject({ tenants: z.tuple([failed, report.extend({ file: z.string() })]) })
      .parse(JSON.parse(stdout));
    assert.match(tenants[0].error, /expected a name in double quotes/u);
    assert.equal(tenants[1].verdict, "blocked");
  });
});
