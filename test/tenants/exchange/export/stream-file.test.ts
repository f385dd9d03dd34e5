/** An export read item by item is the tenant that the whole text is. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseExchangeExport, streamExchangeExport } from "../../../../src/tenants/exchange/export/read-file";
import { readPlan } from "../../../../src/tenants/exchange/read-plan";
import { InputError } from "../../../../src/tenants/input-error";
import { exampleFile } from "../../../cli/example-tenant";
import { needsScubaGearSample, scubaGearSample } from "../../../cli/samples";

const sources = join(__dirname, "..", "..", "..", "..", "src", "tenants", "exchange", "export");

/** Every word in the readers' sources that may be a property of an object. */
const possibleProperties = [
  ...new Set(
    readdirSync(sources).flatMap(
      (file) => readFileSync(join(sources, file), "utf8").match(/\b[A-Z]\w+/gu) ?? [],
    ),
  ),
];

describe("an export that is read item by item", function () {
  this.timeout(60_000);
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "aircall-mailflow-stream-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const written = (content: string | Uint8Array): string => {
    const file = join(folder, "export.json");
    writeFileSync(file, content);
    return file;
  };
  const assertSame = async (content: string | Uint8Array, text = String(content)): Promise<void> => {
    const file = written(content);
    const { tenant, warnings } = await streamExchangeExport(file);
    const whole = parseExchangeExport(text, file);
    assert.deepEqual(tenant, whole.tenant);
    assert.deepEqual(warnings, whole.warnings);
  };
  const assertRefused = (content: string | Uint8Array, pattern: RegExp): Promise<void> =>
    assert.rejects(streamExchangeExport(written(content)), (error) => {
      assert.ok(error instanceof InputError, String(error));
      assert.match(error.message, pattern);
      return true;
    });

  for (const [kind, value] of [
    ["texts", "contoso@contoso.example"],
    ["flags", true],
    ["numbers", 3],
    ["lists", ["SMTP:contoso@contoso.example"]],
    ["objects", { IsUnlimited: false, Value: "1 GB (1,073,741,824 bytes)" }],
    ["nothing", null],
  ] as const)
    it(`keeps every property that is read, where they hold ${kind}`, async () => {
      const item = (own: object) => ({
        ...Object.fromEntries(possibleProperties.map((name) => [name, value])),
        Name: "one",
        PrimarySmtpAddress: "contoso@contoso.example",
        RecipientTypeDetails: "UserMailbox",
        Mailbox: "contoso@contoso.example",
        Group: "contoso@contoso.example",
        unknown: "x".repeat(2_000),
        ...own,
      });
      const part = readPlan.map(({ cmdlet }) => [
        cmdlet,
        [item({ Priority: 0 }), item({ Priority: 1, PrimarySmtpAddress: "second@contoso.example" })],
      ]);
      await assertSame(JSON.stringify(Object.fromEntries(part), undefined, 2));
    });

  it("is the same tenant for the example company", async () => {
    await assertSame(readFileSync(exampleFile, "utf8"));
  });

  it("is the same tenant for ScubaGear's sample", async function () {
    needsScubaGearSample(this);
    const bytes = readFileSync(scubaGearSample);
    await assertSame(bytes, bytes.toString("utf8").replace(/^\ufeff/u, ""));
  });

  it("is the same as UTF-16 and with a byte order mark", async () => {
    const text = readFileSync(exampleFile, "utf8");
    await assertSame(Buffer.from(`\ufeff${text}`, "utf16le"), text);
    await assertSame(`\ufeff${text}`, text);
  });

  it("takes null for not read, a lone object for a list of one, and names what it ignores", async () => {
    await assertSame(
      '{"Get-TransportRule":null,"get-accepteddomain":{"DomainName":"a.example"},"Get-Process":[{"Id":1}]}',
    );
  });

  it("is refused where one part stands twice, whatever its case", async () => {
    await assertRefused(
      '{"Get-TransportRule":[],"get-transportrule":[]}',
      /get-transportrule, which is Get-TransportRule again/u,
    );
  });

  for (const [title, content, expected] of [
    ["an item that is no JSON", '{"Get-Mailbox":[{},{"a":tru}]}', /Get-Mailbox\[1\]: found "tru"/u],
    ["a text that was cut off", '{"Get-Mailbox":[{}', /found the end of the file; expected .*cut off/u],
    ["a list", '[{"Name":"a"}]', /found "\["; expected \{/u],
    ["an empty file", "", /an empty file/u],
    ["another file", '{"policies":[]}', /Google Workspace/u],
    [
      "bytes that are no UTF-8",
      Buffer.from('{"Get-Mailbox":[{"a":"\u00e9"}]}', "latin1"),
      /Get-Mailbox\[0\]: found bytes/u,
    ],
    ["a ZIP archive", Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2), /a ZIP archive/u],
  ] as const)
    it(`is refused where it is ${title}`, () => assertRefused(content, expected));

  it("says that there is no file", async () => {
    await assert.rejects(streamExchangeExport(join(folder, "none.json")), /found no file at this path/u);
  });
});
