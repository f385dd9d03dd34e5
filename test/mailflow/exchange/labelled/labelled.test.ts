/** The hand-labelled tenants against both semantics: the decider and the reference evaluator. */
import assert from "node:assert/strict";
import { decide } from "../../../../src/mailflow/decide";
import { evaluateExchange } from "../../../../src/mailflow/exchange/evaluate";
import type { Finding } from "../../../../src/mailflow/finding";
import { toTenant } from "../../../../src/tenants/exchange/export/native-export";
import { aircallMessage } from "./aircall-message";
import { labelledTenants } from "./index";
import { defaultAsOf, type ExpectedFinding } from "./labelled-tenant";

type Found = Pick<Finding, "stage" | "rule" | "certainty" | "outcome" | "message">;

const meets = (found: Found, expected: ExpectedFinding): boolean =>
  found.stage === expected.stage &&
  (expected.rule === undefined || found.rule === expected.rule) &&
  (expected.certainty === undefined || found.certainty === expected.certainty) &&
  (expected.outcome === undefined || found.outcome === expected.outcome) &&
  (expected.names === undefined || found.message.includes(expected.names));

/** An expiry is told as the first moment after it, so a moment is compared to the second. */
const toTheSecond = (moment: string): string => new Date(moment).toISOString().slice(0, 19);

describe("labelled tenants", () => {
  for (const labelled of labelledTenants) {
    const { scope = "organisation", facts, users } = labelled;
    const asOf = new Date(labelled.asOf ?? defaultAsOf);
    it(`${labelled.title} (${labelled.cites})`, () => {
      const decision = decide(toTenant(labelled.export, "labelled"), {
        asOf,
        scope,
        ...(facts === undefined ? {} : { facts }),
        ...(users === undefined ? {} : { users }),
      });
      const found = decision.findings.map(({ code, stage, rule, certainty, outcome, message, implies }) => ({
        code,
        stage,
        implies,
        message,
        ...(rule === undefined ? {} : { rule }),
        ...(certainty === undefined ? {} : { certainty }),
        ...(outcome === undefined ? {} : { outcome }),
      }));
      const shown = JSON.stringify(found, undefined, 1);
      assert.equal(decision.verdict, labelled.verdict, shown);
      if (labelled.narrowness !== undefined)
        assert.equal(
          decision.narrowness.verdict,
          labelled.narrowness,
          JSON.stringify(decision.narrowness.findings.map(({ message }) => message)),
        );
      for (const expected of [...(labelled.finding ? [labelled.finding] : []), ...(labelled.findings ?? [])])
        assert.ok(
          found.some((one) => meets(one, expected)),
          `expected ${JSON.stringify(expected)} among ${shown}`,
        );
      for (const code of labelled.absent ?? [])
        assert.ok(!found.some((one) => one.code === code), `expected no ${code} among ${shown}`);
      if (labelled.changesAt !== undefined)
        assert.deepEqual(
          decision.changesAt.map(({ at, verdict }) => ({ at: toTheSecond(at), verdict })),
          labelled.changesAt.map(({ at, verdict }) => ({ at: toTheSecond(at), verdict })),
        );
    });
    for (const { message, outcome, why } of labelled.messages ?? [])
      it(`${labelled.title}: a message ends ${outcome}, since ${why}`, () => {
        const evaluation = evaluateExchange(
          toTenant(labelled.export, "labelled"),
          aircallMessage(message),
          asOf,
          scope,
        );
        assert.equal(evaluation.outcome, outcome, JSON.stringify(evaluation.endings));
      });
  }
});
