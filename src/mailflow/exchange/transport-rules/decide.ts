/**
 * Walks the rules in priority order for one class and one recipient. Destroying rules become endings; rules that stop or
 * edit split the messages into those that surely or possibly matched and the rest (design: How the decider works).
 */
import { BudgetError } from "../../language/language";
import type { MessageClass } from "../../message-class";
import type { ExchangeTenant, Recipient, TransportRule } from "../tenant";
import { type Atom, fact, type Match, settle } from "./atom";
import { meanings, type Surroundings } from "./conditions";
import { applyEdits, type Ending, endingOf, unknownActions } from "./effect";
import { isEmpty, type Region, type Standing, standing } from "./region";
import { initialState, type RuleState, stateKey } from "./state";
import { type ConditionName, conditions } from "./table";

/** Messages that reach the same place in the same state. */
export interface Branch {
  readonly state: RuleState;
  readonly region: Region;
  /** Rules whose SetSCL made the present level, last first. */
  readonly sclRules: readonly string[];
  /** All of it was destroyed by a rule above; it is followed only to find a second block. */
  readonly behind?: string;
}

/** A rule that keeps messages from the inbox, or may. */
export interface RuleEnding {
  readonly rule: TransportRule;
  readonly ending: Ending | { readonly outcome: "unknown"; readonly action: string };
  readonly standing: Standing;
}

export interface Walk {
  readonly endings: readonly RuleEnding[];
  /** Messages that left the rules, by state. */
  readonly branches: readonly Branch[];
  /** Budgets that ran out, with the rule at which they did. */
  readonly exhausted: readonly { readonly rule: string; readonly budget: string }[];
}

/** Most different states followed at once; more are joined, which keeps the answer safe but less exact. */
const branchLimit = 64;

const conditionNames = Object.keys(conditions) as readonly ConditionName[];

/** Whether the rule acts at this moment; `undefined` reasons are reported through `unmodelled` (exchange-online.md 2.9). */
export const isInForce = ({ enabled, parameters }: TransportRule, asOf: Date): boolean => {
  const { ActivationDate, ExpiryDate } = parameters;
  if (!enabled) return false;
  if (ActivationDate !== undefined && asOf < new Date(ActivationDate)) return false;
  return ExpiryDate === undefined || asOf <= new Date(ExpiryDate);
};

const isAudited = ({ parameters }: TransportRule): boolean => (parameters.Mode ?? "Enforce") !== "Enforce";

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

/** When the rule matches mail of the class, or `"never"`. Cheap conditions settle before any automaton is built. */
export const matchOf = (
  rule: TransportRule,
  around: Omit<Surroundings, "twin" | "parameters">,
): Match | "never" => {
  const { parameters } = rule;
  const read = (twin: "" | "ExceptIf") =>
    conditionNames.flatMap((name): (readonly Atom[])[] => {
      const value = parameters[`${twin}${name}` as keyof typeof parameters];
      return value === undefined ? [] : [meaningOf(name, value, { ...around, parameters, twin })];
    });
  const unmodelled = rule.unmodelled.map((problem) => [fact(`rule "${rule.name}" sets ${problem}`)]);
  return settle([...read(""), ...unmodelled], read("ExceptIf").flat());
};

const groupKey = (branch: Branch): string => `${stateKey(branch.state)}${branch.behind ?? ""}`;

const sharedPrefix = (left: Region, right: Region): Region => {
  const place = left.findIndex((constraint, index) => constraint !== right[index]);
  return place < 0 ? left : left.slice(0, place);
};

/** Joins branches of equal state to what they share: a superset, so nothing is missed, though less exact. */
const joinAll = (branches: readonly Branch[]): readonly Branch[] => {
  const groups = new Map<string, Branch>();
  for (const branch of branches) {
    const other = groups.get(groupKey(branch));
    groups.set(
      groupKey(branch),
      other === undefined ? branch : { ...other, region: sharedPrefix(other.region, branch.region) },
    );
  }
  return [...groups.values()];
};

/** The two halves of one split, when nothing else parts them. */
const areHalves = (left: Branch, right: Branch): boolean => {
  const [last, other] = [left.region.at(-1), right.region.at(-1)];
  return (
    left.region.length === right.region.length &&
    last !== undefined &&
    other !== undefined &&
    last.rule === other.rule &&
    last.match === other.match &&
    last.matched !== other.matched &&
    sharedPrefix(left.region, right.region).length === left.region.length - 1
  );
};

