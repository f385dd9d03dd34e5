/** Verdicts on small configurations against SMT solvers: each rule list is one formula, each verdict a claim about it. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { type Decision, decide } from "../../src/mailflow/decide";
import type { Message } from "../../src/mailflow/message";
import { skipBecause } from "../../tools/test/skip-because";
import { tenantWith } from "../properties/arbitrary-tenant";
import { runs } from "../properties/runs";
import { recipients, ruleList, senders } from "./arbitrary-rule";
import type { Route } from "./condition";
import { formula } from "./formula";
import { type Reading, readings } from "./readings";
import { markerHeader, type OracleRule, rawRule } from "./rule";
import { not, text } from "./smt";
import { type Answer, ask, noSolver, type Question } from "./solver";

const milliseconds = 100;

const asOf = new Date("2026-11-22T12:00:00Z");

interface Case {
  readonly rules: readonly OracleRule[];
  readonly from: string;
  readonly to: string;
}

/** A claim of the decider: this question has, or has not, an answer. */
interface Claim {
  readonly about: string;
  readonly question: Question;
  readonly holds: boolean;
}

/** The message, as values of the formula's constants. */
const pinned = (message: Message): readonly string[] => {
  const marker = message.headers[markerHeader.toLowerCase()]?.[0];
  return [
    `(= x ${text(message.subject.toLowerCase())})`,
    `(= b ${text(message.body.toLowerCase())})`,
    `(= n ${message.size})`,
    `(= i ${text(message.importance.toLowerCase())})`,
    marker === undefined ? "(not h)" : `(and h (= m ${text(marker.toLowerCase())}))`,
  ];
};

type Claimed = (about: string, holds: boolean, ...more: readonly string[]) => Claim;

const claiming =
  (question: Question, told: string): Claimed =>
  (about, holds, ...more) => ({
    about: `${about}: ${told}`,
    question: { ...question, assertions: [...question.assertions, ...more] },
    holds,
  });

const deliveryClaims = (
  { verdict, findings }: Decision,
  rules: readonly OracleRule[],
  route: Route,
  reading: Reading,
  told: string,
): readonly Claim[] => {
  const { question, outside, bypassed } = formula(rules, route, reading);
  const claim = claiming(question, told);
  const blocks = findings.filter(({ code }) => code === "rule-blocks" || code === "rule-marks-spam");
  const mayBlock = blocks.length > 0 || findings.some(({ implies }) => implies === "undecided");
  return [
    ...(verdict === "proven" ? [claim("proven", false, not(bypassed))] : []),
    ...(mayBlock ? [] : [claim("no block", false, outside)]),
    ...blocks.flatMap(({ implies, certainty, witness }) => [
      ...(implies === "undecided" || witness === undefined
        ? []
        : [claim(`a witness of ${certainty}`, true, outside, ...pinned(witness))]),
      ...(certainty === "certain" ? [claim("certain", false, not(outside))] : []),
    ]),
  ];
};

const narrownessClaims = (
  { narrowness }: Decision,
  rules: readonly OracleRule[],
  route: Route,
  reading: Reading,
  told: string,
): readonly Claim[] => {
  const { question, bypassed } = formula(rules, { ...route, genuine: false }, reading);
  const claim = claiming(question, told);
  const isClosed = narrowness.verdict === "narrow" || narrowness.verdict === "no-bypass";
  return [
    ...(isClosed ? [claim("narrow", false, bypassed)] : []),
    ...narrowness.findings.flatMap(({ implies, witness }) =>
      implies === "too-wide" && witness !== undefined
        ? [claim("a forged witness", true, bypassed, ...pinned(witness))]
        : [],
    ),
  ];
};

const decided = ({ rules, from, to }: Case): Decision =>
  decide(tenantWith(rules.map(rawRule)), { asOf, senders: [from], users: [to] });

const claimsOf = (one: Case, decision: Decision): readonly Claim[] =>
  readings.flatMap((reading) => {
    const route: Route = { from: one.from, to: one.to, genuine: true };
    const told = `${JSON.stringify({ from: one.from, to: one.to, rules: one.rules.map(rawRule) })}, read as ${reading.name}`;
    return [
      ...deliveryClaims(decision, one.rules, route, reading, told),
      ...narrownessClaims(decision, one.rules, route, reading, told),
    ];
  });

const isRefuted = ({ holds }: Claim, answer: Answer): boolean =>
  answer.kind !== "unknown" && (answer.kind === "satisfiable") !== holds;

describe("verdicts on small configurations as an SMT solver sees them (exchange-online.md 2)", function () {
  this.timeout(0);

  before(function () {
    if (noSolver !== undefined) skipBecause(this, noSolver);
  });

  it("no claim of the decider is refuted under any reading of what is not published", () => {
    const { numRuns, seed = Date.now() % 1_000_000 } = runs(200);
    const cases = fc.sample(
      fc.record({ rules: ruleList, from: fc.constantFrom(...senders), to: fc.constantFrom(...recipients) }),
      { numRuns, seed },
    );
    const decisions = cases.map((one) => ({ one, decision: decided(one) }));
    const claims = decisions.flatMap(({ one, decision }) => claimsOf(one, decision));
    const answers = ask(
      claims.map(({ question }) => question),
      milliseconds,
    );
    const refuted = claims.flatMap((claim, place) => {
      const answer = answers[place] ?? { kind: "unknown" };
      const shown =
        answer.kind === "satisfiable" ? ` (the solver found ${JSON.stringify(answer.values)})` : "";
      return isRefuted(claim, answer) ? [`${claim.about}${shown}`] : [];
    });
    const [simplest] = refuted.sort((left, right) => left.length - right.length);
    assert.equal(
      simplest,
      undefined,
      `${refuted.length} of ${claims.length} claims refuted (seed ${seed}); the shortest: ${simplest}`,
    );
    for (const kind of ["satisfiable", "unsatisfiable"])
      assert.ok(
        answers.some((answer) => answer.kind === kind),
        `no question was ${kind} (seed ${seed})`,
      );
    for (const verdict of ["proven", "blocked"])
      assert.ok(
        decisions.some(({ decision }) => decision.verdict === verdict),
        `no tenant was ${verdict} (seed ${seed})`,
      );
  });
});
