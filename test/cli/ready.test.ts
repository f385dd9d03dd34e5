/** `ready` through the real command line: its contract, exit codes, formats and files. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { z } from "zod";
import { checkIds, owners } from "../../src/readiness/reasons";
import {
  androidDevices,
  blockedExchange,
  day,
  iosDevices,
  mailboxes,
  oldDevices,
  readyArguments,
  users,
} from "./ready-company";
import { runCli, temporaryFiles } from "./run-cli";

const checkSchema = z.object({
  id: z.enum(checkIds),
  verdict: z.enum(["pass", "fail", "unknown"]),
  reason: z.string().min(1),
  evidence: z.string().min(1),
  action: z.string().min(1).nullable(),
  owner: z.enum(owners).nullable(),
});
/** Issue 5, point 4. */
const contract = z.object({
  users: z.array(
    z.object({
      email: z.string(),
      name: z.string(),
      inScope: z.boolean(),
      ready: z.enum(["yes", "no", "unknown"]),
      checks: z.array(checkSchema).length(checkIds.length),
    }),
  ),
  summary: z.object({ users: z.number(), ready: z.number(), notReady: z.number(), unknown: z.number() }),
});

const verdictOf = (report: z.infer<typeof contract>, email: string, id: string): string | undefined =>
  report.users.find((user) => user.email === email)?.checks.find((check) => check.id === id)?.verdict;

