/** With masking, no address and no name leaves the program, in whatever format. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { JudgedPerson } from "../../../src/readiness/check";
import { plainPaint } from "../../../src/report/layout";
import { readinessFormats, readinessReport } from "../../../src/report/readiness/report";
import { planFiles } from "../../../src/report/readiness/tickets/plan-files";
import { runs } from "../../properties/runs";
import { findingsOf } from "./contoso";
import { entryOf, judgedOf, lineOf, personOf } from "./judged-people";
import { runOf, styleOf } from "./run-of";

/** Letters that no text of a report holds side by side, so that a name found is a name leaked. */
const nameWord = fc.string({ unit: fc.constantFrom(..."qxzjQXZJœżqx"), minLength: 4, maxLength: 9 });
const separator = fc.constantFrom(".", "_", "-", "+", "");

const someone = fc.record({
  first: nameWord,
  last: nameWord,
  separator,
  domain: fc.constantFrom("contoso.example", "mail.example"),
  ownDomain: fc.boolean(),
});
type Someone = typeof someone extends fc.Arbitrary<infer One> ? One : never;

const nameOf = ({ first, last }: Someone): string => `${first} ${last}`;
const emailOf = ({ first, last, separator: between, domain, ownDomain }: Someone): string =>
  `${first}${between}${last}@${ownDomain ? `${last}.example` : domain}`;

const findings = findingsOf("Odd");

/** One person whose facts name them, and another, wherever a fact may. */
const leaking = (one: Someone, other: Someone, line: number): JudgedPerson => {
  const email = emailOf(one);
  const [worst, ...more] = findings;
  const about = `${nameOf(other)}, ${emailOf(other)} and ${email}`;
  return judgedOf(personOf(nameOf(one), email, line), [
    {
      reason: "address-listed-twice",
      details: { others: emailOf(other) },
      people: [entryOf(nameOf(other), emailOf(other), line)],
    },
    { reason: "invitation-open", details: { status: `waits for ${nameOf(one)}`, until: "2026-12-01" } },
    {
      reason: "app-too-old",
      details: { apps: `iOS 8.4.0 (${one.first}s iPhone, ${one.last}IPHONE)`, least: "iOS 8.5.0" },
    },
    {
      reason: "mail-blocked",
      findings: [
        ...(worst === undefined
          ? []
          : [
              {
                ...worst,
                details: { ...worst.details, rule: about },
                message: `${worst.message} ${about}`,
                fix: `${worst.fix} ${about}`,
              },
            ]),
        ...more,
      ],
      evidence: [{ kind: "object", file: "export.json", object: `Get-Mailbox ${email}` }],
    },
    {
      reason: "links-rewritten",
      details: { policy: `Links of ${nameOf(one)}` },
      evidence: [{ kind: "request", request: `GET /v2/users/${email}` }],
    },
    { reason: "outside-refused", details: { setting: `Get-Mailbox ${email}` }, evidence: [lineOf(line)] },
  ]);
};

const noticeOf = (one: Someone) =>
  ({
    code: "role-unknown",
    count: 1,
    examples: [{ code: "role-unknown", source: lineOf(2), details: { column: "Role", value: nameOf(one) } }],
  }) as const;

describe("masking", () => {
  for (const language of ["en", "fr"] as const)
    it(`leaves no name and no local part in any format (${language})`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(someone, { minLength: 2, maxLength: 4 }), async (people) => {
          const judged = people.map((one, place) =>
            leaking(one, people[(place + 1) % people.length] ?? one, place + 2),
          );
          const [first] = people;
          const run = runOf(judged, { notices: first === undefined ? [] : [noticeOf(first)] });
          const style = await styleOf(language, judged);
          const texts = [
            ...(await Promise.all(
              readinessFormats.map(
                async (format) =>
                  [format, [...(await readinessReport(format, run, style, plainPaint))].join("")] as const,
              ),
            )),
            ...planFiles(run, style).map(({ name, content }) => [name, content] as const),
          ];
          for (const [format, text] of texts)
            for (const one of people)
              for (const secret of [one.first, one.last, emailOf(one)])
                assert.ok(
                  !text.toLowerCase().includes(secret.toLowerCase()),
                  `${format}: ${secret}\n${text}`,
                );
        }),
        runs(40),
      );
    });

  it("hides a status that names its user, also where another user has the same", async () => {
    const people = ["Ada Bell", "Vera Lang"].map((name, place) =>
      judgedOf(personOf(name, `u${place}@contoso.example`, place + 2), [
        { reason: "invitation-pending", details: { status: "Verasphone" } },
      ]),
    );
    const report = await readinessReport("json", runOf(people), await styleOf("en", people), plainPaint);
    const { users } = JSON.parse([...report].join(""));
    assert.match(users[1].checks[1].reason, /"\*\*\*"/u);
  });

  it("tells rows apart, alike in every format, and says that it was done", async () => {
    const people = ["Vera Lang", "Vera Long"].map((name, place) =>
      judgedOf(personOf(name, `vera${place}@contoso.example`, place + 2), [
        { reason: "mail-not-read" },
        { reason: "app-too-old", details: { apps: `a${place}`, least: "b" } },
      ]),
    );
    const style = await styleOf("en", people);
    for (const format of readinessFormats) {
      const report = [...(await readinessReport(format, runOf(people), style, plainPaint))].join("");
      const text = report.replace(/[\\\u200b]/gu, "");
      assert.match(text, /v\*\*\*@contoso\.example #1/u, format);
      assert.match(text, /v\*\*\*@contoso\.example #2/u, format);
      if (format === "json") assert.equal(JSON.parse(report).masked, true);
      else if (format !== "csv") assert.match(text, /addresses and names are masked/u, format);
    }
  });
});
