/** The decider and the reference evaluator never contradict each other on random settings of every stage, in both scopes. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { decide } from "../../src/mailflow/decide";
import { evaluateExchange } from "../../src/mailflow/exchange/evaluate";
import { routesTo } from "../../src/mailflow/exchange/routes";
import { declaredFacts, surroundingsOf, wholeTenant } from "./arbitrary-settings";
import { genuineMessage } from "./arbitrary-tenant";
import { independentOutcomes } from "./independent-ways";
import { runs } from "./runs";

const asOf = new Date("2026-11-22T12:00:00Z");
const scope = fc.constantFrom("organisation" as const, "mailbox" as const);
const anna = "anna@contoso.example";

const question = fc.record({ whole: wholeTenant, scope, facts: declaredFacts }).chain((drawn) =>
  fc
    .array(fc.tuple(genuineMessage, surroundingsOf(drawn.facts)), { minLength: 3, maxLength: 6 })
    .map((messages) => ({
      ...drawn,
      messages: messages.map(([message, more]) => ({ ...message, ...more, recipient: anna })),
    })),
);

describe("agreement of decider and evaluator on every stage", function () {
  this.timeout(0);

  it("proven and an outcome other than the inbox never meet", () => {
    let proven = 0;
    fc.assert(
      fc.property(question, ({ whole: { tenant }, scope: looked, facts, messages }) => {
        if (decide(tenant, { asOf, scope: looked, facts }).verdict !== "proven") return;
        proven += 1;
        for (const message of messages) {
          const { endings } = evaluateExchange(tenant, message, asOf, looked);
          assert.deepEqual(
            independentOutcomes(tenant, endings),
            ["inbox"],
            JSON.stringify({ message, endings }),
          );
        }
      }),
      runs(3_000),
    );
    assert.ok(proven > 0, "no random tenant was proven, so the law was not tested");
  });

  it("a block that is certain leaves no message of its senders in the inbox", () => {
    let blocked = 0;
    fc.assert(
      fc.property(question, ({ whole: { tenant }, scope: looked, facts, messages }) => {
        // A block may hold on one way in only; messages here come straight.
        const [route, ...more] = routesTo(tenant, tenant.recipients?.[0]);
        if (route?.kind !== "direct" || more.length > 0) return;
        const certain = decide(tenant, { asOf, scope: looked, facts }).findings.filter(
          ({ implies, certainty }) => implies === "blocked" && certainty === "certain",
        );
        for (const message of messages) {
          if (!certain.some(({ senders }) => senders.includes(message.from))) continue;
          blocked += 1;
          const { outcome, endings } = evaluateExchange(tenant, message, asOf, looked);
          assert.notEqual(outcome, "inbox", JSON.stringify({ message, endings }));
        }
      }),
      runs(2_000),
    );
    assert.ok(blocked > 0, "no message met a certain block, so the law was not tested");
  });

  it("every witness ends where the finding says when it is replayed", () => {
    let witnesses = 0;
    fc.assert(
      fc.property(wholeTenant, scope, declaredFacts, (whole, looked, facts) => {
        const { findings, narrowness } = decide(whole.tenant, { asOf, scope: looked, facts });
        for (const finding of [...findings, ...narrowness.findings]) {
          const { code, stage, senders, outcome, witness } = finding;
          const endings =
            witness === undefined ? [] : evaluateExchange(whole.tenant, witness, asOf, looked).endings;
          assert.notEqual(
            code,
            "semantics-disagree",
            JSON.stringify({ stage, senders, outcome, witness, endings }, undefined, 1),
          );
          if (finding.witness !== undefined) witnesses += 1;
        }
      }),
      runs(3_000),
    );
    assert.ok(witnesses > 0, "no random tenant had a witness");
  });
});
