/** The write guard: nothing is written that newly blocks Aircall's mail, with no policy pack at all. */
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { status } from "@grpc/grpc-js";
import type { ValueObject } from "../../../../src/resources/value";
import { errorOf, type Kept, type RunningProvider } from "../running-provider";
import { allow, printed, quarantineCodes, rejectOffers, seedWith, tagExternal } from "../small-tenant";
import { running, standing } from "./running-rules";

const refused = async (provider: RunningProvider, call: Promise<unknown>): Promise<string> => {
  const error = await errorOf(call);
  assert.equal(error.code, status.FAILED_PRECONDITION);
  assert.deepEqual(provider.writes(), []);
  return error.details;
};

/** Creates, and forgets the writes that took. */
const created = async (provider: RunningProvider, news: ValueObject): Promise<Kept> => {
  const kept = await provider.create(news);
  provider.writes();
  provider.pass(10);
  return kept;
};

const unread = (part: string) => {
  const { [part]: _left, ...seed } = seedWith([printed.tagExternal]) as Record<string, unknown>;
  return seed;
};

describe("the write guard", function () {
  this.timeout(60_000);

  it("refuses to create a rule that blocks, with the verdict first, a message that shows it and a way out", () =>
    running([printed.tagExternal], async (provider) => {
      const text = await refused(provider, provider.create({ rules: [quarantineCodes] }));
      assert.match(text, /^Refused, and nothing was written: Aircall's mail would be blocked\.\n/u);
      assert.match(text, /"Quarantine codes" \(Quarantine\)/u);
      assert.match(text, /Message that shows it: from \S+@(notify\.)?aircall\.io, subject "/u);
      assert.match(text, /To do: .*above "Quarantine codes"/u);
      assert.match(text, /`guard` to "off"/u);
    }));

  it("refuses to update to a rule that blocks, and the list stays as it was", () =>
    running([], async (provider) => {
      const kept = await created(provider, { rules: [rejectOffers] });
      await refused(provider, provider.update(kept, { rules: [rejectOffers, quarantineCodes] }));
      assert.deepEqual(standing(provider), ["Reject offers"]);
    }));

  it("refuses to remove an allow that shields from a block further down", () =>
    running([printed.quarantineCodes], async (provider) => {
      const kept = await created(provider, { rules: [allow, rejectOffers] });
      const text = await refused(provider, provider.update(kept, { rules: [rejectOffers] }));
      assert.match(text, /"Quarantine codes"/u);
    }));

  it("refuses to delete such an allow", () =>
    running([printed.quarantineCodes], async (provider) => {
      const kept = await created(provider, { rules: [allow] });
      await refused(provider, provider.delete(kept));
      assert.deepEqual(standing(provider), ["Allow Aircall", "Quarantine codes"]);
    }));

  it("lets an allow go that shields from nothing", () =>
    running([printed.tagExternal], async (provider) => {
      await provider.delete(await created(provider, { rules: [allow] }));
      assert.deepEqual(standing(provider), ["Tag external"]);
    }));

  it("refuses a rule that blocks from a later day on", () =>
    running([], async (provider) => {
      const later = { ...quarantineCodes, activationDate: "2999-01-01" };
      const text = await refused(provider, provider.create({ rules: [later] }));
      assert.match(text, /From 2999-01-01T00:00:00\.000Z on/u);
    }));

  it("lets a tenant that is bad already be improved step by step", () =>
    running([printed.quarantineCodes, { ...printed.quarantineCodes, Name: "Also" }], async (provider) => {
      const kept = await created(provider, { rules: [rejectOffers] });
      await provider.update(kept, { rules: [allow, rejectOffers] });
      assert.deepEqual(standing(provider), ["Allow Aircall", "Reject offers", "Quarantine codes", "Also"]);
    }));

  it("is strict once the tenant was proven, whatever somebody did by hand since", () =>
    running([printed.quarantineCodes], async (provider) => {
      const kept = await created(provider, { rules: [allow] });
      const proven = await provider.update(kept, { rules: [allow, tagExternal] });
      await provider.byHand("Disable-TransportRule", { Identity: "Allow Aircall", Confirm: false });
      provider.pass(10);
      const worse = [{ ...allow, enabled: false }, rejectOffers];
      await refused(provider, provider.update(proven, { rules: worse }));
    }));

  it("lets pass what is asked for with the guard off", () =>
    running([printed.quarantineCodes], async (provider) => {
      const kept = await created(provider, { rules: [allow], guard: "off" });
      await provider.update(kept, { rules: [quarantineCodes], guard: "off" });
      assert.deepEqual(standing(provider), ["Quarantine codes"]);
    }));

  it("lets pass a finding that is exempted, until the exemption expires", () =>
    running([], async (provider) => {
      const exemption = { code: "rule-blocks", rule: "Quarantine codes", reason: "trial", owner: "ann" };
      const news = (expires: string) => ({
        rules: [quarantineCodes],
        aircall: { exemptions: [{ ...exemption, expires }] },
      });
      await refused(provider, provider.create(news("2020-01-01")));
      await provider.create(news("2999-01-01"));
      assert.deepEqual(standing(provider), ["Quarantine codes"]);
    }));

  it("looks at the named users only", () =>
    running([], async (provider) => {
      const toEve = { ...quarantineCodes, sentTo: ["eve@contoso.example"] };
      await refused(provider, provider.create({ rules: [toEve] }));
      provider.pass(10);
      await refused(
        provider,
        provider.create({ rules: [toEve], aircall: { recipients: ["eve@contoso.example"] } }),
      );
      provider.pass(10);
      await provider.create({ rules: [toEve], aircall: { recipients: ["bob@contoso.example"] } });
    }));

  it("looks at the members of the named group", () => {
    const seed = seedWith([], {
      "Get-DistributionGroup": [
        {
          Name: "Phones",
          PrimarySmtpAddress: "phones@contoso.example",
          RecipientTypeDetails: "MailUniversalDistributionGroup",
        },
      ],
      "Get-DistributionGroupMember": [{ Group: "Phones", PrimarySmtpAddress: "bob@contoso.example" }],
      "Get-Recipient": [],
    });
    return running(
      [],
      async (provider) => {
        const to = (address: string) => ({
          rules: [{ ...quarantineCodes, sentTo: [address] }],
          aircall: { recipientGroup: "phones@contoso.example" },
        });
        await refused(provider, provider.create(to("bob@contoso.example")));
        await provider.create(to("eve@contoso.example"));
      },
      { seed },
    );
  });

  it("refuses what it cannot judge", () =>
    running(
      [],
      async (provider) => {
        const text = await refused(provider, provider.create({ rules: [rejectOffers] }));
        assert.match(text, /cannot be judged/u);
        assert.match(text, /Get-HostedContentFilterPolicy/u);
        await provider.create({ rules: [rejectOffers], guard: "off" });
        assert.deepEqual(standing(provider), ["Reject offers", "Tag external"]);
      },
      { seed: unread("Get-HostedContentFilterPolicy") },
    ));

  it("asks nothing where there is nothing to write", () =>
    running(
      [],
      async (provider) => {
        await provider.create({ rules: [tagExternal] });
        assert.deepEqual(provider.writes(), []);
      },
      { seed: unread("Get-HostedContentFilterPolicy") },
    ));

  it("judges by a saved export where one is named, with the rules as they are now", () =>
    running(
      [],
      async (provider) => {
        const folder = await mkdtemp(join(tmpdir(), "tenant-export-"));
        try {
          const tenantExport = join(folder, "tenant.json");
          await writeFile(tenantExport, JSON.stringify(seedWith([printed.quarantineCodes])));
          await provider.create({ rules: [rejectOffers], tenantExport });
          provider.writes();
          await refused(provider, provider.create({ rules: [quarantineCodes], tenantExport }));
        } finally {
          await rm(folder, { recursive: true });
        }
      },
      { seed: unread("Get-HostedContentFilterPolicy") },
    ));
});
