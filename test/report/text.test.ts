/** The report for people. */
import assert from "node:assert/strict";
import { checkTenant } from "../../src/report/checked-tenant";
import { colourPaint, plainPaint, visible, wrapped } from "../../src/report/layout";
import { en } from "../../src/report/locales/en";
import { markdownReport } from "../../src/report/markdown";
import { textReport } from "../../src/report/text";
import { toTenant } from "../../src/tenants/exchange/export/native-export";
import { defaultAsOf, quarantine, tenant } from "../mailflow/exchange/labelled/labelled-tenant";

const asOf = new Date(defaultAsOf);
const hostile = "\u001b[31mRed\u202e\u0007 <img src=x> @team [a](b)";

const checked = () =>
  checkTenant(
    "x.json",
    toTenant(
      tenant()
        .withRule(quarantine(hostile, { SubjectContainsWords: ["code"] }))
        .build(),
      "x",
    ),
    { asOf },
  );

describe("the text report", () => {
  it("says the verdict first, then what happens, to whom, why and what to do", async () => {
    const lines = textReport([await checked()], en, plainPaint).split("\n");
    const place = (pattern: RegExp): number => lines.findIndex((line) => pattern.test(line));
    assert.match(lines[0] ?? "", /^BLOCKED: /u);
    const order = [
      /is quarantined by the transport rule/u,
      /To whom/u,
      /Why/u,
      /What to do/u,
      /Shown by/u,
      /This rests on/u,
    ].map(place);
    assert.deepEqual(
      [...order].sort((left, right) => left - right),
      order,
    );
    assert.ok(!order.includes(-1), lines.join("\n"));
  });

  it("keeps a label apart from its text, also where a finding was not explained", async () => {
    const result = await checked();
    const [finding] = result.decision.findings;
    assert.ok(finding !== undefined);
    const unexplained = { ...finding, explanation: { kind: "skipped", because: "slow" } } as const;
    const decision = { ...result.decision, findings: [unexplained] };
    assert.match(
      textReport([{ ...result, decision }], en, plainPaint),
      /^ {3}Not explained {2}one decision/mu,
    );
  });

  it("puts what blocks above what is only in doubt", async () => {
    const parts = tenant().without("Get-MalwareFilterPolicy").withRule(quarantine("Odd", {})).build();
    const text = textReport([await checkTenant("x.json", toTenant(parts, "x"), { asOf })], en, plainPaint);
    assert.match(text, /1\. error {2}rule-blocks/u);
  });

  it("lets no control character of a name reach the terminal", async () => {
    const text = textReport([await checked()], en, plainPaint);
    assert.equal(text.includes("\u001b"), false);
    assert.equal(text.includes("\u202e"), false);
    assert.match(text, /\\u\{1b\}\[31mRed/u);
  });

  it("is coloured where it is asked for, with the same words", async () => {
    const result = await checked();
    const coloured = textReport([result], en, colourPaint);
    assert.ok(coloured.includes("\u001b["));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
    assert.equal(coloured.replace(/\u001b\[\d+m/gu, ""), textReport([result], en, plainPaint));
  });

  it("wraps lines and keeps long words whole", () => {
    assert.deepEqual(wrapped("aa bb cccccc d", 5), ["aa bb", "cccccc", "d"]);
    assert.deepEqual(wrapped("", 5), [""]);
  });

  it("shows line ends of a mail on one line", () => {
    assert.equal(visible("a\nb\rc"), "a⏎b\\u{d}c");
  });
});

describe("the Markdown report", () => {
  it("lets nothing of a name become markup or a mention", async () => {
    const broken = { file: "y.json", error: "broken <b>", exitCode: 2 } as const;
    const text = markdownReport([await checked(), broken], en);
    assert.match(text, /^### BLOCKED: /mu);
    assert.match(
      text,
      /^### Summary\n\n\| file \| tenant \| delivery \| Forged mail \| findings \|\n(?:\| --- ){5}\|\n\| x\\?\.json \|.*\| BLOCKED \|/u,
    );
    assert.doesNotMatch(text, /(?<!\\)<img|@team|(?<!\\)\[a\]|(?<!\\)<b>/u);
    assert.match(text, /### NOT CHECKED: y\\?\.json/u);
  });
});
