/** `ready diff` of runs that `ready` itself saved. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { oldDevices, readyArguments } from "./ready-company";
import { runCli, temporaryFiles } from "./run-cli";

describe("ready diff", function () {
  this.timeout(120_000);
  const files = temporaryFiles();
  let [allReady, tooOld, notRead, masked] = ["", "", "", ""];

  before(async () => {
    const given = readyArguments(files);
    const place = given.indexOf("--devices");
    const base = given.slice(0, place);
    const devices = given.slice(place);
    const saved = async (name: string, ...more: readonly string[]): Promise<string> => {
      const out = files.path(name);
      const { stderr } = await runCli([...base, "--format", "json", "--out", out, ...more]);
      assert.equal(stderr, "");
      return out;
    };
    allReady = await saved("ready.json", ...devices);
    tooOld = await saved("old.json", "--devices", files.write("old.csv", oldDevices));
    notRead = await saved("not-read.json");
    masked = await saved("masked.json", "--mask");
  });

  const diff = (...given: readonly string[]) => runCli(["ready", "diff", ...given]);

  it("ends 0 where nobody fell back, and names who became ready", async () => {
    const { exitCode, stdout, stderr } = await diff(tooOld, allReady, "--format", "json");
    assert.equal(exitCode, 0, stderr);
    const report = JSON.parse(stdout);
    assert.deepEqual(
      report.becameReady.map(({ email }: { readonly email: string }) => email),
      ["vera.lindqvist@contoso.example"],
    );
    assert.deepEqual(report.fellBack, []);
    assert.equal((await diff(allReady, allReady)).exitCode, 0);
  });

  it("ends 1 where somebody fell back to not ready, with the check that did it", async () => {
    const { exitCode, stdout } = await diff(allReady, tooOld, "--format", "markdown");
    assert.equal(exitCode, 1);
    assert.match(stdout, /vera\.lindqvist@contoso\.example/u);
    assert.match(stdout, /8\\?\.4\\?\.9/u);
    // From unknown to not ready is a step back too.
    assert.equal((await diff(notRead, tooOld)).exitCode, 1);
  });

  it("ends 3 where people fell back to unknown only", async () => {
    const { exitCode, stdout } = await diff(allReady, notRead);
    assert.equal(exitCode, 3);
    assert.match(stdout, /Tomas Okafor/u);
  });

  it("speaks French, masks people, and writes to a file", async () => {
    const out = files.path("diff.txt");
    const { exitCode, stdout } = await diff(allReady, tooOld, "--mask", "--locale", "fr", "--out", out);
    assert.equal(exitCode, 1);
    assert.equal(stdout, "");
    const text = readFileSync(out, "utf8");
    assert.doesNotMatch(text, /Lindqvist|vera\.lindqvist/iu);
    assert.match(text, /^RECUL.:/u);
  });

  it("ends 2 where a file is no run, is masked, or is missing", async () => {
    const users = files.path("users.csv");
    for (const [given, expected] of [
      [[allReady, users], /^error: .*users\.csv/u],
      [[masked, allReady], /^error: .*masked\.json.*masked addresses/u],
      [[allReady, files.path("none.json")], /none\.json: found no file at this path/u],
      [[allReady], /missing required argument 'after'/u],
      [[allReady, tooOld, "--format", "html"], /--format: found "html"; expected text or json or markdown/u],
    ] as const) {
      const { exitCode, stdout, stderr } = await diff(...given);
      assert.equal(exitCode, 2, stderr);
      assert.equal(stdout, "");
      assert.match(stderr, expected);
    }
  });
});
