/** docs/guide-coverage.md traces every statement of Aircall's guide to a check and to tests that are there (issue 5). */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkIds } from "../../src/readiness/reasons";
import { repository } from "../cli/run-cli";
import { guideStatements } from "./guide-statements";

const page = readFileSync(join(repository, "docs", "guide-coverage.md"), "utf8");

interface Traced {
  readonly place: string;
  readonly quote: string;
  readonly english: string;
  readonly check: string;
  readonly tests: readonly { readonly file: string; readonly title: string }[];
  readonly where: string;
}

const quoted = /^«\u00a0(.*)\u00a0»<br>(.+)$/u;

const traced: readonly Traced[] = page
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (?:place|---) \|/u.test(line))
  .map((line) => {
    const [place = "", says = "", check = "", tests = "", where = ""] = line.slice(2, -2).split(" | ");
    const [, quote = "", english = ""] = quoted.exec(says) ?? [];
    const named = [...tests.matchAll(/`([^`]+)`: "(.+?)"(?:<br>|$)/gu)];
    return {
      ...{ place, quote, english, check, where },
      tests: named.map(([, file = "", title = ""]) => ({ file, title })),
    };
  });

/** Every text that stands in quotes in a file: titles among them. */
const textsIn = (file: string): ReadonlySet<string> => {
  const source = readFileSync(join(repository, file), "utf8");
  return new Set([...source.matchAll(/(["`])((?:\\.|(?!\1).)*)\1/gu)].map(([, , text = ""]) => text));
};

describe("the page that traces the guide", () => {
  it("quotes every statement in full, in the guide's order, and nothing else", () => {
    assert.deepEqual(
      traced.map(({ place, quote }) => ({ place, text: quote })),
      guideStatements,
    );
  });

  for (const { place, english, check, tests, where } of traced) {
    it(`says in English what ${place} says, and where it is judged or why it is not`, () => {
      for (const text of [english, check, where]) assert.ok(text.trim().length > 5, text);
    });
    it(`names tests of ${place} that are there`, () => {
      assert.ok(tests.length > 0 || check.startsWith("no check"));
      for (const { file, title } of tests) {
        assert.ok(existsSync(join(repository, file)), file);
        assert.ok(textsIn(file).has(title), `${file} has no "${title}"`);
      }
    });
  }

  it("names source files that are there", () => {
    for (const [, file = ""] of page.matchAll(/`((?:src|test|docs)\/[\w/.-]+)`/gu))
      assert.ok(existsSync(join(repository, file)), file);
  });

  for (const id of checkIds)
    it(`has a statement that ${id} holds`, () => {
      assert.ok(traced.some(({ check }) => check.includes(`\`${id}\``)));
    });
});
