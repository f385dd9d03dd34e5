/** Columns of dates: read in one way or not at all. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { dateReader } from "../../../src/readiness/inputs/dates";
import { runs } from "../../properties/runs";

const read = (texts: readonly string[]): readonly string[] =>
  texts.map(dateReader(texts)).map((date) => (date instanceof Date ? date.toISOString() : date));

const day = (text: string): string => `${text}T00:00:00.000Z`;

describe("a column of dates", () => {
  it("is read where every text tells its order", () => {
    assert.deepEqual(
      read([
        "2026-11-02",
        "2026-11-02T08:30:00Z",
        "2026-11-02 08:30",
        "02.11.2026",
        "25/12/2026",
        "/Date(0)/",
      ]),
      [
        day("2026-11-02"),
        "2026-11-02T08:30:00.000Z",
        "2026-11-02T08:30:00.000Z",
        day("2026-11-02"),
        day("2026-12-25"),
        day("1970-01-01"),
      ],
    );
  });

  it("reads a doubtful text as the others show", () => {
    assert.deepEqual(read(["02/03/2026", "25/12/2026"]), [day("2026-03-02"), day("2026-12-25")]);
    assert.deepEqual(read(["02/03/2026", "12/25/2026 1:05 PM"]), [
      day("2026-02-03"),
      "2026-12-25T13:05:00.000Z",
    ]);
  });

  it("leaves a doubtful text open where the others show nothing, or both orders", () => {
    assert.deepEqual(read(["02/03/2026", "05/05/2026", "2026-01-01"]), [
      "ambiguous",
      day("2026-05-05"),
      day("2026-01-01"),
    ]);
    assert.deepEqual(read(["25/12/2026", "12/25/2026", "02/03/2026"]), [
      day("2026-12-25"),
      day("2026-12-25"),
      "ambiguous",
    ]);
  });

  it("takes no day that no calendar has", () => {
    for (const text of [
      "2026-02-29",
      "31.04.2026",
      "2026-13-01",
      "13/13/2026",
      "00.01.2026",
      "tomorrow",
      "46000",
    ])
      assert.deepEqual(read([text]), ["unreadable"], text);
    assert.deepEqual(read(["2028-02-29"]), [day("2028-02-29")]);
  });

  it("gives the day that was written in one order, or is open (fast-check)", () => {
    const moment = fc.date({
      min: new Date("2000-01-01T00:00:00Z"),
      max: new Date("2099-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 6 }), fc.boolean(), (dates, isDayFirst) => {
        const iso = dates.map((date) => date.toISOString().slice(0, 10));
        const written = iso.map((text) => {
          const [year = "", month = "", date = ""] = text.split("-");
          return isDayFirst ? `${date}/${month}/${year}` : `${month}/${date}/${year}`;
        });
        for (const [at, found] of read(written).entries())
          assert.ok(found === "ambiguous" || found === day(iso[at] ?? ""), `${written[at]} ${found}`);
      }),
      runs(500),
    );
  });
});
