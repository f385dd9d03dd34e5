/** Orders of writes that a plain one would get wrong, with the whole provider. */
import assert from "node:assert/strict";
import type { ValueObject } from "../../../../src/resources/value";
import { errorOf, type RunningProvider } from "../running-provider";
import { allow, printed, quarantineCodes, senders } from "../small-tenant";
import { running, standing } from "./running-rules";

const [first = "", second = "", ...others] = senders;

const allowFrom = (from: readonly string[]): ValueObject => ({ ...allow, from });
const blockBut = (exceptIfFrom: readonly string[]): ValueObject => ({ ...quarantineCodes, exceptIfFrom });

/** The writes of an update from one list to another, as cmdlet and rule. */
const updateSteps = async (
  provider: RunningProvider,
  before: readonly ValueObject[],
  after: readonly ValueObject[],
): Promise<readonly string[]> => {
  const kept = await provider.create({ rules: before });
  const names = new Map(provider.tenant.objects("Get-TransportRule").map(({ Guid, Name }) => [Guid, Name]));
  const from = provider.tenant.journal().length;
  provider.pass(10);
  await provider.update(kept, { rules: after });
  return provider.tenant
    .journal()
    .slice(from)
    .map(({ cmdlet, parameters }) => `${cmdlet} ${names.get(parameters.Identity) ?? parameters.Name}`);
};

describe("writes are ordered so that Aircall's mail is blocked at no moment", function () {
  this.timeout(60_000);

  it("a rule exempts senders before the allow lets go of them", () =>
    running([], async (provider) => {
      const steps = await updateSteps(
        provider,
        [allow, quarantineCodes],
        [allowFrom([first]), blockBut([second, ...others])],
      );
      assert.deepEqual(steps, ["Set-TransportRule Quarantine codes", "Set-TransportRule Allow Aircall"]);
    }));

  it("the allow takes senders over before a rule exempts them no more", () =>
    running([], async (provider) => {
      const steps = await updateSteps(
        provider,
        [allowFrom([first]), blockBut([second, ...others])],
        [allow, quarantineCodes],
      );
      assert.deepEqual(steps, ["Set-TransportRule Allow Aircall", "Set-TransportRule Quarantine codes"]);
    }));

  it("a rule that blocks is switched off for the time where either change alone would let it block", () =>
    running([], async (provider) => {
      const steps = await updateSteps(
        provider,
        [allowFrom([first, second]), blockBut(others)],
        [allowFrom(others), blockBut([first, second])],
      );
      assert.deepEqual(steps, [
        "Disable-TransportRule Quarantine codes",
        "Set-TransportRule Quarantine codes",
        "Set-TransportRule Allow Aircall",
        "Enable-TransportRule Quarantine codes",
      ]);
    }));

  it("what protects goes in first and out last", () =>
    running([printed.quarantineCodes], async (provider) => {
      const steps = await updateSteps(provider, [allow], [{ ...allow, name: "New allow" }]);
      assert.deepEqual(steps, ["New-TransportRule New allow", "Remove-TransportRule Allow Aircall"]);
    }));

  it("and where there is no such order, nothing is written", () =>
    running([printed.quarantineCodes], async (provider) => {
      const kept = await provider.create({ rules: [allow] });
      provider.writes();
      // Only a new rule can have it, and its name is taken until the old one is gone.
      const legacy = [{ ...allow, useLegacyRegex: true }];
      const error = await errorOf(provider.update(kept, { rules: legacy }));
      assert.match(error.details, /^Refused, and nothing was written: no order of writes was found/u);
      assert.deepEqual(provider.writes(), []);
      await provider.update(kept, { rules: legacy, guard: "off" });
      assert.deepEqual(standing(provider), ["Allow Aircall", "Quarantine codes"]);
    }));
});
