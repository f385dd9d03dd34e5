/** The sheet of who is not ready. */
import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import { readinessCsv } from "../../../src/report/readiness/csv";
import { contoso } from "./contoso";
import { judgedOf, personOf } from "./judged-people";
import { runOf, styleOf } from "./run-of";

const sheet = async (language: "en" | "fr", people: Parameters<typeof runOf>[0]): Promise<string> =>
  [...readinessCsv(runOf(people), await styleOf(language))].join("");

const rowsOf = (text: string, delimiter = ","): readonly (readonly string[])[] =>
  parse(text, { bom: true, delimiter });

describe("the CSV of who is not ready", () => {
  it("has one row for each user and each check that is no pass, failures first", async () => {
    assert.deepEqual(
      rowsOf(await sheet("en", contoso)).map((row) => [row[0], row[2], row[3], row[6], row[7]]),
      [
        ["E-mail", "Check", "Verdict", "Who does it", "Evidence"],
        ["desk@contoso.example", "own-address", "fail", "Aircall administrator", "users.csv, line 3"],
        ["tom@contoso.example", "app-version", "fail", "device management", "users.csv, line 4"],
        ["tom@contoso.example", "mailbox-space", "fail", "mail administrator", "users.csv, line 4"],
        ["pia@contoso.example", "invitation-accepted", "fail", "Aircall administrator", "users.csv, line 8"],
        ["eva@contoso.example", "mail-allowed", "unknown", "mail administrator", "users.csv, line 5"],
        ["eva@contoso.example", "links-not-rewritten", "unknown", "mail administrator", "users.csv, line 5"],
        ["ida@contoso.example", "mail-allowed", "unknown", "mail administrator", "users.csv, line 6"],
        ["ida@contoso.example", "links-not-rewritten", "unknown", "mail administrator", "users.csv, line 6"],
      ],
    );
  });

  it("puts what fails above what is not known, whatever the order of the checks", async () => {
    const both = judgedOf(personOf("", "u@contoso.example", 2), [
      { reason: "address-role-like", details: { word: "u" } },
      { reason: "mail-blocked" },
    ]);
    const rows = rowsOf(await sheet("en", [both]));
    assert.deepEqual(
      rows.slice(1).map((row) => row[3]),
      ["fail", "unknown"],
    );
  });

  it("opens in Excel: a byte order mark once, and semicolons in French", async () => {
    const text = await sheet("fr", contoso);
    assert.equal(text.lastIndexOf("\ufeff"), 0);
    assert.equal(rowsOf(text, ";")[1]?.[6], "administrateur Aircall");
  });

  it("lets no cell become a formula", async () => {
    for (const start of ["=", "+", "-", "@"]) {
      const evil = `${start}HYPERLINK("http://x.example")`;
      const people = [judgedOf(personOf(evil, evil, 2), [{ reason: "mail-not-read" }])];
      const [, row] = rowsOf(await sheet("en", people));
      assert.equal(row?.[0], `'${evil}`);
      assert.equal(row?.[1], `'${evil}`);
    }
  });

  it("makes control and direction characters of a cell visible", async () => {
    const evil = "Eve\u001b[31m\u0007\u202eadmin\u0000";
    const people = [judgedOf(personOf(evil, "e@contoso.example", 2), [{ reason: "mail-not-read" }])];
    const text = await sheet("en", people);
    assert.equal(rowsOf(text)[1]?.[1], "Eve\\u{1b}[31m\\u{7}\\u{202e}admin\\u{0}");
    for (const character of ["\u001b", "\u0007", "\u202e", "\u0000"]) assert.ok(!text.includes(character));
  });

  it("keeps every row of many", async () => {
    const people = Array.from({ length: 2_500 }, (_, place) =>
      judgedOf(personOf("", `u${place}@contoso.example`, place), [{ reason: "mail-not-read" }]),
    );
    const text = await sheet("en", people);
    assert.equal(rowsOf(text).length, 2_501);
    assert.equal(text.lastIndexOf("\ufeff"), 0);
  });
});
