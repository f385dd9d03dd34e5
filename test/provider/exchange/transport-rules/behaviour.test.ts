/** The life of the rule list, as the engine drives it against a running tenant. */
import assert from "node:assert/strict";
import type { ValueObject } from "../../../../src/resources/value";
import { errorOf } from "../running-provider";
import { allow, printed, quarantineCodes, rejectOffers, tagExternal } from "../small-tenant";
import { own, running, standing } from "./running-rules";

describe("a list of transport rules", function () {
  this.timeout(60_000);

  describe("that is created", () => {
    it("stands above what the tenant has", () =>
      running([printed.tagExternal, printed.quarantineCodes], async (provider) => {
        const kept = await provider.create({ rules: [allow, rejectOffers] });
        assert.equal(kept.id, "contoso.onmicrosoft.com");
        assert.deepEqual(standing(provider), [
          "Allow Aircall",
          "Reject offers",
          "Tag external",
          "Quarantine codes",
        ]);
        assert.deepEqual(Object.keys(kept.state.guids ?? {}), ["Allow Aircall", "Reject offers"]);
        assert.deepEqual(provider.writes(), ["New-TransportRule applied", "New-TransportRule applied"]);
      }));

    it("says when it is in force: half an hour later", () =>
      running([], async (provider) => {
        const before = Date.now();
        const { state } = await provider.create({ rules: [allow] });
        assert.ok(Date.parse(String(state.inForceFrom)) >= before + 30 * 60 * 1_000);
      }));

    it("takes over rules of the same name, whatever the case, and doubles none", () =>
      running([printed.tagExternal, { ...printed.rejectOffers, Name: "REJECT OFFERS" }], async (provider) => {
        const kept = await provider.create({ rules: [{ ...rejectOffers, comments: "ours" }] });
        assert.deepEqual(standing(provider), ["REJECT OFFERS", "Tag external"]);
        assert.deepEqual(provider.writes(), ["Set-TransportRule applied"]);
        assert.deepEqual(await provider.diff(kept, own((await provider.refresh(kept))?.inputs ?? {})), []);
      }));

    it("writes nothing where all is as it is listed", () =>
      running([printed.rejectOffers, printed.tagExternal], async (provider) => {
        await provider.create({ rules: [rejectOffers, tagExternal] });
        assert.deepEqual(provider.writes(), []);
      }));
  });

  describe("that is read", () => {
    it("is what was created, and has no difference to itself", () =>
      running([printed.quarantineCodes], async (provider) => {
        const big = { ...tagExternal, messageSizeOver: "10 MB", activationDate: "2020-01-31" };
        const kept = await provider.create({ rules: [allow, big] });
        const read = await provider.refresh(kept);
        assert.deepEqual(read?.inputs, own(kept.inputs));
        assert.deepEqual(read?.state, kept.state);
        assert.deepEqual(await provider.diff(kept, read?.inputs ?? {}), []);
      }));

    it("by its id alone is every rule of the tenant, in inputs that check accepts as they are", () =>
      running([printed.tagExternal, { ...printed.rejectOffers, State: "Disabled" }], async (provider) => {
        const read = await provider.import("contoso.onmicrosoft.com");
        assert.deepEqual(read?.inputs, {
          rules: [
            { ...tagExternal, enabled: true },
            { ...rejectOffers, enabled: false },
          ],
          others: "keep",
          guard: "newly-blocked",
        });
        assert.deepEqual(own(await provider.check(read?.inputs ?? {})), read?.inputs);
      }));

    it("by another id is an error that names the right one", () =>
      running([], async (provider) => {
        const error = await errorOf(provider.import("fabrikam.onmicrosoft.com"));
        assert.match(error.details, /contoso\.onmicrosoft\.com/u);
      }));
  });

  describe("that is updated", () => {
    const start = [allow, rejectOffers, tagExternal];

    const changes: readonly [string, readonly ValueObject[], readonly string[], readonly string[]][] = [
      ["with nothing changed writes nothing", start, [], ["Allow Aircall", "Reject offers", "Tag external"]],
      [
        "changes a parameter in one write",
        [allow, { ...rejectOffers, senderDomainIs: ["offers.example", "deals.example"] }, tagExternal],
        ["Set-TransportRule applied"],
        ["Allow Aircall", "Reject offers", "Tag external"],
      ],
      [
        "switches a rule off in its place",
        [allow, { ...rejectOffers, enabled: false }, tagExternal],
        ["Disable-TransportRule applied"],
        ["Allow Aircall", "(Reject offers)", "Tag external"],
      ],
      [
        "moves one rule where one has changed its place",
        [tagExternal, allow, rejectOffers],
        ["Set-TransportRule applied"],
        ["Tag external", "Allow Aircall", "Reject offers"],
      ],
      [
        "removes what is listed no more",
        [allow, tagExternal],
        ["Remove-TransportRule applied"],
        ["Allow Aircall", "Tag external"],
      ],
      [
        "makes a rule again for what only a new one can have",
        [allow, { ...rejectOffers, useLegacyRegex: true }, tagExternal],
        ["Remove-TransportRule applied", "New-TransportRule applied"],
        ["Allow Aircall", "Reject offers", "Tag external"],
      ],
    ];
    for (const [title, rules, writes, after] of changes)
      it(title, () =>
        running([{ ...printed.tagExternal, Name: "Another" }], async (provider) => {
          const kept = await provider.create({ rules: start });
          provider.writes();
          const updated = await provider.update(kept, { rules });
          assert.deepEqual(provider.writes(), writes);
          assert.deepEqual(standing(provider), [...after, "Another"]);
          assert.deepEqual((await provider.refresh(updated))?.inputs, own(updated.inputs));
          assert.deepEqual(Object.keys(updated.state.guids ?? {}).length, rules.length);
        }),
      );

    it("drops a condition for good", () =>
      running([], async (provider) => {
        const kept = await provider.create({
          rules: [allow, { ...rejectOffers, fromScope: "NotInOrganization" }],
        });
        await provider.update(kept, { rules: [allow, rejectOffers] });
        assert.equal(provider.tenant.objects("Get-TransportRule")[1]?.FromScope, null);
      }));

    it("removes every rule that is not listed where others are forbidden", () =>
      running([printed.quarantineCodes, printed.tagExternal], async (provider) => {
        const kept = await provider.create({ rules: [allow] });
        await provider.update(kept, { rules: [allow], others: "forbid" });
        assert.deepEqual(standing(provider), ["Allow Aircall"]);
      }));
  });

  it("that is deleted takes only its own rules along", () =>
    running([printed.tagExternal], async (provider) => {
      const kept = await provider.create({ rules: [allow, rejectOffers] });
      await provider.delete(kept);
      assert.deepEqual(standing(provider), ["Tag external"]);
    }));

  it("is not written in a preview", () =>
    running([printed.tagExternal], async (provider) => {
      await provider.preview(undefined, { rules: [allow] });
      const kept = await provider.create({ rules: [allow] });
      provider.writes();
      await provider.preview(kept, { rules: [allow, quarantineCodes], others: "forbid" });
      assert.deepEqual(provider.writes(), []);
    }));
});
