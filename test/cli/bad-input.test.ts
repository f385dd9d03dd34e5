/** Every input that cannot be used: one clear line, exit 2, no report, no stack trace. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { healthyTenant } from "../mailflow/exchange/labelled/healthy-tenant";
import { type Ran, runCli, temporaryFiles } from "./run-cli";

const assertRefused = (
  { exitCode, stdout, stderr }: Ran,
  ...expected: readonly (string | RegExp)[]
): void => {
  assert.equal(exitCode, 2, stderr);
  assert.equal(stdout, "");
  for (const text of expected) {
    if (typeof text === "string")
      assert.ok(stderr.includes(text), `expected ${JSON.stringify(text)} in ${stderr}`);
    else assert.match(stderr, text);
  }
  assert.doesNotMatch(stderr, /^\s+at /mu);
  assert.match(stderr, /^error: /mu);
};

describe("input that cannot be used", function () {
  this.timeout(120_000);
  const files = temporaryFiles();
  const exports: readonly (readonly [string, string | Uint8Array, readonly (string | RegExp)[]])[] = [
    [
      "broken JSON",
      '{\n  "Get-TransportRule": [},\n',
      ["line 2, column 25", 'found "}"', "expected a value or ]"],
    ],
    [
      "an export that was cut off",
      '{"Get-TransportRule": [{"Name": "a"',
      ["found the end of the file", "cut off"],
    ],
    ["an empty file", "", ["found an empty file", "ProviderSettingsExport.json"]],
    [
      "a page of a web site",
      "<html></html>",
      ["line 1, column 1", 'found "<html></html>"', "which begins with {"],
    ],
    [
      "the rules alone",
      '[{"Name":"a","Priority":0,"Mode":"Enforce"}]',
      ["a list of 1", '{"Get-TransportRule": […]}'],
    ],
    ["an export of another product", '{"policies":[]}', ["an export of Google Workspace policies"]],
    [
      "results in place of settings",
      '{"MetaData":{},"Results":{},"Summary":{}}',
      ["ScubaGear's results", "ProviderSettingsExport.json"],
    ],
    [
      "ScubaGear without Exchange",
      '{"teams_successful_commands":["Get-CsTenant"]}',
      ["without any part of Exchange Online"],
    ],
    ["an object of something else", '{"name":"x","private":true}', ["an object with name, private"]],
    ["a number", "5", ["a single number"]],
    [
      "a part that holds texts",
      '{"Get-TransportRule":["a","b"]}',
      ["Get-TransportRule[0]", "objects as ConvertTo-Json prints them"],
    ],
    [
      "a rule without a name",
      '{"Get-TransportRule":[{"Priority":0}]}',
      ["Get-TransportRule[0]", "the rule has no Name"],
    ],
    [
      "two rules of one priority",
      '{"Get-TransportRule":[{"Name":"a","Priority":3},{"Name":"b","Priority":3}]}',
      ['Priority 3 on both "a" and "b"'],
    ],
    [
      "one part twice",
      '{"Get-TransportRule":[],\n"get-transportrule":[]}',
      ["line 2, column 1", "which is Get-TransportRule again"],
    ],
    ["a ZIP archive", Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2), ["a ZIP archive"]],
    [
      "another encoding",
      Buffer.from('{"Get-TransportRule": [],\n "x": "caf\u00e9"}', "latin1"),
      ["line 2", "no UTF-8", "Out-File -Encoding utf8"],
    ],
  ];
  for (const [title, content, expected] of exports)
    it(`names file, place and what was expected for ${title}`, async () => {
      const file = files.write("export.json", content);
      assertRefused(await runCli(["check", "--exchange", file]), file, ...expected);
    });

  it("says that there is no file", async () => {
    assertRefused(
      await runCli(["check", "--exchange", files.path("nothing.json")]),
      "nothing.json: found no file",
    );
  });

  it("says that a directory is no file", async () => {
    assertRefused(await runCli(["check", "--exchange", files.path(".")]), "found a directory");
  });

  const users: readonly (readonly [string, string, readonly string[]])[] = [
    [
      "a users file without an Email column",
      "Name,Role\nAnna,agent\n",
      ["line 1", "the columns Name, Role", "a column Email"],
    ],
    ["a users file without a header", "anna@contoso.example\n", ["line 1", "no header line"]],
    ["a users file without users", "Email\n", ["no user"]],
    ["an empty users file", "", ["an empty file", "CSV"]],
    [
      "a row without an address",
      "Name,Email\nAnna,anna@contoso.example\nBen,Ben Okafor\n",
      ["line 3, column Email", '"Ben Okafor"', "one e-mail address"],
    ],
    ["a quote that is never closed", 'Name,Email\n"Anna,anna@contoso.example\n', ["never closed"]],
  ];
  for (const [title, content, expected] of users)
    it(`names file and line for ${title}`, async () => {
      const file = files.write("users.csv", content);
      const tenant = files.write("tenant.json", JSON.stringify(healthyTenant));
      assertRefused(await runCli(["check", "--exchange", tenant, "--users", file]), file, ...expected);
    });

  const usage: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["no input", ["check"], ["--exchange"]],
    ["a command that does not exist", ["chekc"], ["unknown command 'chekc'", "--help"]],
    [
      "an option that does not exist",
      ["check", "--exchange", "a", "--quiet"],
      ["unknown option '--quiet'", "check --help"],
    ],
    [
      "a moment that is none",
      ["check", "--exchange", "a", "--as-of", "tomorrow"],
      ["--as-of", '"tomorrow"', "2027-01-31"],
    ],
    [
      "a moment without time zone",
      ["check", "--exchange", "a", "--as-of", "2027-01-31T09:00"],
      ["time zone"],
    ],
    [
      "a scope that does not exist",
      ["check", "--exchange", "a", "--scope", "user"],
      ["--scope", "organisation or mailbox"],
    ],
    [
      "a format that does not exist",
      ["check", "--exchange", "a", "--format", "pdf"],
      ["--format", "text or json"],
    ],
    [
      "a language that does not exist",
      ["check", "--exchange", "a", "--locale", "de"],
      ["--locale", "en or fr"],
    ],
    [
      "a sender that is not Aircall's",
      ["check", "--exchange", "a", "--senders", "me@x.example"],
      ["--senders", "me@x.example", "aircall.io"],
    ],
    [
      "a place to write that does not exist",
      ["check", "--exchange", "a", "--out", "/nowhere/report.txt"],
      ["/nowhere/report.txt", "no such directory"],
    ],
    ["a finding code that does not exist", ["explain", "rule-blcks"], ["rule-blcks", "rule-blocks"]],
    ["a port that is none", ["tenant", "serve", "--state", "x", "--port", "99999"], ["--port", "65535"]],
  ];
  for (const [title, given, expected] of usage)
    it(`explains ${title}`, async () => {
      assertRefused(await runCli(given), ...expected);
    });

  it("prints help and ends 2 without a command", async () => {
    const { exitCode, stderr } = await runCli([]);
    assert.equal(exitCode, 2);
    assert.match(stderr, /Usage: aircall-mailflow/u);
  });

  it("writes no report where the input is bad", async () => {
    const out = files.path("report.json");
    assertRefused(await runCli(["check", "--exchange", files.write("bad.json", "{"), "--out", out]));
    assert.equal(existsSync(out), false);
  });
});
