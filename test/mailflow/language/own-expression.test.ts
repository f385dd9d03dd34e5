/** Texts tested by the engine's regular expressions and by automata get the same answer. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { fold, fromRegularExpression } from "../../../src/mailflow/language/language";
import { fromOwnExpression } from "../../../src/mailflow/language/own-expression";
import { bodyContainsWords, containsWords } from "../../../src/mailflow/language/words";
import { runs } from "../../properties/runs";

const pieces = fc.constantFrom(
  "code",
  "Code",
  "co",
  "é",
  "É",
  "ſ",
  "K",
  "_",
  "-",
  " ",
  "\n",
  "<b>",
  "&",
  "a",
  "0",
  "😀",
  "İ",
);
const texts = fc.array(pieces, { maxLength: 7 }).map((parts) => fold(parts.join("")));
const words = fc.array(
  fc.array(pieces, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("")),
  {
    minLength: 1,
    maxLength: 3,
  },
);

describe("expressions of our own", () => {
  it("accept what their automaton accepts", () => {
    fc.assert(
      fc.property(words, texts, (chosen, text) => {
        for (const { surely, possibly } of [containsWords(chosen), bodyContainsWords(chosen)])
          for (const language of [surely, possibly])
            assert.equal(
              language.accepts(text),
              (language.automaton() as unknown as Tested).test(points(text)),
              language.key,
            );
      }),
      runs(300),
    );
  });

  it("are one language with the same expression of somebody else", () => {
    assert.equal(fromOwnExpression("ab?"), fromRegularExpression("ab?"));
  });
});

interface Tested {
  readonly test: (word: readonly number[]) => boolean;
}

const points = (text: string): readonly number[] => [...text].map((one) => one.codePointAt(0) ?? 0);
