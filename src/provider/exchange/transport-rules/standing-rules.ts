/** The rules of a tenant in memory, and what each step of a plan makes of them: priorities are places in the list. */
import type {
  ParameterName,
  TransportRuleParameters,
} from "../../../mailflow/exchange/transport-rules/table";
import type { RawObject } from "../../../tenants/exchange/export/properties";
import type { TransportRuleObject } from "../../../tenants/exchange/read-transport-rules";

/** One rule; the first in a list is evaluated first. */
export interface StandingRule {
  /** Its GUID, or for one that a plan makes `new:` and its name in lower case. */
  readonly key: string;
  readonly name: string;
  readonly enabled: boolean;
  /** As `Get-TransportRule` prints it; name, state and priority count as they stand beside it. */
  readonly printed: RawObject;
}

/** One write. Positions are those at the moment of the step (exchange-online.md 1.8). */
export type Step =
  | {
      readonly kind: "create";
      readonly key: string;
      readonly name: string;
      readonly position: number;
      readonly enabled: boolean;
      readonly parameters: TransportRuleParameters;
    }
  | {
      readonly kind: "change";
      readonly key: string;
      readonly name: string;
      readonly set: TransportRuleParameters;
      readonly clear: readonly ParameterName[];
      readonly position?: number;
    }
  | { readonly kind: "enable" | "disable" | "remove"; readonly key: string; readonly name: string };

/** `NotifySender` is printed as `SenderNotificationType` (exchange-online.md 2.7). */
const printedNames = (name: string): readonly string[] =>
  name === "NotifySender" ? [name, "SenderNotificationType"] : [name];

const printedWith = (printed: RawObject, set: object, clear: readonly string[]): RawObject => ({
  ...printed,
  ...Object.fromEntries(clear.flatMap(printedNames).map((name) => [name, null])),
  ...Object.fromEntries(
    Object.entries(set).flatMap(([name, value]) => printedNames(name).map((printedAs) => [printedAs, value])),
  ),
});

/** The rules after a step. A rule that comes, moves or goes shifts the others (exchange-online.md 1.8). */
export const afterStep = (rules: readonly StandingRule[], step: Step): readonly StandingRule[] => {
  if (step.kind === "create") {
    const { key, name, enabled, parameters, position } = step;
    return rules.toSpliced(position, 0, { key, name, enabled, printed: printedWith({}, parameters, []) });
  }
  const place = rules.findIndex(({ key }) => key === step.key);
  const rule = rules[place];
  if (rule === undefined) return rules;
  switch (step.kind) {
    case "remove":
      return rules.toSpliced(place, 1);
    case "enable":
    case "disable":
      return rules.with(place, { ...rule, enabled: step.kind === "enable" });
    case "change": {
      const { set, clear, position = place } = step;
      const changes = Object.keys(set).length + clear.length > 0;
      const changed = changes ? { ...rule, printed: printedWith(rule.printed, set, clear) } : rule;
      return rules.toSpliced(place, 1).toSpliced(position, 0, changed);
    }
  }
};

/** A rule that was read. */
export const standingRule = ({ guid, name, enabled, properties }: TransportRuleObject): StandingRule => ({
  key: guid,
  name,
  enabled,
  printed: properties,
});

/** Rules as `Get-TransportRule` prints them. */
export const printedRules = (rules: readonly StandingRule[]): readonly RawObject[] =>
  rules.map(({ name, enabled, printed }, Priority) => ({
    ...printed,
    Name: name,
    Priority,
    State: enabled ? "Enabled" : "Disabled",
  }));

const quoted = ({ name }: { readonly name: string }): string => `"${name}"`;

/** A step in words, to follow "step 2 of 7:". */
export const describeStep = (step: Step): string => {
  if (step.kind !== "change")
    return `${step.kind} ${quoted(step)}${step.kind === "create" && !step.enabled ? ", still disabled" : ""}`;
  const changed = [...Object.keys(step.set), ...step.clear];
  const parts = [
    ...(changed.length > 0 ? [`change ${changed.join(", ")} of ${quoted(step)}`] : []),
    ...(step.position === undefined
      ? []
      : [`move ${changed.length > 0 ? "it" : quoted(step)} to place ${step.position + 1}`]),
  ];
  return parts.join(" and ");
};
