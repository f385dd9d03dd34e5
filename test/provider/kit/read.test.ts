/** Refresh and import. */
import assert from "node:assert/strict";
import { DiffResponse } from "@pulumi/pulumi/proto/provider_pb";
import type { ValueObject } from "../../../src/resources/value";
import { type Engine, requests, secret, startEngine, values } from "./engine";
import { createShelves, type Shelves } from "./shelf";

describe("a resource that is read", () => {
  let engine: Engine;
  let shelves: Shelves;
  let inputs: ValueObject;
  let state: ValueObject;

  beforeEach(async () => {
    shelves = createShelves();
    engine = await startEngine(shelves.plugin);
    await engine.configure({ tenant: "contoso" });
    const news = { title: "a", note: secret("n"), password: "p", books: [{ name: "Emma", pages: 5 }] };
    inputs = values((await engine.ask(engine.client.check, requests.check(news))).getInputs());
    state = values((await engine.ask(engine.client.create, requests.create(inputs))).getProperties());
  });
  afterEach(() => engine.close());

  const refresh = async () => {
    const read = await engine.ask(engine.client.read, requests.refresh("a", inputs, state));
    // The engine gives what was read as the old side and the state as the new one (pulumi.md 2.2).
    const [liveInputs, liveState] = [values(read.getInputs()), values(read.getProperties())];
    const diff = await engine.ask(engine.client.diff, requests.diff(liveInputs, inputs, liveState));
    return { read, liveInputs, liveState, diff };
  };

  it("is a fixpoint right after it was created, and keeps what check added", async () => {
    const { read, liveInputs, liveState, diff } = await refresh();
    assert.equal(read.getId(), "a");
    assert.deepEqual(liveState, state);
    assert.deepEqual(liveInputs, {
      title: "a",
      note: secret("n"),
      password: secret("p"),
      books: inputs.books ?? null,
      observed: { tenant: "contoso" },
    });
    assert.equal(diff.getChanges(), DiffResponse.DiffChanges.DIFF_NONE);
    assert.equal(shelves.journal.at(-1), "read a knowing stamp of a");
  });

  it("shows what somebody changed", async () => {
    shelves.live.set("a", { title: "a", note: "n", password: "p", books: [{ name: "Emma", pages: 6 }] });
    const { diff, liveState } = await refresh();
    assert.equal(diff.getChanges(), DiffResponse.DiffChanges.DIFF_SOME);
    assert.deepEqual([...diff.getDetaileddiffMap().keys()], ["books[0].pages"]);
    assert.deepEqual(liveState.sizes, { Emma: 6 });
  });

  it("has an empty id where it is gone", async () => {
    shelves.live.clear();
    const read = await engine.ask(engine.client.read, requests.refresh("a", inputs, state));
    assert.equal(read.getId(), "");
  });

  it("is imported by its id alone, with inputs that check returns as they are", async () => {
    const read = await engine.ask(engine.client.read, requests.import("a"));
    assert.equal(shelves.journal.at(-1), "read a by id");
    assert.equal(read.getId(), "a");
    const imported = values(read.getInputs());
    assert.deepEqual(imported.password, secret("p"), "what the definition makes secret stays so");
    const checked = await engine.ask(engine.client.check, requests.check(imported));
    assert.deepEqual(checked.getFailuresList(), []);
    assert.deepEqual(values(checked.getInputs()), { ...imported, observed: { tenant: "contoso" } });
    assert.notEqual(values(read.getProperties()).stamp, undefined);
  });
});
