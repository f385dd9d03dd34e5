/** Arbitrary rule lists: what a tenant has, and what it is to have. */
import fc from "fast-check";
import { check } from "../../../../src/resources/check";
import { printedRule, type RuleInputs } from "../../../../src/resources/exchange/desired-rules";
import { transportRule } from "../../../../src/resources/exchange/transport-rule";
import type { ValueObject } from "../../../../src/resources/value";
import { allow, quarantineCodes, rejectOffers, tagExternal } from "../small-tenant";

const { name: _allow, ...allowing } = allow;
const { name: _codes, ...blocking } = quarantineCodes;
const { name: _offers, ...harmless } = rejectOffers;
const { name: _external, ...tagging } = tagExternal;

const kinds: readonly ValueObject[] = [
  allowing,
  { ...allowing, setScl: 0, comments: "stops only" },
  blocking,
  { subjectContainsWords: ["verification"], deleteMessage: true },
  harmless,
  tagging,
  { fromScope: "NotInOrganization", blindCopyTo: ["archive@contoso.example"] },
  { senderDomainIs: ["offers.example"], quarantine: true, useLegacyRegex: true },
];

const names = ["A", "B", "C", "D", "E", "F"] as const;

const asInputs = (values: ValueObject): RuleInputs =>
  check({ inputs: transportRule.properties }, values).inputs as unknown as RuleInputs;

/** Some rules, each with a name of its own, in any order. */
const someRules: fc.Arbitrary<readonly RuleInputs[]> = fc
  .shuffledSubarray([...names])
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((name) =>
        fc
          .record({ kind: fc.constantFrom(...kinds), enabled: fc.boolean().map((off) => !off) })
          .map(({ kind, enabled }) => asInputs({ ...kind, name, enabled })),
      ),
    ),
  );

/** What a tenant has, what is to be listed, and the names of those the resource owned. */
export interface Case {
  readonly live: readonly RuleInputs[];
  readonly listed: readonly RuleInputs[];
  readonly owned: readonly string[];
  readonly forbid: boolean;
}

export const someCase: fc.Arbitrary<Case> = fc.record({
  live: someRules,
  listed: someRules,
  owned: fc.subarray([...names]),
  forbid: fc.boolean(),
});

/** The rules of a case as a seed holds them. */
export const seedOf = (live: readonly RuleInputs[]) => live.map(printedRule);
