import assert from "node:assert/strict";
import { aircallUserAddressesPersonal as policy } from "../../policies/aircall-user-addresses-personal";
import { tenant } from "../mailflow/exchange/labelled/labelled-tenant";
import { at, saidOf, saidOfRecipients } from "./addressed-tenant";

describe("aircall-user-addresses-personal", () => {
  const said = (...names: readonly string[]) => saidOfRecipients(policy, ...names);

  it("is advisory", () => assert.equal(policy.level, "advisory"));
  it("Compliance: addresses of persons", () => assert.deepEqual(said("vera", "ines", "partner"), []));
  it("Compliance: what aircall-users-own-their-mailbox and tenant-read-as-needed tell already", () =>
    assert.deepEqual(said("vera", "vera", "info", "team", "nobody"), []));
  it("Compliance: a role-like address of somebody who is never asked for a code", () =>
    assert.deepEqual(saidOf(policy, { recipients: [at("vera")], otherUsers: [at("support")] }), []));
  it("Noncompliance: a role-like address, as a hint", () =>
    assert.match(
      said("support").join(),
      /^The address support@contoso\.example looks like a role's \("support"\): several people may read/u,
    ));
  it("Noncompliance: a kind of mailbox that is not known", () =>
    assert.match(said("odd").join(), /^The address odd@contoso\.example .*NovelMailbox/u));
  it("Noncompliance: recipients that were not read, told once", () => {
    const live = tenant().without("Get-Mailbox").without("Get-Recipient").build();
    const texts = saidOf(policy, { recipients: [at("vera"), at("ines")] }, live);
    assert.equal(texts.length, 1);
    assert.match(texts[0] ?? "", /addresses of 2 Aircall users .*not read/u);
  });
});
