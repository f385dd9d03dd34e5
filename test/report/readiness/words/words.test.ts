/** Both languages say everything, with the values that the table of reasons promises. */
import assert from "node:assert/strict";
import { type NoticeCode, noticeDefinitions } from "../../../../src/readiness/inputs/notice";
import { stepIds } from "../../../../src/readiness/plan/steps";
import { checkIds, type ReasonCode, reasonOf, reasons } from "../../../../src/readiness/reasons";
import { words as en } from "../../../../src/report/readiness/words/en";
import { words as fr } from "../../../../src/report/readiness/words/fr";

const placeholders = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/gu)].map(([, name = ""]) => name))].sort();

const codes = Object.keys(reasons) as readonly ReasonCode[];

/** Every text of a table of words, with its path. */
const textsOf = (value: unknown, path = ""): readonly (readonly [string, string])[] => {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, `${path}/${name}`));
};

for (const [language, words] of Object.entries({ en, fr }))
  describe(`the words of readiness in ${language}`, () => {
    it("say every reason of the table with exactly its values", () => {
      for (const code of codes) {
        const { reason, action = "" } = words.reasons[code];
        assert.notEqual(reason, "", code);
        assert.deepEqual(placeholders(reason + action), [...(reasonOf(code).details ?? [])].sort(), code);
      }
    });

    it("say what to do exactly where somebody has to act", () => {
      for (const code of codes)
        assert.equal(words.reasons[code].action !== undefined, reasonOf(code).owner !== undefined, code);
    });

    it("say every notice with exactly its values", () => {
      for (const code of Object.keys(noticeDefinitions) as readonly NoticeCode[])
        assert.deepEqual(
          placeholders(words.notices[code]),
          [...noticeDefinitions[code].details].sort(),
          code,
        );
    });

    it("print no figure that Aircall does not publish (aircall.md 1.1)", () => {
      // How long an invitation lives (aircall.md 1.2), and how long Exchange takes (exchange-online.md 2.9).
      const published =
        /15 (?:days|jours)|30 minutes or more|30 minutes ou plus|2026-11-30|49[.,]5|Microsoft 365|--format/gu;
      for (const [path, text] of textsOf(words))
        assert.doesNotMatch(
          text.replace(published, ""),
          /\d+\s*(?:s|sec|min|h|hour|heure|day|jour|time|fois|%)/iu,
          path,
        );
    });

    it("say every step and every ticket with values that are known", () => {
      const known = ["ios", "android", "people", "date", "invitations", "hosts"];
      for (const [path, text] of [...textsOf(words.steps), ...textsOf(words.tickets)])
        for (const name of placeholders(text)) assert.ok(known.includes(name), path);
      assert.deepEqual(Object.keys(words.steps), [...stepIds]);
    });

    it("title every check", () => {
      assert.equal(new Set(checkIds.map((check) => words.check[check])).size, checkIds.length);
    });
  });

describe("the French words of readiness", () => {
  it("are no English", () => {
    const english = /\b(?:the|whether|which|were|not|is|are|and|of|user|mailbox)\b/iu;
    for (const [path, text] of textsOf(fr))
      if (path !== "/language")
        assert.doesNotMatch(text.replace(/«[^»]*»|\([^)]*--[^)]*\)/gu, ""), english, path);
  });

  it("differ from the English ones", () => {
    for (const code of codes) assert.notEqual(fr.reasons[code].reason, en.reasons[code].reason, code);
  });

  it("fill the same values as the English ones", () => {
    const filled = (words: typeof en): readonly string[] =>
      textsOf(words)
        .flatMap(([path, text]) => placeholders(text).map((name) => `${path} ${name}`))
        .sort();
    const ofReasons = (line: string): boolean => line.startsWith("/reasons/");
    assert.deepEqual(
      filled(fr).filter((line) => !ofReasons(line)),
      filled(en).filter((line) => !ofReasons(line)),
    );
  });

  it("use the guide's own terms", () => {
    const all = textsOf(fr)
      .map(([, text]) => text)
      .join("\n");
    for (const term of [
      "validation en attente",
      "liste blanche",
      "adresse e-mail partagée",
      "espace de stockage",
      "MFA adaptative",
      "application mobile",
    ])
      assert.match(all, new RegExp(term, "iu"), term);
  });

  it("put no-break spaces inside guillemets and before double punctuation", () => {
    for (const [path, text] of textsOf(fr)) assert.doesNotMatch(text, /« | [»:;?!]/u, path);
  });

  it("write sizes and lists as French does", () => {
    assert.equal(fr.value("49.5 GB"), "49,5\u00a0Go");
    assert.equal(fr.value("unlimited"), "illimitée");
    assert.equal(
      fr.headline({ inScope: 25, ready: 18, notReady: 5, unknown: 2 }),
      "18 utilisateurs sur 25 sont prêts\u00a0; 5 ne le sont pas\u00a0; 2 sont indéterminés",
    );
    assert.equal(
      fr.headline({ inScope: 3, ready: 1, notReady: 1, unknown: 1 }),
      "1 utilisateur sur 3 est prêt\u00a0; 1 ne l'est pas\u00a0; 1 est indéterminé",
    );
  });
});

describe("the English headline", () => {
  it("counts one as one", () => {
    assert.equal(
      en.headline({ inScope: 25, ready: 18, notReady: 5, unknown: 2 }),
      "18 of 25 users are ready; 5 are not; 2 are unknown",
    );
    assert.equal(en.headline({ inScope: 1, ready: 1, notReady: 0, unknown: 0 }), "1 of 1 user is ready");
  });
});
