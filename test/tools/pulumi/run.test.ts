/** A program is run to its end, and stopping it ends everything it started. */
import assert from "node:assert/strict";
import { isProcessAlive } from "../../../tools/pulumi/lock";
import { run } from "../../../tools/pulumi/run";

const node = (script: string): [string, string[]] => [process.execPath, ["-e", script]];

/** A process that was killed keeps its number until its parent has taken note, which needs a moment. */
async function isSoonGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 500 && isProcessAlive(pid); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return !isProcessAlive(pid);
}

describe("a program", function () {
  // It starts real programs, which a busy computer is slow to do.
  this.timeout(60_000);

  it("answers its exit code and both outputs", async () => {
    const result = await run(...node("console.log('out'); console.error('err'); process.exitCode = 3"));
    assert.equal(result.exitCode, 3);
    assert.deepEqual(result.output.split("\n").sort(), ["err", "out"]);
  });

  it("that does not exist is a problem, not an exception", async () => {
    const result = await run("no-such-program-anywhere", []);
    assert.equal(result.exitCode, undefined);
    assert.match(result.problem ?? "", /ENOENT/);
  });

  it("that gives no answer in time is ended", async () => {
    const result = await run(...node("setInterval(() => {}, 1000)"), { timeoutMilliseconds: 100 });
    assert.match(result.problem ?? "", /no answer within/);
  });

  it("ends with everything it started when it is stopped", async () => {
    const controller = new AbortController();
    const child =
      "require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20_000)']).pid";
    const pids: number[] = [];
    const running = run(...node(`console.log(${child}); setInterval(() => {}, 1000)`), {
      signal: controller.signal,
      onLine: (line) => {
        pids.push(Number(line));
        controller.abort(new Error("stopped"));
      },
    });
    await assert.rejects(running, /stopped/);
    assert.equal(pids.length, 1);
    for (const pid of pids) assert.equal(await isSoonGone(pid), true);
  });

  it("is not even started after the stop", async () => {
    const signal = AbortSignal.abort(new Error("stopped"));
    await assert.rejects(run("no-such-program-anywhere", [], { signal }), /stopped/);
  });
});
