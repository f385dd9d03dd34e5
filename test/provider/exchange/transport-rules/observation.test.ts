/** What Check adds for the policies. */
import assert from "node:assert/strict";
import { unknownMarkers } from "../../../../src/resources/unknown";
import type { ValueObject } from "../../../../src/resources/value";
import { allow, printed, rejectOffers } from "../small-tenant";
import { running } from "./running-rules";

describe("what check observes", function () {
  this.timeout(60_000);

  it("is there although rules hold values to come", () =>
    running([printed.tagExternal], async (provider) => {
      const rules = [allow, { ...rejectOffers, senderDomainIs: [unknownMarkers.string] }];
      const { observed, ...inputs } = await provider.check({
        rules,
        aircall: { recipients: unknownMarkers.list },
      });
      const { parts } = observed as { readonly parts: ValueObject };
      assert.equal((parts["Get-TransportRule"] as readonly unknown[]).length, 1);
      assert.deepEqual((inputs.rules as readonly ValueObject[])[1]?.senderDomainIs, [unknownMarkers.string]);
    }));

  it("names no people", () =>
    running([printed.tagExternal], async (provider) => {
      const { observed } = await provider.check({ rules: [allow] });
      assert.doesNotMatch(JSON.stringify(observed), /\b(ann|bob|eve)\b/u);
    }));

  it("is without the rules the resource lists or listed", () =>
    running([], async (provider) => {
      const kept = await provider.create({ rules: [allow, rejectOffers] });
      provider.pass(10);
      const { observed } = await provider.check({ rules: [allow] }, kept.inputs);
      const { parts } = observed as { readonly parts: ValueObject };
      assert.deepEqual(parts["Get-TransportRule"], []);
    }));

  it("is read once for two checks in a row, and anew after a write", () =>
    running([], async (provider) => {
      const { tenant } = provider;
      await provider.check({ rules: [allow] });
      const once = tenant.requests();
      await provider.check({ rules: [allow] });
      assert.equal(tenant.requests(), once);
      const kept = await provider.create({ rules: [allow] });
      const written = tenant.requests();
      const { observed } = await provider.check({ rules: [allow] }, kept.inputs);
      assert.ok(tenant.requests() > written);
      assert.equal((observed as ValueObject).provenOnce, true);
    }));
});
