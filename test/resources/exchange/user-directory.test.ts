/** What policies learn of the users' addresses, and what they do not. */
import assert from "node:assert/strict";
import { type UserDirectory, userDirectory } from "../../../src/resources/exchange/user-directory";
import { type NativeExport, toTenant } from "../../../src/tenants/exchange/export/native-export";

const recipient = (address: string, RecipientTypeDetails: string, ...aliases: readonly string[]) => ({
  PrimarySmtpAddress: address,
  EmailAddresses: [`SMTP:${address}`, ...aliases.map((alias) => `smtp:${alias}`)],
  RecipientTypeDetails,
});

const mailboxes = {
  "Get-Mailbox": [
    recipient("Ann@contoso.example", "UserMailbox", "a.roth@contoso.example", "ann.private@contoso.example"),
    recipient("info@contoso.example", "SharedMailbox"),
    recipient("eve@contoso.example", "UserMailbox"),
  ],
};

const reduced = (
  source: NativeExport,
  users: readonly string[],
  userGroup: string | undefined = undefined,
): UserDirectory => userDirectory(source, toTenant(source, "contoso"), { users, userGroup });

describe("what is observed of the users' addresses", () => {
  it("is type and addresses of those recipients alone, whatever the case", () =>
    assert.deepEqual(reduced(mailboxes, ["ANN@contoso.example", "info@contoso.example"]).parts, {
      "Get-Mailbox": [
        {
          PrimarySmtpAddress: "Ann@contoso.example",
          EmailAddresses: ["smtp:ann@contoso.example"],
          RecipientTypeDetails: "UserMailbox",
        },
        {
          PrimarySmtpAddress: "info@contoso.example",
          EmailAddresses: ["smtp:info@contoso.example"],
          RecipientTypeDetails: "SharedMailbox",
        },
      ],
    }));
  it("has a number in place of a primary address that nobody named", () =>
    assert.deepEqual(reduced(mailboxes, ["a.roth@contoso.example"]).parts["Get-Mailbox"], [
      {
        PrimarySmtpAddress: "recipient-1@contoso.example",
        EmailAddresses: ["smtp:a.roth@contoso.example"],
        RecipientTypeDetails: "UserMailbox",
      },
    ]));
  it("holds the mailbox that a tagged address leads to", () =>
    assert.equal(reduced(mailboxes, ["a.roth+phone@contoso.example"]).parts["Get-Mailbox"]?.length, 1));
  it("tells a part that was not read from one that holds none of them", () => {
    assert.equal(reduced(mailboxes, ["team@contoso.example"]).parts["Get-Recipient"], undefined);
    const source = { ...mailboxes, "Get-Recipient": [recipient("team@contoso.example", "GroupMailbox")] };
    assert.deepEqual(reduced(source, ["ann@contoso.example"]).parts["Get-Recipient"], []);
    assert.equal(reduced(source, ["team@contoso.example"]).parts["Get-Recipient"]?.length, 1);
  });
  it("tells of a group that only its own cmdlet printed, and of one once", () => {
    const group = recipient("team@contoso.example", "MailUniversalDistributionGroup");
    const source = { ...mailboxes, "Get-DistributionGroup": [group], "Get-DistributionGroupMember": [] };
    assert.equal(reduced(source, ["team@contoso.example"]).parts["Get-DistributionGroup"]?.length, 1);
    const both = reduced({ ...source, "Get-Recipient": [group] }, ["team@contoso.example"]).parts;
    assert.equal(both["Get-Recipient"]?.length, 1);
    assert.deepEqual(both["Get-DistributionGroup"], []);
  });
  it("names the members of the users' group whose mailbox is no person's, and no other", () => {
    const source = {
      ...mailboxes,
      "Get-DistributionGroup": [recipient("agents@contoso.example", "MailUniversalDistributionGroup")],
      "Get-DistributionGroupMember": ["ann", "info"].map((name) => ({
        Group: "agents@contoso.example",
        PrimarySmtpAddress: `${name}@contoso.example`,
      })),
    };
    const { members, parts } = reduced(source, [], "agents@contoso.example");
    assert.deepEqual(members, ["info@contoso.example"]);
    assert.doesNotMatch(JSON.stringify(parts), /ann|eve/iu);
  });
});
