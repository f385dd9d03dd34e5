/** The readiness report for people: terminal and Markdown. */
import assert from "node:assert/strict";
import { colourPaint, plainPaint } from "../../../src/report/layout";
import { readinessMarkdown } from "../../../src/report/readiness/markdown";
import { readinessText } from "../../../src/report/readiness/text";
import { contoso, full, ready } from "./contoso";
import { entryOf, judgedOf, lineOf, personOf } from "./judged-people";
import { runOf, styleOf } from "./run-of";

type Run = Parameters<typeof runOf>;
const textOf = async (language: "en" | "fr", ...run: Run): Promise<string> =>
  [...readinessText(runOf(...run), { ...(await styleOf(language)), paint: plainPaint })].join("");
const markdownOf = async (...run: Run): Promise<string> =>
  [...readinessMarkdown(runOf(...run), await styleOf("en"))].join("");

const hostile = "\u001b[31mRed\u202e\u0007 <img src=x> @team [a](b) | c\n# d";
const hostilePeople = [
  judgedOf(personOf(hostile, "x@contoso.example", 2), [
    { reason: "invitation-pending", details: { status: hostile }, evidence: [lineOf(2, `${hostile}.csv`)] },
  ]),
];

describe("the readiness report in the terminal", () => {
  it("says the verdict first, then the counts, who, why, what to do, who does it, and the plan", async () => {
    const text = await textOf("en", contoso);
    assert.equal(text.split("\n")[0], "NOT READY: 1 of 6 users is ready; 3 are not; 2 are unknown");
    const order = [
      /^as of 2026-11-23T08:00Z; 1 user is not concerned/mu,
      /Mailbox space +5 +1 +0/u,
      /Tom Ott <tom@/u,
      /The mailbox is full/u,
      /What to do +Have the mailbox emptied/u,
      /Who does it +mail administrator/u,
      /mail administrator\n +Evidence +users\.csv, line 4/u,
      /Eva Roth .*, Ida Roth/u,
      /^What to do, in this order$/mu,
      /^1\. Let Aircall mail in \(mail administrator; 2 users\)$/mu,
      /^6\. Resend invitations \(Aircall administrator; 1 user; after 1–5\)$/mu,
    ].map((pattern) => text.search(pattern));
    assert.ok(!order.includes(-1), `${order}\n${text}`);
    assert.deepEqual(
      [...order].sort((left, right) => left - right),
      order,
    );
    assert.doesNotMatch(text, /vera@|sam@/u);
  });

  it("says the same in French", async () => {
    const text = await textOf("fr", contoso);
    assert.match(
      text,
      /^PAS PRÊT\u00a0: 1 utilisateur sur 6 est prêt\u00a0; 3 ne le sont pas\u00a0; 2 sont indéterminés\n/u,
    );
    assert.match(text, /Adresse e-mail partagée avec d'autres utilisateurs Aircall\u00a0: Jo Li/u);
  });

  it("speaks of one user as of one", async () => {
    assert.match(await textOf("en", [full]), /^NOT READY: 0 of 1 user is ready; 1 is not$/mu);
    assert.match(await textOf("en", [full, ready]), /^NOT READY: 1 of 2 users is ready; 1 is not$/mu);
  });

  it("counts all who share one mailbox, also those who are not named", async () => {
    const entries = Array.from({ length: 6 }, (_, place) =>
      entryOf(`Kim ${place}`, "desk@contoso.example", place),
    );
    const answer = { reason: "address-listed-twice", details: { others: "" }, people: entries } as const;
    const desk = (count?: number) =>
      judgedOf(personOf("Vera", "desk@contoso.example", 9), [
        count === undefined ? answer : { ...answer, peopleCount: count },
      ]);
    const told = async (count?: number) => (await textOf("en", [desk(count)])).replaceAll(/\s+/gu, " ");
    assert.match(await told(), /and 2 more\./u);
    assert.match(await told(4_999), /and 4,995 more\./u);
  });

  it("tells people with the very same points together, and no evidence of one as that of all", async () => {
    const people = Array.from({ length: 9 }, (_, place) =>
      judgedOf(personOf("", `u${place}@contoso.example`, place), [{ reason: "mail-not-read" }]),
    );
    const text = await textOf("en", people);
    assert.match(text, /^1\. unknown {2}u0@contoso\.example, .*\n +u4@contoso\.example, and 4 more users$/mu);
    assert.doesNotMatch(text, /Evidence/u);
  });

  it("tells once what is open for everybody", async () => {
    const people = [ready, full].map(({ person }, place) =>
      judgedOf(person, [
        { reason: "mail-not-read" },
        ...(place === 0 ? [] : ([{ reason: "app-devices-not-read" }] as const)),
      ]),
    );
    const text = await textOf("en", people);
    assert.equal(text.match(/No mail system was read/gu)?.length, 1);
    assert.match(
      text,
      /^For all of them\n {3}unknown {2}Aircall mail allowed\n[\s\S]*^1\. unknown {2}Vera Lang <[\s\S]*^2\. unknown {2}Tom Ott <.*\n {3}unknown {2}Mobile app version/mu,
    );
  });

  it("shows thirty groups and counts the rest", async () => {
    const people = Array.from({ length: 33 }, (_, place) =>
      judgedOf(personOf("", `u${place}@contoso.example`, place), [
        { reason: "space-full", details: { used: `${place} GB`, limit: "9 GB" } },
      ]),
    );
    assert.match(await textOf("en", people), /^and 3 more users: --format csv lists everybody$/mu);
  });

  it("is not ready where rows or the whole list name nobody", async () => {
    const { summary } = runOf([]);
    assert.match(await textOf("en", []), /^NOT KNOWN: the list names nobody\n/u);
    assert.match(
      await textOf("en", contoso.slice(0, 1), {
        summary: { ...summary, users: 1, inScope: 1, ready: 1, unusableRows: 2 },
      }),
      /^NOT KNOWN: 1 of 1 user is ready\n.*2 rows name nobody/u,
    );
  });

  it("tells what the readers of inputs have to tell, with place and value", async () => {
    const notice = (line: number, value: string) =>
      ({ code: "role-unknown", source: lineOf(line), details: { column: "Role", value } }) as const;
    const notices = [
      { code: "role-unknown", count: 25, examples: [notice(4, "Boss"), notice(9, "Chief")] },
    ] as const;
    assert.match(
      (await textOf("en", contoso, { notices })).replace(/\s+/gu, " "),
      /- users\.csv, lines 4 and 9: the role "Boss", "Chief" \(column "Role"\) is not known here.* \(25 times\)/u,
    );
  });

  it("lets no control character reach the terminal", async () => {
    const text = await textOf("en", hostilePeople);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the question
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f\u202e]/u);
    assert.match(text, /\\u\{1b\}\[31mRed/u);
  });

  it("is coloured where it is asked for, with the same words", async () => {
    const coloured = [
      ...readinessText(runOf(contoso), { ...(await styleOf("en")), paint: colourPaint }),
    ].join("");
    assert.ok(coloured.includes("\u001b["));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
    assert.equal(coloured.replace(/\u001b\[\d+m/gu, ""), await textOf("en", contoso));
  });
});

describe("the readiness report in Markdown", () => {
  it("has the verdict, the counts, who is not ready and the plan", async () => {
    const text = await markdownOf(contoso);
    assert.match(text, /^### NOT READY: 1 of 6 users is ready; 3 are not; 2 are unknown\n/u);
    assert.match(text, /^\| Mailbox space \| 5 \| 1 \| 0 \|$/mu);
    assert.match(text, /^\| Tom Ott, tom@contoso\.example \| Mailbox space: fail \|/mu);
    assert.match(text, /^1\. \*\*Let Aircall mail in\*\* \(mail administrator; 2 users\): /mu);
  });

  it("lets nothing of a cell become markup, a mention or another cell", async () => {
    const text = await markdownOf(hostilePeople);
    assert.doesNotMatch(text, /(?<!\\)<img|@team|(?<!\\)\[a\]|^# d/mu);
    for (const row of text.split("\n").filter((line) => /Red/u.test(line)))
      assert.equal(row.match(/(?<!\\)\|/gu)?.length, 7, row);
  });

  it("fits a comment on a pull request, however many users there are", async () => {
    const people = Array.from({ length: 5_000 }, (_, place) =>
      judgedOf(personOf("Vera Lang", `u${place}@contoso.example`, place), [{ reason: "mail-not-read" }]),
    );
    const text = await markdownOf(people);
    assert.ok(text.length < 64_000, String(text.length));
    assert.match(text, /and 4,950 more users/u);
  });
});
