/** `check --sample`: real saved mail beside the class of all mail. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { allowedExample, exampleFile } from "./example-tenant";
import { report } from "./report-shape";
import { repository, runCli, temporaryFiles } from "./run-cli";

const savedMail = join(repository, "examples", "mail", "login-code.eml");
const asOf = ["--as-of", "2026-12-01"];

describe("check --sample", function () {
  this.timeout(120_000);
  const files = temporaryFiles();
  const check = (tenant: string, samples: readonly string[], ...more: readonly string[]) =>
    runCli(["check", "--exchange", tenant, ...asOf, "--sample", ...samples, ...more]);
  const blockedBelow = (words: readonly string[]): string => {
    const example = allowedExample();
    const rules = (example["Get-TransportRule"] ?? [])
      .slice(1)
      .map((rule, place) => ({ ...rule, Priority: place + 1 }));
    const block = {
      Name: "Odd words",
      Priority: 0,
      State: "Enabled",
      Mode: "Enforce",
      SubjectContainsWords: words,
      Quarantine: true,
    };
    return files.write("odd.json", JSON.stringify({ ...example, "Get-TransportRule": [block, ...rules] }));
  };

  it("says which assumptions the mail bears out, and leaves a proof a proof", async () => {
    const { exitCode, stdout } = await check(files.write("allowed.json", JSON.stringify(allowedExample())), [
      savedMail,
    ]);
    assert.equal(exitCode, 0, stdout);
    assert.match(
      stdout.replace(/\s+/gu, " "),
      /The display name contains Aircall\. \(aircall\.md 1\.3; saved mails that bear it out: 1\)/u,
    );
  });

  it("finds a mail that does not arrive when it comes again, with the mail itself as witness", async () => {
    const odd = files.write(
      "odd.eml",
      readFileSync(savedMail, "utf8").replace("Subject: Your Aircall login code", "Subject: Zebra Aircall"),
    );
    const { exitCode, stdout } = await check(blockedBelow(["zebra"]), [odd], "--format", "json");
    assert.equal(exitCode, 1, stdout);
    const { findings } = report.parse(JSON.parse(stdout));
    const stopped = findings.find(({ code }) => code === "sample-stopped");
    assert.equal(stopped?.certainty, "certain");
    assert.equal(stopped?.rule, "Odd words");
    assert.equal(stopped?.witness?.subject, "Zebra Aircall");
    assert.match(stopped?.witness?.testMessage ?? "", /-Sender 'noreply@notify\.aircall\.io'/u);
    const likely = findings.find(({ code, certainty }) => code === "rule-blocks" && certainty === "likely");
    assert.equal(likely?.rule, "Odd words", "its words are likely text now");
  });

  it("without which such a word is unlikely", async () => {
    const { stdout } = await runCli([
      "check",
      "--exchange",
      blockedBelow(["zebra"]),
      ...asOf,
      "--format",
      "json",
    ]);
    const { findings } = report.parse(JSON.parse(stdout));
    assert.deepEqual(
      findings.filter(({ rule }) => rule === "Odd words").map(({ certainty }) => certainty),
      ["content-dependent"],
    );
  });

  it("tells a contradiction of what is assumed", async () => {
    const other = files.write(
      "other.eml",
      readFileSync(savedMail, "utf8").replace(
        "From: Aircall <noreply@notify.aircall.io>",
        "From: Codes <codes@aircall.io>",
      ),
    );
    const { exitCode, stdout } = await check(files.write("allowed.json", JSON.stringify(allowedExample())), [
      savedMail,
      other,
    ]);
    assert.equal(exitCode, 3, stdout);
    const flat = stdout.replace(/\s+/gu, " ");
    assert.match(flat, /sample-contradicts .*\(senders\): it comes from codes@aircall\.io/u);
    assert.match(flat, /\(display-name\): its display name is "Codes"/u);
  });

  it("refuses a mail that is not Aircall's", async () => {
    const mail = files.write("other.eml", "From: a@b.example\r\nTo: c@d.example\r\n\r\nx");
    const { exitCode, stderr } = await check(exampleFile, [mail]);
    assert.equal(exitCode, 2);
    assert.match(
      stderr,
      /found a mail from a@b\.example; expected a real mail from an address under aircall\.io/u,
    );
  });
});
