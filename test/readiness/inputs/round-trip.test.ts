/** A table of facts, written with any delimiter and encoding and in any order of columns, reads back the same facts. */

import assert from "node:assert/strict";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { roles } from "../../../src/readiness/facts";
import { readUserList } from "../../../src/readiness/inputs/users/read-user-list";
import { acceptedPhrases, pendingPhrases } from "../../../src/readiness/inputs/users/status-words";
import { runs } from "../../properties/runs";
import { lineOf, reading } from "./written-file";

const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
  utf8: (text) => Buffer.from(text),
  "utf8 with a mark": (text) => Buffer.from(`\uFEFF${text}`),
  utf16le: (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
  utf16be: (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
};

const name = fc
  .string({
    unit: fc.constantFrom("A", "é", "ß", "用", " ", ",", ";", "\t", '"', "\n", "'", "-"),
    maxLength: 8,
  })
  .map((text) => text.trim());

const user = fc.record({
  first: name,
  last: name,
  email: fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.example$/u),
  role: fc.constantFrom(...roles),
  state: fc.constantFrom("accepted", "pending"),
  phrase: fc.nat(),
  invited: fc.option(fc.date({ min: new Date(0), max: new Date("2099-12-31"), noInvalidDate: true })),
});

describe("a user list", () => {
  it("reads back what csv-stringify writes (fast-check)", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(user, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom(...Object.keys(encodings)),
        fc.shuffledSubarray(["First name", "Last name", "Email", "Role", "Status", "Invited"], {
          minLength: 6,
        }),
        async (users, delimiter, encoding, columns) => {
          const status = (state: string, place: number): string => {
            const phrases: readonly string[] = state === "accepted" ? acceptedPhrases : pendingPhrases;
            return phrases[place % phrases.length] ?? "";
          };
          const records = users.map((one) => ({
            "First name": one.first,
            "Last name": one.last,
            Email: one.email,
            Role: one.role,
            Status: status(one.state, one.phrase),
            Invited: one.invited?.toISOString() ?? "",
          }));
          const text = stringify(records, { columns, header: true, delimiter, quoted_match: /[\r\n]/u });
          const read = await reading(
            (file) => readUserList(file),
            encodings[encoding]?.(text) ?? Buffer.alloc(0),
          );
          let line = 2;
          const expected = users.map((one) => {
            const begins = line;
            line += 1 + (`${one.first}${one.last}`.match(/\n/gu)?.length ?? 0);
            return {
              email: one.email,
              name: `${one.first} ${one.last}`.trim(),
              role: one.role,
              invitation: one.state,
              status: status(one.state, one.phrase),
              invited: one.invited ?? undefined,
              line: begins,
            };
          });
          assert.deepEqual(
            read.users.map(({ source, login, usesMobileApp, ...facts }) => ({
              ...facts,
              line: lineOf(source),
            })),
            expected,
          );
          assert.deepEqual([read.notices, read.unusable], [[], []]);
        },
      ),
      runs(150),
    );
  });
});
