/** The form of a transport rule that says what it does: order within lists, letter case of words and comments left out. */

import type { TransportRule } from "../exchange/tenant";
import { type ParameterName, parameterNamed } from "../exchange/transport-rules/table";
import { fold } from "../language/language";

/** Kinds whose texts are compared without regard to case; a regular expression means another thing in capitals. */
const folded: ReadonlySet<string> = new Set(["words", "domains", "recipients", "groups"]);

const valueForm = (name: ParameterName, value: unknown): unknown => {
  if (!Array.isArray(value)) return value;
  const texts = value.map(String);
  const compared = folded.has(parameterNamed(name)?.kind ?? "") ? texts.map(fold) : texts;
  return [...new Set(compared)].sort();
};

const namesOf = ({ parameters }: TransportRule): readonly ParameterName[] =>
  (Object.keys(parameters) as ParameterName[]).filter((name) => name !== "Comments").sort();

/** Equal texts mean that the rules do the same in the same place. */
export const ruleForm = (rule: TransportRule): string =>
  JSON.stringify([
    rule.enabled,
    namesOf(rule).map((name) => [name, valueForm(name, rule.parameters[name])]),
    [...rule.unmodelled].sort(),
  ]);

/** Parameters whose values are written differently, comments included; what the model does not know by its name. */
export const changedParameters = (before: TransportRule, after: TransportRule): readonly string[] => {
  const names = new Set([...Object.keys(before.parameters), ...Object.keys(after.parameters)]);
  const written = (rule: TransportRule, name: string) =>
    JSON.stringify(rule.parameters[name as ParameterName]);
  const unknown = (rule: TransportRule, other: TransportRule) =>
    rule.unmodelled
      .filter((one) => !other.unmodelled.includes(one))
      .map((one) => one.split(":", 1)[0] ?? one);
  return [
    ...new Set([
      ...[...names].filter((name) => written(before, name) !== written(after, name)),
      ...unknown(before, after),
      ...unknown(after, before),
    ]),
  ];
};
