/** The directory of a tenant as readiness needs it (exchange-online.md 4.4). */
import assert from "node:assert/strict";
import { exchangeDirectory } from "../../../src/readiness/exchange/directory";
import { toTenant } from "../../../src/tenants/exchange/export/native-export";
import { userMailbox } from "../../mailflow/exchange/labelled/healthy-tenant";
import { anna, mailboxTenant, openMailbox } from "../../mailflow/exchange/labelled/mailbox-tenant";

const file = "export.json";
const directoryOf = (raw: Readonly<Record<string, unknown>>, users: readonly string[] = []) =>
  exchangeDirectory(toTenant(raw, "t"), file, users);

const box = (name: string, RecipientTypeDetails: string | undefined) => {
  const { RecipientTypeDetails: _type, ...raw } = userMailbox(`${name}@contoso.example`, name);
  return RecipientTypeDetails === undefined ? raw : { ...raw, RecipientTypeDetails };
};

describe("the directory of a tenant", () => {
  it("tells a mailbox with its addresses and whether it takes mail from outside", () => {
    const raw = mailboxTenant()
      .withMailboxSettings(anna, {
        ...openMailbox,
        PrimarySmtpAddress: "Anna@contoso.example",
        EmailAddresses: [
          "SMTP:Anna@contoso.example",
          "smtp:A.Miller@contoso.example",
          "SIP:anna@contoso.example",
        ],
        RequireSenderAuthenticationEnabled: true,
      })
      .without("Get-Recipient")
      .build();
    assert.deepEqual(directoryOf(raw), [
      {
        email: "Anna@contoso.example",
        aliases: ["a.miller@contoso.example"],
        kind: "mailbox",
        kindText: "UserMailbox",
        acceptsOutsideSenders: false,
        source: { kind: "object", file, object: "Get-Mailbox Anna@contoso.example" },
      },
    ]);
  });

  const kinds = [
    ["UserMailbox", "mailbox"],
    ["LinkedMailbox", "mailbox"],
    ["SharedMailbox", "shared-mailbox"],
    ["RoomMailbox", "resource"],
    ["EquipmentMailbox", "resource"],
    ["SchedulingMailbox", "resource"],
    ["DiscoveryMailbox", "resource"],
    ["TeamMailbox", "resource"],
    ["GroupMailbox", "group"],
    ["MailUniversalDistributionGroup", "group"],
    ["MailUniversalSecurityGroup", "group"],
    ["DynamicDistributionGroup", "group"],
    ["RoomList", "group"],
    ["MailContact", "outside"],
    ["MailUser", "outside"],
    ["GuestMailUser", "outside"],
    ["RemoteUserMailbox", "other"],
    ["constructor", "other"],
  ] as const;
  for (const [type, kind] of kinds)
    it(`takes a ${type} for ${kind}`, () => {
      const found = directoryOf({ "Get-Recipient": [box("x", type)] });
      assert.deepEqual(
        found.map((entry) => [entry.email, entry.kind, entry.kindText]),
        [["x@contoso.example", kind, type]],
      );
    });

  it("does not take a mailbox for a person's whose type was not printed", () => {
    const found = directoryOf({ "Get-Mailbox": [box("x", undefined)] });
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ["other"],
    );
  });

  it("does not know whether a mailbox takes mail from outside whose settings were not read", () => {
    const [found] = directoryOf({ "Get-Recipient": [box("x", "UserMailbox")] });
    assert.equal(found?.acceptsOutsideSenders, undefined);
    assert.deepEqual(found?.source, { kind: "object", file, object: "Get-Recipient x@contoso.example" });
  });

  it("tells groups that only their own cmdlet printed, each once", () => {
    const raw = {
      "Get-DistributionGroup": [
        {
          ...box("sales", undefined),
          EmailAddresses: ["SMTP:sales@contoso.example", "smtp:s@contoso.example"],
        },
      ],
      "Get-DistributionGroupMember": [{ Group: "sales@contoso.example", PrimarySmtpAddress: anna }],
    };
    const told = directoryOf(raw).map(({ email, aliases, kind }) => [email, aliases, kind]);
    assert.deepEqual(told, [["sales@contoso.example", ["s@contoso.example"], "group"]]);
    const both = directoryOf({ ...raw, "Get-Recipient": [box("sales", "MailUniversalDistributionGroup")] });
    assert.deepEqual(
      both.map(({ email }) => email),
      ["sales@contoso.example"],
    );
  });

  it("tells users who are nobody, where the domain is all here and every address was read", () => {
    const users = [
      anna,
      "Gone@contoso.example",
      "gone@contoso.example",
      "zoe@elsewhere.example",
      "anna+x@contoso.example",
    ];
    const nobodies = (raw: Readonly<Record<string, unknown>>) =>
      directoryOf(raw, users).flatMap(({ email, kind }) => (kind === "nobody" ? [email] : []));
    const all = mailboxTenant();
    assert.deepEqual(nobodies(all.build()), ["gone@contoso.example"]);
    assert.deepEqual(nobodies(all.without("Get-Recipient").build()), []);
    assert.deepEqual(nobodies(all.without("Get-AcceptedDomain").build()), []);
  });

  it("does not call a group nobody, though the edge does not see it", () => {
    const raw = mailboxTenant()
      .with("Get-Recipient", [box("anna", "UserMailbox"), box("all", "DynamicDistributionGroup")])
      .build();
    assert.deepEqual(
      directoryOf(raw, ["all@contoso.example"]).map(({ email, kind }) => [email, kind]),
      [
        [anna, "mailbox"],
        ["all@contoso.example", "group"],
      ],
    );
  });

  it("is empty where no recipient was read", () => {
    assert.deepEqual(directoryOf({ "Get-TransportRule": [] }, [anna]), []);
  });
});
