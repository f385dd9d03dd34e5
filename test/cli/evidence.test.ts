/** `evidence`: a saved message trace against the verdict. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { allowedExample, exampleFile, exampleUsers } from "./example-tenant";
import { repository, runCli, temporaryFiles } from "./run-cli";

const exampleTrace = join(repository, "examples", "message-traces", "contoso.csv");
const asOf = ["--as-of", "2026-12-01"];

describe("evidence", function () {
  this.timeout(120_000);
  const files = temporaryFiles();
  const evidence = (trace: string, tenant: string, ...more: readonly string[]) =>
    runCli(["evidence", "--message-trace", trace, "--exchange", tenant, ...asOf, ...more]);
  const allowed = (): string => files.write("allowed.json", JSON.stringify(allowedExample()));
  const lines = readFileSync(exampleTrace, "utf8").split("\n");
  const only = (status: string): string =>
    files.write(
      `${status}.csv`,
      [lines[0], ...lines.filter((line) => line.includes(`"${status}"`))].join("\n"),
    );

  it("puts a contradiction of a proof first, and ends 1", async () => {
    const { exitCode, stdout } = await evidence(exampleTrace, allowed());
    assert.equal(exitCode, 1, stdout);
    assert.match(stdout, /^CONTRADICTED: /u);
    assert.match(stdout, /1\. error {2}evidence-contradicts-proven/u);
    const flat = stdout.replace(/\s+/gu, " ");
    assert.match(
      flat,
      /mail from noreply@notify\.aircall\.io did not reach the inbox \(Quarantined: 1, last on 2026-11-30T09:02:12Z/u,
    );
    assert.match(flat, /takes up to 30 minutes or more/u);
    assert.match(
      stdout,
      /ines\.marchetti@contoso\.example +noreply@notify\.aircall\.io +PROVEN +1 stopped +CONTRADICTS/u,
    );
    assert.match(flat, /Delivered covers the Junk Email folder/u);
  });

  it("ends 0 where everything arrived as proven", async () => {
    const { exitCode, stdout } = await evidence(only("Delivered"), allowed());
    assert.equal(exitCode, 0, stdout);
    assert.match(stdout, /^CONFIRMED: /u);
  });

  it("says where real mail was stopped and the verdict left that open", async () => {
    const { exitCode, stdout } = await evidence(only("FilteredAsSpam"), exampleFile);
    assert.equal(exitCode, 1, stdout);
    assert.match(stdout, /^STOPPED: /u);
    assert.match(stdout, /evidence-shows-stop/u);
  });

  it("reads UTF-16 with semicolons, as Windows PowerShell and Excel write it", async () => {
    const text = readFileSync(only("Delivered"), "utf8").replaceAll('","', '";"');
    const file = files.write("utf16.csv", Buffer.from(`\ufeff${text}`, "utf16le"));
    const { exitCode, stdout } = await evidence(file, allowed());
    assert.equal(exitCode, 0, stdout);
  });

  it("is asked about the users of Aircall, and names those it knows nothing of", async () => {
    const { exitCode, stdout } = await evidence(
      only("Delivered"),
      allowed(),
      "--users",
      exampleUsers,
      "--format",
      "json",
    );
    assert.equal(exitCode, 0, stdout);
    const parsed = JSON.parse(stdout);
    assert.equal(parsed.evidence, "confirmed");
    assert.equal(parsed.verdict, "proven");
    assert.ok(parsed.unseen.includes("tomas.okafor@contoso.example"));
    assert.ok(!parsed.unseen.includes("vera.lindqvist@contoso.example"));
    assert.deepEqual(
      parsed.rows.map(({ arrival, judgement, isSure }: Record<string, unknown>) => [
        arrival,
        judgement,
        isSure,
      ]),
      [
        ["delivered", "confirms", true],
        ["delivered", "confirms", false],
      ],
    );
  });

  it("speaks French and Markdown", async () => {
    const french = await evidence(exampleTrace, allowed(), "--locale", "fr");
    assert.match(french.stdout, /^CONTREDIT\u00a0: /u);
    const markdown = await evidence(exampleTrace, allowed(), "--format", "markdown");
    assert.match(markdown.stdout, /^### CONTRADICTED: /u);
    assert.match(markdown.stdout, /\n\| user \| sender \|/u);
  });

  it("names a file that is no message trace", async () => {
    const { exitCode, stderr } = await evidence(exampleUsers, exampleFile);
    assert.equal(exitCode, 2);
    assert.match(stderr, /found the columns First name, Last name, Email.*expected a message trace/u);
  });
});
