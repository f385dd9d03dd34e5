/** What can be done to one rule on the way to a goal, and when it best is. */
import { printedRule, type RuleInputs } from "../../../resources/exchange/desired-rules";
import { effectOf } from "./rule-effect";
import { ruleDifference, ruleInputs, ruleParameters } from "./rule-inputs";
import type { StandingRule, Step } from "./standing-rules";

/**
 * How an existing rule is brought to its new form and place: in one write; in two; or switched off for the time, so
 * that a rule that blocks acts again only when all else is in place.
 */
export type Style = "in one" | "apart" | "asleep";

/** Something to do, at whatever moment; its step depends on what has been done before. */
export interface Operation {
  readonly id: string;
  /** Operations that come before. */
  readonly after: readonly string[];
  /** Lower comes first, where nothing speaks against it. */
  readonly rank: number;
  /** `undefined` where nothing is left to do. */
  readonly step: (rules: readonly StandingRule[], done: ReadonlySet<string>) => Step | undefined;
}

/** First what protects, then what blocks no more, then the rest; last what blocks, and what protects no more. */
const ranks = { protect: 0, calm: 1, rest: 2, block: 3, expose: 4 } as const;

type Rank = (typeof ranks)[keyof typeof ranks];

const rankOf = (before: StandingRule | undefined, after: RuleInputs | undefined): Rank => {
  const old = before?.enabled ? effectOf(before.printed) : undefined;
  const next = after === undefined || after.enabled === false ? undefined : effectOf(printedRule(after, 0));
  if (next === "protects") return ranks.protect;
  if (old === "blocks" && next !== "blocks") return ranks.calm;
  if (next === "blocks") return ranks.block;
  return old === "protects" ? ranks.expose : ranks.rest;
};

/** A listed rule: what it is called in the plan, what it is now, and what it is to be. */
export interface Placing {
  readonly key: string;
  readonly before: StandingRule | undefined;
  readonly desired: RuleInputs;
}

/** Where a rule belongs among the others at that moment. */
export type PlaceOf = (key: string, rules: readonly StandingRule[], done: ReadonlySet<string>) => number;

/** Moves a rule that is not listed below those that are. */
export const lowering = (rule: StandingRule, placeOf: PlaceOf): Operation => {
  const { key, name, enabled, printed } = rule;
  const effect = enabled ? effectOf(printed) : "inert";
  return {
    id: `place ${key}`,
    after: [],
    rank: effect === "blocks" ? ranks.calm : effect === "protects" ? ranks.expose : ranks.rest,
    step: (rules, done) => {
      const position = placeOf(key, rules, done);
      return rules[position]?.key === key
        ? undefined
        : { kind: "change", key, name, set: {}, clear: [], position };
    },
  };
};

/** Takes a rule away. */
export const removal = (rule: StandingRule): Operation => ({
  id: `remove ${rule.key}`,
  after: [],
  rank: rankOf(rule, undefined),
  step: () => ({ kind: "remove", key: rule.key, name: rule.name }),
});

/** Makes a listed rule, or brings it to its form and place. */
export const listedOperations = (
  { key, before, desired }: Placing,
  style: Style,
  isSettled: boolean,
  placeOf: PlaceOf,
): readonly Operation[] => {
  const { name } = desired;
  const wanted = desired.enabled !== false;
  const rank = rankOf(before, desired);
  const toggle = (kind: "enable" | "disable", after: readonly string[], when: Rank): Operation => ({
    id: `${kind} ${key}`,
    after,
    rank: when,
    step: () => ({ kind, key, name }),
  });
  const asleep = style === "asleep" && wanted && blocks(before, desired);
  if (before === undefined || before.key !== key) {
    const create: Operation = {
      id: `place ${key}`,
      after: before === undefined ? [] : [`remove ${before.key}`],
      rank: asleep ? ranks.rest : rank,
      step: (rules, done) => ({
        kind: "create",
        key,
        name,
        position: placeOf(key, rules, done),
        enabled: wanted && !asleep,
        parameters: ruleParameters(desired),
      }),
    };
    return [
      ...(before === undefined ? [] : [{ ...removal(before), rank }]),
      create,
      ...(asleep ? [toggle("enable", [create.id], ranks.block)] : []),
    ];
  }
  const difference = ruleDifference(ruleInputs(before.name, before.enabled, before.printed), desired);
  const changes = Object.keys(difference.set).length + difference.clear.length > 0;
  const rests = asleep && before.enabled && (changes || !isSettled);
  const off = (before.enabled && !wanted) || rests ? [toggle("disable", [], ranks.calm)] : [];
  const first = off.map(({ id }) => id);
  const change = (id: string, isChanged: boolean, isMoved: boolean): Operation => ({
    id,
    after: first,
    rank: rests ? ranks.rest : rank,
    step: (rules, done) => {
      const position = isMoved ? placeOf(key, rules, done) : undefined;
      const stays = position === undefined || rules[position]?.key === key;
      if (!isChanged && stays) return undefined;
      return {
        kind: "change",
        key,
        name,
        ...(isChanged ? difference : { set: {}, clear: [] }),
        ...(stays ? {} : { position }),
      };
    },
  });
  const main =
    style !== "in one" && changes && !isSettled
      ? [change(`change ${key}`, true, false), change(`place ${key}`, false, true)]
      : changes || !isSettled
        ? [change(isSettled ? `change ${key}` : `place ${key}`, changes, !isSettled)]
        : [];
  const on = (!before.enabled || rests) && wanted;
  const last = [...first, ...main.map(({ id }) => id)];
  return [...off, ...main, ...(on ? [toggle("enable", last, rests ? ranks.block : rank)] : [])];
};

const blocks = (before: StandingRule | undefined, desired: RuleInputs): boolean =>
  effectOf(printedRule(desired, 0)) === "blocks" ||
  (before !== undefined && effectOf(before.printed) === "blocks");
