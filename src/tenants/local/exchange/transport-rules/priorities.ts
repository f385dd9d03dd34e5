/** Priorities 0 to n-1 without gaps: a rule that comes, moves or goes shifts the others (exchange-online.md 1.8). */
import type { CmdletObject } from "../../../exchange/identity";

/** Rules numbered by their place in the list. */
export const densePriorities = (rules: readonly CmdletObject[]): readonly CmdletObject[] =>
  rules.map((rule, index) => (rule.Priority === index ? rule : { ...rule, Priority: index }));

/** The list with a rule put in at a place; those at and below it move down. */
export const insertRule = (
  rules: readonly CmdletObject[],
  rule: CmdletObject,
  priority: number,
): readonly CmdletObject[] => densePriorities(rules.toSpliced(priority, 0, rule));

/** The list without the rule at a place; those below it move up. */
export const removeRule = (rules: readonly CmdletObject[], index: number): readonly CmdletObject[] =>
  densePriorities(rules.toSpliced(index, 1));

/** The list with the rule at `index` replaced and moved to `priority`. */
export const moveRule = (
  rules: readonly CmdletObject[],
  index: number,
  rule: CmdletObject,
  priority: number,
): readonly CmdletObject[] => insertRule(rules.toSpliced(index, 1), rule, priority);
