/** French says everything English says. */
import assert from "node:assert/strict";
import { assumptions } from "../../../src/mailflow/aircall";
import { decide } from "../../../src/mailflow/decide";
import { catalogue, type FindingCode } from "../../../src/mailflow/finding";
import { en } from "../../../src/report/locales/en";
import { fr } from "../../../src/report/locales/fr";
import { translate } from "../../../src/report/locales/fr-details";
import { toTenant } from "../../../src/tenants/exchange/export/native-export";
import { labelledTenants } from "../../mailflow/exchange/labelled/index";
import { allowAircall, defaultAsOf, tenant } from "../../mailflow/exchange/labelled/labelled-tenant";

const placeholders = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/gu)].map(([, name = ""]) => name))].sort();

describe("the French report", function () {
  this.timeout(120_000);

  it("fills the same placeholders as the catalogue", () => {
    for (const code of Object.keys(catalogue) as readonly FindingCode[]) {
      const [english, french] = [en.template(code), fr.template(code)];
      assert.deepEqual(placeholders(french.message), placeholders(english.message), code);
      for (const name of placeholders(french.fix))
        assert.ok(placeholders(english.fix + english.message).includes(name), code);
    }
  });

  it("has a text of its own for every assumption", () => {
    for (const assumption of Object.values(assumptions))
      assert.notEqual(fr.assumption(assumption), assumption.text);
  });

  it("leaves no English in any finding of a labelled tenant, but names", () => {
    const english = /\b(?:the|whether|which|were|not|published|is|are|and|of|mail from)\b/iu;
    for (const {
      title,
      export: parts,
      asOf = defaultAsOf,
      scope = "organisation",
      facts = {},
      users,
    } of labelledTenants) {
      const asked = { asOf: new Date(asOf), scope, facts, ...(users === undefined ? {} : { users }) };
      const { findings, narrowness } = decide(toTenant(parts, "labelled"), asked);
      for (const finding of [...findings, ...narrowness.findings]) {
        const { message, fix } = fr.finding(finding);
        const ownWords = [finding.rule, ...Object.values(finding.details)].filter(
          (name) => name !== undefined,
        );
        for (const text of [message, fix]) {
          assert.doesNotMatch(text, /\{[a-z]+\}/u, title);
          const bare = ownWords
            .reduce((left, name) => left.replaceAll(name, ""), text)
            .replace(/«[^»]*»/gu, "");
          assert.doesNotMatch(bare, english, `${title}: ${text}`);
        }
        for (const reason of (finding.details.because ?? "").split("; ").filter((one) => one !== ""))
          assert.notEqual(translate(reason), reason, title);
      }
    }
  });

  it("puts a no-break space inside guillemets and before a colon, not into names", () => {
    const [finding] = decide(
      toTenant({ "Get-TransportRule": [{ Name: "Odd : name", Priority: 0, Quarantine: true }] }, "x"),
      { asOf: new Date(defaultAsOf) },
    ).findings.filter(({ code }) => code === "rule-blocks");
    assert.ok(finding !== undefined);
    assert.match(fr.finding(finding).message, /«\u00a0Odd : name\u00a0»/u);
  });

  it("puts them into reasons too", () => {
    assert.equal(
      translate('whether "Ann : Lee" is the recipient was not read; the recipients were not read'),
      "on n'a pas lu si «\u00a0Ann : Lee\u00a0» est le destinataire\u00a0; les destinataires n'ont pas été lus",
    );
  });

  it("names a mailbox of another kind in French", () => {
    const room = tenant()
      .withRule(allowAircall())
      .withMailboxSettings("anna@contoso.example", { RecipientTypeDetails: "RoomMailbox" });
    const found = decide(toTenant(room.build(), "x"), { asOf: new Date(defaultAsOf), scope: "mailbox" });
    const [finding] = found.findings.filter(({ code }) => code === "recipient-no-mailbox");
    assert.ok(finding !== undefined);
    assert.match(fr.finding(finding).message, /^Le destinataire \(RoomMailbox\)\u00a0: on ne sait pas si/u);
    assert.match(en.finding(finding).message, /^The recipient \(RoomMailbox\): whether mail from/u);
  });

  it("translates causes of a change", () => {
    assert.equal(
      fr.cause('the transport rule "Allow" expires'),
      "la règle de flux de messagerie «\u00a0Allow\u00a0» expire",
    );
  });
});
