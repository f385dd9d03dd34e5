/** The PowerShell line that tries a witness on a live tenant. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { testMessageLine } from "../../src/report/test-message";

/** Reads a single-quoted text as PowerShell does: two quotes of any kind stand for one, one ends it. */
const literalsOf = (line: string): readonly string[] => {
  const found: string[] = [];
  const quote = /['\u2018\u2019\u201a\u201b]/u;
  for (let at = 0; at < line.length; at += 1) {
    if (!quote.test(line.charAt(at))) continue;
    let text = "";
    for (at += 1; at < line.length; at += 1) {
      const isQuote = quote.test(line.charAt(at));
      if (isQuote && !quote.test(line.charAt(at + 1))) break;
      if (isQuote) at += 1;
      text += line.charAt(at);
    }
    found.push(text);
  }
  return found;
};

describe("the line that replays a witness on a live tenant", () => {
  it("gives Test-Message the mail's bytes, its sender, its recipient and a reader of the report", () => {
    const line = testMessageLine({ from: "noreply@aircall.io", recipient: "vera@contoso.example" });
    assert.equal(
      line,
      "Test-Message -MessageFileData ([System.IO.File]::ReadAllBytes((Convert-Path -LiteralPath 'witness.eml'))) -Sender 'noreply@aircall.io' -Recipients 'vera@contoso.example' -SendReportTo '<your own address>' -TransportRules",
    );
  });

  it("keeps every address one literal text, whatever quotes it holds", () => {
    const text = fc.string({
      unit: fc.constantFrom("'", "\u2018", "\u2019", "\u201a", "\u201b", "$", "`", '"', ";", "a", "@", "\n"),
    });
    fc.assert(
      fc.property(text, text, text, (from, recipient, file) => {
        const bare = (one: string) => one.replace(/\n/gu, "");
        assert.deepEqual(literalsOf(testMessageLine({ from, recipient }, file)), [
          bare(file),
          bare(from),
          bare(recipient),
          "<your own address>",
        ]);
      }),
    );
  });
});
