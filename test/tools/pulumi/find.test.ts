/** The ways are tried in order, one after the other, and a search without result says what to do. */
import assert from "node:assert/strict";
import { type Attempt, absent, failed, type Source } from "../../../tools/pulumi/attempt";
import { type FindOptions, findPulumi } from "../../../tools/pulumi/find";
import type { Way } from "../../../tools/pulumi/ways";
import { waysOf } from "../../../tools/pulumi/ways";
import { fakeMachine } from "./fake-machine";

const found = (source: Source): Attempt => ({
  kind: "found",
  pulumi: { bin: "/b", pulumi: "/b/pulumi", version: "3.259.0", source, executablePack: true },
});

function way(source: Source, attempt: () => Attempt, tried: string[]): Way {
  const writes = source === "download" || source === "build";
  return {
    source,
    title: source,
    writes,
    attempt: async () => {
      tried.push(source);
      return attempt();
    },
  };
}

function options(changes: Partial<FindOptions> = {}): FindOptions {
  return {
    lock: async () => async () => undefined,
    cacheDirectory: "/cache/pulumi/3.259.0",
    neededGo: "1.25.11",
    ...changes,
  };
}

describe("the search for a Pulumi CLI", () => {
  const order: readonly Source[] = ["path", "cache", "download", "build"];

  it("knows the ways in the order of pulumi.md 5.2", () => {
    const fake = fakeMachine();
    fake.remove();
    assert.deepEqual(
      waysOf(fake.machine, "/modules").map(({ source }) => source),
      order,
    );
  });

  for (const [index, source] of order.entries()) {
    it(`ends with ${source} when that leads to one, and tries nothing after it`, async () => {
      const tried: string[] = [];
      const ways = order.map((each) =>
        way(each, () => (each === source ? found(each) : absent("no")), tried),
      );
      const outcome = await findPulumi(ways, options());
      assert.equal(outcome.kind === "found" && outcome.pulumi.source, source);
      assert.deepEqual(tried, order.slice(0, index + 1));
    });
  }

  it("takes the lock only to fetch or build, and gives it back", async () => {
    const events: string[] = [];
    const lock = async () => {
      events.push("locked");
      return async () => {
        events.push("released");
      };
    };
    await findPulumi([way("cache", () => found("cache"), events)], options({ lock }));
    assert.deepEqual(events, ["cache"]);
    const broken = way("build", () => assert.fail("a defect"), events);
    await findPulumi([broken], options({ lock }));
    assert.deepEqual(events, ["cache", "locked", "build", "released"]);
  });

  it("looks into the cache again when it had to wait for another run", async () => {
    const tried: string[] = [];
    let filled = false;
    const cache = way("cache", () => (filled ? found("cache") : absent("empty")), tried);
    const build = way("build", () => found("build"), tried);
    const lock: FindOptions["lock"] = async (onWait) => {
      onWait({ pid: 7, host: "here" });
      filled = true;
      return async () => undefined;
    };
    const outcome = await findPulumi([cache, build], options({ lock }));
    assert.equal(outcome.kind === "found" && outcome.pulumi.source, "cache");
    assert.deepEqual(tried, ["cache", "cache"]);
  });

  it("says why every way failed and what helps", async () => {
    const ways = order.map((source) => way(source, () => absent(`no ${source} here`), []));
    const outcome = await findPulumi(ways, options());
    assert.ok(outcome.kind === "missing");
    assert.equal(outcome.broken, false);
    for (const source of order) assert.match(outcome.message, new RegExp(`${source}: no ${source} here`));
    assert.match(outcome.message, /install Pulumi 3\.255\.0 or newer/);
    assert.match(outcome.message, /install Go 1\.25\.11 or newer/);
    assert.match(outcome.message, /into \/cache\/pulumi\/3\.259\.0/);
  });

  it("tells something that broke from something that is not there", async () => {
    const outcome = await findPulumi([way("build", () => failed("compiler error"), [])], options());
    assert.ok(outcome.kind === "missing");
    assert.equal(outcome.broken, true);
  });

  it("says so when the cache cannot be written", async () => {
    const lock = () => Promise.reject(new Error("EACCES: permission denied"));
    const outcome = await findPulumi([way("build", () => found("build"), [])], options({ lock }));
    assert.ok(outcome.kind === "missing");
    assert.match(outcome.message, /the cache cannot be written \(EACCES/);
  });

  it("ends with the signal's reason when stopped", async () => {
    const controller = new AbortController();
    const stopping = way("build", () => {
      controller.abort(new Error("stopped"));
      throw new Error("cut off");
    }, []);
    await assert.rejects(findPulumi([stopping], options({ signal: controller.signal })), /stopped/);
  });
});
