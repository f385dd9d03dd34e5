/** On universes small enough to try every message, the decider answers what trying every message answers (design section 4). */
import assert from "node:assert/strict";
import fc from "fast-check";
import { type Decision, decide } from "../../src/mailflow/decide";
import { type Evaluation, evaluateExchange } from "../../src/mailflow/exchange/evaluate";
import type { ExchangeTenant } from "../../src/mailflow/exchange/tenant";
import type { Message } from "../../src/mailflow/message";
import type { DeliveryVerdict, NarrownessVerdict } from "../../src/mailflow/outcome";
import { tenantWith } from "./arbitrary-tenant";
import { runs } from "./runs";
import { isLikely, recipients, ruleList, senders, universe } from "./small-universe";

const asOf = new Date("2026-11-22T12:00:00Z");

/** What the service's own filter may conclude, best and worst: what is worse still, no tenant can lift. */
const filterVerdicts = ["clean", "phish"] as const;

/** One message, tried with every conclusion of the filter. */
interface Tried {
  readonly message: Message;
  readonly outcomes: readonly Evaluation["outcome"][];
  readonly bypassed: boolean;
}

const tried = (tenant: ExchangeTenant, genuine: boolean, from: string, recipient: string): readonly Tried[] =>
  universe(from, recipient, genuine).map((message) => {
    const evaluations = filterVerdicts.map((filterVerdict) =>
      evaluateExchange(tenant, { ...message, filterVerdict }, asOf),
    );
    return {
      message,
      outcomes: evaluations.map(({ outcome }) => outcome),
      bypassed: evaluations.every(({ bypassed }) => bypassed),
    };
  });

/** Lost whatever the filter concludes: the tenant's own doing. */
const isLost = ({ outcomes }: Tried): boolean => outcomes.every((outcome) => outcome !== "inbox");

/** What trying every genuine message says of delivery. */
const deliveryOf = (all: readonly Tried[]): DeliveryVerdict => {
  for (const { message, outcomes } of all)
    assert.ok(!outcomes.includes("undecided"), `the evaluator leaves open ${JSON.stringify(message)}`);
  if (all.some((one) => isLost(one) && isLikely(one.message))) return "blocked";
  const arrives = ({ outcomes }: Tried) => outcomes.every((outcome) => outcome === "inbox");
  return all.every(arrives) ? "proven" : "not-guaranteed";
};

/** What trying every message says of narrowness. */
const narrownessOf = (genuine: readonly Tried[], forged: readonly Tried[]): NarrownessVerdict => {
  if (forged.some(({ bypassed }) => bypassed)) return "too-wide";
  return genuine.some(({ bypassed }) => bypassed) ? "narrow" : "no-bypass";
};

/**
 * What the decider may say of narrowness. It calls an allow narrow though every genuine message that it covers is destroyed
 * by a rule: the block is the finding then, and none of the two lets forged mail in.
 */
const asNarrow = (decision: Decision, expected: NarrownessVerdict): NarrownessVerdict =>
  expected === "no-bypass" &&
  decision.narrowness.verdict === "narrow" &&
  decision.findings.some(({ code }) => code === "rule-blocks")
    ? "no-bypass"
    : decision.narrowness.verdict;

const routes = senders.flatMap((from) => recipients.map((recipient) => ({ from, recipient })));

/** Senders and recipients that lose mail, as the findings name them. */
const lostRoutes = ({ findings }: Decision): readonly string[] => {
  const named = findings
    .filter(({ code }) => code === "rule-blocks" || code === "rule-marks-spam")
    .flatMap((finding) =>
      finding.senders.flatMap((from) => finding.recipients.sample.map((to) => `${from} to ${to}`)),
    );
  return [...new Set(named)].sort();
};

describe("the decider on universes that can be tried out", function () {
  this.timeout(0);

  it("answers for delivery and narrowness what trying every message answers", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(ruleList, (rules) => {
        const tenant = tenantWith(rules);
        const decision = decide(tenant, { asOf, senders });
        const genuine = routes.flatMap(({ from, recipient }) => tried(tenant, true, from, recipient));
        const forged = routes.flatMap(({ from, recipient }) => tried(tenant, false, from, recipient));
        const narrowness = narrownessOf(genuine, forged);
        const expected = [deliveryOf(genuine), narrowness];
        for (const verdict of expected) seen.add(verdict);
        assert.deepEqual([decision.verdict, asNarrow(decision, narrowness)], expected);
      }),
      runs(150),
    );
    for (const verdict of ["proven", "not-guaranteed", "blocked", "too-wide", "narrow", "no-bypass"])
      assert.ok(seen.has(verdict), `no tenant was ${verdict}`);
  });

  it("names exactly the senders and recipients whose mail is lost", () =>
    fc.assert(
      fc.property(ruleList, (rules) => {
        const tenant = tenantWith(rules);
        const lost = routes.filter(({ from, recipient }) =>
          tried(tenant, true, from, recipient).some(isLost),
        );
        assert.deepEqual(
          lostRoutes(decide(tenant, { asOf, senders })),
          lost.map(({ from, recipient }) => `${from} to ${recipient}`).sort(),
        );
      }),
      runs(100),
    ));

  it("decides one sender and one recipient as trying their messages does", () =>
    fc.assert(
      fc.property(ruleList, fc.constantFrom(...routes), (rules, { from, recipient }) => {
        const tenant = tenantWith(rules);
        const genuine = tried(tenant, true, from, recipient);
        const forged = tried(tenant, false, from, recipient);
        const decision = decide(tenant, { asOf, senders: [from], users: [recipient] });
        const narrowness = narrownessOf(genuine, forged);
        assert.deepEqual(
          [decision.verdict, asNarrow(decision, narrowness)],
          [deliveryOf(genuine), narrowness],
        );
      }),
      runs(150),
    ));
});
