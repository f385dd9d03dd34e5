/** What reaches the user when something does not work. */
import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { Server, ServerCredentials, status } from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import type { LogRequest } from "@pulumi/pulumi/proto/engine_pb";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type Engine, requests, secret, startEngine, urn, values } from "./engine";
import { createShelves, type Shelves } from "./shelf";

describe("a write that fails", () => {
  let engine: Engine;
  let shelves: Shelves;

  beforeEach(async () => {
    shelves = createShelves();
    engine = await startEngine(shelves.plugin);
    await engine.configure({ tenant: "contoso" });
  });
  afterEach(() => engine.close());

  const failure = (note: string) => engine.fails(engine.client.create, requests.create({ title: "a", note }));

  it("says what to do", async () => {
    const error = await failure("refuse");
    assert.equal(error.code, status.FAILED_PRECONDITION);
    assert.equal(error.details, "the shelf is full: take a book off first");
  });

  it("says that a defect is one, without a stack trace", async () => {
    const { details } = await failure("defect");
    assert.match(details, /defect in it, please report it: TypeError: cannot read properties/u);
    assert.doesNotMatch(details, /\n|\bat .*:\d+/u);
  });

  it("stays in the state where it was done in part, with the reasons", async () => {
    const request = requests.create({ title: "a", note: "half", password: secret("p") });
    const error = await engine.fails(engine.client.create, request);
    const [packed] = error.metadata.get("grpc-status-details-bin");
    assert.ok(packed instanceof Buffer);
    const [detail] = Status.deserializeBinary(packed).getDetailsList();
    assert.equal(detail?.getTypeName(), "pulumirpc.ErrorResourceInitFailed");
    const kept = ErrorResourceInitFailed.deserializeBinary(detail?.getValue_asU8() ?? new Uint8Array());
    assert.equal(kept.getId(), "a");
    assert.deepEqual(kept.getReasonsList(), ["book 2 was not put: put it again"]);
    assert.deepEqual(values(kept.getProperties()), {
      title: "a",
      note: "half",
      password: secret("p"),
      stamp: "half",
    });
  });

  it("is stopped by cancel, and a new engine can go on", async () => {
    const slow = failure("slow");
    while (shelves.journal.length === 0) await wait(5);
    await engine.ask(engine.client.cancel, requests.nothing());
    const error = await slow;
    assert.equal(error.code, status.CANCELLED);
    assert.match(error.details, /stopped as asked; run the command again/u);
    await engine.configure({ tenant: "contoso" });
    await engine.ask(engine.client.create, requests.create({ title: "b" }));
    assert.equal(shelves.live.has("b"), true);
  });

  it("is stopped by the resource's time limit", async () => {
    const request = requests.create({ title: "a", note: "slow" }).setTimeout(0.05);
    const error = await engine.fails(engine.client.create, request);
    assert.equal(error.code, status.DEADLINE_EXCEEDED);
    assert.match(error.details, /customTimeouts/u);
  });

  it("is stopped when the provider is", async () => {
    const slow = failure("slow");
    while (shelves.journal.length === 0) await wait(5);
    await engine.server.stop();
    assert.notEqual((await slow).code, status.OK);
  });
});

describe("a message of a behaviour", () => {
  it("reaches the engine before the answer, about its resource, progress marked as such", async () => {
    const heard: LogRequest.AsObject[] = [];
    const server = new Server();
    server.addService(EngineService, {
      log: (call: { request: LogRequest }, answer: (error: null, response: Empty) => void) => {
        heard.push(call.request.toObject());
        answer(null, new Empty());
      },
    });
    const port = await new Promise<number>((resolve, reject) =>
      server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
        error === null ? resolve(bound) : reject(error),
      ),
    );
    const engine = await startEngine(createShelves().plugin, `127.0.0.1:${port}`);
    await engine.configure({ tenant: "contoso" });
    await engine.ask(engine.client.create, requests.create({ title: "a" }));
    assert.deepEqual(
      heard.map(({ message, ephemeral, urn: about }) => ({ message, ephemeral, about })),
      [
        { message: "putting books", ephemeral: true, about: urn },
        { message: "putting a", ephemeral: false, about: urn },
      ],
    );
    await engine.close();
    server.forceShutdown();
  });
});
