/** A change is claimed only as its message fares in both tenants. */
import assert from "node:assert/strict";
import type { Change } from "../../../src/mailflow/difference";
import { confirmed } from "../../../src/mailflow/difference/confirm";
import { toTenant } from "../../../src/tenants/exchange/export/native-export";
import { aircallMessage } from "../exchange/labelled/aircall-message";
import { allowWithoutStop, quarantine, tenant } from "../exchange/labelled/labelled-tenant";

const asOf = new Date("2026-11-22T12:00:00Z");
const allowed = tenant().withRule(allowWithoutStop());
const blocking = allowed.withRule(quarantine("Block", { SubjectContainsWords: ["code"] }));
const [open, closed] = [toTenant(allowed.build(), "open"), toTenant(blocking.build(), "closed")];

const claim: Change = {
  kind: "newly-blocked",
  about: "delivery",
  certainty: "likely",
  senders: ["noreply@aircall.io"],
  recipients: { count: 1, sample: ["anna@contoso.example"] },
  before: { fate: "guaranteed" },
  after: { fate: "blocked", stage: "transport-rules", outcome: "quarantined", rule: "Block" },
  rules: ["Block"],
  witness: aircallMessage({ subject: "Your code" }),
};

describe("confirming a change", () => {
  it("leaves a claim that its message shows", () => {
    assert.deepEqual(confirmed(open, closed, claim, asOf), [claim]);
  });

  it("makes a doubt, without a message, of a claim that its message does not show", () => {
    for (const [before, after] of [
      [open, open],
      [closed, closed],
    ] as const) {
      const [told, ...others] = confirmed(before, after, claim, asOf);
      assert.deepEqual(others, []);
      assert.equal(told?.kind, "newly-undecided");
      assert.equal(told?.witness, undefined);
      assert.equal(told?.certainty, undefined);
      assert.match(told?.because ?? "", /semantics disagree/u);
    }
  });

  it("has nothing to replay where no message was claimed", () => {
    const { witness: _witness, ...doubt } = { ...claim, kind: "newly-undecided" } as const;
    assert.deepEqual(confirmed(open, open, doubt, asOf), [doubt]);
  });
});
