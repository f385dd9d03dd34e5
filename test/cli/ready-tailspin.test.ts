/** A company of 25 users with one case of each kind gives exactly the list that was written by hand, in both languages (issue 5). */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { checkIds, owners, type ReasonCode, reasons } from "../../src/readiness/reasons";
import { type SavedRun, savedRunSchema } from "../../src/readiness/saved-run";
import { runCli, temporaryFiles } from "./run-cli";
import {
  cellsOf,
  differences,
  expectedRows,
  type Language,
  languages,
  type Row,
  readyTailspin,
  reasonsNotShown,
  wordsOf,
} from "./tailspin";

const fullyReady = ["Camille Aubry", "Bram Visser", "Elif Demir"];

const rowsOf = ({ users }: SavedRun, language: Language): readonly Row[] => {
  const words = wordsOf[language];
  return users.flatMap(({ email, name, inScope, ready, checks }) =>
    checks.map(({ id, verdict, reason, action, owner, evidence }) => [
      ...[email, name, words.concerned[`${inScope}`], words.ready[ready], id, words.verdict[verdict]],
      ...[reason, action ?? "", owner === null ? "" : words.owner[owner], evidence],
    ]),
  );
};

const isOpen =
  (language: Language) =>
  ([, , concerned, ready]: Row): boolean =>
    concerned === wordsOf[language].concerned.true && ready !== wordsOf[language].ready.yes;

const namesOf = (rows: readonly Row[]): ReadonlySet<string> => new Set(rows.map(([, name = ""]) => name));

const pageRows = (page: string): readonly (readonly unknown[])[] =>
  JSON.parse(/<script type="application\/json" id="rows">([^<]*)<\/script>/u.exec(page)?.[1] ?? "[]");

describe("a company of 25 users", function () {
  this.timeout(120_000);
  const files = temporaryFiles();
  const runs = new Map<Language, SavedRun>();

  const asked = async (format: string, language: Language, ...more: readonly string[]): Promise<string> => {
    const given = [...readyTailspin, "--format", format, "--locale", language, ...more];
    const { exitCode, stdout, stderr } = await runCli(given);
    assert.equal(exitCode, 1, stderr);
    return stdout;
  };

  before(async () => {
    for (const language of languages)
      runs.set(language, savedRunSchema.parse(JSON.parse(await asked("json", language))));
  });

  const runIn = (language: Language): SavedRun => {
    const run = runs.get(language);
    assert.ok(run !== undefined);
    return run;
  };

  it("was labelled for 25 users and seven checks each, several of them fully ready", () => {
    for (const language of languages) {
      const expected = expectedRows(language);
      assert.equal(expected.length, 25 * checkIds.length);
      assert.equal(namesOf(expected).size, 25);
      const [yes, ready] = [wordsOf[language].concerned.true, wordsOf[language].ready.yes];
      const found = expected.filter((row) => row[2] === yes && row[3] === ready);
      assert.deepEqual([...namesOf(found)], fullyReady);
    }
  });

  for (const language of languages)
    it(`is judged as it was labelled, cell by cell (${language})`, () => {
      assert.deepEqual(differences(rowsOf(runIn(language), language), expectedRows(language)), []);
    });

  it("is counted as it was labelled", () => {
    const { users, inScope, ready, notReady, unknown } = runIn("en").summary;
    assert.deepEqual(
      { users, inScope, ready, notReady, unknown },
      { users: 25, inScope: 24, ready: 3, notReady: 19, unknown: 2 },
    );
  });

  it("shows every reason but those that need another run, and every owner", () => {
    const checks = runIn("en").users.flatMap((user) => user.checks);
    const shown = new Set(checks.map(({ code }) => code));
    const missing = (Object.keys(reasons) as readonly ReasonCode[]).filter((code) => !shown.has(code));
    assert.deepEqual([...missing].sort(), Object.keys(reasonsNotShown).sort());
    const acting = new Set(checks.map(({ owner }) => owner));
    for (const owner of owners) assert.ok(acting.has(owner), owner);
  });

  it("says the same in French, with its no-break spaces", () => {
    const english = runIn("en").users.flatMap(({ checks }) => checks.map(({ code }) => code));
    const french = runIn("fr").users.flatMap(({ checks }) => checks.map(({ code }) => code));
    assert.deepEqual(french, english);
    for (const row of expectedRows("fr"))
      for (const cell of row) {
        assert.doesNotMatch(cell, / [;:?!»]|« |"/u, cell);
        assert.doesNotMatch(cell, /\b(?:the|whether|which|sender|is not|is read)\b/iu, cell);
      }
  });

  for (const language of languages)
    it(`lists in the sheet every point of whoever is not ready, and nothing else (${language})`, async () => {
      const words = wordsOf[language];
      const open = expectedRows(language).filter(
        (row) => isOpen(language)(row) && row[5] !== words.verdict.pass,
      );
      // The sheet has no columns for scope and readiness: it holds nobody else.
      const sheet = cellsOf(await asked("csv", language), language).slice(1);
      const found = sheet.map(([email = "", name = "", ...others]) => {
        const ready = open.find((row) => row[0] === email && row[1] === name)?.[3] ?? "";
        return [email, name, words.concerned.true, ready, ...others];
      });
      assert.equal(found.length, open.length);
      assert.deepEqual(differences(found, open), []);
    });

  it("is all on the page, and whoever is not ready in the Markdown and in the text", async () => {
    const rows = pageRows(await asked("html", "en"));
    assert.deepEqual(new Set(rows.map(([, name]) => name)), namesOf(expectedRows("en")));
    const open = namesOf(expectedRows("en").filter(isOpen("en")));
    const table = (await asked("markdown", "en")).split("\n").filter((line) => /^\| [^|]*@/u.test(line));
    const told = table.map((line) => line.slice(2, line.indexOf(",")));
    assert.deepEqual(new Set(told), open);
    const text = await asked("text", "en");
    for (const name of open) assert.ok(text.includes(name), name);
    for (const name of [...fullyReady, "Chiara Fontana"]) assert.equal(text.includes(name), false, name);
  });

  it("cannot be told from what is masked, in any form or language", async () => {
    const expected = expectedRows("en");
    const names = [...namesOf(expected)].flatMap((name) => name.split(" ")).filter((one) => one.length > 2);
    const addresses = [...new Set(expected.map(([email = ""]) => email.toLowerCase()))];
    const locals = addresses.map((address) => address.slice(0, address.indexOf("@")));
    for (const language of languages)
      for (const format of ["text", "json", "csv", "html", "markdown"]) {
        const plan = files.path(`plan-${language}`);
        const said = [await asked(format, language, "--mask", "--plan", plan)];
        said.push(...readdirSync(plan).map((name) => readFileSync(`${plan}/${name}`, "utf8")));
        for (const text of said) {
          const words = new Set(text.match(/\p{L}+/gu));
          for (const name of names) assert.equal(words.has(name), false, `${format} says ${name}`);
          const lower = text.toLowerCase();
          for (const address of addresses) assert.equal(lower.includes(address), false, address);
          for (const local of locals.filter((one) => /[.+-]/u.test(one)))
            assert.equal(lower.includes(local), false, `${format} says ${local}`);
        }
      }
  });
});
