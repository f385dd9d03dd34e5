/** What an explanation claims about rules holds for random tenants, asked of the reference evaluator. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { decide } from "../../../src/mailflow/decide";
import { evaluateExchange } from "../../../src/mailflow/exchange/evaluate";
import { explain } from "../../../src/mailflow/explanation/explain";
import type { RescueReason } from "../../../src/mailflow/explanation/explanation";
import { probeOf } from "../../../src/mailflow/explanation/probe";
import { toTenant } from "../../../src/tenants/exchange/export/native-export";
import {
  exportWith,
  genuineMessage,
  rules as randomRules,
  tenantWith,
} from "../../properties/arbitrary-tenant";
import { runs } from "../../properties/runs";
import type { RawObject } from "../exchange/labelled/healthy-tenant";
import { allowAircall } from "../exchange/labelled/tenant-builder";
import { runCommands } from "./run-commands";

const asOf = new Date("2026-11-22T12:00:00Z");

/** Allow rules for Aircall as companies have them: off, in audit mode, without a stop, with one condition too many. */
const allow: fc.Arbitrary<RawObject> = fc
  .constantFrom<RawObject>(
    {},
    { State: "Disabled" },
    { Mode: "Audit" },
    { StopRuleProcessing: false },
    { ExpiryDate: "2026-01-01T00:00:00Z" },
    { From: ["noreply@aircall.io"] },
    { SubjectContainsWords: ["login"] },
    { ExceptIfSentTo: ["anna@contoso.example"] },
  )
  .map((overrides) => ({ State: "Enabled", Mode: "Enforce", ...allowAircall(overrides) }));

const rulesWithAllow = fc
  .tuple(randomRules, allow, randomRules)
  .map(([above, one, below]) => [...above, one, ...below]);

const onceActing: ReadonlySet<RescueReason> = new Set([
  "stopped-above",
  "does-not-stop",
  "overwritten-below",
  "disabled",
  "not-yet-active",
  "expired",
  "only-audits",
]);

describe("the rules that an explanation names", function () {
  this.timeout(0);

  it("would take the message past all other rules, once first and acting", () => {
    let tried = 0;
    fc.assert(
      fc.property(rulesWithAllow, (rules) => {
        const parts = exportWith(rules);
        const tenant = toTenant(parts, "random");
        for (const finding of explain(tenant, decide(tenant, { asOf }), { asOf }).findings) {
          const message = probeOf(finding, tenant);
          if (finding.explanation?.kind !== "explained" || message === undefined) continue;
          for (const { rule, reason } of finding.explanation.wouldRescue) {
            if (!onceActing.has(reason)) continue;
            tried += 1;
            const promoted = runCommands(parts, [
              `Enable-TransportRule -Identity '${rule}'`,
              `Set-TransportRule -Identity '${rule}' -Mode 'Enforce' -ExpiryDate $null -StopRuleProcessing $true -Priority 0`,
            ]);
            const { endings } = evaluateExchange(toTenant(promoted, "random"), message, asOf);
            assert.ok(
              endings.every(({ stage }) => stage !== "transport-rules"),
              JSON.stringify({ rule, reason, finding, endings }),
            );
          }
        }
      }),
      runs(50),
    );
    assert.ok(tried > 0, "no rule would have rescued");
  });

  it("match no genuine message where they are said never to act", () => {
    let tried = 0;
    fc.assert(
      fc.property(
        rulesWithAllow,
        fc.array(genuineMessage, { minLength: 6, maxLength: 12 }),
        (rules, messages) => {
          const tenant = tenantWith(rules);
          const { findings } = explain(tenant, decide(tenant, { asOf }), { asOf });
          const never = findings.flatMap(({ explanation }) =>
            explanation?.kind === "explained"
              ? explanation.shadows.filter(({ neverActs }) => neverActs).map(({ rule }) => rule)
              : [],
          );
          for (const rule of new Set(never))
            for (const message of messages) {
              tried += 1;
              const { trace } = evaluateExchange(tenant, message, asOf);
              const step = trace.find((one) => one.rule === rule && one.matched === true);
              assert.equal(step, undefined, JSON.stringify({ rule, message }));
            }
        },
      ),
      runs(50),
    );
    assert.ok(tried > 0, "no rule was said never to act");
  });
});
