/** Files of the size of a large company: nothing is lost, and nothing floods. */
import assert from "node:assert/strict";
import { readDevices } from "../../../src/readiness/inputs/devices/read-devices";
import { keptNotices } from "../../../src/readiness/inputs/notice-log";
import { readUserList } from "../../../src/readiness/inputs/users/read-user-list";
import { lineOf, reading } from "./written-file";

const rows = 200_000;

const lines = (header: string, line: (place: number) => string): string =>
  [header, ...Array.from({ length: rows }, (_none, place) => line(place))].join("\r\n");

describe("200,000 rows", () => {
  it("of users are all read, with their lines", async () => {
    const text = lines(
      "First name,Last name,Email,Role,Status",
      (place) => `Vera,Lindqvist,u${place}@contoso.example,agent,Active`,
    );
    const { users, notices, unusable } = await reading((file) => readUserList(file), text);
    assert.deepEqual([users.length, notices, unusable], [rows, [], []]);
    const last = users.at(-1);
    assert.deepEqual([last?.email, last && lineOf(last.source)], [`u${rows - 1}@contoso.example`, rows + 1]);
  }).timeout(60_000);

  it("of which every second is bad are told in a few notices, and counted", async () => {
    const text = lines("Email;Role", (place) =>
      place % 2 === 0 ? `u${place}@contoso.example;Boss` : "nobody;agent",
    );
    const { users, notices, unusable } = await reading((file) => readUserList(file), text);
    assert.deepEqual([users.length, unusable.length], [rows / 2, rows / 2]);
    assert.deepEqual(notices.map(({ code, count, examples }) => [code, count, examples.length]).sort(), [
      ["role-unknown", rows / 2, keptNotices],
      ["row-unusable", rows / 2, keptNotices],
    ]);
  }).timeout(60_000);

  it("of devices in UTF-16 are all read", async () => {
    const text = lines(
      "Email\tPlatform\tApp\tApp version",
      (place) => `u${place}@contoso.example\tiOS\tAircall\t8.5.0`,
    );
    const { devices } = await reading((file) => readDevices(file), Buffer.from(`\uFEFF${text}`, "utf16le"));
    assert.equal(devices.length, rows);
  }).timeout(60_000);
});
