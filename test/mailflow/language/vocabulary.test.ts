/** A language put together from pieces of text holds what the regular expression of the same shape holds. */
import assert from "node:assert/strict";
import fc from "fast-check";
import {
  complement,
  fromRegularExpression,
  type Language,
  quote,
} from "../../../src/mailflow/language/language";
import { smallestMember } from "../../../src/mailflow/language/smallest-member";
import { digits, exactText, fromSteps } from "../../../src/mailflow/language/vocabulary";
import { runs } from "../../properties/runs";

const word = fc.string({ unit: fc.constantFrom(..."abé1-"), minLength: 1, maxLength: 4 });
const mark = fc.constantFrom(" ", ".", "<a>", "a-", "1");

interface Shape {
  readonly words: readonly string[];
  readonly marks: readonly string[];
}
const shape: fc.Arbitrary<Shape> = fc.record({
  words: fc.array(word, { minLength: 1, maxLength: 6 }),
  marks: fc.uniqueArray(mark, { minLength: 1, maxLength: 3 }),
});

/** Words or pairs of digits, with marks between and behind them. */
const fromPieces = ({ words, marks }: Shape): Language =>
  fromSteps(
    `shape ${JSON.stringify([words, marks])}`,
    [
      { from: ["start", "marked"], to: "written", pieces: [...words.map(exactText), digits(2)] },
      { from: ["written", "marked"], to: "marked", pieces: marks.map(exactText) },
    ],
    "start",
    ["start", "written", "marked"],
  );

const fromExpression = ({ words, marks }: Shape): Language => {
  const [token, between] = [[...words.map(quote), "[0-9]{2}"], marks.map(quote)].map(
    (all) => `(?:${all.join("|")})`,
  );
  return fromRegularExpression(`(?:${token}(?:${between}+${token})*${between}*)?`);
};

describe("a language of pieces", () => {
  it("accepts what the expression accepts", () => {
    let accepted = 0;
    fc.assert(
      fc.property(
        shape.chain((one) =>
          fc.tuple(
            fc.constant(one),
            fc.array(fc.constantFrom(...one.words, ...one.marks, "11", "a", "b"), { maxLength: 6 }),
          ),
        ),
        ([one, parts]) => {
          const text = parts.join("");
          const expected = fromExpression(one).accepts(text);
          if (expected && text !== "") accepted += 1;
          assert.equal(fromPieces(one).accepts(text), expected);
        },
      ),
      runs(1_000),
    );
    assert.ok(accepted > 0, "no text was accepted");
  });

  it("has no member that the expression lacks, and shares members with what the expression shares some with", () =>
    fc.assert(
      fc.property(shape, word, (one, text) => {
        assert.equal(smallestMember([fromPieces(one), complement(fromExpression(one))]), undefined);
        const holding = fromRegularExpression(`[^]*${quote(text)}[^]*`);
        assert.equal(
          smallestMember([fromPieces(one), holding]) === undefined,
          smallestMember([fromExpression(one), holding]) === undefined,
        );
      }),
      runs(200),
    ));

  it("folds its texts", () => {
    const language = fromSteps("folded", [{ from: ["a"], to: "b", pieces: [exactText("Été")] }], "a", ["b"]);
    assert.equal(language.accepts("été"), true);
    assert.equal(language.accepts(""), false);
  });
});
