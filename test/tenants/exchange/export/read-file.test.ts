/** Exchange exports in their several forms. Broken ones are in test/cli/bad-input.test.ts. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  loadExchangeExport,
  parseExchangeExport,
  readExchangeExport,
} from "../../../../src/tenants/exchange/export/read-file";
import { InputError } from "../../../../src/tenants/input-error";
import { healthyTenant } from "../../../mailflow/exchange/labelled/healthy-tenant";

const text = JSON.stringify({
  ...healthyTenant,
  "Get-TransportRule": [{ Name: "Größe", Priority: 0, State: "Enabled" }],
});

describe("a file that holds an Exchange export", () => {
  let directory = "";
  before(() => {
    directory = mkdtempSync(join(tmpdir(), "aircall-mailflow-export-"));
  });
  after(() => {
    rmSync(directory, { recursive: true, force: true });
  });
  const written = (content: Uint8Array | string): string => {
    const file = join(directory, "export.json");
    writeFileSync(file, content);
    return file;
  };

  const swapped = (content: string): Uint8Array => Buffer.from(content, "utf16le").swap16();
  const encodings: readonly (readonly [string, Uint8Array | string])[] = [
    ["UTF-8", text],
    ["UTF-8 with a byte order mark", `\ufeff${text}`],
    ["UTF-16 as Out-File writes it", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 without a mark", Buffer.from(text, "utf16le")],
    ["UTF-16 big endian", swapped(`\ufeff${text}`)],
  ];
  for (const [title, content] of encodings)
    it(`is read in ${title}`, async () => {
      const tenant = await readExchangeExport(written(content));
      assert.equal(tenant.transportRules?.[0]?.name, "Größe");
      assert.equal(tenant.name, "contoso.example");
    });

  it("is called after the file where it tells no domain", async () => {
    const { tenant } = await loadExchangeExport(written('{"Get-TransportRule": []}'));
    assert.equal(tenant.name, "export.json");
  });

  it("keeps an absent part and a null part apart from an empty one", () => {
    const { tenant } = parseExchangeExport(
      '{"Get-TransportRule": [], "Get-AntiPhishPolicy": null}',
      "x.json",
    );
    assert.deepEqual(tenant.transportRules, []);
    assert.equal(tenant.antiPhishPolicies, undefined);
    assert.equal(tenant.inboundConnectors, undefined);
  });

  it("takes a lone object for a list of one, as ConvertTo-Json prints it", () => {
    const { tenant, native } = parseExchangeExport(
      '{"Get-TransportRule": {"Name": "a", "Priority": 0}}',
      "x.json",
    );
    assert.equal(tenant.transportRules?.length, 1);
    assert.equal(native["Get-TransportRule"]?.length, 1);
  });

  it("reads names in any case and warns of what it does not know", () => {
    const { tenant, warnings } = parseExchangeExport(
      '{"GET-TRANSPORTRULE": [], "Get-Weather": [], "note": 1}',
      "x.json",
    );
    assert.deepEqual(tenant.transportRules, []);
    assert.equal(warnings.length, 2);
    assert.match(warnings[0] ?? "", /^Get-Weather /u);
  });

  it("does not mistake a name inside a text for a second part", () => {
    const rule = { Name: 'says "Get-TransportRule": twice', Priority: 0 };
    const nested = JSON.stringify({ "Get-TransportRule": [{ ...rule, "Get-TransportRule": 1 }] });
    assert.equal(parseExchangeExport(nested, "x.json").tenant.transportRules?.length, 1);
  });

  it("carries the MX records where they were read", () => {
    const { tenant } = parseExchangeExport(
      '{"Get-TransportRule": [], "dns": {"mx": {"a.example": ["m.example"]}}}',
      "x",
    );
    assert.deepEqual(tenant.mailExchangers, { "a.example": ["m.example"] });
    assert.throws(() => parseExchangeExport('{"Get-TransportRule": [], "dns": 5}', "x"), InputError);
  });
});
