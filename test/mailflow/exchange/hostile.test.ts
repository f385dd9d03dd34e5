/**
 * Rules made to hang a verifier end with an answer, and never with one that is too good. The runner's timeout is the
 * only clock here.
 */
import assert from "node:assert/strict";
import { type Decision, decide } from "../../../src/mailflow/decide";
import { BudgetError, charged, openAccount, spend } from "../../../src/mailflow/language/budget";
import { smallestMember } from "../../../src/mailflow/language/smallest-member";
import { containsWords } from "../../../src/mailflow/language/words";
import { toTenant } from "../../../src/tenants/exchange/export/native-export";
import { healthyTenant, type RawObject } from "./labelled/healthy-tenant";

const decided = (rules: readonly RawObject[]): Decision =>
  decide(
    toTenant(
      {
        ...healthyTenant,
        "Get-TransportRule": rules.map((rule, Priority) => ({
          Name: `Rule ${Priority}`,
          State: "Enabled",
          Mode: "Enforce",
          Priority,
          ...rule,
        })),
      },
      "hostile",
    ),
    { asOf: new Date("2026-12-01T00:00:00Z") },
  );

const codesOf = ({ findings }: Decision): readonly string[] => findings.map(({ code }) => code);

const many = (count: number, rule: (index: number) => RawObject): readonly RawObject[] =>
  Array.from({ length: count }, (_none, index) => rule(index));

const words = (count: number): readonly string[] =>
  Array.from({ length: count }, (_none, index) => `word${index}abcdefgh`);

/** A rule that surely blocks, behind whatever stands above it: no answer may call the tenant proven. */
const blocked: RawObject = {
  FromScope: "NotInOrganization",
  SubjectContainsWords: ["code"],
  Quarantine: true,
};

describe("hostile rules", function () {
  this.timeout(240_000);

  const explosions: readonly (readonly [string, readonly RawObject[]])[] = [
    [
      "nested repetitions",
      [{ SubjectMatchesPatterns: ["(a+)+$", "(a|aa)+b", "(.*a){25}"], Quarantine: true }],
    ],
    [
      "counted repetitions of counted repetitions",
      [{ SubjectOrBodyMatchesPatterns: ["((a{1,100}){1,100}){1,100}x"], Quarantine: true }],
    ],
    ["a repetition of 99,999", [{ SubjectOrBodyMatchesPatterns: ["a{1,99999}b"], Quarantine: true }]],
    [
      "patterns whose complement is exponential, as exceptions",
      [{ SubjectContainsWords: ["code"], ExceptIfSubjectMatchesPatterns: ["(a|b)*a(a|b){30}"], SetSCL: 9 }],
    ],
    ["20 KB of words", [{ SubjectOrBodyContainsWords: words(1_200), Quarantine: true }]],
    [
      "20 KB of words as an exception",
      [
        {
          SubjectContainsWords: ["code"],
          ExceptIfSubjectOrBodyContainsWords: words(1_200),
          Quarantine: true,
        },
      ],
    ],
    ["one word of 20 KB", [{ SubjectOrBodyContainsWords: ["x".repeat(20_000)], Quarantine: true }]],
    [
      "values of 10,000 characters everywhere",
      [
        {
          From: [`${"a".repeat(10_000)}@contoso.example`],
          SubjectMatchesPatterns: ["y".repeat(10_000)],
          HeaderContainsMessageHeader: "X-Long",
          HeaderContainsWords: ["z".repeat(10_000)],
          SetHeaderName: "X-Long",
          SetHeaderValue: "v".repeat(10_000),
        },
      ],
    ],
    [
      "a prefix of 10,000 characters",
      [
        { FromScope: "NotInOrganization", PrependSubject: "p".repeat(10_000) },
        { SubjectMatchesPatterns: ["pp+$"], SetSCL: 9 },
      ],
    ],
    [
      "300 stop rules that may all fire",
      many(300, (index) => ({
        SubjectOrBodyContainsWords: [`word${index}`, `and${index}`],
        StopRuleProcessing: true,
        PrependSubject: `[${index}] `,
      })),
    ],
    [
      "120 rules that set a level on words of their own and spare others",
      many(120, (index) => ({
        SubjectContainsWords: [`word${index}`],
        ExceptIfSubjectContainsWords: [`not${index}`],
        SetSCL: index % 9,
        StopRuleProcessing: index % 2 === 0,
      })),
    ],
    [
      "120 rules that each prefix the subject the next one reads",
      many(120, (index) => ({ SubjectContainsWords: [`word${index}`], PrependSubject: `[${index}] ` })),
    ],
    [
      "120 rules that each set the header the next one reads",
      many(120, (index) => ({
        HeaderContainsMessageHeader: `X-${index}`,
        HeaderContainsWords: ["yes"],
        SetHeaderName: `X-${index + 1}`,
        SetHeaderValue: "yes",
      })),
    ],
  ];
  for (const [title, rules] of explosions)
    it(`end on ${title}, never as proven above a rule that blocks`, () => {
      const decision = decided([...rules, blocked]);
      assert.notEqual(decision.verdict, "proven", codesOf(decision).join());
      assert.notEqual(decision.verdict, "not-guaranteed", codesOf(decision).join());
    });

  it("are undecided by the name of the budget that ran out", () => {
    const decision = decided([
      { SubjectOrBodyMatchesPatterns: ["((a{1,100}){1,100}){1,100}x"], Quarantine: true },
    ]);
    assert.equal(decision.verdict, "undecided");
    const exhausted = decision.findings.find(({ code }) => code === "budget-exhausted");
    assert.equal(exhausted?.details.budget, "automaton states");
    assert.equal(exhausted?.rule, "Rule 0");
  });

  it("get the same answer again, although what was found before costs no time any more", () => {
    const rules = many(60, (index) => ({
      SubjectContainsWords: [`word${index}`],
      ExceptIfSubjectContainsWords: [`not${index}`],
      PrependSubject: `[${index}] `,
    }));
    assert.deepEqual(decided(rules), decided(rules));
  });
});

describe("the work of one decision", () => {
  it("runs out at the same place whether answers are new or kept", () => {
    const { possibly } = containsWords(["a word that no other test looks for"]);
    const { possibly: other } = containsWords(["another that no other test looks for"]);
    const left = (): number => {
      const account = openAccount(100_000);
      charged(account, () => smallestMember([possibly, other]));
      return account.left;
    };
    const first = left();
    assert.ok(first < 100_000);
    assert.equal(left(), first);
  });

  it("is an error that is caught as every budget is", () => {
    assert.throws(() => charged(openAccount(10), () => spend(11)), BudgetError);
  });

  it("is not limited outside a decision", () => {
    assert.doesNotThrow(() => spend(1_000_000_000));
  });
});
