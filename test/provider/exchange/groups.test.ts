/** Groups of every kind, nested ones included, and what is not one. */
import assert from "node:assert/strict";
import { findGroupMembers } from "../../../src/provider/exchange/groups";
import { withTenant } from "../../tenants/local/exchange/running-tenant";

const group = (name: string, type: string) => ({
  Name: name,
  PrimarySmtpAddress: `${name}@contoso.example`,
  RecipientTypeDetails: type,
});
const member = (of: string, address: string, type = "UserMailbox") => ({
  Group: of,
  PrimarySmtpAddress: address,
  RecipientTypeDetails: type,
});

const list = "MailUniversalDistributionGroup";
const lists = [group("all", list), group("sales", list), group("ring", list)];
const team = group("team", "GroupMailbox");
const staff = group("staff", "DynamicDistributionGroup");

const seed = {
  "Get-DistributionGroup": lists,
  "Get-Recipient": [...lists, team, staff, group("ann", "UserMailbox")],
  "Get-DistributionGroupMember": [
    member("all", "sales@contoso.example", list),
    member("all", "team@contoso.example", "GroupMailbox"),
    member("all", "Ann@contoso.example"),
    member("sales", "bob@contoso.example"),
    member("ring", "ring@contoso.example", list),
    member("ring", "eve@contoso.example"),
  ],
  "Get-UnifiedGroupLinks": [member("team", "carl@contoso.example")],
  "Get-DynamicDistributionGroupMember": [member("staff", "dora@contoso.example")],
};

const membersOf = async (name: string, more: object = {}): Promise<readonly string[] | undefined> => {
  let found: readonly string[] | undefined;
  await withTenant({ seed: { ...seed, ...more } }, async ({ client }) => {
    found = (await findGroupMembers(client, [name])).get(name.toLowerCase())?.members;
  });
  return found;
};

describe("a group", function () {
  this.timeout(60_000);

  it("has the members of the groups in it, whatever their kind", async () =>
    assert.deepEqual([...((await membersOf("All")) ?? [])].sort(), [
      "ann@contoso.example",
      "bob@contoso.example",
      "carl@contoso.example",
    ]));

  it("of Microsoft 365 is found", async () =>
    assert.deepEqual(await membersOf("team@contoso.example"), ["carl@contoso.example"]));

  it("that is dynamic is found", async () =>
    assert.deepEqual(await membersOf("staff"), ["dora@contoso.example"]));

  it("that holds itself ends where it began", async () =>
    assert.deepEqual(await membersOf("ring"), ["eve@contoso.example"]));

  it("is no mailbox of that name", async () =>
    assert.equal(await membersOf("ann@contoso.example"), undefined));

  it("that does not exist is none", async () => assert.equal(await membersOf("nobody"), undefined));

  it("that may not be read is an error, and no empty group", () =>
    assert.rejects(membersOf("all", { "Get-DistributionGroupMember": undefined }), /may not run/u));
});
