/** `check` of many tenants: decided in processes, told in the order given, none stopped by another. */
import assert from "node:assert/strict";
import { copyFileSync, truncateSync } from "node:fs";
import { allowedExample, exampleFile } from "./example-tenant";
import { needsBuiltCli, type Ran, runBuiltCli, runCli, temporaryFiles } from "./run-cli";

const asOf = ["--as-of", "2026-12-01"];

/** File and delivery of each row of the summary. */
const summaryOf = ({ stdout }: Ran): readonly string[] => {
  const [summary = ""] = stdout.split("\n\n", 1);
  return summary
    .split("\n")
    .slice(2)
    .map(
      (row) =>
        /(\S+)\.json +(?:contoso\.example +)?([A-Z ]+?)(?: {2}|$)/u.exec(row)?.slice(1).join(" ") ?? row,
    )
    .map((row) => row.replace(/^.*\//u, ""));
};

for (const [name, run] of [
  ["the sources", runCli],
  ["the built program", runBuiltCli],
] as const)
  describe(`check of many tenants by ${name}`, function () {
    this.timeout(240_000);
    const files = temporaryFiles();
    const inputs: string[] = [];
    before(function () {
      if (run === runBuiltCli) needsBuiltCli(this);
      const allowed = files.write("a.json", JSON.stringify(allowedExample()));
      inputs.push(allowed, files.write("b.json", "{"));
      for (const letter of "cdefg") {
        const file = files.path(`${letter}.json`);
        copyFileSync(letter === "d" ? exampleFile : allowed, file);
        inputs.push(file);
      }
    });

    it("sums up first, in the order given, and takes the worst exit code", async () => {
      const ran = await run(["check", ...inputs, ...asOf]);
      assert.equal(ran.exitCode, 2, ran.stderr);
      assert.deepEqual(summaryOf(ran), [
        "a PROVEN",
        "b NOT CHECKED",
        "c PROVEN",
        "d BLOCKED",
        "e PROVEN",
        "f PROVEN",
        "g PROVEN",
      ]);
      assert.match(ran.stderr, /^error: .*b\.json, line 1, column 2: [^\n]*\n$/u);
      assert.match(ran.stdout, /d\.json\nBLOCKED: (?:.*\n)*? {3}Shown by/u);
    });

    it("says the same, to the letter, as one after the other", async () => {
      const [few, rest] = [inputs.slice(0, 4), inputs.slice(4)];
      const many = await run(["check", "--format", "json", ...few, ...rest, ...asOf]);
      const parts = [
        await run(["check", "--format", "json", ...few, ...asOf]),
        await run(["check", "--format", "json", ...rest, ...asOf]),
      ];
      const tenants = (stdout: string): readonly unknown[] => JSON.parse(stdout).tenants;
      assert.deepEqual(
        tenants(many.stdout),
        parts.flatMap(({ stdout }) => tenants(stdout)),
      );
    });
  });

describe("check of many tenants, one of them too large for a process", function () {
  this.timeout(240_000);
  const files = temporaryFiles();
  before(function () {
    needsBuiltCli(this);
  });

  it("tells that it could not be decided, and decides the others", async () => {
    const allowed = files.write("a.json", JSON.stringify(allowedExample()));
    const item = `{"PrimarySmtpAddress":"${"a".repeat(50)}@contoso.example","Count":1,"x":[1,2,3]}`;
    const huge = files.write("huge.json", `{"Get-Mailbox":[${`${item},`.repeat(400_000)}${item}]}`);
    const ran = await runBuiltCli(["check", huge, allowed, ...asOf], {
      NODE_OPTIONS: "--max-old-space-size=60",
    });
    truncateSync(huge);
    assert.equal(ran.exitCode, 2, ran.stderr);
    assert.deepEqual(summaryOf(ran), ["huge NOT CHECKED", "a PROVEN"]);
    assert.match(ran.stderr, /huge\.json: found more than one process can hold/u);
  });
});
