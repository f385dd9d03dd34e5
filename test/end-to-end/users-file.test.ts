/** A stack that declares its Aircall users by a file: its readiness, and what the pack says of shared mailboxes. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import {
  type EmbeddedCompany,
  readSeed,
  startEmbeddedCompany,
  writes,
} from "../../src/cli/demonstration/embedded-company";
import { createPulumiWorkspace, type PulumiWorkspace } from "../../src/cli/demonstration/pulumi-workspace";
import type { ReadinessOutput } from "../../stacks/readiness";
import { buildOnce, pulumiFolder } from "./stack";

const root = join(__dirname, "..", "..");
const seed = join(root, "examples", "exchange", "contoso.json");

const vera = "vera.lindqvist@contoso.example,Vera,Lindqvist,Owner,Password,Active";
const tomas = "tomas.okafor@contoso.example,Tomas,Okafor,Agent,SSO,Active";

describe("a stack that declares its users by a file", () => {
  let folder: string;
  let company: EmbeddedCompany;
  let workspace: PulumiWorkspace;

  before(async () => {
    buildOnce();
    folder = mkdtempSync(join(tmpdir(), "aircall-mailflow-stack-"));
    company = await startEmbeddedCompany(folder, readSeed(seed));
    workspace = createPulumiWorkspace({
      folder,
      project: root,
      stack: "contoso",
      pulumiFolder: pulumiFolder() ?? dirname(process.execPath),
      policyPack: join(root, "dist", "policy-pack", "aircall-mailflow-policies"),
      environment: company.environment,
    });
  });
  after(async () => {
    await workspace?.stop();
    await company?.server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  /** As somebody writes it in the configuration: from the folder of Pulumi.yaml. */
  const pathOf = (name: string): string => relative(root, join(folder, name));

  const declare = (
    rows: readonly string[],
    exchange: Readonly<Record<string, unknown>> = { users: pathOf("users.csv") },
  ): void => {
    const header = "Email,First name,Last name,Role,Login,Status";
    writeFileSync(join(folder, "users.csv"), `${[header, ...rows].join("\n")}\n`);
    workspace.configure({ "aircall-mailflow:exchange": exchange });
  };

  const readiness = async (): Promise<ReadinessOutput> => {
    const command = ["stack", "output", "readiness", "--json", "--stack", "contoso"];
    const { code, output } = await workspace.run(command, { bare: true });
    assert.equal(code, 0, output);
    return JSON.parse(output);
  };

  /** A preview that the pack rejects, with nothing written. */
  const rejection = async (...rows: readonly string[]): Promise<string> => {
    declare(rows);
    const before = writes(company.server);
    const { code, output } = await workspace.run(["up", "--yes", "--skip-preview"]);
    assert.equal(code, 1, output);
    assert.equal(writes(company.server), before);
    return output;
  };

  it("has its readiness as an output, without names, and what was not declared is unknown", async () => {
    declare([vera, tomas]);
    const { code, output } = await workspace.run(["up", "--yes"]);
    assert.equal(code, 0, output);
    const found = await readiness();
    assert.deepEqual([found.users, found.unknown, found.outOfScope], [2, 1, 1]);
    assert.deepEqual(found.checks["invitation-accepted"], { pass: 1, fail: 0, unknown: 0 });
    assert.deepEqual(found.checks["mail-allowed"], { pass: 0, fail: 0, unknown: 1 });
    assert.match(found.asOf, /^\d{4}-\d\d-\d\d$/u);
    assert.doesNotMatch(JSON.stringify(found), /@|vera|tomas/iu);
  });

  it("has an empty plan afterwards, also where readiness alone changes", async () => {
    assert.equal((await workspace.run(["preview", "--expect-no-changes"])).code, 0);
    declare([vera.replace("Active", "Pending"), tomas]);
    const { code, output } = await workspace.run(["preview", "--expect-no-changes"]);
    assert.equal(code, 0, output);
    assert.match(output, /notReady +: 0 => 1/u);
  });

  it("knows more by a saved export, whose path starts at Pulumi.yaml for program and provider", async () => {
    writeFileSync(join(folder, "export.json"), JSON.stringify(readSeed(seed)));
    declare([vera, tomas], { users: pathOf("users.csv"), tenantExport: pathOf("export.json") });
    const { code, output } = await workspace.run(["preview"]);
    assert.equal(code, 0, output);
    assert.match(output, /mail-allowed +: \{\s+fail +: 0\s+~ pass +: 0 => 1/u);
  });

  it("is rejected where two users have one address, and where one has a group's", async () => {
    const shared = await rejection(vera, tomas, vera.replace("Vera", "Olga").replace("vera.", "Vera."));
    assert.match(shared, /\[mandatory\].*aircall-users-own-their-mailbox/u);
    assert.match(shared, /2 Aircall users have the address vera\.lindqvist@contoso\.example/u);
    const group = await rejection(vera, "support@contoso.example,Ines,Marchetti,Agent,Password,Active");
    assert.match(group, /support@contoso\.example belongs to a group \(MailUniversalDistributionGroup\)/u);
  });

  it("is not rejected for one person in two lines", async () => {
    declare([vera, vera, tomas]);
    assert.equal((await workspace.run(["preview", "--expect-no-changes"])).code, 0);
  });

  it("says key, file, line and what was expected where the file cannot be used", async () => {
    declare([vera, "nobody,Ines,Marchetti,Agent,Password,Active"]);
    const row = await workspace.run(["preview"]);
    assert.equal(row.code, 1);
    assert.match(
      row.output,
      /aircall-mailflow:exchange\.users: .*users\.csv, line 3: found no e-mail address; expected one e-mail address/u,
    );
    declare([vera], { users: "nowhere.csv" });
    const { code, output } = await workspace.run(["preview"]);
    assert.equal(code, 1);
    assert.match(
      output,
      /aircall-mailflow:exchange\.users: nowhere\.csv: found no file at this path; expected a CSV file of Aircall users/u,
    );
    assert.doesNotMatch(output, /^\s+at .*\(.*:\d+:\d+\)/mu);
  });
});
