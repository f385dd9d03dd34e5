/** `check` on the example company: verdicts, exit codes, formats, languages, several tenants. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { allowedExample, exampleFile, exampleUsers, readExample } from "./example-tenant";
import { report } from "./report-shape";
import { runCli, temporaryFiles } from "./run-cli";

const asOf = ["--as-of", "2026-12-01"];

describe("check", function () {
  // Each test starts processes; a loaded machine may take long, and that is no failure.
  this.timeout(120_000);
  const files = temporaryFiles();

  it("ends 1 on the example company: its newsletter rule sends Aircall mail to Junk", async () => {
    const { exitCode, stdout, stderr } = await runCli([
      "check",
      "--exchange",
      exampleFile,
      "--users",
      exampleUsers,
      ...asOf,
    ]);
    assert.equal(exitCode, 1, stderr);
    assert.match(stdout, /^BLOCKED: .*\ncontoso\.example, as of 2026-12-01T00:00Z/u);
    assert.match(stdout, /1\. error {2}rule-marks-spam\n {3}The transport rule "Newsletters to Junk"/u);
    assert.match(
      stdout,
      /To whom .*\n(?:.*\n)*? {3}Why .*\n(?:.*\n)*? {3}What to do .*\n(?:.*\n)*? {3}Shown by/u,
    );
    assert.match(stdout, /Forged mail: NO BYPASS/u);
    assert.match(stdout, /This rests on:\n {3}- Aircall writes/u);
    assert.equal(stderr, "");
  });

  it("ends 0 once the recommended allow rule is in first place", async () => {
    const file = files.write("allowed.json", JSON.stringify(allowedExample()));
    const { exitCode, stdout } = await runCli([
      "check",
      "--exchange",
      file,
      "--users",
      exampleUsers,
      ...asOf,
    ]);
    assert.equal(exitCode, 0, stdout);
    assert.match(stdout, /^PROVEN: /u);
    assert.match(stdout, /Nothing stands in the way\./u);
    assert.match(stdout, /Forged mail: NARROW/u);
  });

  it("prints the JSON of the documented shape, each block with a mail", async () => {
    const { exitCode, stdout } = await runCli([
      "check",
      "--exchange",
      exampleFile,
      "--format",
      "json",
      ...asOf,
    ]);
    assert.equal(exitCode, 1);
    const parsed = report.parse(JSON.parse(stdout));
    const blocks = parsed.findings.filter(({ severity }) => severity === "error");
    assert.ok(blocks.length > 0);
    for (const block of blocks) assert.ok(block.witness !== undefined, block.message);
  });

  it("tells when the verdict changes, and why", async () => {
    const allowed = allowedExample();
    const [allow, ...others] = allowed["Get-TransportRule"] ?? [];
    const lapsing = { ...allow, ExpiryDate: "2027-03-01T00:00:00Z" };
    const file = files.write(
      "lapsing.json",
      JSON.stringify({ ...allowed, "Get-TransportRule": [lapsing, ...others] }),
    );
    const now = await runCli(["check", "--exchange", file, ...asOf]);
    assert.equal(now.exitCode, 0);
    assert.match(
      now.stdout,
      /The verdict will change:\n {3}2027-03-01T00:00:00\.001Z {2}BLOCKED.*"Allow Aircall" expires/u,
    );
    const later = await runCli(["check", "--exchange", file, "--as-of", "2027-03-02"]);
    assert.equal(later.exitCode, 1);
  });

  it("speaks French", async () => {
    const { exitCode, stdout } = await runCli([
      "check",
      "--exchange",
      exampleFile,
      "--locale",
      "fr",
      ...asOf,
    ]);
    assert.equal(exitCode, 1);
    assert.match(stdout, /^BLOQUÉ\u00a0: les e-mails Aircall n'arrivent pas/u);
    assert.match(stdout, /liste blanche/u);
    assert.doesNotMatch(stdout, /What to do|The transport rule|every Aircall sender/u);
  });

  it("writes the report to a file that is whole, for its owner alone, and nothing else beside it", async () => {
    const out = files.path("report.json");
    const { exitCode, stdout } = await runCli([
      "check",
      "--exchange",
      exampleFile,
      "--format",
      "json",
      "--out",
      out,
      ...asOf,
    ]);
    assert.equal(exitCode, 1);
    assert.equal(stdout, "");
    report.parse(JSON.parse(readFileSync(out, "utf8")));
    if (process.platform !== "win32") assert.equal(statSync(out).mode & 0o777, 0o600);
    assert.deepEqual(
      readdirSync(files.path(".")).filter((name) => name.endsWith(".part")),
      [],
    );
  });

  it("is plain text where nobody watches", async () => {
    const { stdout } = await runCli(["check", "--exchange", exampleFile, ...asOf]);
    assert.equal(stdout.includes("\u001b"), false);
  });

  it("names a user whose mailbox was not read, and ends 3", async () => {
    const file = files.write("allowed.json", JSON.stringify(allowedExample()));
    const users = files.write(
      "users.csv",
      "Adresse e-mail;Nom\nvera.lindqvist@contoso.example;V\nélodie@contoso.example;É\n",
    );
    const { exitCode, stdout } = await runCli(["check", "--exchange", file, "--users", users, ...asOf]);
    assert.equal(exitCode, 3);
    assert.match(stdout, /élodie@contoso\.example is not the address of any recipient/u);
  });

  it("decides for the senders asked for only", async () => {
    const blocking = readExample();
    const policies = (blocking["Get-HostedContentFilterPolicy"] ?? []).map((policy) => ({
      ...policy,
      BlockedSenders: ["team@aircall.io"],
    }));
    const file = files.write(
      "blocked-sender.json",
      JSON.stringify({ ...blocking, "Get-TransportRule": [], "Get-HostedContentFilterPolicy": policies }),
    );
    assert.equal((await runCli(["check", "--exchange", file, ...asOf])).exitCode, 1);
    const other = await runCli(["check", "--exchange", file, "--senders", "noreply@aircall.io", ...asOf]);
    assert.equal(other.exitCode, 3, other.stdout);
  });

  it("ignores unknown parts with a warning, and does not care about case", async () => {
    const { "Get-TransportRule": rules, ...others } = allowedExample();
    const file = files.write(
      "odd.json",
      JSON.stringify({ ...others, "get-transportrule": rules, "Get-Weather": [], exportedAt: "now" }),
    );
    const { exitCode, stderr } = await runCli(["check", "--exchange", file, ...asOf]);
    assert.equal(exitCode, 0, stderr);
    assert.match(stderr, /warning: .*odd\.json: Get-Weather is not a part/u);
    assert.match(stderr, /exportedAt is not a part/u);
  });
});
