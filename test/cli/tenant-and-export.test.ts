/** `tenant serve` and `export exchange` together: what is served is read back, and decided as the seed is. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { exampleFile } from "./example-tenant";
import { runCli, startCli, temporaryFiles } from "./run-cli";

interface Serving {
  readonly environment: NodeJS.ProcessEnv;
  readonly stop: (signal: "SIGINT" | "SIGTERM") => Promise<number | null>;
}

const serve = async (...given: readonly string[]): Promise<Serving> => {
  const child = startCli(["tenant", "serve", ...given]);
  let text = "";
  child.stdout.setEncoding("utf8");
  child.stderr.setEncoding("utf8").on("data", (part: string) => {
    text += part;
  });
  for await (const part of child.stdout) {
    text += part;
    if (/CLIENT_SECRET=\S+\n/u.test(text)) break;
  }
  const variables = [...text.matchAll(/^export (\w+)=(.*)$/gmu)].map(
    ([, name = "", value]) => [name, value] as const,
  );
  assert.equal(variables.length, 5, text);
  return {
    environment: Object.fromEntries(variables),
    stop: async (signal) => {
      const closed = once(child, "exit");
      child.kill(signal);
      const [code] = await closed;
      return code as number | null;
    },
  };
};

describe("tenant serve and export exchange", function () {
  this.timeout(120_000);
  const files = temporaryFiles();
  let serving: Serving;
  let exitCode: number | null = null;

  before(async () => {
    serving = await serve("--state", files.path("state.json"), "--seed", exampleFile);
  });
  after(async () => {
    if (exitCode === null) await serving.stop("SIGTERM");
  });

  it("reads the tenant into a file for its owner alone, and names what could not be read", async () => {
    const out = files.path("export.json");
    const { exitCode: code, stderr } = await runCli(
      ["export", "exchange", "--out", out],
      serving.environment,
    );
    assert.equal(code, 0, stderr);
    assert.match(stderr, /\d+ parts read/u);
    assert.match(stderr, /not read: Get-SafeLinksPolicy: .*role/u);
    assert.equal(stderr.includes("\u001b"), false);
    if (process.platform !== "win32") assert.equal(statSync(out).mode & 0o777, 0o600);
    assert.equal(JSON.parse(readFileSync(out, "utf8"))["Get-Mailbox"].length, 25);
  });

  it("is decided as the file it was seeded from", async () => {
    const decide = async (file: string) =>
      JSON.parse(
        (await runCli(["check", "--exchange", file, "--format", "json", "--as-of", "2026-12-01"])).stdout,
      );
    assert.deepEqual(await decide(files.path("export.json")), await decide(exampleFile));
  });

  it("writes nothing with a wrong secret, and never prints it", async () => {
    const out = files.path("refused.json");
    const { exitCode: code, stderr } = await runCli(
      ["export", "exchange", "--out", out, "--client-secret-env", "WRONG"],
      {
        ...serving.environment,
        WRONG: "very-secret-value",
      },
    );
    assert.equal(code, 2);
    assert.match(stderr, /^error: No token for client .*The client secret is wrong/u);
    assert.doesNotMatch(stderr, /very-secret-value|^\s+at /mu);
    assert.equal(existsSync(out), false);
  });

  it("says which setting is missing", async () => {
    const { AIRCALL_MAILFLOW_CLIENT_SECRET: _secret, ...others } = serving.environment;
    const { exitCode: code, stderr } = await runCli(["export", "exchange", "--out", files.path("x.json")], {
      ...others,
      AIRCALL_MAILFLOW_CLIENT_SECRET: "",
    });
    assert.equal(code, 2);
    assert.match(stderr, /^error: AIRCALL_MAILFLOW_CLIENT_SECRET: found nothing; expected/u);
  });

  it("names a port that is taken", async () => {
    const port = new URL(serving.environment.AIRCALL_MAILFLOW_ENDPOINT ?? "").port;
    const { exitCode: code, stderr } = await runCli([
      "tenant",
      "serve",
      "--state",
      files.path("other.json"),
      "--port",
      port,
    ]);
    assert.equal(code, 2);
    assert.match(stderr, new RegExp(`--port: found ${port}, which is taken`, "u"));
  });

  it("names a state file that is none", async () => {
    const { exitCode: code, stderr } = await runCli(["tenant", "serve", "--state", exampleFile]);
    assert.equal(code, 2);
    assert.match(stderr, /is not the state of an embedded Exchange tenant/u);
  });

  it("stops on Ctrl-C with exit 0, and then nobody answers", async function () {
    // Windows ends the process without telling it.
    if (process.platform === "win32") this.skip();
    exitCode = await serving.stop("SIGINT");
    assert.equal(exitCode, 0);
    const { exitCode: code, stderr } = await runCli(
      ["export", "exchange", "--out", files.path("late.json")],
      serving.environment,
    );
    assert.equal(code, 2);
    assert.match(stderr, /^error: The token service at 127\.0\.0\.1:\d+ did not answer/u);
  });
});
