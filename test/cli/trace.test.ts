/** `trace`: one mail to one user, stage by stage, in words for a help desk. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { allowedExample, exampleFile, readExample } from "./example-tenant";
import { repository, runCli, temporaryFiles } from "./run-cli";

const vera = "vera.lindqvist@contoso.example";
const savedMail = join(repository, "examples", "mail", "login-code.eml");
const asOf = ["--as-of", "2026-12-01"];

const blocked = (): string => {
  const example = readExample();
  const rules = example["Get-TransportRule"] ?? [];
  const block = {
    Name: "Block codes",
    Priority: 1,
    State: "Enabled",
    Mode: "Enforce",
    FromScope: "NotInOrganization",
    SubjectContainsWords: ["code", "pin"],
    Quarantine: true,
  };
  const [first = {}, ...others] = rules;
  return JSON.stringify({
    ...example,
    "Get-TransportRule": [first, block, ...others.map((rule, place) => ({ ...rule, Priority: place + 2 }))],
  });
};

describe("trace", function () {
  this.timeout(120_000);
  const files = temporaryFiles();
  const trace = (file: string, ...more: readonly string[]) =>
    runCli(["trace", "--exchange", file, "--user", vera, ...asOf, ...more]);

  it("tells the deciding step first: the verdict, why with the values seen, what happens, what to do", async () => {
    const { exitCode, stdout, stderr } = await trace(files.write("blocked.json", blocked()));
    assert.equal(exitCode, 1, stderr);
    const flat = stdout.replace(/\s+/gu, " ");
    assert.match(
      stdout,
      /^QUARANTINED: this mail does not arrive: it ends in quarantine\nFrom noreply@aircall\.io to vera/u,
    );
    assert.match(
      flat,
      /Why Step 5, transport rules: rule "Block codes" \(priority 1\) matches because the sender is outside the organization \(it is "[^"]+"\) and the subject contains one of these words: code, pin \(it is "\[EXTERNAL\] Your Aircall verification code is 123456"\)\. What happens .*Nobody is told, unless .* Now An administrator finds and releases it .* For good Put the allow rule for Aircall above "Block codes"/u,
    );
    assert.match(flat, /Step by step: .*Step 6, Tenant Allow\/Block List - not reached/u);
    assert.ok(stdout.indexOf("Why") < stdout.indexOf("Step by step"));
  });

  it("ends 0 where the allow takes the mail to the inbox past the filter", async () => {
    const { exitCode, stdout } = await trace(files.write("allowed.json", JSON.stringify(allowedExample())));
    assert.equal(exitCode, 0, stdout);
    assert.match(stdout, /^IN THE INBOX: /u);
    assert.match(stdout.replace(/\s+/gu, " "), /bypassed by rule "Allow Aircall"/u);
    assert.doesNotMatch(stdout, /For good/u);
  });

  it("ends 3 where the filter decides, and says so", async () => {
    const { exitCode, stdout } = await trace(exampleFile);
    assert.equal(exitCode, 3, stdout);
    assert.match(stdout, /^UNDECIDED: /u);
    assert.match(stdout, /the classifier decides/u);
  });

  it("follows a real mail with its own subject, sender and address", async () => {
    const { exitCode, stdout } = await trace(
      files.write("blocked.json", blocked()),
      "--eml",
      savedMail,
      "--format",
      "json",
    );
    assert.equal(exitCode, 1);
    const parsed = JSON.parse(stdout);
    assert.equal(parsed.outcome, "quarantined");
    assert.equal(parsed.isTypical, false);
    assert.equal(parsed.message.from, "noreply@notify.aircall.io");
    assert.equal(parsed.message.sourceIp, "198.51.100.27");
    assert.deepEqual(
      parsed.endings.map(({ rule, stage, step }: Record<string, unknown>) => [rule, stage, step]),
      [["Block codes", "transport-rules", 5]],
    );
    const rule = parsed.steps.find((step: { rule?: string }) => step.rule === "Block codes");
    assert.equal(rule.matched, true);
    assert.deepEqual(
      rule.conditions.map(({ parameter, holds }: Record<string, unknown>) => [parameter, holds]),
      [
        ["FromScope", true],
        ["SubjectContainsWords", true],
      ],
    );
    assert.match(parsed.explanation[0], /^QUARANTINED: /u);
  });

  it("knows a user by any address of the mailbox, and says where nobody has it", async () => {
    const nobody = await runCli([
      "trace",
      "--exchange",
      exampleFile,
      "--user",
      "no.body@contoso.example",
      ...asOf,
    ]);
    assert.equal(nobody.exitCode, 3);
    assert.match(
      nobody.stdout,
      /no\.body@contoso\.example is not the address of any recipient that was read\./u,
    );
  });

  it("speaks French, and leaves no English but names", async () => {
    const { stdout } = await trace(
      files.write("blocked.json", blocked()),
      "--locale",
      "fr",
      "--scope",
      "organisation",
    );
    assert.match(stdout, /^EN QUARANTAINE\u00a0: cet e-mail n'arrive pas/u);
    assert.match(stdout.replace(/\s+/gu, " "), /l'objet contient l'un de ces mots : code, pin/u);
    const own = stdout.replace(/«[^»]*»|"[^"]*"/gu, "").replace(/nomin|\S+@\S+/gu, "");
    assert.doesNotMatch(own, /\b(?:the|because|whether|does|mail is|read|rule)\b/iu);
  });

  it("is Markdown for a ticket, and a file with --out", async () => {
    const out = files.path("trace.md");
    const { exitCode, stdout } = await trace(
      files.write("blocked.json", blocked()),
      "--format",
      "markdown",
      "--out",
      out,
    );
    assert.equal(exitCode, 1);
    assert.equal(stdout, "");
    const { readFileSync } = await import("node:fs");
    const text = readFileSync(out, "utf8");
    assert.match(text, /^### QUARANTINED: /u);
    assert.match(text, /- \*\*Why\*\*: Step 5/u);
  });

  it("names an input that cannot be used", async () => {
    const cases = [
      [["--user", "Vera"], /--user: found "Vera"; expected one e-mail address/u],
      [["--eml", exampleFile], /found no From field with an address; expected a mail saved/u],
      [["--eml", savedMail, "--from", "team@aircall.io"], /--from: found --eml as well/u],
      [["--eml", files.path("absent.eml")], /found no file at this path/u],
    ] as const;
    for (const [more, message] of cases) {
      const { exitCode, stderr } = await trace(exampleFile, ...more);
      assert.equal(exitCode, 2);
      assert.match(stderr, message);
    }
  });
});
