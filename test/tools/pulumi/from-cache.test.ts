/** A cached CLI is used again, unless it is not whole. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { fromCache } from "../../../tools/pulumi/from-cache";
import { pinnedVersion } from "../../../tools/pulumi/release";
import { type FakeMachine, fakeMachine } from "./fake-machine";

describe("the way over the cache", () => {
  const place = join("cache", "pulumi", pinnedVersion);
  let fake: FakeMachine;
  beforeEach(() => {
    fake = fakeMachine(["elsewhere"]);
  });
  afterEach(() => fake.remove());

  it("finds the cached CLI", async () => {
    fake.pulumi(place, `v${pinnedVersion}`);
    const attempt = await fromCache(fake.machine);
    assert.ok(attempt.kind === "found");
    assert.equal(attempt.pulumi.source, "cache");
    assert.equal(attempt.pulumi.bin, join(fake.root, place));
  });

  it("does not borrow a language host of another version from PATH", async () => {
    fake.pulumi(place, `v${pinnedVersion}`, false);
    fake.script("elsewhere/pulumi-language-nodejs", "exit 0");
    assert.equal((await fromCache(fake.machine)).kind, "absent");
  });

  it("does not take a cached file that does not run", async () => {
    fake.pulumi(place, `v${pinnedVersion}`);
    fake.script(join(place, "pulumi"), "exit 126");
    assert.equal((await fromCache(fake.machine)).kind, "absent");
  });

  it("finds nothing in an empty cache", async () => {
    assert.equal((await fromCache(fake.machine)).kind, "absent");
  });
});
