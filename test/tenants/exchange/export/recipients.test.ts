/** Mailboxes and the other recipients of an export (exchange-online.md 4.4). */
import assert from "node:assert/strict";
import { toTenant } from "../../../../src/tenants/exchange/export/native-export";

const object = (local: string, RecipientTypeDetails: string | undefined, more: object = {}) => ({
  Name: local,
  PrimarySmtpAddress: `${local}@contoso.example`,
  EmailAddresses: [`SMTP:${local}@contoso.example`, `smtp:${local}.two@contoso.example`],
  RecipientTypeDetails,
  ...more,
});

const anna = object("anna", "UserMailbox");

const addresses = (parts: Readonly<Record<string, unknown>>) => {
  const { recipients, otherRecipients } = toTenant(parts, "t");
  const of = (list: readonly { readonly address: string }[] | undefined) =>
    list?.map(({ address }) => address.replace(/@.*/u, ""));
  return { recipients: of(recipients), others: of(otherRecipients) };
};

const mailboxTypes = ["UserMailbox", "SharedMailbox", "RoomMailbox", "EquipmentMailbox", "LinkedMailbox"];
const otherTypes = [
  "GroupMailbox",
  "RemoteUserMailbox",
  "PublicFolderMailbox",
  "MailUser",
  "GuestMailUser",
  "MailContact",
  "MailUniversalDistributionGroup",
  "MailUniversalSecurityGroup",
  "DynamicDistributionGroup",
  "RoomList",
];

describe("recipients of an export", () => {
  for (const type of mailboxTypes)
    it(`count a ${type} among the mailboxes`, () =>
      assert.deepEqual(addresses({ "Get-Recipient": [object("x", type)] }), {
        recipients: ["x"],
        others: [],
      }));
  for (const type of otherTypes)
    it(`count a ${type} among the others: its mail ends elsewhere`, () =>
      assert.deepEqual(addresses({ "Get-Recipient": [object("x", type)] }), {
        recipients: [],
        others: ["x"],
      }));

  it("are not read where neither part was", () => {
    assert.deepEqual(addresses({}), { recipients: undefined, others: undefined });
    assert.deepEqual(addresses({ "Get-MailContact": [object("c", "MailContact")] }).others, undefined);
  });

  it("are known as mailboxes, and others are not, where only Get-Mailbox was read", () =>
    assert.deepEqual(addresses({ "Get-Mailbox": [anna] }), { recipients: ["anna"], others: undefined }));

  it("hold a mailbox once that two parts print, with what both tell of it", () => {
    const { recipients } = toTenant(
      {
        "Get-Mailbox": [anna],
        "Get-Recipient": [object("anna", "UserMailbox", { Department: "Sales" })],
        "Get-User": [{ WindowsEmailAddress: "ANNA@contoso.example", Title: "Director" }],
      },
      "t",
    );
    assert.equal(recipients?.length, 1);
    assert.deepEqual({ ...recipients?.[0]?.attributes }, { Department: "Sales", Title: "Director" });
  });

  it("find a user by GUID where it signs in with another name", () => {
    const Guid = "6bc732d5-8480-4403-84dc-4f2b0cb0cd78";
    const { recipients } = toTenant(
      {
        "Get-Mailbox": [{ ...anna, Guid }],
        "Get-User": [{ Guid: Guid.toUpperCase(), UserPrincipalName: "am@login.example", Title: "Director" }],
      },
      "t",
    );
    assert.equal(recipients?.[0]?.attributes.Title, "Director");
  });

  it("hold a mailbox that only Get-Recipient prints, its settings not read", () => {
    const { recipients } = toTenant(
      {
        "Get-Mailbox": [{ ...anna, ModerationEnabled: false }],
        "Get-Recipient": [anna, object("bob", "UserMailbox")],
      },
      "t",
    );
    assert.deepEqual(
      recipients?.map(({ mailbox }) => mailbox === undefined),
      [false, true],
    );
  });

  it("hold each of the others once, contacts and groups of other parts too", () =>
    assert.deepEqual(
      addresses({
        "Get-Recipient": [anna, object("sales", "MailUniversalDistributionGroup")],
        "Get-DistributionGroup": [object("sales", "MailUniversalDistributionGroup")],
        "Get-MailContact": [object("aircall", "MailContact")],
      }),
      { recipients: ["anna"], others: ["sales", "aircall"] },
    ));

  it("hold one whose type was not printed, its type unknown", () => {
    const { otherRecipients } = toTenant({ "Get-Recipient": [object("x", undefined)] }, "t");
    assert.equal(otherRecipients?.[0]?.recipientTypeDetails, "Unknown");
    assert.deepEqual(otherRecipients?.[0]?.proxyAddresses, ["x@contoso.example", "x.two@contoso.example"]);
  });

  it("take an object for the mailbox it is though another part leaves out its type", () =>
    assert.deepEqual(addresses({ "Get-Mailbox": [anna], "Get-Recipient": [object("anna", undefined)] }), {
      recipients: ["anna"],
      others: [],
    }));
});
