/** The conditions and exceptions that a rule sets, in the order of the table; read once, as few of the many are set. */
import { type ConditionName, conditions, type TransportRuleParameters } from "./table";

export interface SetCondition {
  readonly name: ConditionName;
  readonly twin: "" | "ExceptIf";
  readonly value: unknown;
}

const conditionNames = Object.keys(conditions) as readonly ConditionName[];

const known = new WeakMap<TransportRuleParameters, readonly SetCondition[]>();

export const setConditions = (parameters: TransportRuleParameters): readonly SetCondition[] => {
  const before = known.get(parameters);
  if (before !== undefined) return before;
  const found = (["", "ExceptIf"] as const).flatMap((twin) =>
    conditionNames.flatMap((name): readonly SetCondition[] => {
      const value = parameters[`${twin}${name}`];
      return value === undefined ? [] : [{ name, twin, value }];
    }),
  );
  known.set(parameters, found);
  return found;
};
