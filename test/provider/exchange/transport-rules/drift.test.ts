/** Changes somebody makes by hand: a refresh shows them, and the next update puts them right. */
import assert from "node:assert/strict";
import type { ValueObject } from "../../../../src/resources/value";
import type { RunningProvider } from "../running-provider";
import { allow, printed, rejectOffers, seedWith, tagExternal } from "../small-tenant";
import { own, running, standing } from "./running-rules";

const rules = [allow, rejectOffers, tagExternal];

interface Drift {
  readonly title: string;
  readonly edit: (provider: RunningProvider) => Promise<void>;
  /** Paths of the difference between the live inputs and the program's. */
  readonly shown: readonly string[];
  readonly repair: readonly string[];
  readonly after?: readonly string[];
}

const newRule = { SubjectContainsWords: ["lottery"], Quarantine: true };

const drifts: readonly Drift[] = [
  {
    title: "a parameter that was changed",
    edit: ({ byHand }) =>
      byHand("Set-TransportRule", { Identity: "Reject offers", RejectMessageReasonText: "Go away." }),
    shown: ["rules[1].rejectMessageReasonText"],
    repair: ["Set-TransportRule applied"],
  },
  {
    title: "a condition that was added",
    edit: ({ byHand }) => byHand("Set-TransportRule", { Identity: "Allow Aircall", SCLOver: 5 }),
    shown: ["rules[0].sclOver"],
    repair: ["Set-TransportRule applied"],
  },
  {
    title: "a rule that was switched off",
    edit: ({ byHand }) => byHand("Disable-TransportRule", { Identity: "Allow Aircall", Confirm: false }),
    shown: ["rules[0].enabled"],
    repair: ["Enable-TransportRule applied"],
  },
  {
    title: "a rule that was removed",
    edit: ({ byHand }) => byHand("Remove-TransportRule", { Identity: "Reject offers", Confirm: false }),
    shown: ['rules["Reject offers"]'],
    repair: ["New-TransportRule applied"],
  },
  {
    title: "a rule that was moved below others",
    edit: ({ byHand }) => byHand("Set-TransportRule", { Identity: "Allow Aircall", Priority: 2 }),
    shown: ['rules["Allow Aircall"]'],
    repair: ["Set-TransportRule applied"],
  },
  {
    title: "a rule that was moved below one that is not listed",
    edit: ({ byHand }) => byHand("Set-TransportRule", { Identity: "Tag external", Priority: 3 }),
    shown: ["unlistedRules"],
    repair: ["Set-TransportRule applied"],
  },
  {
    title: "a rule that somebody put above the listed ones",
    edit: ({ byHand }) => byHand("New-TransportRule", { Name: "Lottery", Priority: 0, ...newRule }),
    shown: ["unlistedRules"],
    repair: ["Set-TransportRule applied"],
    after: ["Lottery", "Another"],
  },
  {
    title: "a rule that somebody put between the listed ones",
    edit: ({ byHand }) => byHand("New-TransportRule", { Name: "Lottery", Priority: 2, ...newRule }),
    shown: ["unlistedRules"],
    repair: ["Set-TransportRule applied"],
    after: ["Lottery", "Another"],
  },
  {
    title: "a rule that was renamed",
    edit: ({ byHand }) => byHand("Set-TransportRule", { Identity: "Reject offers", Name: "Mine" }),
    shown: ['rules["Mine"]', 'rules["Reject offers"]'],
    repair: ["Remove-TransportRule applied", "New-TransportRule applied"],
  },
];

const people = [
  { Name: "ann", DisplayName: "Ann Archer", PrimarySmtpAddress: "ann@contoso.example" },
  { Name: "bob", DisplayName: "Bob Baker", PrimarySmtpAddress: "bob@contoso.example" },
];

const listed = ["Allow Aircall", "Reject offers", "Tag external"];

describe("a change made by hand", function () {
  this.timeout(60_000);
  const another = { ...printed.tagExternal, Name: "Another" };

  for (const { title, edit, shown, repair, after = ["Another"] } of drifts)
    it(`${title}, is seen by a refresh and repaired`, () =>
      running([another], async (provider) => {
        const kept = await provider.create({ rules });
        await edit(provider);
        const read = await provider.refresh(kept);
        assert.ok(read !== undefined);
        assert.deepEqual([...(await provider.diff(read, kept.inputs))].sort(), [...shown].sort());
        provider.pass(10);
        const updated = await provider.update(read, { rules });
        assert.deepEqual(provider.writes(), repair);
        assert.deepEqual(standing(provider), [...listed, ...after]);
        assert.deepEqual((await provider.refresh(updated))?.inputs, own(updated.inputs));
      }));

  it("is repaired as well by an update that never saw it", () =>
    running([another], async (provider) => {
      const kept = await provider.create({ rules });
      await provider.byHand("Set-TransportRule", { Identity: "Allow Aircall", SetSCL: 0 });
      await provider.update(kept, { rules: [allow, rejectOffers] });
      assert.deepEqual(standing(provider), ["Allow Aircall", "Reject offers", "Another"]);
      assert.equal(provider.tenant.objects("Get-TransportRule")[0]?.SetSCL, -1);
    }));

  it("below the listed rules is nobody's drift, and the policies see it", () =>
    running([another], async (provider) => {
      const kept = await provider.create({ rules });
      await provider.byHand("New-TransportRule", { Name: "Lottery", ...newRule });
      assert.deepEqual((await provider.refresh(kept))?.inputs, own(kept.inputs));
      provider.pass(10);
      const { observed } = await provider.check({ rules }, kept.inputs);
      const { parts } = observed as { readonly parts: ValueObject };
      const seen = parts["Get-TransportRule"] as readonly ValueObject[];
      assert.deepEqual(
        seen.map(({ Name }) => Name),
        ["Another", "Lottery"],
      );
    }));

  it("anywhere is drift where others are forbidden", () =>
    running([], async (provider) => {
      const news = { rules, others: "forbid" };
      const kept = await provider.create(news);
      await provider.byHand("New-TransportRule", { Name: "Lottery", ...newRule });
      const read = await provider.refresh(kept);
      assert.deepEqual(read?.inputs.unlistedRules, ["Lottery"]);
      provider.pass(10);
      await provider.update(read ?? kept, news);
      assert.deepEqual(standing(provider), listed);
    }));

  it("does not take away what somebody else put there", () =>
    running([another], async (provider) => {
      const kept = await provider.create({ rules });
      await provider.byHand("New-TransportRule", { Name: "Lottery", Priority: 0, ...newRule });
      const read = await provider.refresh(kept);
      provider.pass(10);
      await provider.delete(read ?? kept);
      assert.deepEqual(standing(provider), ["Lottery", "Another"]);
    }));

  it("may call a recipient by another name: that is no change", () =>
    running(
      [],
      async (provider) => {
        const copy = {
          name: "Copy",
          senderDomainIs: ["offers.example"],
          blindCopyTo: ["ann@contoso.example"],
        };
        const kept = await provider.create({ rules: [allow, copy] });
        await provider.byHand("Set-TransportRule", { Identity: "Copy", BlindCopyTo: ["Ann Archer"] });
        const read = await provider.refresh(kept);
        assert.deepEqual(read?.inputs, own(kept.inputs));
        await provider.byHand("Set-TransportRule", { Identity: "Copy", BlindCopyTo: ["Bob Baker"] });
        const other = await provider.refresh(kept);
        assert.deepEqual(await provider.diff(other ?? kept, kept.inputs), ["rules[1].blindCopyTo"]);
      },
      { seed: seedWith([another], { "Get-Recipient": people }) },
    ));
});
