/** The page as it is written: complete in itself, and nothing of a cell is markup. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readinessHtml } from "../../../src/report/readiness/html";
import { contoso } from "./contoso";
import { judgedOf, lineOf, personOf } from "./judged-people";
import { runOf, styleOf } from "./run-of";

const pageOf = async (language: "en" | "fr", ...run: Parameters<typeof runOf>): Promise<string> =>
  [...readinessHtml(runOf(...run), await styleOf(language))].join("");

const between = (page: string, tag: RegExp): readonly string[] =>
  [...page.matchAll(tag)].map(([, inner = ""]) => inner);

const dataOf = (page: string, id: string) =>
  JSON.parse(
    between(page, new RegExp(`<script type="application/json" id="${id}">([^<]*)</script>`, "gu"))[0] ?? "",
  );

describe("the readiness page", () => {
  it("loads nothing, and runs its own script and style alone", async () => {
    const page = await pageOf("en", contoso);
    const [policy = ""] = between(page, /http-equiv="Content-Security-Policy" content="([^"]*)"/gu);
    assert.match(policy, /^default-src 'none'; /u);
    assert.doesNotMatch(policy, /unsafe|https?:|\*/u);
    for (const tag of [/<script>([\s\S]*?)<\/script>/gu, /<style>([\s\S]*?)<\/style>/gu]) {
      const inner = between(page, tag);
      assert.equal(inner.length, 1);
      assert.ok(
        policy.includes(
          `'sha256-${createHash("sha256")
            .update(inner[0] ?? "")
            .digest("base64")}'`,
        ),
      );
    }
    assert.doesNotMatch(page, /\b(?:src|srcset|action)=|url\(|@import|<iframe|<object/u);
    assert.deepEqual(between(page, /href="([^"]*)"/gu), ["data:,"]);
  });

  it("lets nothing of a cell become markup or end the data", async () => {
    const evil = `</script><script>alert(1)</script><!--<img src=x onerror=alert(1)>"'&amp;\u2028`;
    const people = [
      judgedOf(personOf(evil, evil, 2), [
        { reason: "invitation-pending", details: { status: evil }, evidence: [lineOf(2, evil)] },
      ]),
    ];
    const notice = {
      code: "role-unknown",
      source: lineOf(2, evil),
      details: { column: evil, value: evil },
    } as const;
    const page = await pageOf("en", people, {
      notices: [{ code: "role-unknown", count: 1, examples: [notice] }],
    });
    assert.doesNotMatch(page, /<img|<!--|alert\(1\)<\/script>/u);
    assert.equal(page.match(/<script/gu)?.length, 4);
    const [[email]] = dataOf(page, "rows");
    assert.equal(email, evil.replace("\u2028", "\\u{2028}"));
  });

  it("tells verdict, counts and plan without its script, for print", async () => {
    const page = await pageOf("fr", contoso);
    assert.match(page, /<html lang="fr">/u);
    assert.match(page, /<p class="headline no">PAS PRÊT\u00a0: 1 utilisateur sur 6 est prêt/u);
    assert.match(
      page,
      /<th scope="row">Espace de stockage<\/th><td class="number">5<\/td><td class="number">1<\/td>/u,
    );
    assert.match(page, /<li><strong>Mettre Aircall sur liste blanche<\/strong>/u);
  });

  it("has every user once as data, who is not ready first, each text once", async () => {
    const page = await pageOf("en", contoso);
    const rows: readonly (readonly [string, string, number, readonly unknown[]])[] = dataOf(page, "rows");
    assert.deepEqual(
      rows.map(([email, , ready, points]) => [email, ready, points.length]),
      [
        ["desk@contoso.example", 1, 1],
        ["tom@contoso.example", 1, 2],
        ["pia@contoso.example", 1, 1],
        ["eva@contoso.example", 2, 2],
        ["ida@contoso.example", 2, 2],
        ["vera@contoso.example", 0, 0],
        ["sam@contoso.example", 3, 0],
      ],
    );
    const texts: readonly string[] = dataOf(page, "texts");
    assert.equal(new Set(texts).size, texts.length);
    const reasons = rows.map(([, , , points]) =>
      points.map((point) => texts[(point as readonly number[])[3] ?? -1]),
    );
    assert.match(reasons[1]?.[0] ?? "", /^The Aircall mobile app is too old/u);
    assert.match(reasons[3]?.[0] ?? "", /^No mail system was read/u);
    assert.deepEqual(reasons[4], reasons[3]);
  });

  it("holds a list of nobody", async () => {
    assert.deepEqual(dataOf(await pageOf("en", []), "rows"), []);
  });
});
