/** stacks/exchange.ts, driven by plain configuration, through the real CLI on the example company. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  type EmbeddedCompany,
  readSeed,
  startEmbeddedCompany,
  writes,
} from "../../src/cli/demonstration/embedded-company";
import { createPulumiWorkspace, type PulumiWorkspace } from "../../src/cli/demonstration/pulumi-workspace";
import { parseSize } from "../../src/mailflow/size";
import { buildOnce, pulumiFolder } from "./stack";

const root = join(__dirname, "..", "..");
const policyPack = join(root, "dist", "policy-pack", "aircall-mailflow-policies");

describe("the stack for Exchange Online", () => {
  let folder: string;
  let company: EmbeddedCompany;
  let workspace: PulumiWorkspace;

  before(async () => {
    buildOnce();
    folder = mkdtempSync(join(tmpdir(), "aircall-mailflow-stack-"));
    company = await startEmbeddedCompany(
      folder,
      readSeed(join(root, "examples", "exchange", "contoso.json")),
    );
    workspace = createPulumiWorkspace({
      folder,
      project: root,
      stack: "contoso",
      pulumiFolder: pulumiFolder() ?? dirname(process.execPath),
      policyPack,
      environment: company.environment,
    });
  });
  after(async () => {
    await workspace?.stop();
    await company?.server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  const configure = (exchange: Readonly<Record<string, unknown>>): void =>
    workspace.configure({ "aircall-mailflow:mailSystem": "exchange", "aircall-mailflow:exchange": exchange });

  const quotaOf = (address: string): unknown =>
    company.server.objects("Get-Mailbox").find(({ PrimarySmtpAddress }) => PrimarySmtpAddress === address)
      ?.ProhibitSendReceiveQuota;

  it("refuses a wrong value, naming key, value and what is accepted, without a stack trace", async () => {
    configure({ quotaFloor: "plenty", users: ["vera.lindqvist@contoso.example"] });
    const { code, output } = await workspace.run(["preview"]);
    assert.notEqual(code, 0);
    assert.match(
      output,
      /aircall-mailflow:exchange\.quotaFloor: found "plenty"; expected a size such as "20 GB"/u,
    );
    assert.doesNotMatch(output, /^\s+at .*\(.*:\d+:\d+\)/mu);
    assert.equal(writes(company.server), 0);
  });

  it("puts the allow rule first, keeps the others, and lifts the quotas of the users", async () => {
    const users = ["vera.lindqvist@contoso.example", "tomas.okafor@contoso.example"];
    const others = company.server.objects("Get-TransportRule").map(({ Name }) => Name);
    configure({ users, quotaFloor: "30 GB" });
    const { code, output } = await workspace.run(["up", "--yes"]);
    assert.equal(code, 0, output);
    assert.deepEqual(
      company.server.objects("Get-TransportRule").map(({ Name }) => Name),
      ["Allow Aircall", ...others],
    );
    for (const user of users)
      assert.ok(Number(parseSize(String(quotaOf(user)))) >= 30 * 1024 ** 3, String(quotaOf(user)));
    assert.equal((await company.decide()).verdict, "proven");
  });

  it("has an empty plan afterwards, and no drift", async () => {
    assert.equal((await workspace.run(["preview", "--expect-no-changes"])).code, 0);
    assert.equal((await workspace.run(["refresh", "--preview-only", "--expect-no-changes"])).code, 0);
  });

  it("refuses a quota floor below the policy's minimum", async () => {
    configure({ users: ["vera.lindqvist@contoso.example"], quotaFloor: "10 MB" });
    const before = writes(company.server);
    const { code, output } = await workspace.run(["up", "--yes", "--skip-preview"]);
    assert.equal(code, 1, output);
    assert.match(output, /mailbox-quota-holds-login-mail/u);
    assert.equal(writes(company.server), before);
  });

  it("is judged from its exported state, without program or tenant", async () => {
    const state = join(folder, "exported.json");
    const bare = { bare: true };
    const exported = await workspace.run(["stack", "export", "--stack", "contoso", "--file", state], bare);
    assert.equal(exported.code, 0, exported.output);
    const analyzed = await workspace.run(
      ["policy", "analyze", "--file", state, "--policy-pack", policyPack],
      bare,
    );
    assert.equal(analyzed.code, 0, analyzed.output);
  });
});
