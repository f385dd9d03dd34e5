/** What has to be written so that the listed rules stand first, in their order and as they are listed. */
import type { RuleInputs } from "../../../resources/exchange/desired-rules";
import { moved } from "../../../resources/moved";
import { listedOperations, lowering, type Operation, type Placing, removal, type Style } from "./operations";
import { needsNewRule, ruleDifference, ruleInputs } from "./rule-inputs";
import type { StandingRule } from "./standing-rules";

/** How the rules are to stand. */
export interface Goal {
  /** First to last. */
  readonly listed: readonly RuleInputs[];
  /** Keys of the rules that go. Whatever else is not listed keeps its order below. */
  readonly removed: ReadonlySet<string>;
}

const nameKey = (name: string): string => name.toLowerCase();
const newKey = (name: string): string => `new:${nameKey(name)}`;

/** The rule of that name; the service compares names without case. */
export const findByName = (rules: readonly StandingRule[], name: string): StandingRule | undefined =>
  rules.find((rule) => nameKey(rule.name) === nameKey(name));

/** The operations that reach a goal, in an order that reaches it. */
export const planOperations = (
  live: readonly StandingRule[],
  goal: Goal,
  style: Style,
): readonly Operation[] => {
  const listed: readonly Placing[] = goal.listed.map((desired) => {
    const before = findByName(live, desired.name);
    const recreated =
      before !== undefined &&
      needsNewRule(ruleDifference(ruleInputs(before.name, before.enabled, before.printed), desired));
    return {
      key: before === undefined || recreated ? newKey(desired.name) : before.key,
      before,
      desired,
    };
  });
  const listedKeys = new Set(listed.flatMap(({ before }) => (before === undefined ? [] : [before.key])));
  const others = live.filter(({ key }) => !listedKeys.has(key) && !goal.removed.has(key));
  const order = [...listed.map(({ key }) => key), ...others.map(({ key }) => key)];
  const settled = settledKeys(live, listed, others);

  /** The place right behind the nearest rule above it that already stands where it belongs. */
  const placeOf = (key: string, rules: readonly StandingRule[], done: ReadonlySet<string>): number => {
    const rest = rules.filter((rule) => rule.key !== key).map((rule) => rule.key);
    const above = order
      .slice(0, order.indexOf(key))
      .findLast((other) => settled.has(other) || done.has(`place ${other}`));
    return above === undefined ? 0 : rest.indexOf(above) + 1;
  };

  return [
    ...listed.flatMap((placing) => listedOperations(placing, style, settled.has(placing.key), placeOf)),
    ...others.filter(({ key }) => !settled.has(key)).map((rule) => lowering(rule, placeOf)),
    ...live.filter(({ key }) => goal.removed.has(key) && !listedKeys.has(key)).map(removal),
  ].sort((left, right) => left.rank - right.rank);
};

/**
 * The rules that need not move. What is not listed is left where it stands, unless moving it takes fewer writes: one
 * rule that somebody put on top goes down, rather than all the listed ones up.
 */
const settledKeys = (
  live: readonly StandingRule[],
  listed: readonly Placing[],
  others: readonly StandingRule[],
): ReadonlySet<string> => {
  const places = new Map(live.map(({ key }, place) => [key, place]));
  const placeOf = (key: string): number => places.get(key) ?? -1;
  const kept = (keys: readonly string[]): readonly string[] => {
    const moving = moved(keys, placeOf);
    return keys.filter((key) => !moving.has(key));
  };
  const standing = listed.map(({ key }) => key).filter((key) => places.has(key));
  const below = others.map(({ key }) => key);
  const firstOther = below.length === 0 ? live.length : placeOf(below[0] ?? "");
  const gentle = [...kept(standing.filter((key) => placeOf(key) < firstOther)), ...below];
  const few = kept([...standing, ...below]);
  return new Set(few.length > gentle.length ? few : gentle);
};
