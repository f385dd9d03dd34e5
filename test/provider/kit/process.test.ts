/** The provider as a process. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { credentials } from "@grpc/grpc-js";
import type { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { version } from "../../../package.json";

describe("the provider's process", () => {
  it("prints its port and nothing else, answers, and ends well when told to", async () => {
    const entry = join(__dirname, "../../../src/provider/index.ts");
    const provider = spawn(process.execPath, [
      "--import",
      "tsx",
      entry,
      "--logtostderr",
      "-v=9",
      "127.0.0.1:1",
    ]);
    let printed = "";
    provider.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
    await once(provider.stdout, "data");
    assert.match(printed, /^\d+\n$/u);

    const client = new ResourceProviderClient(`127.0.0.1:${printed.trim()}`, credentials.createInsecure());
    const info = await new Promise<PluginInfo>((resolve, reject) => {
      client.getPluginInfo(new Empty(), (error, response) =>
        error === null ? resolve(response) : reject(error),
      );
    });
    assert.equal(info.getVersion(), version);
    client.close();

    const ended = once(provider, "exit");
    provider.kill("SIGTERM");
    assert.deepEqual(await ended, [0, null]);
    assert.match(printed, /^\d+\n$/u);
  });
});
