/** Literals settle that languages share nothing without walking their product, and never settle it wrongly. */
import assert from "node:assert/strict";
import fc from "fast-check";
import {
  complement,
  fromRegularExpression,
  type Language,
  union,
} from "../../../src/mailflow/language/language";
import { afterPrefix } from "../../../src/mailflow/language/prefix";
import { smallestMember } from "../../../src/mailflow/language/smallest-member";
import { exactText, fromSteps } from "../../../src/mailflow/language/vocabulary";
import { containsWords } from "../../../src/mailflow/language/words";
import { runs } from "../../properties/runs";

const wordsOnly = (...words: readonly string[]): Language => {
  const pieces = words.flatMap((one) => [one, `${one} `, `${one}.`]).map(exactText);
  return fromSteps(`words ${words.join()}`, [{ from: ["start"], to: "start", pieces }], "start", ["start"]);
};
const vocabulary = wordsOnly("code", "login", "skies");
const word = fc.oneof(
  fc.constantFrom("code", "login", "ode", "skies", "k", "ki", "codelogin", "é"),
  fc.string({ unit: fc.constantFrom(..."codeloginsk"), minLength: 1, maxLength: 4 }),
);

/** The same set by another name, of which no literal is known. */
const withoutLiterals = (language: Language): Language => complement(complement(language));

describe("literals", () => {
  it("settle only what the product of the automata settles too", () => {
    let settled = 0;
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 3 }),
        fc.constantFrom("", "[x] ", "co", "code "),
        (words, prefix) => {
          const { surely, possibly } = containsWords(words);
          for (const bound of [surely, possibly]) {
            const language = afterPrefix(bound, prefix);
            const found = smallestMember([vocabulary, language]);
            if (language.literals?.every((one) => vocabulary.mayContain?.(one) === false)) settled += 1;
            assert.equal(
              found === undefined,
              smallestMember([vocabulary, withoutLiterals(language)]) === undefined,
            );
          }
        },
      ),
      runs(300),
    );
    assert.ok(settled > 0, "no literal settled anything");
  });
  it("give way to a shorter member that is known, and to what a prefix holds already", () => {
    assert.equal(smallestMember([containsWords(["verification", "code"]).surely]), "code");
    assert.equal(smallestMember([afterPrefix(containsWords(["code"]).surely, "[code] ")]), "");
    assert.equal(smallestMember([afterPrefix(containsWords(["code"]).surely, "co")]), "de");
  });
  it("are known of words, and of a union where they are known of each part", () => {
    assert.deepEqual(containsWords(["Code", "login"]).surely.literals, ["code", "login"]);
    assert.equal(
      union([containsWords(["code"]).surely, fromRegularExpression("[0-9]+")]).literals,
      undefined,
    );
  });
  it("are not those of a word beyond ASCII, whose case the automata fold otherwise", () =>
    assert.equal(containsWords(["émile"]).surely.literals, undefined));
  it("may begin in a prefix", () => {
    assert.equal(afterPrefix(containsWords(["code"]).surely, "the co").literals, undefined);
    assert.deepEqual(afterPrefix(containsWords(["code"]).surely, "[x] ").literals, ["code"]);
  });
  it("are looked for anywhere, in every form a letter has in any case", () => {
    assert.equal(vocabulary.mayContain?.("ogi"), true);
    assert.equal(vocabulary.mayContain?.("bank"), false);
    assert.equal(wordsOnly("a\u017fk").mayContain?.("as"), true);
  });
});
