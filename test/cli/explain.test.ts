/** `explain`: every code of the catalogue, in both languages. */
import assert from "node:assert/strict";
import { explain } from "../../src/cli/commands/explain";
import { catalogue } from "../../src/mailflow/finding";
import { localeNames } from "../../src/report/locales/locale";
import { InputError } from "../../src/tenants/input-error";
import { runCli } from "./run-cli";

describe("explain", function () {
  this.timeout(120_000);

  for (const locale of localeNames)
    it(`gives meaning, severity, fix and source of every code in ${locale}`, async () => {
      for (const [code, { source }] of Object.entries(catalogue)) {
        const text = await explain(code, locale);
        assert.ok(text.startsWith(`${code}\n`));
        assert.ok(text.includes(source.split(" ")[0] ?? source), text);
        assert.ok(text.split("\n").length >= 6, text);
        assert.doesNotMatch(text, /\{\w+\}/u);
      }
    });

  it("lists all codes without one", async () => {
    const { exitCode, stdout } = await runCli(["explain"]);
    assert.equal(exitCode, 0);
    for (const code of Object.keys(catalogue)) assert.ok(stdout.includes(`  ${code}\n`));
  });

  it("takes a code in any case", async () => {
    assert.equal(await explain("RULE-BLOCKS", "en"), await explain("rule-blocks", "en"));
  });

  it("names codes that may have been meant", async () => {
    await assert.rejects(explain("mail-blocks", "en"), (error: Error) => {
      assert.ok(error instanceof InputError);
      return error.message.includes("rule-blocks");
    });
  });
});
