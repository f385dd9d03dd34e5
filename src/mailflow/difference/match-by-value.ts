/**
 * When a rule matches, with one test per listed value instead of one per list. The same value in two lists then is the same
 * test, so that a doubt about it that both tenants share is no difference between them.
 */

import type { TransportRule } from "../exchange/tenant";
import type { Atom, Match, Test } from "../exchange/transport-rules/atom";
import { type AskCondition, matchOf, meaningOf } from "../exchange/transport-rules/match";
import type { Surroundings } from "../exchange/transport-rules/surroundings";
import { type ConditionName, conditions, type ParameterDefinition } from "../exchange/transport-rules/table";

/** Kinds of list of which one value is enough (exchange-online.md 2.2). */
const anyValueServes: ReadonlySet<string> = new Set([
  "words",
  "patterns",
  "domains",
  "recipients",
  "groups",
  "attributeWords",
  "attributePatterns",
  "ipRanges",
]);

/** Longer lists stay one test: many tests cost more than a doubt is worth. */
const listLimit = 100;

const valuesOf = (name: ConditionName, value: unknown): readonly unknown[] => {
  const { kind }: ParameterDefinition = conditions[name];
  return Array.isArray(value) && anyValueServes.has(kind) && value.length <= listLimit
    ? [...value].sort().map((item) => [item])
    : [value];
};

const keyOfTest = ({ field, bounds }: Test): string =>
  `${field}\u0000${bounds.surely.key}\u0000${bounds.possibly.key}`;

const distinctTests = (tests: readonly Test[]): readonly Test[] => [
  ...new Map(tests.map((test) => [keyOfTest(test), test])).values(),
];

const distinct = (atoms: readonly Atom[]): readonly Atom[] => [
  ...new Map(
    atoms.map((atom) => [atom.kind === "constant" ? String(atom.holds) : keyOfTest(atom), atom]),
  ).values(),
];

const byValue: AskCondition = (name, value, around) =>
  distinct(valuesOf(name, value).flatMap((one) => meaningOf(name, one, around)));

/** When the rule matches mail of the class, or `"never"`. @throws BudgetError */
export const matchByValue = (
  rule: TransportRule,
  around: Omit<Surroundings, "twin" | "parameters">,
): Match | "never" => {
  const match = matchOf(rule, around, byValue);
  return match === "never" ? match : { ...match, exceptions: distinctTests(match.exceptions) };
};

const texts = new WeakMap<Match, string>();

/** Equal texts mean that both match exactly the same messages, doubts included. */
export const matchText = (match: Match): string => {
  const known = texts.get(match);
  if (known !== undefined) return known;
  const clauses = match.clauses.map((clause) => clause.map(keyOfTest).sort().join("\u0001")).sort();
  const text = [...clauses, "\u0003", ...match.exceptions.map(keyOfTest).sort()].join("\u0002");
  texts.set(match, text);
  return text;
};
