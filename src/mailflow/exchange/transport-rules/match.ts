/** Whether a rule acts, and when it matches mail of a class. */
import type { TransportRule } from "../tenant";
import { type Atom, fact, type Match, settle, type Test } from "./atom";
import { meanings } from "./conditions";
import { outsideModel } from "./effect";
import { setConditions } from "./set-conditions";
import type { Surroundings } from "./surroundings";
import type { ConditionName } from "./table";

/** Whether the rule acts at this moment; `undefined` reasons are reported through `unmodelled` (exchange-online.md 2.9). */
export const isInForce = ({ enabled, parameters }: TransportRule, asOf: Date): boolean => {
  const { ActivationDate, ExpiryDate } = parameters;
  if (!enabled) return false;
  if (ActivationDate !== undefined && asOf < new Date(ActivationDate)) return false;
  return ExpiryDate === undefined || asOf <= new Date(ExpiryDate);
};

/** Facts are told apart by condition and value: two conditions that look alike need not hold together. */
const tellApart = (name: ConditionName, value: unknown, atom: Atom): Atom =>
  atom.kind === "test" && atom.field.startsWith("fact:")
    ? { ...atom, field: `fact:${name} ${JSON.stringify(value)}: ${atom.because}` }
    : atom;

/** What a condition asks; reasons name the parameter they come from. */
export const meaningOf = <Name extends ConditionName>(
  name: Name,
  value: unknown,
  around: Surroundings,
): readonly Atom[] =>
  (meanings[name] as (value: unknown, around: Surroundings) => readonly Atom[])(value, around)
    .map((atom) => tellApart(name, value, atom))
    .map((atom) =>
      atom.kind === "test" ? { ...atom, because: `${around.twin}${name}: ${atom.because}` } : atom,
    );

/** What one condition asks of a message. */
export type AskCondition = (name: ConditionName, value: unknown, around: Surroundings) => readonly Atom[];

/**
 * When the rule matches mail of the class, or `"never"`. Cheap conditions settle before any automaton is built.
 * @param ask how one condition is read.
 */
export const matchOf = (
  rule: TransportRule,
  around: Omit<Surroundings, "twin" | "parameters">,
  ask: AskCondition = meaningOf,
): Match | "never" => {
  const { parameters } = rule;
  const set = setConditions(parameters);
  const read = (wanted: "" | "ExceptIf") =>
    set.flatMap(({ name, twin, value }): (readonly Atom[])[] =>
      twin === wanted ? [ask(name, value, { ...around, parameters, twin })] : [],
    );
  const unmodelled = outsideModel(rule).map((problem) => [fact(`rule "${rule.name}" sets ${problem}`)]);
  return settle([...read(""), ...unmodelled], read("ExceptIf").flat());
};

const isSameTest = (left: Test, right: Test): boolean =>
  left.field === right.field &&
  left.bounds.surely.key === right.bounds.surely.key &&
  left.bounds.possibly.key === right.bounds.possibly.key;

/** Whether a rule asks the same of messages in both states. */
export const isSameMatch = (left: Match, right: Match): boolean => {
  const [some, others] = [left, right].map(({ clauses, exceptions }) => [...clauses.flat(), ...exceptions]);
  return (
    left.clauses.length === right.clauses.length &&
    some?.length === others?.length &&
    (some ?? []).every((one, place) => {
      const other = others?.[place];
      return other !== undefined && isSameTest(one, other);
    })
  );
};
