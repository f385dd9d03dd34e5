/** Each row of the reference and each of its fifteen traps has a hand-labelled tenant that is a test of it. */
import assert from "node:assert/strict";
import { labelledTenants } from "./labelled/index";
import { referenceRows } from "./labelled/reference-rows";

/** `2.7 DeleteMessage` is a row of section 2.7. */
const sectionOf = (row: string): string => row.split(" ", 1)[0] ?? row;

const citedSections = (cites: string): readonly string[] => cites.match(/\d+\.\d+/gu) ?? [];

describe("the reference, row by row", () => {
  for (const row of referenceRows)
    it(`${row} has a labelled tenant`, () => {
      const tests = labelledTenants.filter(({ rows = [] }) => rows.some((one) => one === row));
      assert.ok(tests.length > 0, "no labelled tenant is a test of this row");
    });

  it("is cited wherever a tenant says that it is a test of a row", () => {
    for (const { title, cites, rows = [] } of labelledTenants)
      for (const row of rows)
        assert.ok(
          citedSections(cites).includes(sectionOf(row)),
          `"${title}" does not cite ${sectionOf(row)}, which "${row}" stands in`,
        );
  });

  it("has one title for each tenant", () => {
    const titles = labelledTenants.map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title, place) => titles.indexOf(title) !== place),
      [],
    );
  });
});
