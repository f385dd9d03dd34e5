/** A floor under mailbox quotas, written against a running tenant. */
import assert from "node:assert/strict";
import { mailboxQuota } from "../../../../src/resources/exchange/mailbox-quota";
import type { ValueObject } from "../../../../src/resources/value";
import { errorOf, withProvider } from "../running-provider";
import { seedWith } from "../small-tenant";
import { at, mailbox, quotas, running } from "./running-quotas";

describe("a floor under mailbox quotas", function () {
  this.timeout(60_000);

  it("lifts what is below it and leaves alone what is above", () =>
    running(async (provider) => {
      const kept = await provider.create({
        mailboxes: ["ann", "bob", "eve"].map(at),
        prohibitSendReceiveQuota: "50GB",
      });
      assert.deepEqual(quotas(provider, "ann"), ["1 GB", "2 GB", "50 GB"]);
      assert.deepEqual(quotas(provider, "eve"), ["1 GB", "2 GB", "60 GB"]);
      assert.deepEqual(provider.writes(), ["Set-Mailbox applied"]);
      assert.deepEqual(kept.state.applied, [
        applied("ann", "1 GB", "2 GB", "50 GB"),
        applied("bob", "40 GB", "45 GB", "50 GB"),
        applied("eve", "1 GB", "2 GB", "60 GB"),
      ]);
    }));

  it("lifts the higher quotas as far as their order demands", () =>
    running(async (provider) => {
      const floor = { issueWarningQuota: "10 GB", prohibitSendReceiveQuota: "10 GB" };
      await provider.create({ mailboxes: [at("ann")], ...floor });
      assert.deepEqual(quotas(provider, "ann"), ["10 GB", "10 GB", "10 GB"]);
    }));

  it("is for the members of a group, those without a mailbox left out", () =>
    running(async (provider) => {
      const kept = await provider.create({
        group: "phones@contoso.example",
        prohibitSendReceiveQuota: "20 GB",
      });
      assert.deepEqual(quotas(provider, "ann").at(-1), "20 GB");
      assert.equal((kept.state.applied as readonly unknown[]).length, 2);
      assert.equal(kept.id, "phones@contoso.example");
    }));

  it("makes the numbers of a mailbox count where they came from the database", () =>
    running(async (provider) => {
      await provider.create({ mailboxes: [at("old")], prohibitSendReceiveQuota: "50 GB" });
      const old = provider.tenant.objects("Get-Mailbox").find(({ Name }) => Name === "old");
      assert.equal(old?.UseDatabaseQuotaDefaults, false);
    }));

  it("above what a licence allows is an error with mailbox and limit, and the others are lifted", () =>
    running(async (provider) => {
      await provider.tenant.setLicenceCap(at("ann"), "30GB");
      await provider.tenant.setLicenceCap(at("bob"), "100GB");
      const news = { mailboxes: ["ann", "bob"].map(at), prohibitSendReceiveQuota: "51 GB" };
      const error = await errorOf(provider.create(news));
      assert.match(
        error.details,
        /The mailbox ann@contoso\.example cannot have 51 GB: its licence allows at most 30 GB\./u,
      );
      assert.match(error.details, /Lower the floor to 30 GB, or give the mailbox a licence/u);
      assert.deepEqual(quotas(provider, "bob").at(-1), "51 GB");
      assert.ok(error.metadata.get("grpc-status-details-bin").length > 0);
    }));

  it("under an unknown mailbox or group is refused by check, by name", () =>
    running(async (provider) => {
      const reasons = await provider.refusals({
        mailboxes: [at("ann"), at("nobody")],
        group: "no-group",
        prohibitSendReceiveQuota: "50 GB",
      });
      assert.equal(reasons.length, 2);
      assert.match(reasons[0] ?? "", /^`mailboxes` names nobody@contoso\.example/u);
      assert.match(reasons[1] ?? "", /^`group` names no-group/u);
    }));

  it("passes check where the tenant cannot be read, and fails with the reason when it is written", () =>
    running(
      async (provider) => {
        const news = { mailboxes: [at("ann")], prohibitSendReceiveQuota: "50 GB" };
        assert.deepEqual(await provider.refusals(news), []);
        assert.match((await errorOf(provider.create(news))).details, /client secret is wrong/u);
      },
      { clientSecret: "wrong" },
    ));

  it("that is removed lowers nothing", () =>
    running(async (provider) => {
      const kept = await provider.create({ mailboxes: [at("ann")], prohibitSendReceiveQuota: "50 GB" });
      provider.writes();
      await provider.delete(kept);
      assert.deepEqual(provider.writes(), []);
      assert.deepEqual(quotas(provider, "ann").at(-1), "50 GB");
    }));

  it("is not written in a preview", () =>
    running(async (provider) => {
      await provider.preview(undefined, { mailboxes: [at("ann")], prohibitSendReceiveQuota: "50 GB" });
      assert.deepEqual(provider.writes(), []);
    }));

  it("under more mailboxes than are asked for one by one takes few requests", () => {
    const names = Array.from({ length: 150 }, (_, index) => `user${index}`);
    return withProvider(
      mailboxQuota.token,
      { seed: seedWith([], { "Get-Mailbox": names.map((name) => mailbox(name, 48, 49, 50)) }) },
      async (provider) => {
        const inputs = { mailboxes: names.map(at), prohibitSendReceiveQuota: "50 GB" };
        await provider.check(inputs);
        assert.ok(provider.tenant.requests() <= 2);
        await provider.create(inputs);
        assert.deepEqual(provider.writes(), []);
      },
    );
  });
});

const applied = (name: string, warning: string, send: string, receive: string): ValueObject => ({
  mailbox: at(name),
  issueWarningQuota: warning,
  prohibitSendQuota: send,
  prohibitSendReceiveQuota: receive,
});
