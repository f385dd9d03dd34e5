import assert from "node:assert/strict";
import { groupsOf } from "../../../../src/tenants/exchange/export/groups";

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

describe("groups that hold each other", () => {
  const names = ["sales", "board", "staff"];
  const address = (name: string) => `${name}@contoso.example`;
  const inside = (member: string, group: string, type = "MailUniversalDistributionGroup") => ({
    Group: address(group),
    PrimarySmtpAddress: address(member),
    RecipientTypeDetails: type,
  });
  const groups = (...rows: readonly object[]) =>
    groupsOf(
      names.map((name) => ({ Name: name, PrimarySmtpAddress: address(name) })),
      rows.map((row) => ({ ...row })),
    )?.map(({ members: found }) => (found === undefined ? undefined : [...found].sort()));

  it("in a circle hold the same people, and themselves no more than once", () =>
    assert.deepEqual(
      groups(
        inside("board", "sales"),
        inside("staff", "board"),
        inside("sales", "staff"),
        inside("sales", "sales"),
        inside("anna", "sales", "UserMailbox"),
        inside("bob", "staff", "UserMailbox"),
      ),
      names.map(() => [address("anna"), address("bob")]),
    ));

  it("on many ways end in time: each group is walked once", () => {
    const levels = 60;
    const all = Array.from({ length: levels }, (_none, level) => [`a${level}`, `b${level}`]).flat();
    const rows = Array.from({ length: levels - 1 }, (_none, level) =>
      ["a", "b"].flatMap((from) => ["a", "b"].map((to) => inside(`${to}${level + 1}`, `${from}${level}`))),
    ).flat();
    const found = groupsOf(
      all.map((name) => ({ PrimarySmtpAddress: address(name) })),
      [...rows, inside("anna", `a${levels - 1}`, "UserMailbox")],
    );
    assert.deepEqual([...(found?.[0]?.members ?? [])], [address("anna")]);
  });
});
