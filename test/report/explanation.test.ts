/** Explanations in each format of the report. */
import assert from "node:assert/strict";
import { type CheckedTenant, checkTenant } from "../../src/report/checked-tenant";
import { jsonReport } from "../../src/report/json";
import { plainPaint } from "../../src/report/layout";
import { en } from "../../src/report/locales/en";
import { fr } from "../../src/report/locales/fr";
import { markdownReport } from "../../src/report/markdown";
import { textReport } from "../../src/report/text";
import { toTenant } from "../../src/tenants/exchange/export/native-export";
import { defaultAsOf } from "../mailflow/exchange/labelled/labelled-tenant";
import { allowAircall, quarantine, tenant } from "../mailflow/exchange/labelled/tenant-builder";

const asOf = new Date(defaultAsOf);

const checked = (name = "Block externals"): Promise<CheckedTenant> =>
  checkTenant(
    "x.json",
    toTenant(
      tenant()
        .withMailbox("ben@contoso.example", "Ben")
        .withRule(quarantine(name, { SentTo: ["ben@contoso.example"] }))
        .withRule(allowAircall())
        .build(),
      "x",
    ),
    { asOf },
  );

describe("an explanation", () => {
  it("is told as text, with the command on one line", async () => {
    const text = textReport([await checked()], en, plainPaint);
    assert.match(text, /To whom +1 recipient \(ben@contoso\.example\)/u);
    assert.match(
      text,
      /Would allow +rule 1 "Allow Aircall" would allow it, but the rule "Block\n? +externals"/u,
    );
    assert.match(text, /In the way +the rule "Block externals" keeps the rule "Allow Aircall"/u);
    assert.match(text, /Checked fix +put the rule "Allow Aircall" first/u);
    assert.match(text, /^ +Set-TransportRule -Identity 'Allow Aircall' -Priority 0$/mu);
    assert.match(
      text.replace(/\s+/gu, " "),
      /applied and decided again: PROVEN; forged mail NARROW; nothing else/u,
    );
  });

  it("is told as Markdown, in which no name closes the block of commands", async () => {
    const text = markdownReport([await checked("```\n# boss"), { file: "y", error: "z", exitCode: 2 }], en);
    assert.match(
      text,
      /^ {4}`{3,}powershell\n {4}Set-TransportRule -Identity 'Allow Aircall' -Priority 0\n/mu,
    );
    assert.doesNotMatch(text, /^# boss/mu);
  });

  it("is told as JSON, with codes for programs", async () => {
    const { findings } = JSON.parse(jsonReport([await checked()], en)) as {
      readonly findings: readonly { readonly explanation: Readonly<Record<string, unknown>> }[];
    };
    const { wouldRescue, shadows, fix, behind, recipientsWhere } = findings[0]?.explanation ?? {};
    assert.deepEqual(wouldRescue, [
      {
        rule: "Allow Aircall",
        priority: 1,
        reason: "stopped-above",
        text: 'rule 1 "Allow Aircall" would allow it, but the rule "Block externals" above it acts first and lets nothing through to it',
      },
    ]);
    assert.deepEqual(shadows, [{ rule: "Allow Aircall", by: "Block externals", neverActs: false }]);
    assert.deepEqual(fix, {
      found: true,
      text: 'put the rule "Allow Aircall" first (priority 0) and let it stop the rules below',
      steps: ["put-allow-first"],
      commands: ["Set-TransportRule -Identity 'Allow Aircall' -Priority 0"],
      verdictAfter: "proven",
      narrownessAfter: "narrow",
      provesTenant: true,
    });
    assert.deepEqual(behind, []);
    assert.equal(recipientsWhere, "ben@contoso.example");
  });

  it("is told in French", async () => {
    const text = textReport([await checked()], fr, plainPaint).replace(/\s+/gu, " ");
    assert.match(text, /Remède vérifié pour la règle « Allow Aircall » : la placer en tête/u);
    assert.match(text, /Autoriserait la règle 1 « Allow Aircall » l'autoriserait, mais/u);
  });
});
