/** The decider and the reference evaluator never contradict each other on random tenants and messages. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { decide } from "../../src/mailflow/decide";
import { evaluateExchange } from "../../src/mailflow/exchange/evaluate";
import { exportWith, genuineMessage, randomTenant, tenantWith } from "./arbitrary-tenant";
import { independentOutcomes } from "./independent-ways";
import { runs } from "./runs";

const asOf = new Date("2026-11-22T12:00:00Z");

describe("agreement of decider and evaluator", function () {
  this.timeout(0);

  it("proven and an outcome other than the inbox never meet", () => {
    let proven = 0;
    fc.assert(
      fc.property(
        randomTenant,
        fc.array(genuineMessage, { minLength: 4, maxLength: 12 }),
        ({ rules, filter }, messages) => {
          const tenant = tenantWith(rules, filter);
          if (decide(tenant, { asOf }).verdict !== "proven") return;
          proven += 1;
          for (const message of messages) {
            const { endings } = evaluateExchange(tenant, message, asOf);
            assert.deepEqual(
              independentOutcomes(tenant, endings),
              ["inbox"],
              JSON.stringify({ message, endings }),
            );
          }
        },
      ),
      runs(1_500),
    );
    assert.ok(proven > 0, "no random tenant was proven, so the law was not tested");
  });

  it("a certain block leaves no message of that sender in the inbox", () => {
    fc.assert(
      fc.property(
        randomTenant,
        fc.array(genuineMessage, { minLength: 4, maxLength: 8 }),
        ({ rules, filter }, messages) => {
          const tenant = tenantWith(rules, filter);
          const certain = decide(tenant, { asOf }).findings.filter(
            (finding) => finding.implies === "blocked" && finding.certainty === "certain",
          );
          for (const message of messages) {
            const concerned = certain.some(
              ({ senders, recipients }) =>
                senders.includes(message.from) && recipients.sample.includes(message.recipient),
            );
            if (concerned)
              assert.notEqual(
                evaluateExchange(tenant, message, asOf).outcome,
                "inbox",
                JSON.stringify(message),
              );
          }
        },
      ),
      runs(600),
    );
  });

  it("every witness ends where the finding says when it is replayed", () => {
    let witnesses = 0;
    fc.assert(
      fc.property(randomTenant, ({ rules, filter }) => {
        const { findings, narrowness } = decide(tenantWith(rules, filter), { asOf });
        for (const finding of [...findings, ...narrowness.findings]) {
          assert.notEqual(
            finding.code,
            "semantics-disagree",
            JSON.stringify({ finding, export: exportWith(rules, filter)["Get-TransportRule"] }),
          );
          if (finding.witness !== undefined) witnesses += 1;
        }
      }),
      runs(1_500),
    );
    assert.ok(witnesses > 0, "no random tenant had a witness");
  });

  it("a message that surely does not arrive is never under a proven verdict of its tenant", () => {
    fc.assert(
      fc.property(randomTenant, genuineMessage, ({ rules, filter }, message) => {
        const tenant = tenantWith(rules, filter);
        const { outcome } = evaluateExchange(tenant, message, asOf);
        if (outcome === "inbox" || outcome === "undecided") return;
        const { verdict } = decide(tenant, { asOf });
        assert.notEqual(verdict, "proven", JSON.stringify(message));
      }),
      runs(1_500),
    );
  });
});
