/** What changed between two runs, for people and machines. */
import assert from "node:assert/strict";
import type { JudgedPerson } from "../../../../src/readiness/check";
import { compareRuns, type RunComparison } from "../../../../src/readiness/compare";
import { parseSavedRun } from "../../../../src/readiness/saved-run";
import { plainPaint } from "../../../../src/report/layout";
import { comparisonMasking } from "../../../../src/report/readiness/comparison/entries";
import {
  type ComparisonFormat,
  comparisonReport,
  loadComparisonWords,
} from "../../../../src/report/readiness/comparison/report";
import { readinessJson } from "../../../../src/report/readiness/json";
import { type Masking, unmasked } from "../../../../src/report/readiness/mask";
import { alsoUnknown, expired, full, outOfScope, ready, sharing, unknown } from "../contoso";
import { judgedOf, personOf } from "../judged-people";
import { asOf, runOf, styleOf } from "../run-of";

const saved = async (people: readonly JudgedPerson[], day: number) =>
  parseSavedRun(
    [
      ...readinessJson(
        runOf(people, { asOf: new Date(asOf.getTime() + day * 86_400_000) }),
        await styleOf("en"),
      ),
    ].join(""),
    "run.json",
  );

const now = (
  one: JudgedPerson,
  open: Parameters<typeof judgedOf>[1] = [],
  more: Partial<JudgedPerson> = {},
): JudgedPerson => judgedOf(one.person, open, more);

const before = [ready, sharing, unknown, alsoUnknown, outOfScope, expired];
const after = [
  now(ready, [{ reason: "space-full", details: { used: "50 GB", limit: "50 GB" } }]),
  now(sharing),
  unknown,
  now(alsoUnknown, [{ reason: "links-unknown", details: { because: "not-read" } }]),
  now(outOfScope, [], { inScope: true, scope: "privileged" }),
  full,
];

const report = async (
  format: ComparisonFormat,
  compared: RunComparison,
  {
    language = "en",
    masking = unmasked,
  }: { readonly language?: "en" | "fr"; readonly masking?: Masking } = {},
): Promise<string> => {
  const comparison = await loadComparisonWords(language);
  const style = { ...(await styleOf(language)), masking, comparison, paint: plainPaint };
  return [...comparisonReport(format, compared, style)].join("");
};

describe("the comparison of two readiness runs", () => {
  const compared = async (): Promise<RunComparison> =>
    compareRuns(await saved(before, 0), await saved(after, 7));

  it("says first who fell back, then every change with its reason and what to do", async () => {
    const text = await report("text", await compared());
    assert.equal(
      text,
      `FELL BACK: 1 became ready; 1 fell back; 1 unchanged
from 2026-11-23T08:00:00.000Z to 2026-11-30T08:00:00.000Z

Fell back (1)
   - Vera Lang <vera@contoso.example>; ready → not ready

Checks that got worse (1)
   - Vera Lang <vera@contoso.example>; Mailbox space: pass → fail
       The mailbox is full: 50 GB used, limit 50 GB. No room is left for Aircall mail.
       mail administrator: Have the mailbox emptied, or raise the limit that stops incoming mail as
       far as the licence allows.

Concerned now (1)
   - Sam Out <sam@contoso.example>; not concerned → ready

New in the list (1)
   - Tom Ott <tom@contoso.example>; not ready

Became ready (1)
   - Nora Petit <desk@contoso.example>; not ready → ready

Checks that got better (2)
   - Nora Petit <desk@contoso.example>; Own e-mail address: fail → pass
   - Ida Roth <ida@contoso.example>; Aircall mail allowed: unknown → pass

Gone from the list (1)
   - Pia Moos <pia@contoso.example>; not ready
`,
    );
  });

  it("says the same as JSON, of everybody", async () => {
    const parsed = JSON.parse(await report("json", await compared()));
    assert.deepEqual(
      [parsed.verdict, parsed.unchanged, parsed.fellBack, parsed.removed],
      [
        "fell-back",
        1,
        [
          {
            email: "vera@contoso.example",
            name: "Vera Lang",
            before: { inScope: true, ready: "yes" },
            after: { inScope: true, ready: "no" },
          },
        ],
        [{ email: "pia@contoso.example", name: "Pia Moos", before: { inScope: true, ready: "no" } }],
      ],
    );
    assert.equal(parsed.worsened[0].after.code, "space-full");
    assert.equal(parsed.worsened[0].before.verdict, "pass");
    assert.equal(parsed.improved.length, 2);
  });

  it("says the same as Markdown, in French too", async () => {
    const text = await report("markdown", await compared(), { language: "fr" });
    assert.match(text, /^### RECUL\u00a0: 1 est devenu prêt\u00a0; 1 a reculé\u00a0; 1 inchangé\n/u);
    assert.match(text, /^- Vera Lang \\<vera@contoso\.example\\>\u00a0; prêt → pas prêt$/mu);
  });

  it("calls it worse where only somebody new is not ready, better or unchanged elsewhere", async () => {
    const one = await saved([ready], 0);
    const verdicts = await Promise.all(
      [[ready], [ready, full], [ready, outOfScope]].map(
        async (people) => (await report("text", compareRuns(one, await saved(people, 1)))).split(":")[0],
      ),
    );
    assert.deepEqual(verdicts, ["UNCHANGED", "WORSE", "UNCHANGED"]);
    assert.match(
      await report("text", compareRuns(await saved([expired], 0), await saved([now(expired)], 1))),
      /^BETTER: /u,
    );
  });

  it("hides names and addresses where that is asked for", async () => {
    const other = judgedOf(personOf("Jo Li", "Desk@contoso.example", 9));
    const [earlier, later] = [await saved([...before, other], 0), await saved([...after, other], 7)];
    const masking = comparisonMasking(earlier, later);
    for (const format of ["text", "json", "markdown"] as const) {
      const text = await report(format, compareRuns(earlier, later), { masking });
      assert.doesNotMatch(
        text,
        /vera|lang\b|nora|petit|tom\b|ott\b|roth|moos|\bpia\b|desk@|\bJo\b/iu,
        format,
      );
      assert.match(text, /#1/u);
    }
  });

  it("counts what is too much to list, and lists all as JSON", async () => {
    const people = Array.from({ length: 70 }, (_, place) =>
      judgedOf(personOf("", `u${place}@contoso.example`, place)),
    );
    const compare = compareRuns(await saved([], 0), await saved(people, 1));
    assert.match(await report("text", compare), /^ {3}20 more$/mu);
    assert.equal(JSON.parse(await report("json", compare)).added.length, 70);
  });
});
