/** A floor under mailbox quotas as a refresh and an import see it. */
import assert from "node:assert/strict";
import { errorOf } from "../running-provider";
import { at, quotas, running } from "./running-quotas";

describe("a floor under mailbox quotas that is read", function () {
  this.timeout(60_000);

  it("reads back as it was created, with no difference to itself, and is not written twice", () =>
    running(async (provider) => {
      const news = { mailboxes: ["ann", "eve"].map(at), prohibitSendReceiveQuota: "50 GB" };
      const kept = await provider.create(news);
      const read = await provider.refresh(kept);
      assert.deepEqual(read?.inputs, kept.inputs);
      assert.deepEqual(read?.state, kept.state);
      provider.writes();
      await provider.update(kept, news);
      assert.deepEqual(provider.writes(), []);
    }));

  it("shows by a refresh how low it has become, and is lifted again", () =>
    running(async (provider) => {
      const news = { mailboxes: ["ann", "eve"].map(at), prohibitSendReceiveQuota: "50 GB" };
      const kept = await provider.create(news);
      await provider.byHand("Set-Mailbox", { Identity: at("ann"), ProhibitSendReceiveQuota: "7GB" });
      const read = await provider.refresh(kept);
      assert.equal(read?.inputs.prohibitSendReceiveQuota, "7 GB");
      assert.deepEqual(await provider.diff(read ?? kept, kept.inputs), ["prohibitSendReceiveQuota"]);
      await provider.update(read ?? kept, news);
      assert.deepEqual(quotas(provider, "ann").at(-1), "50 GB");
    }));

  it("shows a quota that is ignored as none", () =>
    running(async (provider) => {
      const kept = await provider.create({ mailboxes: [at("ann")], prohibitSendReceiveQuota: "50 GB" });
      await provider.byHand("Set-Mailbox", { Identity: at("ann"), UseDatabaseQuotaDefaults: true });
      assert.equal((await provider.refresh(kept))?.inputs.prohibitSendReceiveQuota, "0 B");
    }));

  it("is imported by mailboxes and a group", () =>
    running(async (provider) => {
      const read = await provider.import(`${at("eve")},phones@contoso.example`);
      assert.deepEqual(read?.inputs, {
        mailboxes: [at("eve")],
        group: "phones@contoso.example",
        prohibitSendReceiveQuota: "3 GB",
      });
      assert.equal(await provider.import("no-group"), undefined);
      assert.match((await errorOf(provider.import("no-group,another"))).details, /at most one group/u);
    }));
});
