/** `check` on ScubaGear's sample of a real tenant. */
import assert from "node:assert/strict";
import { runCli, temporaryFiles } from "./run-cli";
import { needsScubaGearSample, readScubaGearSample, scubaGearSample } from "./samples";

describe("check on ScubaGear's sample", function () {
  this.timeout(120_000);
  before(function () {
    needsScubaGearSample(this);
  });
  const files = temporaryFiles();

  it("ends 3 and names what the sample does not hold", async () => {
    const { exitCode, stdout, stderr } = await runCli(["check", "--exchange", scubaGearSample]);
    assert.equal(exitCode, 3, stderr);
    assert.match(stdout, /^UNDECIDED: /u);
    for (const part of [
      "Get-HostedContentFilterPolicy",
      "Get-MalwareFilterPolicy",
      "Get-TenantAllowBlockListItems",
    ])
      assert.match(stdout, new RegExp(`${part} was not read`, "u"));
    assert.doesNotMatch(stdout, /Get-TransportRule was not read/u);
  });

  it('is blocked, with a replayed message, once a rule rejects the word "code"', async () => {
    const sample = readScubaGearSample();
    const rules = sample.transport_rule as readonly Record<string, unknown>[];
    const rejecting = {
      ...rules[0],
      Name: "No codes",
      Identity: "No codes",
      Priority: 1,
      PrependSubject: null,
      SubjectOrBodyContainsWords: ["code"],
      RejectMessageReasonText: "No codes by mail.",
    };
    const file = files.write(
      "with-rule.json",
      JSON.stringify({ ...sample, transport_rule: [...rules, rejecting] }),
    );
    const { exitCode, stdout } = await runCli(["check", "--exchange", file]);
    assert.equal(exitCode, 1);
    assert.match(stdout, /^BLOCKED: /u);
    assert.match(stdout, /rejected by the transport rule "No codes"/u);
    assert.match(stdout, /a mail that was replayed and ends rejected\n.*From: .*aircall\.io/u);
  });

  it("reads the file as Windows PowerShell's Out-File writes it", async () => {
    const text = JSON.stringify(readScubaGearSample());
    const file = files.write("utf16.json", Buffer.from(`\ufeff${text}`, "utf16le"));
    const { exitCode, stdout } = await runCli(["check", "--exchange", file]);
    assert.equal(exitCode, 3);
    assert.match(stdout, /tqhjy\.onmicrosoft\.com/u);
  });
});
