import assert from "node:assert/strict";
import { groupsOf } from "../../../../src/tenants/exchange/export/recipients";

const sales = { Name: "Sales", PrimarySmtpAddress: "sales@contoso.example" };
const anna = {
  Group: "sales@contoso.example",
  PrimarySmtpAddress: "anna@contoso.example",
  RecipientTypeDetails: "UserMailbox",
};

const members = (rows: readonly Readonly<Record<string, unknown>>[], name = "sales@contoso.example") =>
  groupsOf([sales], rows)?.find(({ identities }) => identities.includes(name))?.members;

describe("groups of an export", () => {
  it("hold their members", () => assert.deepEqual([...(members([anna]) ?? [])], ["anna@contoso.example"]));
  it("hold the members of nested groups", () => {
    const board = {
      Group: "board@contoso.example",
      PrimarySmtpAddress: "sales@contoso.example",
      RecipientTypeDetails: "MailUniversalDistributionGroup",
    };
    const groups = groupsOf(
      [sales, { Name: "Board", PrimarySmtpAddress: "board@contoso.example" }],
      [anna, board],
    );
    assert.deepEqual([...(groups?.[1]?.members ?? [])], ["anna@contoso.example"]);
  });
  it("have unknown members where a nested group was not read: it may hold anybody", () =>
    assert.equal(
      members([
        anna,
        { ...anna, PrimarySmtpAddress: "team@contoso.example", RecipientTypeDetails: "GroupMailbox" },
      ]),
      undefined,
    ));
  it("are known by the rows of their members, as Microsoft 365 groups are", () =>
    assert.deepEqual(
      [...(members([{ ...anna, Group: "team@contoso.example" }], "team@contoso.example") ?? [])],
      ["anna@contoso.example"],
    ));
  it("have unknown members where members were not read", () =>
    assert.equal(groupsOf([sales], undefined)?.[0]?.members, undefined));
});
