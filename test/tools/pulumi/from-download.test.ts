/** The official archive is fetched, unpacked, tried and cached; a closed network only means the next way. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { archiveAddress, fromDownload } from "../../../tools/pulumi/from-download";
import type { Machine } from "../../../tools/pulumi/machine";
import { pinnedVersion } from "../../../tools/pulumi/release";
import { type FakeMachine, fakeMachine } from "./fake-machine";

const silent = () => undefined;

describe("the official archive", () => {
  it("has one address per platform and processor", () => {
    const base = `https://get.pulumi.com/releases/sdk/pulumi-v${pinnedVersion}`;
    assert.equal(archiveAddress("linux", "x64"), `${base}-linux-x64.tar.gz`);
    assert.equal(archiveAddress("darwin", "arm64"), `${base}-darwin-arm64.tar.gz`);
    assert.equal(archiveAddress("win32", "x64"), `${base}-windows-x64.zip`);
  });

  it("does not exist for every system", () => {
    assert.equal(archiveAddress("freebsd", "x64"), undefined);
    assert.equal(archiveAddress("linux", "ia32"), undefined);
  });
});

describe("the way over the download", () => {
  let fake: FakeMachine;
  beforeEach(() => {
    fake = fakeMachine();
  });
  afterEach(() => fake.remove());

  const answering = (response: () => Response): Machine => ({
    ...fake.machine,
    fetch: () => Promise.resolve(response()),
  });

  function archive(version: string): Buffer {
    fake.pulumi("source/pulumi", version);
    const file = join(fake.root, "archive.tar.gz");
    spawnSync("tar", ["-czf", file, "-C", join(fake.root, "source"), "pulumi"]);
    return readFileSync(file);
  }

  const leftInCache = () => {
    const directory = join(fake.root, "cache", "pulumi");
    return existsSync(directory) ? readdirSync(directory) : [];
  };

  it("leaves a working CLI in the cache and nothing beside it", async () => {
    const content = archive(`v${pinnedVersion}`);
    const attempt = await fromDownload(
      answering(() => new Response(new Uint8Array(content))),
      silent,
    );
    assert.ok(attempt.kind === "found", JSON.stringify(attempt));
    assert.equal(attempt.pulumi.source, "download");
    assert.equal(existsSync(attempt.pulumi.pulumi), true);
    assert.deepEqual(leftInCache(), [pinnedVersion]);
  });

  it("is merely absent where the network is closed", async () => {
    const attempt = await fromDownload(fake.machine, silent);
    assert.ok(attempt.kind === "absent");
    assert.match(attempt.reason, /get\.pulumi\.com cannot be reached/);
  });

  it("fails on an error of the server", async () => {
    const attempt = await fromDownload(
      answering(() => new Response("", { status: 404 })),
      silent,
    );
    assert.ok(attempt.kind === "failed");
    assert.match(attempt.reason, /404/);
  });

  it("fails on what is no archive, such as a proxy's login page, and caches nothing", async () => {
    const attempt = await fromDownload(
      answering(() => new Response("<html>log in</html>")),
      silent,
    );
    assert.ok(attempt.kind === "failed");
    assert.match(attempt.reason, /tar cannot unpack it/);
    assert.deepEqual(leftInCache(), []);
  });

  it("fails on a CLI that does not run, and caches nothing", async () => {
    const content = archive("nothing");
    const attempt = await fromDownload(
      answering(() => new Response(new Uint8Array(content))),
      silent,
    );
    assert.ok(attempt.kind === "failed");
    assert.deepEqual(leftInCache(), []);
  });

  it("stops when it is told to", async () => {
    const stopped = AbortSignal.abort(new Error("stopped"));
    await assert.rejects(fromDownload(fake.machine, silent, stopped), /stopped/);
  });
});
