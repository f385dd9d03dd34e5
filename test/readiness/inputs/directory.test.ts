/** The directory from each export that is read. */
import assert from "node:assert/strict";
import type { DirectoryEntry } from "../../../src/readiness/facts";
import { directoryFormats } from "../../../src/readiness/inputs/directory/formats";
import { kindWords, readKind } from "../../../src/readiness/inputs/directory/kinds";
import { readDirectory } from "../../../src/readiness/inputs/directory/read-directory";
import { phrase } from "../../../src/readiness/inputs/phrases";
import { lineOf, reading, refusal, sample, told } from "./written-file";

const read = (text: string) => reading((file) => readDirectory(file), text);

const short = ({ email, aliases, kind, kindText, acceptsOutsideSenders, source }: DirectoryEntry) => [
  lineOf(source),
  email.replace("@contoso.example", ""),
  aliases.map((alias) => alias.replace("@contoso.example", "")).join(" "),
  kind,
  kindText,
  acceptsOutsideSenders,
];

describe("the directory", () => {
  it("is read from the template; a type that it does not know is another kind, and told", async () => {
    const { directory, notices, unusable } = await readDirectory(sample("directory.csv"));
    assert.deepEqual(directory.map(short), [
      [2, "vera.lindqvist", "v.lindqvist vera", "mailbox", "Mailbox", true],
      [3, "support", "", "shared-mailbox", "Shared mailbox", true],
      [4, "sales", "vente", "group", "Distribution list", false],
      [5, "room-4", "", "resource", "Room", undefined],
      [6, "partner", "", "outside", "Contact", undefined],
      [7, "legacy", "", "other", "Robot", undefined],
    ]);
    assert.deepEqual(told(notices), [["kind-unknown", 7, { column: "Type", value: "Robot" }]]);
    assert.deepEqual(unusable, []);
  });

  it("is read from Get-Recipient with PowerShell's first line; SIP and SPO are no addresses", async () => {
    const { directory, notices } = await readDirectory(sample("exchange-recipients.csv"));
    assert.deepEqual(directory.map(short), [
      [3, "vera.lindqvist", "vera", "mailbox", "UserMailbox", undefined],
      [4, "support", "help", "shared-mailbox", "SharedMailbox", undefined],
      [5, "sales", "", "group", "MailUniversalDistributionGroup", undefined],
      [6, "team", "", "group", "GroupMailbox", undefined],
      [7, "hybrid", "", "other", "RemoteUserMailbox", undefined],
    ]);
    assert.deepEqual(told(notices), [["aliases-unreadable", 7, { column: "EmailAddresses" }]]);
  });

  it("is read from GAM's users, whose aliases stand in several columns", async () => {
    const { directory, notices } = await readDirectory(sample("gam-users.csv"));
    assert.deepEqual(directory.map(short), [
      [2, "vera.lindqvist", "v.lindqvist vera", "mailbox", "user", undefined],
      [3, "tomas.okafor", "tomas.okafor.test-google-a.example", "mailbox", "user", undefined],
    ]);
    assert.deepEqual(notices, []);
  });

  it("is read from GAM's groups, with who may write to them", async () => {
    const { directory } = await readDirectory(sample("gam-groups.csv"));
    assert.deepEqual(directory.map(short), [
      [2, "support", "help", "group", "group", true],
      [4, "team", "", "group", "group", false],
    ]);
  });

  it("tells that outsiders are let in only where nothing that is known keeps them out (exchange-online.md 4.2)", async () => {
    const accepts = async (columns: string, values: string) => {
      const { directory } = await read(
        `PrimarySmtpAddress,RecipientTypeDetails,${columns}\na@contoso.example,UserMailbox,${values}\n`,
      );
      return directory[0]?.acceptsOutsideSenders;
    };
    const both = "RequireSenderAuthenticationEnabled,AcceptMessagesOnlyFromSendersOrMembers";
    assert.equal(await accepts(both, "False,"), true);
    assert.equal(await accepts(both, "True,"), false);
    assert.equal(await accepts(both, "False,Managers"), false);
    assert.equal(await accepts(both, ","), undefined);
    assert.equal(await accepts("RequireSenderAuthenticationEnabled", "False"), undefined);
    assert.equal(await accepts("RequireSenderAuthenticationEnabled", "True"), false);
  });

  it("never takes a list with types for a list of people, nor a list of addresses for groups", async () => {
    const { directory } = await read("primaryEmail,Type\na@contoso.example,Shared mailbox\n");
    assert.deepEqual(directory.map(short), [[2, "a", "", "shared-mailbox", "Shared mailbox", undefined]]);
    assert.match(
      await refusal((file) => readDirectory(file), "Email,Name\na@b.example,Vera\n"),
      /line 1: found the columns Email, Name; expected also Type/u,
    );
  });

  it("knows every kind by whole words, and no word for two", () => {
    const seen = new Map<string, string>();
    for (const [kind, words] of Object.entries(kindWords))
      for (const word of words) {
        assert.equal(readKind(word.toUpperCase()), kind, word);
        assert.ok((seen.get(phrase(word)) ?? kind) === kind, word);
        seen.set(phrase(word), kind);
      }
    for (const text of ["", "no mailbox", "mailboxes", "user or group", "RemoteMailbox"])
      assert.equal(readKind(text), undefined, text);
  });

  it("finds every spelling of the template's columns", async () => {
    const template = directoryFormats.find(({ isTemplate }) => isTemplate);
    const places: Readonly<Record<string, number>> = { email: 0, kind: 1, aliases: 2, acceptsOutside: 3 };
    for (const [field, spellings] of Object.entries(template?.headers ?? {}))
      for (const spelling of spellings) {
        // Exchange's own columns together are Exchange's format, not the template.
        const header = ["Email", "Type", "Aliases", "Accepts outside senders"].with(
          places[field] ?? -1,
          spelling,
        );
        const { directory } = await read(
          `${header.join(",")}\na@contoso.example,Group,b@contoso.example,no\n`,
        );
        assert.deepEqual(directory.map(short), [[2, "a", "b", "group", "Group", false]], spelling);
      }
  });
});
