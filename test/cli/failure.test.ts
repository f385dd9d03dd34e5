/** What the reader is told of a failure. */
import assert from "node:assert/strict";
import { failureOf } from "../../src/cli/failure";
import { ExchangeError } from "../../src/tenants/exchange/exchange-error";
import { InputError } from "../../src/tenants/input-error";
import { runCli } from "./run-cli";

describe("a failure", () => {
  it("of the input is one line and exit 2", () => {
    const failure = failureOf(new InputError({ file: "a\nb", found: "x", expected: "y" }), {});
    assert.deepEqual(failure, { text: "error: a b: found x; expected y.", exitCode: 2 });
  });

  it("of the tenant says what happened and what to do, exit 2", () => {
    const error = new ExchangeError({ kind: "throttled", problem: "Too many.", nextStep: "Wait." });
    assert.deepEqual(failureOf(error, {}), { text: "error: Too many. Wait.", exitCode: 2 });
  });

  it("of this program is one line without a stack trace and exit 70", () => {
    const { text, exitCode } = failureOf(new TypeError("x is not a function"), {});
    assert.equal(exitCode, 70);
    assert.equal(text.split("\n").length, 1);
    assert.match(text, /^error: x is not a function \(a defect/u);
  });

  it("shows where it was thrown only when debugging", () => {
    assert.match(failureOf(new TypeError("x"), { AIRCALL_MAILFLOW_DEBUG: "1" }).text, /\n\s+at /u);
  });
});

describe("the command line", function () {
  this.timeout(120_000);

  it("tells its version and its commands", async () => {
    assert.match((await runCli(["--version"])).stdout, /^\d+\.\d+\.\d+\n$/u);
    const { exitCode, stdout } = await runCli(["--help"]);
    assert.equal(exitCode, 0);
    for (const command of ["check", "export", "explain", "tenant"])
      assert.match(stdout, new RegExp(`^ {2}${command}\\b`, "mu"));
    assert.match(stdout, /Exit codes: 0 proven/u);
  });

  it("lists the options of one command", async () => {
    const { exitCode, stdout } = await runCli(["check", "--help"]);
    assert.equal(exitCode, 0);
    for (const option of [
      "--exchange",
      "--users",
      "--senders",
      "--as-of",
      "--scope",
      "--format",
      "--out",
      "--locale",
    ])
      assert.ok(stdout.includes(option), option);
  });
});
