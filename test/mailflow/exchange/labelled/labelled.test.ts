/** The hand-labelled tenants against both semantics: the decider and the reference evaluator. */
import assert from "node:assert/strict";
import { decide } from "../../../../src/mailflow/decide";
import { evaluateExchange } from "../../../../src/mailflow/exchange/evaluate";
import { toTenant } from "../../../../src/tenants/exchange/export/native-export";
import { aircallMessage } from "./aircall-message";
import { labelledTenants } from "./index";
import { defaultAsOf } from "./labelled-tenant";

describe("labelled tenants", () => {
  for (const labelled of labelledTenants) {
    const asOf = new Date(labelled.asOf ?? defaultAsOf);
    it(`${labelled.title} (${labelled.cites})`, () => {
      const decision = decide(toTenant(labelled.export, "labelled"), { asOf });
      const found = decision.findings.map(({ code, stage, rule, certainty, outcome, message, implies }) => ({
        code,
        stage,
        rule,
        certainty,
        outcome,
        implies,
        message,
      }));
      assert.equal(decision.verdict, labelled.verdict, JSON.stringify(found, undefined, 1));
      if (labelled.narrowness !== undefined)
        assert.equal(
          decision.narrowness.verdict,
          labelled.narrowness,
          JSON.stringify(decision.narrowness.findings.map(({ message }) => message)),
        );
      const { finding: expected } = labelled;
      if (expected === undefined) return;
      const matching = found.some(
        (finding) =>
          finding.stage === expected.stage &&
          (expected.rule === undefined || finding.rule === expected.rule) &&
          (expected.certainty === undefined || finding.certainty === expected.certainty) &&
          (expected.outcome === undefined || finding.outcome === expected.outcome) &&
          (expected.names === undefined || finding.message.includes(expected.names)),
      );
      assert.ok(
        matching,
        `expected ${JSON.stringify(expected)} among ${JSON.stringify(found, undefined, 1)}`,
      );
    });
    for (const { message, outcome, why } of labelled.messages ?? [])
      it(`${labelled.title}: a message ends ${outcome}, since ${why}`, () => {
        const evaluation = evaluateExchange(
          toTenant(labelled.export, "labelled"),
          aircallMessage(message),
          asOf,
        );
        assert.equal(evaluation.outcome, outcome, JSON.stringify(evaluation.endings));
      });
  }
});
