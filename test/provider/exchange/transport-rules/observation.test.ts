/** What Check adds for the policies. */
import assert from "node:assert/strict";
import { unknownMarkers } from "../../../../src/resources/unknown";
import type { ValueObject } from "../../../../src/resources/value";
import { allow, printed, rejectOffers, seedWith } from "../small-tenant";
import { running } from "./running-rules";

const team = {
  PrimarySmtpAddress: "team@contoso.example",
  EmailAddresses: ["SMTP:team@contoso.example"],
  RecipientTypeDetails: "MailUniversalDistributionGroup",
};

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

  it("names of users no more than their addresses, and asks for other recipients where one is no mailbox", () =>
    running(
      [],
      async (provider) => {
        const directoryOf = async (...recipients: readonly string[]): Promise<ValueObject> => {
          const { observed } = await provider.check({ rules: [allow], aircall: { recipients } });
          return (observed as { readonly userDirectory: { readonly parts: ValueObject } }).userDirectory
            .parts;
        };
        const known = await directoryOf("Ann@contoso.example");
        assert.match(JSON.stringify(known), /ann@contoso\.example/u);
        assert.doesNotMatch(JSON.stringify(known), /\b(bob|eve)\b/u);
        assert.equal(known["Get-Recipient"], undefined);
        const { "Get-Recipient": others } = await directoryOf("team@contoso.example");
        assert.match(JSON.stringify(others), /MailUniversalDistributionGroup/u);
      },
      { seed: seedWith([], { "Get-Recipient": [team] }) },
    ));

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
