/** Generated files and the tables they come from. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generatedFiles } from "../../tools/generate/resource-classes";

describe("a generated file is up to date (else run: npx tsx tools/generate/resource-classes.ts)", () => {
  for (const [path, content] of generatedFiles())
    it(path, () => assert.equal(readFileSync(join(__dirname, "../..", path), "utf8"), content));
});
