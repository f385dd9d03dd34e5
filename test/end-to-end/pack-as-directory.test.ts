/** The pack as a directory, started as the official CLI's language host starts it (pulumi.md 3.4); needs no CLI. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type { AnalyzerInfo } from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { policies } from "../../policies/catalogue";
import { buildOnce } from "./stack";

const root = join(__dirname, "..", "..");
const pack = join(root, "dist", "policy-pack");

describe("the policy pack as a directory", () => {
  before(buildOnce);

  it("starts from its folder and tells every policy with its level", async () => {
    const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack", { paths: [pack] });
    const child = spawn(process.execPath, [runner, "127.0.0.1:1", pack], {
      cwd: pack,
      stdio: ["ignore", "pipe", "pipe"],
    });
    try {
      const [line] = (await once(child.stdout, "data")) as [Buffer];
      const port = Number(line.toString().trim());
      assert.ok(port > 0, line.toString());
      const client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure());
      const info = await new Promise<AnalyzerInfo>((resolve, reject) =>
        client.getAnalyzerInfo(new Empty(), (error, found) =>
          error === null ? resolve(found) : reject(error),
        ),
      );
      client.close();
      assert.equal(info.getName(), "aircall-mailflow");
      assert.deepEqual(
        info
          .getPoliciesList()
          .map((policy) => policy.getName())
          .sort(),
        policies.map(({ id }) => id).sort(),
      );
    } finally {
      child.kill();
      await once(child, "exit");
    }
  });
});
