import assert from "node:assert/strict";
import { aircallUsersOwnTheirMailbox as policy } from "../../policies/aircall-users-own-their-mailbox";
import { tenant } from "../mailflow/exchange/labelled/labelled-tenant";
import { at, saidOf, saidOfRecipients } from "./addressed-tenant";

describe("aircall-users-own-their-mailbox", () => {
  const said = (...names: readonly string[]) => saidOfRecipients(policy, ...names);

  it("is mandatory unless its level is configured", () => assert.equal(policy.level, "mandatory"));

  it("Compliance: everybody has a mailbox of their own, here or outside", () =>
    assert.deepEqual(said("vera", "ines", "partner"), []));
  it("Compliance: nobody is named", () => assert.deepEqual(saidOf(policy, {}), []));
  it("Compliance: a role-like address, which is no proof", () => assert.deepEqual(said("support"), []));

  it("Noncompliance: an address listed twice, told once with what to do", () => {
    const texts = said("vera", "ines", "Vera");
    assert.equal(texts.length, 1);
    assert.match(texts[0] ?? "", /^2 Aircall users have the address vera@contoso\.example: /u);
    assert.match(texts[0] ?? "", /To do: give each user an own address in Aircall/u);
  });
  it("Noncompliance: two addresses that lead to one mailbox, by tag, alias, or dots at Gmail", () => {
    for (const pair of [
      [at("vera"), at("vera+phone")],
      [at("vera"), at("v.roth")],
      [at("v.roth+phone"), at("vera")],
      ["ve.ra@gmail.com", "vera@googlemail.com"],
    ]) {
      const texts = saidOf(policy, { recipients: pair });
      assert.match(texts.join(), /^2 Aircall users have one mailbox, by the addresses /u, pair.join());
      for (const address of pair) assert.ok(texts.join().includes(address), address);
    }
  });
  it("Noncompliance: the mailbox of somebody who is never asked for a code, and nothing about them alone", () => {
    const aircall = { recipients: [at("vera")], otherUsers: [at("v.roth"), at("info"), at("team")] };
    const texts = saidOf(policy, aircall);
    assert.equal(texts.length, 1);
    assert.match(texts[0] ?? "", /vera@contoso\.example, v\.roth@contoso\.example/u);
  });
  for (const [name, kind] of [
    ["team", /a group \(MailUniversalDistributionGroup\): every member reads/u],
    ["info", /a shared mailbox \(SharedMailbox\): several people can read/u],
    ["room", /no person signs in to \(RoomMailbox\)/u],
  ] as const)
    it(`Noncompliance: the address of ${name}, whose type the directory tells`, () => {
      const texts = said(name);
      assert.equal(texts.length, 1);
      assert.match(texts[0] ?? "", kind);
    });
  it("Noncompliance: a shared mailbox in the users' group", () => {
    const texts = saidOf(policy, { recipientGroup: at("team") });
    assert.equal(texts.length, 1);
    assert.match(texts[0] ?? "", /info@contoso\.example belongs to a shared mailbox/u);
  });
  it("leaves an address of nobody to tenant-read-as-needed, which tells of it", () =>
    assert.deepEqual(said("nobody"), []));
  it("Noncompliance: duplicates, though no recipient was read", () => {
    const live = tenant().without("Get-Mailbox").without("Get-Recipient").build();
    assert.equal(saidOf(policy, { recipients: [at("vera"), at("vera")] }, live).length, 1);
  });
  it("tells of many users of one mailbox once, and of many mailboxes in few texts", () => {
    const many = Array.from({ length: 120 }, () => at("vera"));
    assert.match(saidOf(policy, { recipients: many }).join(), /^More than 50 Aircall users[^\n]*\n[^\n]*$/u);
    const pairs = Array.from({ length: 60 }, (_, place) => `${Math.floor(place / 2)}@fabrikam.example`);
    const texts = saidOf(policy, { recipients: pairs });
    assert.equal(texts.length, 21);
    assert.match(texts[20] ?? "", /^And 10 more\./u);
  });
});
