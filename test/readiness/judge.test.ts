/** People are judged by all checks, each by themselves. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { foldedAddress, foldedName } from "../../src/readiness/addresses";
import type { JudgedPerson } from "../../src/readiness/check";
import { appVersion } from "../../src/readiness/checks/app-version";
import type { DeviceEntry, DirectoryEntry, MailboxUsage, UserEntry } from "../../src/readiness/facts";
import { join, type ReadinessInputs } from "../../src/readiness/join";
import { judge } from "../../src/readiness/judge";
import { checkIds, reasonOf } from "../../src/readiness/reasons";
import { runs } from "../properties/runs";
import { asOf, deviceOf, directoryOf, gigabyte, personOf, usageOf, userOf } from "./people";

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const emails = fc.constantFrom(
  ...["vera@contoso.example", "Vera@contoso.example", "vera+a@contoso.example", "kai@contoso.example"],
  ...["v.roth@contoso.example", "info@contoso.example", "k.ai@gmail.com", "kai@googlemail.com"],
);

const users: fc.Arbitrary<UserEntry> = fc
  .record({
    email: emails,
    name: fc.constantFrom("", "Vera", "vera ", "Kai"),
    role: maybe(fc.constantFrom("owner", "admin", "supervisor", "agent")),
    login: maybe(fc.constantFrom("password", "single-sign-on")),
    invitation: maybe(fc.constantFrom("accepted", "pending", "unclear")),
    invited: maybe(fc.constantFrom(new Date("2026-03-01T00:00:00Z"), new Date("2026-03-15T00:00:00Z"))),
    usesMobileApp: maybe(fc.boolean()),
  })
  .map((more) => userOf(more));

const devices: fc.Arbitrary<DeviceEntry> = fc
  .record({
    email: emails,
    platform: fc.constantFrom("ios", "android", "browser", "desktop", "other"),
    version: fc.constantFrom("8.5.0", "7.4.0", "8.4.9", "7.4.0-beta", "8.5.0-beta", "", "9.1"),
  })
  .map((more) => deviceOf(more));

const usages: fc.Arbitrary<MailboxUsage> = fc
  .record({
    email: emails,
    used: maybe(fc.constantFrom(0, gigabyte, 49.95 * gigabyte, 50 * gigabyte)),
    limit: maybe(fc.constantFrom<number | "unlimited">(0, 50 * gigabyte, "unlimited")),
  })
  .map((more) => usageOf(more));

const directories: fc.Arbitrary<DirectoryEntry> = fc
  .record({
    email: emails,
    aliases: fc.array(emails.map(foldedAddress), { maxLength: 2 }),
    kind: fc.constantFrom("mailbox", "shared-mailbox", "resource", "group", "outside", "nobody", "other"),
    acceptsOutsideSenders: maybe(fc.boolean()),
  })
  .map((more) => directoryOf({ ...more, kindText: more.kind }));

interface Files {
  readonly users: readonly UserEntry[];
  readonly devices: readonly DeviceEntry[];
  readonly mailboxes: readonly MailboxUsage[];
  readonly directory: readonly DirectoryEntry[];
}

/** The same rows in two orders. */
const twice = fc
  .record({
    users: fc.array(users, { minLength: 1, maxLength: 8 }),
    devices: fc.array(devices, { maxLength: 8 }),
    mailboxes: fc.array(usages, { maxLength: 6 }),
    directory: fc.array(directories, { maxLength: 8 }),
  })
  .chain((files) =>
    fc.tuple(
      fc.constant<Files>(files),
      fc.record<Files>({
        users: fc.shuffledSubarray(files.users, { minLength: files.users.length }),
        devices: fc.shuffledSubarray(files.devices, { minLength: files.devices.length }),
        mailboxes: fc.shuffledSubarray(files.mailboxes, { minLength: files.mailboxes.length }),
        directory: fc.shuffledSubarray(files.directory, { minLength: files.directory.length }),
      }),
    ),
  );

const judged = (inputs: ReadinessInputs): readonly JudgedPerson[] => judge(join(inputs), { asOf });

const told = ({ person, scope, ready, answers }: JudgedPerson): string =>
  [
    ...[foldedAddress(person.email), foldedName(person.name), scope, ready],
    ...answers.map(({ reason }) => reason),
  ].join(" ");

describe("judge", function () {
  this.timeout(60_000);
  it("answers every check, in the table's order", () => {
    const [vera] = judge([personOf()], { asOf });
    assert.deepEqual(
      vera?.answers.map(({ reason }) => reasonOf(reason).check),
      [...checkIds],
    );
    assert.deepEqual([vera?.ready, vera?.inScope, vera?.scope], ["yes", true, "password-login"]);
  });
  it("calls nobody ready of whom something fails or is not known", () => {
    const ready = (person: Parameters<typeof personOf>[0]) => judge([personOf(person)], { asOf })[0]?.ready;
    assert.equal(ready({ devices: [deviceOf({ version: "8.4.0" })] }), "no");
    assert.equal(ready({ devices: [] }), "unknown");
    assert.equal(ready({ devices: [], usage: [usageOf({ used: 50 * gigabyte })] }), "no");
  });
  it("judges agents with single sign-on too, and leaves them out of scope", () => {
    const people = [personOf({ entries: [userOf({ login: undefined })] })];
    assert.equal(judge(people, { asOf, defaultLogin: "single-sign-on" })[0]?.inScope, false);
    assert.equal(judge(people, { asOf })[0]?.inScope, true);
  });
  it("gives each person the same answers, whatever the order of the rows", () => {
    fc.assert(
      fc.property(twice, ([one, other]) => {
        assert.deepEqual(judged(one).map(told).sort(), judged(other).map(told).sort());
      }),
      runs(500),
    );
  });
  it("is ready if and only if every answer passes, and fails if and only if one does", () => {
    fc.assert(
      fc.property(twice, ([files]) => {
        for (const { ready, answers } of judged(files)) {
          const verdicts = answers.map(({ reason }) => reasonOf(reason).verdict);
          assert.equal(
            ready === "yes",
            verdicts.every((verdict) => verdict === "pass"),
          );
          assert.equal(
            ready === "no",
            verdicts.some((verdict) => verdict === "fail"),
          );
          assert.ok(answers.every(({ evidence }) => evidence.length > 0));
        }
      }),
      runs(300),
    );
  });
  it("never turns a fail into something better because of one more device", () => {
    fc.assert(
      fc.property(fc.array(devices, { maxLength: 5 }), devices, (known, more) => {
        const before = reasonOf(appVersion(personOf({ devices: known }), asOf).reason).verdict;
        const after = reasonOf(appVersion(personOf({ devices: [...known, more] }), asOf).reason).verdict;
        assert.ok(before !== "fail" || after === "fail");
      }),
      runs(500),
    );
  });
  it("judges 100,000 people", () => {
    const people = Array.from({ length: 100_000 }, () => personOf());
    assert.ok(judge(people, { asOf }).every(({ ready }) => ready === "yes"));
  }).timeout(60_000);
});
