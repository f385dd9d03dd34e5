/** French tells a comparison as English does. */
import assert from "node:assert/strict";
import { words as en } from "../../../src/report/difference/en";
import { words as fr } from "../../../src/report/difference/fr";
import type { DifferenceWords } from "../../../src/report/difference/words";

type Table = Readonly<Record<string, unknown>>;

/** Every text with its path. */
const textsOf = (words: DifferenceWords): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(words as unknown as Table).flatMap(([name, text]): [string, string][] => {
      if (typeof text === "string") return [[name, text]];
      return typeof text === "object"
        ? Object.entries(text as Table).map(([key, inner]) => [`${name}.${key}`, String(inner)])
        : [];
    }),
  );

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/gu)].map(([, name = ""]) => name).sort();

describe("French words of a comparison", () => {
  const [english, french] = [textsOf(en), textsOf(fr)];

  it("fill the same placeholders, text by text", () => {
    assert.deepEqual([...french.keys()].sort(), [...english.keys()].sort());
    for (const [path, text] of english)
      assert.deepEqual(placeholders(french.get(path) ?? ""), placeholders(text), path);
  });

  it("are French, with no-break spaces inside guillemets and before a colon", () => {
    for (const [path, text] of french) {
      if (/[a-z]{3}/iu.test(text.replace(/\{\w+\}/gu, ""))) assert.notEqual(text, english.get(path), path);
      assert.doesNotMatch(text, /« | [»:;?!]/u, path);
    }
  });

  it("translate every reason that the comparison words itself", () => {
    const reasons = [
      'the budget "automaton states" ran out at the rule "Block"',
      "the verdict grew worse, and no message was found that shows why",
      "the verdict grew worse, and recipients that only one of the two holds were not compared",
      "the two semantics disagree about a message; this is a defect of the verifier",
      "mail comes in by another way than before",
    ];
    for (const reason of reasons) {
      const told = fr.reason(reason) ?? "";
      assert.doesNotMatch(told, /^$|\b(?:the|verdict grew|ran out)\b|\{/u, reason);
    }
    assert.match(fr.reason(reasons[0] ?? "") ?? "", /«\u00a0Block\u00a0»/u);
  });
});
