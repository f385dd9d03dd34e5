/** A search in the background can be ended at any moment, and leaves nothing running. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { isProcessAlive } from "../../../tools/pulumi/lock";
import { type FakeMachine, fakeMachine } from "./fake-machine";

const script = pathToFileURL(join(__dirname, "..", "..", "..", "tools", "pulumi", "background.mjs")).href;

describe("a search in the background", function () {
  // It starts real programs, which a busy computer is slow to do.
  this.timeout(60_000);

  let fake: FakeMachine;
  beforeEach(() => {
    fake = fakeMachine();
  });
  afterEach(() => fake.remove());

  /** Runs a module that has `search`, and answers what it printed and its exit code. */
  function runModule(body: string): Promise<{ readonly output: string; readonly exitCode: number | null }> {
    const code = `const search = (await import(${JSON.stringify(script)})).getPulumiInBackground();\n${body}`;
    const environment = {
      ...process.env,
      PATH: `${join(fake.root, "bin")}:${dirname(process.execPath)}`,
      AIRCALL_MAILFLOW_CACHE: join(fake.root, "cache"),
    };
    const child = spawn(process.execPath, ["--input-type=module", "-e", code], { env: environment });
    let output = "";
    child.stdout.on("data", (text) => {
      output += text;
    });
    return new Promise((resolve) => child.on("close", (exitCode) => resolve({ output, exitCode })));
  }

  it("answers the CLI it found", async () => {
    fake.pulumi("bin", "v3.300.0");
    const { output, exitCode } = await runModule(
      "console.log(JSON.stringify(await search.answer)); await search.end();",
    );
    assert.equal(exitCode, 0);
    assert.equal(JSON.parse(output).pulumi.bin, join(fake.root, "bin"));
  });

  it("ends a build and everything it started", async () => {
    const started = join(fake.root, "started");
    fake.script(
      "bin/go",
      `[ "$1" = env ] && echo go1.99.0 && exit 0\necho $$ > ${started}\nexec /bin/sleep 600`,
    );
    const { output, exitCode } = await runModule(`
      const { existsSync } = await import("node:fs");
      const within = Date.now() + 5_000;
      while (!existsSync(${JSON.stringify(started)}) && Date.now() < within) await new Promise((r) => setTimeout(r, 20));
      await search.end();
      console.log("ended");`);
    assert.equal(output.trim(), "ended");
    assert.equal(exitCode, 0);
    // Where the network is open the official download comes first, and the build is not reached in time.
    if (existsSync(started)) assert.equal(isProcessAlive(Number(readFileSync(started, "utf8"))), false);
    assert.deepEqual(
      readdirSync(join(fake.root, "cache", "pulumi")),
      [],
      "neither lock nor half a CLI is left",
    );
  });
});
