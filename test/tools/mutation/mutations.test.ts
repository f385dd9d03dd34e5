/** The deliberate faults must fit the code as it is: one that no longer applies proves nothing. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mutations } from "../../../tools/mutation/mutations";

const root = join(__dirname, "..", "..", "..");

describe("each deliberate fault", () => {
  for (const { fault, file, text, replacement, noticedBy } of mutations)
    it(`applies in one place: ${fault}`, () => {
      const source = readFileSync(join(root, "src", "mailflow", file), "utf8");
      assert.equal(source.split(text).length - 1, 1, `${file}: ${text}`);
      assert.notEqual(text, replacement);
      assert.ok(noticedBy.length > 0);
      for (const one of noticedBy) assert.ok(existsSync(join(root, "test", one)), one);
    });
});
