/** No forged message gets past the filter of a tenant whose allows are called narrow, or that is said to have none. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { decide } from "../../src/mailflow/decide";
import { evaluateExchange } from "../../src/mailflow/exchange/evaluate";
import { wholeTenant } from "./arbitrary-settings";
import { forgedMessage } from "./arbitrary-tenant";
import { runs } from "./runs";

const asOf = new Date("2026-11-22T12:00:00Z");
const anna = "anna@contoso.example";

describe("agreement of decider and evaluator on forged mail", function () {
  this.timeout(0);

  it("narrow or no bypass, and a forged message that gets past the filter, never meet", () => {
    const seen = new Map<string, number>();
    let bypassed = 0;
    fc.assert(
      fc.property(
        wholeTenant,
        fc.array(forgedMessage, { minLength: 3, maxLength: 6 }),
        ({ tenant }, messages) => {
          const { narrowness } = decide(tenant, { asOf });
          seen.set(narrowness.verdict, (seen.get(narrowness.verdict) ?? 0) + 1);
          for (const drawn of messages) {
            const message = { ...drawn, recipient: anna };
            const { endings } = evaluateExchange(tenant, message, asOf);
            const past = endings.filter((ending) => ending.bypassed && ending.outcome === "inbox");
            if (past.length === 0) continue;
            bypassed += 1;
            assert.ok(
              narrowness.verdict === "too-wide" || narrowness.verdict === "undecided",
              JSON.stringify({ verdict: narrowness.verdict, message, past }, undefined, 1),
            );
          }
        },
      ),
      runs(3_000),
    );
    for (const verdict of ["narrow", "no-bypass", "too-wide", "undecided"])
      assert.ok(
        (seen.get(verdict) ?? 0) > 0,
        `no random tenant was ${verdict}: ${JSON.stringify([...seen])}`,
      );
    assert.ok(bypassed > 0, "no forged message got past any filter");
  });
});
