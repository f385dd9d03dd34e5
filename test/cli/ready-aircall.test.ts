/** `ready --aircall` against the embedded company: paging, patience, both sources together, and what is never said. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { type AircallCompanyServer, startAircallCompany } from "../../src/tenants/local/aircall/start";
import { people } from "../tenants/aircall/running-company";
import { day } from "./ready-company";
import { type Ran, runCli, startCli, temporaryFiles } from "./run-cli";

const key = { AIRCALL_API_ID: "id-of-the-test", AIRCALL_API_TOKEN: "token-of-the-test" };

interface Report {
  readonly users: readonly {
    readonly email: string;
    readonly name: string;
    readonly checks: readonly { readonly id: string; readonly code: string; readonly evidence: string }[];
  }[];
}

const invitationOf = (report: Report, email: string) =>
  report.users.find((user) => user.email === email)?.checks.find(({ id }) => id === "invitation-accepted");

describe("ready --aircall", function () {
  this.timeout(120_000);
  const files = temporaryFiles();
  let server: AircallCompanyServer;

  beforeEach(async () => {
    server = await startAircallCompany({
      users: people(60),
      apiId: key.AIRCALL_API_ID,
      apiToken: key.AIRCALL_API_TOKEN,
    });
  });
  afterEach(() => server.close());

  const run = (...given: readonly string[]): Promise<Ran> =>
    runCli(["ready", "--as-of", day, "--format", "json", "--aircall", server.baseAddress, ...given], key);
  const secretsIn = ({ stdout, stderr }: Ran): readonly string[] =>
    [
      key.AIRCALL_API_TOKEN,
      Buffer.from(`${key.AIRCALL_API_ID}:${key.AIRCALL_API_TOKEN}`).toString("base64"),
    ].filter((secret) => stdout.includes(secret) || stderr.includes(secret));

  it("reads two pages over a 429, by GET alone, and says no more than Aircall does", async () => {
    server.throttleNext(1, 1);
    const ran = await run();
    assert.equal(ran.exitCode, 3, ran.stderr);
    const report: Report = JSON.parse(ran.stdout);
    assert.equal(report.users.length, 60);
    assert.deepEqual(
      server.requests().map(({ method, path }) => `${method} ${path}`),
      [1, 1, 2].map((page) => `GET /v2/users?page=${page}&per_page=50`),
    );
    assert.deepEqual(server.journal(), []);
    const invitation = invitationOf(report, "user51@contoso.example");
    assert.equal(invitation?.code, "invitation-status-missing");
    assert.match(invitation?.evidence ?? "", /GET \/v2\/users\?page=2/u);
    assert.deepEqual(secretsIn(ran), []);
  });

  it("takes the list's facts where there are both, adds whom the list lacks, and names whom Aircall does not know", async () => {
    const list = files.write(
      "users.csv",
      "First name,Last name,Email,Role,Status\n,,USER1@contoso.example,agent,Active\nG,One,gone@contoso.example,agent,Active\n",
    );
    const ran = await run("--users", list);
    assert.equal(ran.exitCode, 3, ran.stderr);
    const report: Report = JSON.parse(ran.stdout);
    assert.equal(report.users.length, 61);
    assert.equal(report.users[0]?.name, "User 1");
    assert.equal(invitationOf(report, "USER1@contoso.example")?.code, "invitation-accepted");
    assert.equal(invitationOf(report, "user2@contoso.example")?.code, "invitation-status-missing");
    assert.match(
      ran.stderr,
      /^warning: users\.csv, line 3: users of the list whom Aircall does not know: 1/mu,
    );
    assert.match(ran.stderr, /^warning: .*users whom Aircall knows and the list lacks: 59/mu);
    assert.doesNotMatch(ran.stderr, /@/u);
  });

  it("is never ready where a user has no address, or fewer users were told than counted", async () => {
    server.addUser({ name: "Nobody" });
    const without = await run("--login", "sso");
    assert.match(without.stderr, /^warning: GET \/v2\/users\?page=2: rows name nobody/mu);
    assert.equal(JSON.parse(without.stdout).summary.unusableRows, 1);
    const short = {
      users: [{ id: 1, email: "vera@contoso.example" }],
      meta: { total: 3, next_page_link: null },
    };
    for (let count = 0; count < 3; count += 1) server.answerNext({ status: 200, body: short });
    const few = await run();
    assert.equal(few.exitCode, 3);
    assert.match(few.stderr, /^warning: GET \/v2\/users\?page=1: Aircall told 1 users and counts 3/mu);
    assert.equal(JSON.parse(few.stdout).summary.unusableRows, 2);
  });

  it("ends 2 with the next step where the key is wrong, and repeats nothing of it", async () => {
    const ran = await runCli(["ready", "--aircall", server.baseAddress], {
      ...key,
      AIRCALL_API_TOKEN: "wrong-token",
    });
    assert.equal(ran.exitCode, 2);
    assert.match(
      ran.stderr,
      /^error: Aircall refused GET .*\(403\)\. Check AIRCALL_API_ID and AIRCALL_API_TOKEN/u,
    );
    assert.doesNotMatch(ran.stderr, /wrong-token/u);
    assert.equal(ran.stdout, "");
  });

  it("reads what `tenant serve --aircall` serves", async () => {
    const list = files.write("served.csv", "First name,Last name,Email\nVera,Lang,vera@contoso.example\n");
    const child = startCli(["tenant", "serve", "--aircall", list]);
    let said = "";
    for await (const part of child.stdout.setEncoding("utf8")) {
      said += part;
      if (/AIRCALL_API_TOKEN=\S+\n/u.test(said)) break;
    }
    try {
      const address = /http:\/\/127\.0\.0\.1:\d+/u.exec(said)?.[0] ?? "";
      const variables = [...said.matchAll(/^export (\w+)=(.*)$/gmu)].map(([, name = "", value]) => [
        name,
        value,
      ]);
      const { exitCode, stdout } = await runCli(
        ["ready", "--aircall", address, "--format", "json"],
        Object.fromEntries(variables),
      );
      assert.equal(exitCode, 3);
      const report: Report = JSON.parse(stdout);
      assert.deepEqual(
        report.users.map(({ email, name }) => [email, name]),
        [["vera@contoso.example", "Vera Lang"]],
      );
    } finally {
      const closed = once(child, "exit");
      child.kill("SIGINT");
      await closed;
    }
  });
});
