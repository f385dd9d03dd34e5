/** Mailbox usage from each report that is read. */
import assert from "node:assert/strict";
import type { MailboxUsage } from "../../../src/readiness/facts";
import { mailboxFormats } from "../../../src/readiness/inputs/mailboxes/formats";
import { readMailboxUsage } from "../../../src/readiness/inputs/mailboxes/read-mailbox-usage";
import { lineOf, reading, refusal, sample, told } from "./written-file";

const read = (text: string) => reading((file) => readMailboxUsage(file), text);

const gigabyte = 1024 ** 3;

const short = (mailboxes: readonly MailboxUsage[] | "concealed") =>
  mailboxes === "concealed"
    ? mailboxes
    : mailboxes.map(({ email, used, limit, source }) => [
        lineOf(source),
        email.replace("@contoso.example", ""),
        used,
        limit,
      ]);

describe("mailbox usage", () => {
  it("is read from the template", async () => {
    const { mailboxes, notices, unusable } = await readMailboxUsage(sample("mailboxes.csv"));
    assert.deepEqual(short(mailboxes), [
      [2, "vera.lindqvist", 12.5 * gigabyte, 50 * gigabyte],
      [3, "tomas.okafor", 49 * gigabyte, 49 * gigabyte],
      [4, "ines.marchetti", 53_580_254_413, "unlimited"],
      [5, "olga.ferrand", undefined, 2 * gigabyte],
    ]);
    assert.deepEqual([notices, unusable], [[], []]);
  });

  it("is read in French units with decimal commas", async () => {
    const { mailboxes } = await readMailboxUsage(sample("mailboxes-fr.csv"));
    assert.deepEqual(short(mailboxes), [
      [2, "vera.lindqvist", 12.5 * gigabyte, 50 * gigabyte],
      [3, "tomas.okafor", 49 * gigabyte, 49 * gigabyte],
      [4, "ines.marchetti", 1234.5 * 1024 ** 2, "unlimited"],
    ]);
  });

  it("is read from Microsoft's report: the last quota stops incoming mail, deleted mailboxes are left out", async () => {
    const { mailboxes, notices } = await readMailboxUsage(sample("microsoft-mailbox-usage.csv"));
    assert.deepEqual(short(mailboxes), [
      [2, "vera.lindqvist", 12.5 * gigabyte, 50 * gigabyte],
      [3, "tomas.okafor", 50 * gigabyte, 50 * gigabyte],
    ]);
    assert.deepEqual(told(notices), [["mailboxes-deleted", 1, { number: "1" }]]);
  });

  it("is concealed where Microsoft's report holds hashes for names (aircall.md 4.3)", async () => {
    const { mailboxes, notices, unusable } = await readMailboxUsage(
      sample("microsoft-mailbox-usage-concealed.csv"),
    );
    assert.equal(mailboxes, "concealed");
    assert.deepEqual(told(notices), [["names-concealed", 1, { column: "User Principal Name" }]]);
    assert.deepEqual(unusable, []);
  });

  it("is not concealed as a whole where some rows still name somebody", async () => {
    const { mailboxes, notices } = await read(
      `User Principal Name,Storage Used (Byte),Prohibit Send/Receive Quota (Byte)\na@contoso.example,1,2000\n${"ab".repeat(16)},1,2000\n`,
    );
    assert.deepEqual(short(mailboxes), [[2, "a", 1, 2000]]);
    assert.deepEqual(told(notices), [["names-concealed", 1, { column: "User Principal Name" }]]);
  });

  it("is read from GAM in megabytes; no limit, 0 and -1 are no limit that is known (google-workspace.md 3.3)", async () => {
    const { mailboxes, notices } = await readMailboxUsage(sample("gam-report-users.csv"));
    assert.deepEqual(short(mailboxes), [
      [2, "vera.lindqvist", 12.5 * gigabyte, 30 * gigabyte],
      [3, "tomas.okafor", 30_719 * 1024 ** 2, 30 * gigabyte],
      [4, "ines.marchetti", 450 * 1024 ** 2, undefined],
      [5, "olga.ferrand", 450 * 1024 ** 2, undefined],
      [6, "hugo.brandt", undefined, undefined],
    ]);
    assert.deepEqual(told(notices), [["limit-may-be-pooled", 1, { column: "accounts:total_quota_in_mb" }]]);
  });

  it("takes what it cannot read for unknown, and names it", async () => {
    const { mailboxes, notices } = await read(
      "Email;Used;Limit\na@contoso.example;1,234 GB;50\nb@contoso.example;full;0\nc@contoso.example;unlimited;50 GB\n",
    );
    assert.deepEqual(short(mailboxes), [
      [2, "a", undefined, undefined],
      [3, "b", undefined, undefined],
      [4, "c", undefined, 50 * gigabyte],
    ]);
    assert.deepEqual(told(notices), [
      ["size-ambiguous", 2, { column: "Used", value: "1,234 GB" }],
      ["size-without-unit", 2, { column: "Limit", value: "50" }],
      ["size-unreadable", 3, { column: "Used", value: "full" }],
    ]);
  });

  it("takes no written size where a report has plain numbers", async () => {
    const { mailboxes, notices } = await read(
      "email,accounts:used_quota_in_mb,accounts:total_quota_in_mb\na@contoso.example,1.5,2 GB\n",
    );
    assert.deepEqual(short(mailboxes), [[2, "a", undefined, undefined]]);
    assert.deepEqual(
      told(notices).map(([code]) => code),
      ["size-unreadable", "size-unreadable"],
    );
  });

  it("finds every spelling of the template's columns", async () => {
    const template = mailboxFormats.find(({ isTemplate }) => isTemplate);
    const places: Readonly<Record<string, number>> = { email: 0, signInName: 0, used: 1, limit: 2 };
    for (const [field, spellings] of Object.entries(template?.headers ?? {}))
      for (const spelling of spellings) {
        const header = ["Email", "Used", "Limit"].with(places[field] ?? -1, spelling.toLowerCase());
        const { mailboxes } = await read(`${header.join("\t")}\na@contoso.example\t1 GB\t2 GB\n`);
        assert.deepEqual(short(mailboxes), [[2, "a", gigabyte, 2 * gigabyte]], spelling);
      }
  });

  it("without a limit that stops incoming mail is refused", async () => {
    assert.match(
      await refusal(
        (file) => readMailboxUsage(file),
        "Email,Used,ProhibitSendQuota\na@b.example,1 GB,2 GB\n",
      ),
      /line 1: found the columns Email, Used, ProhibitSendQuota; expected also Limit, as in a list of mailboxes/u,
    );
  });
});
