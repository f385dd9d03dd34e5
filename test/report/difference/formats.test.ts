/** A comparison in every format: nothing that comes from outside becomes markup or reaches the terminal. */
import assert from "node:assert/strict";
import { compareTenants } from "../../../src/report/difference/compared-tenants";
import { words } from "../../../src/report/difference/en";
import { differenceJson } from "../../../src/report/difference/json";
import { differenceMarkdown } from "../../../src/report/difference/markdown";
import { differenceText } from "../../../src/report/difference/text";
import { plainPaint } from "../../../src/report/layout";
import { en } from "../../../src/report/locales/en";
import { toTenant } from "../../../src/tenants/exchange/export/native-export";
import {
  allowWithoutStop,
  quarantine,
  type TenantBuilder,
  tenant,
} from "../../mailflow/exchange/labelled/labelled-tenant";

const style = { locale: en, words };

const compared = (before: TenantBuilder, after: TenantBuilder) =>
  compareTenants(
    { file: "before.json", tenant: toTenant(before.build(), "contoso") },
    { file: "after.json", tenant: toTenant(after.build(), "contoso") },
    { asOf: new Date("2026-11-22T12:00:00Z"), senders: ["team@aircall.io"] },
  );

describe("the report of a comparison", function () {
  this.timeout(60_000);
  const name = "<b>\u001b[31m|`@everyone";
  const allowed = tenant().withRule(allowWithoutStop());
  const pair = () =>
    compared(allowed, allowed.withRule(quarantine(name, { SubjectContainsWords: ["code"] })));

  it("shows control characters of a rule's name as text", async () => {
    const text = differenceText(await pair(), { ...style, paint: plainPaint });
    assert.equal(text.includes("\u001b"), false);
    assert.match(text, /\\u\{1b\}/u);
    assert.doesNotMatch(text, /\{(?!1b\})\w+\}/u);
  });

  it("escapes a rule's name in Markdown", async () => {
    const markdown = differenceMarkdown(await pair(), style);
    assert.equal(markdown.includes("<b>"), false);
    assert.equal(/(?<!\w)@everyone/u.test(markdown), false);
    assert.match(markdown, /\| Delivery \| PROVEN \| BLOCKED \|/u);
  });

  it("gives the mail of each claim as a file that was read back and replayed", async () => {
    const { changes } = JSON.parse(differenceJson(await pair(), style));
    assert.equal(changes.length, 1);
    assert.match(changes[0].witness.eml, /^Subject: .*code/mu);
    assert.equal(changes[0].after.rule, name);
  });

  it("says so where nothing differs", async () => {
    const same = await compared(allowed, allowed);
    assert.equal(same.exitCode, 0);
    const text = differenceText(same, { ...style, paint: plainPaint });
    assert.match(text, /^NOTHING GOT WORSE: /u);
    assert.match(text, /No mail fares differently\./u);
    assert.doesNotMatch(text, /Edited transport rules|Other parts/u);
  });
});
