/** Wrong use of `ready`: exit 2, one line that names the option or the place, before any work. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import { users } from "./ready-company";
import { runCli, temporaryFiles } from "./run-cli";

describe("ready, used wrongly", function () {
  this.timeout(120_000);
  const files = temporaryFiles();
  const list = (): string => files.write("users.csv", users);

  const refused = async (given: readonly string[], expected: RegExp, environment = {}): Promise<void> => {
    const { exitCode, stdout, stderr } = await runCli(["ready", ...given], environment);
    assert.equal(exitCode, 2, stderr);
    assert.equal(stdout, "");
    assert.match(stderr, expected);
    assert.equal(stderr.trimEnd().split("\n").length, 1, stderr);
  };

  it("needs somebody to judge", () => refused([], /^error: --users: found nothing; expected .*--aircall/u));

  it("names an unknown format, language, sign-in or date", async () => {
    await refused(
      ["--users", list(), "--format", "xml"],
      /^error: --format: found "xml"; expected text or json or csv/u,
    );
    await refused(["--users", list(), "--locale", "de"], /^error: --locale: found "de"/u);
    await refused(
      ["--users", list(), "--login", "saml"],
      /^error: --login: found "saml"; expected password or sso/u,
    );
    await refused(["--users", list(), "--as-of", "soon"], /^error: --as-of: found "soon"/u);
  });

  it("names a file that is given twice, however it is written", async () => {
    const devices = files.write("devices.csv", "Email,Platform,App,App version\n");
    const again = files.path("./devices.csv");
    await refused(
      ["--users", list(), "--devices", devices, again],
      /^error: --devices: found .*devices\.csv twice/u,
    );
  });

  it("never writes over what it reads", async () => {
    await refused(["--users", list(), "--out", list()], /^error: --out: found .*users\.csv, which is read/u);
  });

  it("asks before the work whether report and plan can be written", async () => {
    // The user list does not exist: whoever looks at it first says so.
    const none = files.path("none.csv");
    await refused(
      ["--users", none, "--out", files.path("no/report.json")],
      /report\.json: found no such directory/u,
    );
    await refused(
      ["--users", none, "--plan", files.path("no/plan")],
      /^error: --plan: found .*does not exist/u,
    );
    await refused(["--users", none, "--plan", list()], /^error: --plan: found .*which is a file/u);
    await refused(["--users", list(), "--plan", ""], /^error: --plan: found ""; expected a folder/u);
    await refused(["--users", list(), "--out", ""], /^error: "": found no path; expected a file/u);
    // Where Node's recursive mkdir never ends.
    if (existsSync("/proc/self"))
      await refused(["--users", list(), "--plan", "/proc/nope"], /^error: --plan: found .*\/proc\/nope/u);
    mkdirSync(files.path("folder"), { recursive: true });
    await refused(["--users", none, "--out", files.path("folder")], /found a directory/u);
    await refused(["--users", none], /none\.csv: found no file at this path/u);
  });

  it("does not make the plan's folder where the list cannot be read", async () => {
    await refused(["--users", files.path("none.csv"), "--plan", files.path("new-plan")], /none\.csv/u);
    assert.equal(existsSync(files.path("new-plan")), false);
  });

  it("does not take options of the mail verdict for used where no mail system is given", async () => {
    await refused(
      ["--users", list(), "--senders", "team@aircall.io"],
      /^error: --senders: found no --exchange/u,
    );
    await refused(["--users", list(), "--assume", list()], /^error: --assume: found no --exchange/u);
  });

  it("asks for the key of Aircall's API by its variables, and takes none from an option", async () => {
    const without = { AIRCALL_API_ID: "", AIRCALL_API_TOKEN: "" };
    await refused(["--aircall"], /^error: The environment variable AIRCALL_API_ID is not set\./u, without);
    await refused(
      ["--aircall", "http://api.aircall.io"],
      /^error: The address of Aircall's API cannot be used: a key is only sent over https/u,
      without,
    );
    await refused(
      ["--aircall", "https://id:token-in-address@api.aircall.io"],
      /^error: (?!.*token-in-address).*holds a name or a password/u,
      without,
    );
  });

  it("names file and columns where a list is none", async () => {
    const file = files.write("odd.csv", "Colour,Shape\nred,round\n");
    await refused(["--users", file], /^error: .*odd\.csv, line 1: found .*Colour/u);
  });
});
