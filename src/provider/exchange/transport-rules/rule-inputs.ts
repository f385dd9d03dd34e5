/** Rules between the two forms they have: as a tenant prints them, and as inputs in normal form. */
import { readTransportRule } from "../../../mailflow/exchange/transport-rules/read";
import {
  type ParameterName,
  parameterNamed,
  type TransportRuleParameters,
} from "../../../mailflow/exchange/transport-rules/table";
import { check } from "../../../resources/check";
import { containsUnknown, meaning } from "../../../resources/compare";
import type { RuleInputs } from "../../../resources/exchange/desired-rules";
import { transportRule } from "../../../resources/exchange/transport-rule";
import { parameterOfProperty, propertyOfParameter } from "../../../resources/property-name";
import { isList, isObject, type Value, type ValueObject } from "../../../resources/value";
import type { RawObject } from "../../../tenants/exchange/export/properties";

/** The table's types vouch for the name; everything else of a rule is a value. */
const asRule = (values: ValueObject): RuleInputs => values as unknown as RuleInputs;

/** Texts come back with the line ends of Windows. */
const plain = (value: unknown): Value =>
  typeof value === "string" ? value.replaceAll("\r\n", "\n") : (value as Value);

/** `NotifySender` is printed under another name, under which programs do not write it (exchange-online.md 2.7). */
const writtenAs = (name: ParameterName): ParameterName =>
  name === "SenderNotificationType" ? "NotifySender" : name;

/** A rule as `Get-TransportRule` prints it, as inputs. */
export const ruleInputs = (name: string, enabled: boolean, printed: RawObject): RuleInputs => {
  const read = readTransportRule({ ...printed, Name: name }, 0);
  const parameters = typeof read === "string" ? {} : read.parameters;
  const values = Object.fromEntries(
    Object.entries(parameters).map(([parameter, value]) => [
      propertyOfParameter(writtenAs(parameter as ParameterName)),
      plain(value),
    ]),
  );
  return asRule(check({ inputs: transportRule.properties }, { ...values, name, enabled }).inputs);
};

/** The parameters of a rule as a cmdlet takes them. */
export const ruleParameters = (rule: RuleInputs): TransportRuleParameters =>
  Object.fromEntries(
    Object.entries(rule).flatMap(([property, value]) => {
      const parameter = parameterOfProperty(property);
      return parameter === undefined ? [] : [[parameter, value]];
    }),
  );

export interface RuleDifference {
  readonly set: TransportRuleParameters;
  readonly clear: readonly ParameterName[];
}

/** What has to be written so that a rule becomes the desired one, whether it is on apart. */
export const ruleDifference = (live: RuleInputs, desired: RuleInputs): RuleDifference => {
  const set: Record<string, unknown> = {};
  const clear: ParameterName[] = [];
  for (const [property, { type }] of Object.entries(transportRule.properties)) {
    const parameter = parameterOfProperty(property);
    if (parameter === undefined) continue;
    const [before, after] = [live[property], desired[property]] as [Value | undefined, Value | undefined];
    if (after === undefined) {
      if (before !== undefined) clear.push(parameter);
    } else if (before === undefined || meaning(type, before) !== meaning(type, after)) set[parameter] = after;
  }
  return { set, clear };
};

/** Whether a change asks for something only a new rule can have (exchange-online.md 1.8). */
export const needsNewRule = ({ set, clear }: RuleDifference): boolean =>
  [...Object.keys(set), ...clear].some((name) => parameterNamed(name)?.newOnly === true);

/** The rules of inputs that hold no value to come. */
export const knownRules = (rules: Value | undefined): readonly RuleInputs[] =>
  isList(rules)
    ? rules.flatMap((rule) => (isObject(rule) && !containsUnknown(rule) ? [asRule(rule)] : []))
    : [];

/** The names of rules, also of those that hold values to come. */
export const ruleNames = (rules: Value | undefined): readonly string[] =>
  isList(rules)
    ? rules.flatMap((rule) => (isObject(rule) && typeof rule.name === "string" ? [rule.name] : []))
    : [];
