/** Traces of every hand-labelled tenant, in every form and language. */
import assert from "node:assert/strict";
import type { Scope } from "../../../src/mailflow/outcome";
import { typicalMessage } from "../../../src/mailflow/typical-message";
import { plainPaint } from "../../../src/report/layout";
import { loadLocale } from "../../../src/report/locales/locale";
import { words as en } from "../../../src/report/trace/en";
import { traceJson, traceMarkdown, traceText } from "../../../src/report/trace/format";
import { words as fr } from "../../../src/report/trace/fr";
import { phraseOf } from "../../../src/report/trace/fr-phrases";
import { exitCodeOfTrace, traceMail } from "../../../src/report/trace/traced-mail";
import { toTenant } from "../../../src/tenants/exchange/export/native-export";
import { labelledTenants } from "../../mailflow/exchange/labelled/index";
import { defaultAsOf } from "../../mailflow/exchange/labelled/labelled-tenant";

const traced = (labelled: (typeof labelledTenants)[number]) => {
  const tenant = toTenant(labelled.export, "labelled");
  const recipient = labelled.users?.[0] ?? tenant.recipients?.[0]?.address ?? "anna@contoso.example";
  const scope: Scope = labelled.scope ?? "organisation";
  const asOf = new Date(labelled.asOf ?? defaultAsOf);
  const message = typicalMessage("noreply@aircall.io", recipient);
  return traceMail(tenant, { message, isTypical: true, asOf, scope });
};

describe("the trace of a labelled tenant", function () {
  this.timeout(120_000);

  it("can be told in every form and language, with every placeholder filled", async () => {
    for (const [name, words] of [
      ["en", en],
      ["fr", fr],
    ] as const) {
      const style = { locale: await loadLocale(name), words };
      for (const labelled of labelledTenants) {
        const mail = traced(labelled);
        for (const text of [traceText(mail, style, plainPaint), traceMarkdown(mail, style)])
          assert.doesNotMatch(
            text,
            /undefined|\{(?:rule|stage|step|found|outcome|priority)\}/u,
            labelled.title,
          );
        assert.equal(JSON.parse(traceJson(mail, style)).outcome, mail.evaluation.outcome);
      }
    }
  });

  it("ends 0 only in the inbox, 1 only where no way leads there", () => {
    for (const labelled of labelledTenants) {
      const mail = traced(labelled);
      const outcomes = new Set(mail.evaluation.endings.map(({ outcome }) => outcome));
      const code = exitCodeOfTrace(mail);
      if (code === 0) assert.deepEqual([...outcomes], ["inbox"], labelled.title);
      if (code === 1) assert.ok(!outcomes.has("inbox") && !outcomes.has("undecided"), labelled.title);
    }
  });

  it("has a French phrase for everything the evaluator words", async () => {
    const locale = await loadLocale("fr");
    const missing = new Set<string>();
    for (const labelled of labelledTenants) {
      const { trace, endings } = traced(labelled).evaluation;
      const said = [...trace.map(({ text }) => text), ...endings.map(({ because }) => because)];
      // A parameter's own name is the same in every language.
      for (const text of said.filter((one) => !/^[A-Z]\w+$/u.test(one)))
        if (phraseOf(text) === text && locale.cause(text) === text) missing.add(text);
    }
    assert.deepEqual([...missing], []);
  });
});
