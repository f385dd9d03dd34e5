/** How a provider and an engine get to know each other. */
import assert from "node:assert/strict";
import { status } from "@grpc/grpc-js";
import { PluginAttach } from "@pulumi/pulumi/proto/plugin_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { type Engine, requests, secret, startEngine, struct, values } from "./engine";
import { createShelves } from "./shelf";

describe("a provider that starts", () => {
  let engine: Engine;
  const { plugin, journal } = createShelves({
    TOY_TENANT: "from the environment",
    TOY_KEY: "secret of the environment",
  });

  beforeEach(async () => {
    engine = await startEngine(plugin);
  });
  afterEach(() => engine.close());

  it("accepts secrets and supports previews, in handshake and configure alike", async () => {
    const handshake = await engine.ask(engine.client.handshake, new messages.ProviderHandshakeRequest());
    const configured = await engine.configure({ tenant: "contoso" });
    assert.equal(handshake.getAcceptSecrets(), true);
    assert.equal(configured.getAcceptsecrets(), true);
    assert.equal(configured.getSupportspreview(), true);
    assert.equal(handshake.getAcceptResources(), configured.getAcceptresources());
    assert.equal(handshake.getAcceptOutputs(), configured.getAcceptoutputs());
  });

  it("tells its version and its schema, and can be attached to", async () => {
    assert.equal((await engine.ask(engine.client.getPluginInfo, requests.nothing())).getVersion(), "1.2.3");
    const schema = await engine.ask(engine.client.getSchema, new messages.GetSchemaRequest());
    assert.deepEqual(JSON.parse(schema.getSchema()), { name: "toy" });
    await engine.ask(engine.client.attach, new PluginAttach().setAddress("127.0.0.1:1"));
  });

  it("checks its configuration: completed by what identifies it, not by secrets of the environment", async () => {
    const response = await engine.ask(
      engine.client.checkConfig,
      requests.check({ depth: "3", version: "1.0.0" }),
    );
    assert.deepEqual(response.getFailuresList(), []);
    assert.deepEqual(values(response.getInputs()), { tenant: "from the environment", depth: 3 });
  });

  it("refuses a wrong configuration, naming the property", async () => {
    const response = await engine.ask(
      engine.client.checkConfig,
      requests.check({ depth: "deep", tennant: "x" }),
    );
    assert.deepEqual(
      response.getFailuresList().map((failure) => failure.getReason()),
      ["`depth` must be a whole number, but is text", "`tennant` is not a property that exists here"],
    );
  });

  it("says where a missing configuration can be set", async () => {
    const bare = await startEngine(createShelves().plugin);
    const checked = await bare.ask(bare.client.checkConfig, requests.check({}));
    assert.match(
      checked.getFailuresList()[0]?.getReason() ?? "",
      /`tenant` is required: set it .* TOY_TENANT/u,
    );
    const error = await bare.fails(
      bare.client.configure,
      new messages.ConfigureRequest().setArgs(struct({})),
    );
    assert.equal(error.code, status.INVALID_ARGUMENT);
    assert.match(error.details, /configuration of toy cannot be used: `tenant` is required/u);
    const early = await bare.fails(bare.client.create, requests.create({ title: "a" }));
    assert.match(early.details, /not configured/u);
    await bare.close();
  });

  it("replaces on another tenant and on nothing else", async () => {
    const diff = async (olds: Parameters<typeof requests.diff>[0], news: typeof olds) =>
      (await engine.ask(engine.client.diffConfig, requests.diff(olds, news))).toObject();
    assert.deepEqual((await diff({ tenant: "a" }, { tenant: "b" })).replacesList, ["tenant"]);
    const credentials = await diff({ tenant: "a", key: "old" }, { tenant: "a", key: "new" });
    assert.deepEqual([credentials.replacesList, credentials.diffsList], [[], ["key"]]);
    const none = await diff({ tenant: "a" }, { tenant: "a" });
    assert.equal(none.changes, messages.DiffResponse.DiffChanges.DIFF_NONE);
  });

  it("takes its configuration typed, as JSON text, with secrets, and from the environment", async () => {
    const create = async (): Promise<string | undefined> => {
      await engine.ask(engine.client.create, requests.create({ title: "a" }));
      return journal.at(-1);
    };
    await engine.configure({ tenant: secret("contoso"), depth: 3 });
    assert.equal(await create(), "create a in contoso");
    await engine.configure({ depth: "3" });
    assert.equal(await create(), "create a in from the environment");
    const variables = new messages.ConfigureRequest();
    variables.getVariablesMap().set("toy:config:tenant", "fabrikam").set("toy:config:depth", "3");
    await engine.ask(engine.client.configure, variables);
    assert.equal(await create(), "create a in fabrikam");
  });

  it("names the resource types it has where another is asked for", async () => {
    await engine.configure({ tenant: "contoso" });
    const request = requests.check({}).setUrn("urn:pulumi:dev::project::toy:index:Bench::bench");
    const error = await engine.fails(engine.client.check, request);
    assert.equal(error.code, status.UNIMPLEMENTED);
    assert.match(error.details, /no resource type toy:index:Bench, only toy:index:Shelf/u);
  });
});