/** Joins the two halves of a split that end in the same state: exact, and a doubt that changes nothing disappears. */
const joinHalves = (branches: readonly Branch[]): readonly Branch[] => {
  const joined = [...branches];
  for (let at = 0; at < joined.length; at += 1) {
    const branch = joined[at];
    if (branch === undefined) continue;
    const half = joined.findIndex(
      (other, place) => place > at && groupKey(other) === groupKey(branch) && areHalves(branch, other),
    );
    if (half < 0) continue;
    joined.splice(half, 1);
    joined[at] = { ...branch, region: branch.region.slice(0, -1) };
    at = -1;
  }
  return joined;
};

export const walkTransportRules = (
  tenant: ExchangeTenant,
  rules: readonly TransportRule[],
  messages: MessageClass,
  recipient: Recipient | undefined,
): Walk => {
  const endings: RuleEnding[] = [];
  const exhausted: { rule: string; budget: string }[] = [];
  const left: Branch[] = [];
  let open: readonly Branch[] = [{ state: initialState, region: [], sclRules: [] }];

  const visit = (rule: TransportRule, branch: Branch): readonly Branch[] => {
    const found = matchOf(rule, { tenant, messages, recipient, state: branch.state });
    if (found === "never") return [branch];
    const audited = isAudited(rule);
    // Whether a rule that only reports still stops the rules below is not published (exchange-online.md 7.4).
    const match = audited
      ? {
          ...found,
          clauses: [
            ...found.clauses,
            ...settleFact(
              `whether StopRuleProcessing of "${rule.name}" stops in mode ${rule.parameters.Mode}`,
            ),
          ],
        }
      : found;
    const unknown = audited ? [] : [...unknownActions(rule), ...rule.unmodelled];
    const ending = audited ? undefined : endingOf(rule, recipient);
    const edited = audited ? branch.state : applyEdits(rule, branch.state);
    const stops = rule.parameters.StopRuleProcessing === true;
    const changes = stops || stateKey(edited) !== stateKey(branch.state);
    if (unknown.length === 0 && ending === undefined && !changes) return [branch];
    const matched: Region = [...branch.region, { rule: rule.name, match, matched: true }];
    if (isEmpty(messages, matched)) return [branch];
    if (unknown.length > 0) {
      const because = unknown.map((name) => `rule "${rule.name}" sets ${name}, which is outside the model`);
      endings.push({
        rule,
        ending: { outcome: "unknown", action: unknown.join(", ") },
        standing: { kind: "undecided", because, values: new Map() },
      });
    }
    const unmatched: Region = [...branch.region, { rule: rule.name, match, matched: false }];
    const others = isEmpty(messages, unmatched) ? [] : [{ ...branch, region: unmatched }];
    if (ending !== undefined) {
      const stands = standing(messages, matched);
      if (stands !== undefined) endings.push({ rule, ending, standing: stands });
      // What this rule destroys goes no further; where it destroys all, the rules below are still read for a second block.
      return others.length > 0 || messages.name === "forged"
        ? others
        : [{ ...branch, behind: branch.behind ?? rule.name }];
    }
    if (!changes) return [branch];
    const sclRules =
      rule.parameters.SetSCL === undefined || audited ? branch.sclRules : [rule.name, ...branch.sclRules];
    const through: Branch = { ...branch, state: edited, region: matched, sclRules };
    if (stops) {
      left.push(through);
      return others;
    }
    return [through, ...others];
  };

  for (const rule of rules) {
    const next: Branch[] = [];
    for (const branch of open) {
      try {
        next.push(...visit(rule, branch));
      } catch (error) {
        if (!(error instanceof BudgetError)) throw error;
        exhausted.push({ rule: rule.name, budget: error.budget });
        next.push(branch);
      }
    }
    const halved = joinHalves(next);
    open = halved.length > branchLimit ? joinAll(halved) : halved;
    if (open.length === 0) break;
  }
  // A destroyed branch delivers nothing that later stages could still take.
  const branches = joinHalves([...left, ...open]).filter(({ behind }) => behind === undefined);
  return { endings, branches, exhausted };
};

const settleFact = (because: string) => {
  const atom = fact(because);
  return atom.kind === "test" ? [[atom]] : [];
};
