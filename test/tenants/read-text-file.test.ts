/** Text files as administrators have them. Encodings are in exchange/export/read-file.test.ts. */
import assert from "node:assert/strict";
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError } from "../../src/tenants/input-error";
import { decodeText, largestFile, readTextFile } from "../../src/tenants/read-text-file";

describe("a text file", () => {
  let directory = "";
  before(() => {
    directory = mkdtempSync(join(tmpdir(), "aircall-mailflow-text-"));
  });
  after(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  it("that is too large to hold is refused before it is read, with what to do", async () => {
    const file = join(directory, "huge.json");
    const handle = openSync(file, "w");
    // A hole: it takes no space on most file systems.
    ftruncateSync(handle, largestFile + 1);
    closeSync(handle);
    await assert.rejects(readTextFile(file, "an export"), (error: Error) => {
      assert.ok(error instanceof InputError);
      return /huge\.json: found 400 MB; expected at most 400 MB/u.test(error.message);
    });
  });

  it("names the line of what is no UTF-8", () => {
    const bytes = Buffer.concat([Buffer.from("a\nb\n"), Buffer.of(0xff, 0xff), Buffer.from("\nc")]);
    assert.throws(
      () => decodeText(bytes, "x.csv", "a list"),
      /x\.csv, line 3: found bytes that are no UTF-8/u,
    );
  });

  it("tells UTF-16 that breaks off", () => {
    assert.throws(
      () => decodeText(Buffer.of(0xff, 0xfe, 0x41), "x.csv", "a list"),
      /UTF-16 that breaks off/u,
    );
  });
});