describe("ready", function () {
  this.timeout(120_000);
  const files = temporaryFiles();

  const json = async (...given: readonly string[]) => {
    const ran = await runCli(["ready", "--as-of", day, "--format", "json", ...given]);
    return { ...ran, report: contract.parse(JSON.parse(ran.stdout)) };
  };
  const usersFile = (): string => files.write("users.csv", users);

  it("ends 0 where everybody passes every check; several device lists count together", async () => {
    const { exitCode, stdout, stderr } = await runCli([...readyArguments(files), "--format", "json"]);
    assert.equal(exitCode, 0, stderr);
    assert.equal(stderr, "");
    const report = contract.parse(JSON.parse(stdout));
    assert.deepEqual(
      report.users.map(({ email, name, inScope, ready }) => [email, name, inScope, ready]),
      [
        ["vera.lindqvist@contoso.example", "Vera Lindqvist", true, "yes"],
        ["tomas.okafor@contoso.example", "Tomas Okafor", true, "yes"],
      ],
    );
    for (const { checks } of report.users) {
      assert.deepEqual(
        checks.map(({ id }) => id),
        [...checkIds],
      );
      assert.ok(checks.every(({ action, owner }) => action === null && owner === null));
    }
    assert.deepEqual(report.summary, { users: 2, ready: 2, notReady: 0, unknown: 0 });
  });

  it("ends 1 where somebody fails, with reason, evidence, action and owner", async () => {
    const devices = files.write("old.csv", oldDevices);
    const { exitCode, report } = await json("--users", usersFile(), "--devices", devices);
    assert.equal(exitCode, 1);
    const check = report.users[0]?.checks.find(({ id }) => id === "app-version");
    assert.equal(check?.verdict, "fail");
    assert.equal(check?.owner, "device-admin");
    assert.match(check?.reason ?? "", /8\.4\.9/u);
    assert.match(check?.evidence ?? "", /old\.csv, line 2/u);
    assert.equal(verdictOf(report, "tomas.okafor@contoso.example", "app-version"), "pass");
  });

  it("ends 3 where nobody fails and something was not read", async () => {
    const { exitCode, report } = await json(
      "--users",
      usersFile(),
      "--mailboxes",
      files.write("mailboxes.csv", mailboxes),
    );
    assert.equal(exitCode, 3);
    assert.equal(verdictOf(report, "vera.lindqvist@contoso.example", "mailbox-space"), "pass");
    assert.equal(verdictOf(report, "vera.lindqvist@contoso.example", "mail-allowed"), "unknown");
  });

  it("ends 3 where everybody passes and a row of the list names nobody, which is told by its line", async () => {
    const given = readyArguments(files);
    files.write("users.csv", `${users}Nadia,Berg,,agent,Active\n`);
    const { exitCode, stderr } = await runCli([...given]);
    assert.equal(exitCode, 3);
    assert.match(stderr, /^warning: users\.csv, line 4: rows name nobody/mu);
    assert.doesNotMatch(stderr, /Nadia|Berg/u);
  });

  it("takes --login sso for whoever the list says nothing of, and leaves ordinary users out of scope", async () => {
    const agents = files.write("agents.csv", users.replace("owner", "agent").replace("admin", "agent"));
    const { exitCode, report } = await json("--users", agents, "--login", "sso");
    assert.deepEqual(
      report.users.map(({ inScope }) => inScope),
      [false, false],
    );
    assert.equal(exitCode, 0);
    assert.equal((await json("--users", agents, "--login", "password")).report.users[0]?.inScope, true);
  });

  it("says the same in every format", async () => {
    const devices = files.write("old.csv", oldDevices);
    const given = ["ready", "--as-of", day, "--users", usersFile(), "--devices", devices];
    const marks = {
      text: /^NOT READY: /u,
      markdown: /^### NOT READY: /u,
      html: /^<!doctype html>/u,
      csv: /^\uFEFF/u,
    };
    for (const [format, mark] of Object.entries(marks)) {
      const { exitCode, stdout, stderr } = await runCli([...given, "--format", format]);
      assert.equal(exitCode, 1, stderr);
      assert.match(stdout, mark, format);
      assert.match(stdout, /vera\.lindqvist@contoso\.example/u);
      assert.equal(stdout.includes("\u001b"), false);
    }
  });

  it("speaks French", async () => {
    const { stdout } = await runCli(["ready", "--as-of", day, "--users", usersFile(), "--locale", "fr"]);
    assert.match(stdout, /2 utilisateurs/u);
    const given = readyArguments(files);
    files.write("users.csv", `${users}Nadia,Berg,,agent,Active\n`);
    const { stderr } = await runCli([...given, "--locale", "fr"]);
    assert.match(stderr, /^avertissement\s: users\.csv, ligne 4\s: /mu);
  });

  it("writes the report to --out, for its owner alone, and nothing to standard output", async () => {
    const out = files.path("report.json");
    const { exitCode, stdout } = await runCli([
      ...["ready", "--as-of", day, "--users", usersFile(), "--format", "json", "--out", out],
    ]);
    assert.equal(exitCode, 3);
    assert.equal(stdout, "");
    assert.equal(contract.parse(JSON.parse(readFileSync(out, "utf8"))).users.length, 2);
    if (process.platform !== "win32") assert.equal(statSync(out).mode & 0o777, 0o600);
  });

  it("writes the plan into a new folder: tickets, invitations and a message", async () => {
    const plan = files.path("plan");
    const pending = files.write("pending.csv", users.replace("admin,Active", "admin,Pending validation"));
    const { exitCode } = await runCli([
      ...["ready", "--as-of", day, "--users", pending, "--devices", files.write("old.csv", oldDevices)],
      ...["--exchange", blockedExchange, "--plan", plan],
    ]);
    assert.equal(exitCode, 1);
    const written = Object.fromEntries(
      readdirSync(plan).map((name) => [name, readFileSync(`${plan}/${name}`, "utf8")]),
    );
    assert.deepEqual(Object.keys(written).sort(), [
      "invitations-to-resend.csv",
      "message-to-users.md",
      "ticket-aircall-admin.md",
      "ticket-device-management.md",
      "ticket-mail-admin.md",
    ]);
    assert.match(written["invitations-to-resend.csv"] ?? "", /tomas\.okafor@contoso\.example/u);
    assert.match(written["ticket-device-management.md"] ?? "", /vera\.lindqvist@contoso\.example/u);
  });

  it("reads device lists that name the same device twice, and takes the worst of them", async () => {
    const { report } = await json(
      ...["--users", usersFile(), "--devices"],
      ...[iosDevices, androidDevices, oldDevices].map((text, place) => files.write(`d${place}.csv`, text)),
    );
    assert.equal(verdictOf(report, "vera.lindqvist@contoso.example", "app-version"), "fail");
  });
});
