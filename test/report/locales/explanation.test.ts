/** French explains everything English explains. */
import assert from "node:assert/strict";
import { en } from "../../../src/report/locales/en";
import type { ExplanationWords } from "../../../src/report/locales/explanation-words";
import { fr } from "../../../src/report/locales/fr";

type Table = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** Every text with its path. */
const textsOf = (words: ExplanationWords): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(words as unknown as Table).flatMap(([name, text]) =>
      typeof text === "string"
        ? [[name, text] as const]
        : Object.entries(text).map(([key, inner]) => [`${name}.${key}`, inner] as const),
    ),
  );

const placeholders = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/gu)].map(([, name = ""]) => name))].sort();

describe("French explanations", () => {
  const [english, french] = [textsOf(en.explanation), textsOf(fr.explanation)];

  it("fill the same placeholders, text by text", () => {
    assert.deepEqual([...french.keys()].sort(), [...english.keys()].sort());
    for (const [path, text] of english)
      assert.deepEqual(placeholders(french.get(path) ?? ""), placeholders(text), path);
  });

  it("are French", () => {
    for (const [path, text] of french) {
      const own = text.replace(/\{\w+\}/gu, "");
      assert.doesNotMatch(own, /\b(?:the|whether|which|rule|and|of|people|senders)\b/u, path);
      const bare = english.get(path)?.replace(/\{\w+\}/gu, "");
      if (bare !== undefined && /[a-z]/iu.test(bare)) assert.notEqual(text, english.get(path), path);
    }
  });

  it("put a no-break space inside guillemets and before a colon", () => {
    for (const text of french.values()) assert.doesNotMatch(text, /« | [»:;?!]/u);
  });
});
