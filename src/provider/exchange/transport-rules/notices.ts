/** What somebody should know before an update, and no difference of inputs shows. */
import { parameterNamed } from "../../../mailflow/exchange/transport-rules/table";
import { diff } from "../../../resources/diff";
import { transportRules } from "../../../resources/exchange/transport-rules";
import type { ValueObject } from "../../../resources/value";
import { type RawObject, text, texts } from "../../../tenants/exchange/export/properties";
import { knownRules, type RuleDifference, ruleDifference, ruleInputs, ruleNames } from "./rule-inputs";

const nameOf = (rule: RawObject): string => text(rule.Name) ?? "";

const list = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");

/** A recipient may be printed under another name: that alone is not worth a word here. */
const isTelling =
  (rule: RawObject, { set }: RuleDifference) =>
  (name: string): boolean => {
    const kind = parameterNamed(name)?.kind;
    const people = kind === "recipients" || kind === "groups";
    return !people || texts(rule[name]).length !== texts(Reflect.get(set, name)).length;
  };

const isOn = (rule: RawObject): boolean => rule.State !== "Disabled";

/** Rules of the state that are not in the tenant as the state has them. */
const driftedRules = (olds: ValueObject, live: readonly RawObject[]): readonly string[] =>
  knownRules(olds.rules).flatMap((known) => {
    const found = live.find((rule) => nameOf(rule).toLowerCase() === known.name.toLowerCase());
    if (found === undefined) return [known.name];
    const difference = ruleDifference(ruleInputs(known.name, isOn(found), found), known);
    const changed = [...Object.keys(difference.set), ...difference.clear].filter(
      isTelling(found, difference),
    );
    return changed.length > 0 || isOn(found) !== (known.enabled !== false) ? [known.name] : [];
  });

/**
 * @param inputs - in normal form.
 * @param olds - the inputs in the state, where there is a resource.
 * @param live - the tenant's rules, as printed.
 */
export const notices = (
  inputs: ValueObject,
  olds: ValueObject | undefined,
  live: readonly RawObject[],
): readonly string[] => {
  const listed = new Set(ruleNames(inputs.rules).map((name) => name.toLowerCase()));
  const isListed = (rule: RawObject): boolean => listed.has(nameOf(rule).toLowerCase());
  const removed = inputs.others === "forbid" ? live.filter((rule) => !isListed(rule)).map(nameOf) : [];
  const adopted = olds === undefined ? live.filter(isListed).map(nameOf) : [];
  const unchanged = olds !== undefined && diff(transportRules, olds, inputs).length === 0;
  const drifted = unchanged ? driftedRules(olds, live) : [];
  return [
    ...(removed.length > 0
      ? [`\`others: forbid\` removes what the tenant has besides: ${list(removed)}`]
      : []),
    ...(adopted.length > 0
      ? [`the tenant has these rules already, they are taken over: ${list(adopted)}`]
      : []),
    ...(drifted.length > 0
      ? [
          `somebody changed ${list(drifted)} by hand, and this update leaves it so: run \`pulumi up --refresh\``,
        ]
      : []),
  ];
};
