/** A CLI on PATH is taken only if it runs, is new enough, and has its language host. */
import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fromPath } from "../../../tools/pulumi/from-path";
import { type FakeMachine, fakeMachine } from "./fake-machine";

describe("the way over PATH", () => {
  let fake: FakeMachine;
  beforeEach(() => {
    fake = fakeMachine(["first", "second"]);
  });
  afterEach(() => fake.remove());

  async function reason(): Promise<string> {
    const attempt = await fromPath(fake.machine);
    assert.equal(attempt.kind, "absent");
    return attempt.reason;
  }

  it("finds a new enough pulumi with its language host beside it", async () => {
    const pulumi = fake.pulumi("first", "v3.300.1");
    const bin = join(fake.root, "first");
    assert.deepEqual(await fromPath(fake.machine), {
      kind: "found",
      pulumi: { bin, pulumi, version: "3.300.1", source: "path", executablePack: true },
    });
  });

  it("accepts a language host elsewhere on PATH", async () => {
    fake.pulumi("first", "v3.255.0", false);
    fake.script("second/pulumi-language-nodejs", "exit 0");
    assert.equal((await fromPath(fake.machine)).kind, "found");
  });

  it("accepts a link to a pulumi that has its language host beside it", async () => {
    const target = fake.pulumi("elsewhere", "v3.255.0");
    mkdirSync(join(fake.root, "first"));
    symlinkSync(target, join(fake.root, "first", "pulumi"));
    assert.equal((await fromPath(fake.machine)).kind, "found");
  });

  it("passes over one that is too old and takes the next", async () => {
    fake.pulumi("first", "v3.254.9");
    fake.pulumi("second", "v3.255.0");
    const attempt = await fromPath(fake.machine);
    assert.equal(attempt.kind === "found" && attempt.pulumi.bin, join(fake.root, "second"));
  });

  it("names the version that is too old and the one that is needed", async () => {
    fake.pulumi("first", "v3.254.9");
    assert.match(await reason(), /3\.254\.9.*need 3\.255\.0/);
  });

  it("does not take one without a language host", async () => {
    fake.pulumi("first", "v3.300.0", false);
    assert.match(await reason(), /no pulumi-language-nodejs/);
  });

  it("does not take one that does not run", async () => {
    fake.pulumi("first", "v3.300.0");
    fake.script("first/pulumi", "exit 3");
    assert.match(await reason(), /does not run \(exit code 3\)/);
  });

  it("says so when PATH holds none", async () => {
    assert.equal(await reason(), "there is no pulumi on PATH");
  });
});
