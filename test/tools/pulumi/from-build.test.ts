/** The Go build is tried only with a Go that is new enough, and reports why it failed. */
import assert from "node:assert/strict";
import { chmodSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fromBuild, neededGo } from "../../../tools/pulumi/from-build";
import type { Machine } from "../../../tools/pulumi/machine";
import { pinnedVersion, versionText } from "../../../tools/pulumi/release";
import { type Run, run } from "../../../tools/pulumi/run";
import { type FakeMachine, fakeMachine } from "./fake-machine";

const modules = join(__dirname, "..", "..", "..", "tools", "pulumi");

/** Stands for `go`: answers its version, and builds a script that says Pulumi's. */
function go(version: string, build: { readonly fails?: readonly string[] } = {}): Run {
  return async (command, given, options) => {
    if (command !== "go") return run(command, given, options);
    if (given[0] === "env") return { exitCode: 0, output: version };
    for (const line of build.fails ?? []) options?.onLine?.(line);
    if (build.fails !== undefined) return { exitCode: 1, output: build.fails.join("\n") };
    const output = given[given.indexOf("-o") + 1] ?? "";
    writeFileSync(output, `#!/bin/sh\necho v${pinnedVersion}\n`);
    chmodSync(output, 0o755);
    return { exitCode: 0, output: "" };
  };
}

describe("the way over the Go build", () => {
  let fake: FakeMachine;
  beforeEach(() => {
    fake = fakeMachine();
  });
  afterEach(() => fake.remove());

  const progress: string[] = [];
  const attemptWith = (runGo: Run) => {
    const machine: Machine = { ...fake.machine, run: runGo };
    return fromBuild(machine, modules, (text) => progress.push(text));
  };

  it("asks for the newest Go that one of the modules names", async () => {
    assert.match(versionText(await neededGo(modules)), /^1\.\d+\.\d+$/);
  });

  it("puts both programs into the cache", async () => {
    const attempt = await attemptWith(go("go1.99.0"));
    assert.ok(attempt.kind === "found", JSON.stringify(attempt));
    assert.equal(attempt.pulumi.source, "build");
    assert.deepEqual(readdirSync(attempt.pulumi.bin).sort(), ["pulumi", "pulumi-language-nodejs"]);
  });

  it("is absent without Go", async () => {
    const attempt = await attemptWith(async () => ({
      exitCode: undefined,
      output: "",
      problem: "spawn go ENOENT",
    }));
    assert.ok(attempt.kind === "absent");
    assert.match(attempt.reason, /Go is not installed/);
  });

  it("is absent with a Go that is too old, and names both versions", async () => {
    const attempt = await attemptWith(go("go1.20.4"));
    assert.ok(attempt.kind === "absent");
    assert.match(attempt.reason, /go1\.20\.4.*needs 1\.\d+/);
  });

  it("fails with what Go said, without its progress, and caches nothing", async () => {
    const attempt = await attemptWith(
      go("go1.99.0", {
        fails: ["go: downloading a.example/b v1.0.0", "a.example/b", "dial tcp: no such host"],
      }),
    );
    assert.ok(attempt.kind === "failed");
    assert.match(attempt.reason, /dial tcp: no such host/);
    assert.doesNotMatch(attempt.reason, /downloading/);
    assert.equal(existsSync(join(fake.root, "cache", "pulumi", pinnedVersion)), false);
  });

  it("clears what a killed run left behind", async () => {
    fake.script(join("cache", "pulumi", `${pinnedVersion}.partial-1-abcd`, "pulumi"), "exit 0");
    await attemptWith(go("go1.99.0"));
    assert.deepEqual(readdirSync(join(fake.root, "cache", "pulumi")), [pinnedVersion]);
  });
});
