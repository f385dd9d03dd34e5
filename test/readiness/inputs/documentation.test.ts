/** docs/readiness-inputs.md lists the headers that are accepted, its templates are read, and every sample is documented. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { deviceFormats } from "../../../src/readiness/inputs/devices/formats";
import { readDevices } from "../../../src/readiness/inputs/devices/read-devices";
import { directoryFormats } from "../../../src/readiness/inputs/directory/formats";
import { readDirectory } from "../../../src/readiness/inputs/directory/read-directory";
import { mailboxFormats } from "../../../src/readiness/inputs/mailboxes/formats";
import { readMailboxUsage } from "../../../src/readiness/inputs/mailboxes/read-mailbox-usage";
import type { Reading } from "../../../src/readiness/inputs/read-table";
import type { TableFormat } from "../../../src/readiness/inputs/table-format";
import { userFormat } from "../../../src/readiness/inputs/users/headers";
import { readUserList } from "../../../src/readiness/inputs/users/read-user-list";
import { reading, sample } from "./written-file";

const page = readFileSync(join(__dirname, "..", "..", "..", "docs", "readiness-inputs.md"), "utf8");

/** A template's columns as the page lists them: the name to use, then the other spellings. */
const listed = (headers: TableFormat<string>["headers"]): string =>
  [
    "| column | also |",
    "| --- | --- |",
    ...Object.values(headers).map((spellings = []) => {
      const [first = "", ...others] = [...new Set(spellings)];
      return `| ${first} | ${others.join(", ")} |`;
    }),
  ].join("\n");

const templateOf = (formats: readonly TableFormat<string>[]) =>
  formats.find(({ isTemplate }) => isTemplate)?.headers ?? {};

interface Kind {
  readonly headers: TableFormat<string>["headers"];
  readonly read: (file: string) => Promise<Reading>;
}

const kinds: Readonly<Record<string, Kind>> = {
  users: { headers: userFormat.headers, read: readUserList },
  devices: { headers: templateOf(deviceFormats), read: readDevices },
  mailboxes: { headers: templateOf(mailboxFormats), read: readMailboxUsage },
  directory: { headers: templateOf(directoryFormats), read: readDirectory },
};

describe("the page on inputs", () => {
  for (const [kind, { headers }] of Object.entries(kinds))
    it(`lists every accepted header of ${kind}`, () => {
      const [, section = ""] = page.split(`<!-- headers: ${kind} -->\n\n`);
      assert.equal(section.split("\n\n")[0], listed(headers));
    });

  it("shows templates that are read without a notice, in the order of its sections", async () => {
    const templates = [...page.matchAll(/```csv\n([\s\S]*?)```/gu)].map(([, text = ""]) => text);
    const readers = Object.values(kinds).map(({ read }) => read);
    assert.equal(templates.length, readers.length);
    for (const [at, text] of templates.entries()) {
      const read = readers[at];
      assert.ok(read !== undefined);
      const { notices, unusable } = await reading((file) => read(file), text);
      assert.deepEqual([notices, unusable], [[], []], text);
    }
  });

  it("has a sample for each format, and a reader for each sample", async () => {
    for (const name of readdirSync(dirname(sample("users.csv")))) {
      const results = await Promise.allSettled(Object.values(kinds).map(({ read }) => read(sample(name))));
      assert.ok(
        results.some(({ status }) => status === "fulfilled"),
        name,
      );
    }
  });
});
