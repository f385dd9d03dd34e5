import assert from "node:assert/strict";
import {
  type Bounds,
  complement,
  contains,
  fromRegularExpression,
  fromTexts,
  union,
} from "../../../src/mailflow/language/language";
import { matchesPatterns } from "../../../src/mailflow/language/pattern";
import { afterPrefix } from "../../../src/mailflow/language/prefix";
import { smallestMember } from "../../../src/mailflow/language/smallest-member";
import { bodyContainsWords, containsWords } from "../../../src/mailflow/language/words";

const reading = (bounds: Bounds, text: string): string =>
  contains(bounds.surely, text.toLowerCase())
    ? "surely"
    : contains(bounds.possibly, text.toLowerCase())
      ? "possibly"
      : "never";

describe("language", () => {
  it("finds a smallest string that languages share", () => {
    assert.equal(
      smallestMember([fromRegularExpression("[^]*code[^]*"), fromRegularExpression("[^]*x")]),
      "codex",
    );
  });
  it("finds nothing in a language and its complement", () => {
    const language = fromRegularExpression("a*");
    assert.equal(smallestMember([language, complement(language)]), undefined);
    assert.equal(smallestMember([fromRegularExpression("a+"), complement(language)]), undefined);
  });
  it("takes the rest after a prefix", () => {
    const rest = afterPrefix(fromRegularExpression("\\[external\\][^]*code[^]*"), "[External]");
    assert.equal(smallestMember([rest]), "code");
    assert.equal(smallestMember([afterPrefix(fromTexts(["abc"]), "x")]), undefined);
  });
  it("joins languages", () => {
    const joined = union([fromTexts(["a"]), fromTexts(["b"])]);
    assert.deepEqual(
      ["a", "b", "c"].map((text) => contains(joined, text)),
      [true, true, false],
    );
  });
});

describe("a word condition (exchange-online.md 2.6)", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["aircall", "aircallio", "never"],
    ["aircall", "noreply@aircall.io", "surely"],
    ["dmarc=pass", "spf=pass; dkim=pass; dmarc=pass action=none", "surely"],
    ["pass", "dmarc=pass action=none", "possibly"],
    ["code", "Your CODE: 123456", "surely"],
    ["code", "encode", "never"],
    ["code", "my_code", "possibly"],
    ["a*", "abc", "never"],
    ["verification code", "the verification code is", "surely"],
  ];
  for (const [word, text, expected] of cases)
    it(`"${word}" is ${expected} in "${text}"`, () =>
      assert.equal(reading(containsWords([word]), text), expected));
  it("is never sure in a body with markup (exchange-online.md 2.1)", () => {
    assert.equal(reading(bodyContainsWords(["code"]), "your code"), "surely");
    assert.equal(reading(bodyContainsWords(["code"]), "<p>your code</p>"), "possibly");
    assert.equal(reading(bodyContainsWords(["code"]), "encoded"), "never");
  });
});

describe("a pattern condition (exchange-online.md 2.6)", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["aircall.io", "x@aircall-io.example", "surely"],
    ["aircall.io", "notaircall.io.attacker.example", "surely"],
    ["aircall\\.io$", "noreply@aircall.io", "surely"],
    ["aircall\\.io$", "noreply@aircall.io.attacker.example", "never"],
    ["^noreply@", "noreply@aircall.io", "possibly"],
    ["\\Anoreply@aircall\\.io\\Z", "noreply@aircall.io", "surely"],
    ["\\Anoreply@aircall\\.io\\Z", "xnoreply@aircall.io", "never"],
    ["\\b\\d{6}\\b", "code 123456.", "surely"],
    ["\\b\\d{6}\\b", "code 1234567.", "never"],
    ["\\d{6}", "١٢٣٤٥٦", "possibly"],
    ["(?i)code", "code", "possibly"],
    ["(a)\\1", "zzz", "possibly"],
    ["code(?!x)", "code", "possibly"],
    ["[^\\d]z", "az", "surely"],
    ["[^\\w]z", "éz", "possibly"],
    ["[^\\d]z", "٣z", "possibly"],
    ["dmarc=(pass|bestguesspass)", "dmarc=pass", "surely"],
    ["v[i1]agra", "V1AGRA", "surely"],
    ["colou?r", "color", "surely"],
  ];
  for (const [pattern, text, expected] of cases)
    it(`"${pattern}" is ${expected} in "${text}"`, () =>
      assert.equal(reading(matchesPatterns([pattern]), text), expected));
});
