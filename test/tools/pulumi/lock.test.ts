/** One run at a time fetches or builds; a lock nobody holds any more stops nobody. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { acquireLock, type Holder, isProcessAlive } from "../../../tools/pulumi/lock";

const pollMilliseconds = 5;

describe("the lock of the cache", () => {
  let directory: string;
  let file: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "lock-"));
    file = join(directory, "not", "there", "yet", "3.259.0.lock");
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const heldBy = async (holder: Holder) => {
    await (await acquireLock(file))();
    writeFileSync(file, JSON.stringify(holder));
  };

  it("is a file while it is held", async () => {
    const release = await acquireLock(file);
    assert.equal(existsSync(file), true);
    await release();
    assert.equal(existsSync(file), false);
  });

  it("is waited for while somebody holds it, and tells by whom once", async () => {
    const events: string[] = [];
    const release = await acquireLock(file);
    const onWait = ({ pid }: Holder) => {
      events.push(`waiting for ${pid}`);
      setTimeout(() => {
        events.push("released");
        void release();
      }, pollMilliseconds * 4);
    };
    const second = await acquireLock(file, { pollMilliseconds, onWait });
    assert.deepEqual(events, [`waiting for ${process.pid}`, "released"]);
    await second();
  });

  it("is held by one of many that want it at once", async () => {
    let holding = 0;
    let most = 0;
    const work = async () => {
      const release = await acquireLock(file, { pollMilliseconds });
      holding += 1;
      most = Math.max(most, holding);
      await new Promise((resolve) => setTimeout(resolve, 2));
      holding -= 1;
      await release();
    };
    await Promise.all(Array.from({ length: 8 }, work));
    assert.equal(most, 1);
  });

  it("of a process that is gone is taken over", async () => {
    await heldBy({ pid: 4242, host: "here" });
    const self = { pid: 1, host: "here" };
    const release = await acquireLock(file, { holder: self, isAlive: () => false, pollMilliseconds });
    await release();
  });

  it("of another computer is not judged by its process number", async () => {
    await heldBy({ pid: 4242, host: "there" });
    const waiting = acquireLock(file, {
      holder: { pid: 1, host: "here" },
      isAlive: () => false,
      pollMilliseconds,
      signal: AbortSignal.timeout(pollMilliseconds * 10),
    });
    await assert.rejects(waiting);
  });

  it("that nobody refreshed for long is taken over, whatever process has its number now", async () => {
    await heldBy({ pid: process.pid, host: "there" });
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(file, longAgo, longAgo);
    const release = await acquireLock(file, { pollMilliseconds });
    await release();
  });

  it("that is half written is waited for until it is old", async () => {
    await heldBy({ pid: 1, host: "here" });
    writeFileSync(file, '{"pid":');
    const signal = AbortSignal.timeout(pollMilliseconds * 10);
    await assert.rejects(acquireLock(file, { pollMilliseconds, signal }));
    await (await acquireLock(file, { pollMilliseconds, staleAfterMilliseconds: 0 }))();
  });
});

describe("a process", () => {
  it("that runs is alive", () => assert.equal(isProcessAlive(process.pid), true));
  it("that never was is not", () => assert.equal(isProcessAlive(2 ** 30), false));
});
