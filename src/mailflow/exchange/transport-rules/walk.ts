/**
 * Walks the rules in priority order for one class and one recipient. Destroying rules become endings; rules that stop or
 * edit split the messages into those that surely or possibly matched and the rest (design: How the decider works).
 */
import { BudgetError, spend, WorkError } from "../../language/budget";
import type { MessageClass } from "../../message-class";
import type { ExchangeTenant, Recipient, TransportRule } from "../tenant";
import { fact, type Match } from "./atom";
import { type Branch, joinAll, simplify } from "./branch";
import { applyEdits, type Ending, endingOf, outsideModel, unknownActions } from "./effect";
import type { AskMatch } from "./kept-matches";
import type { AskRegion } from "./kept-regions";
import { isSameMatch } from "./match";
import type { Region, Standing } from "./region";
import { initialState, stateKey } from "./state";
import type { Surroundings } from "./surroundings";

/** A rule that keeps messages from the inbox, or may. */
export interface RuleEnding {
  readonly rule: TransportRule;
  readonly ending: Ending | { readonly outcome: "unknown"; readonly action: string };
  readonly standing: Standing;
}

/** Messages that left the rules, and how surely there are some. */
export interface Arrival extends Branch {
  readonly standing: Standing;
}

export interface Walk {
  readonly endings: readonly RuleEnding[];
  /** Messages that left the rules and were not all destroyed, by state. */
  readonly branches: readonly Arrival[];
  /** Budgets that ran out, with the rule at which they did. */
  readonly exhausted: readonly { readonly rule: string; readonly budget: string }[];
}

/** Most different states followed at once; more are joined, which keeps the answer safe but less exact. */
const branchLimit = 128;

const isAudited = ({ parameters }: TransportRule): boolean => (parameters.Mode ?? "Enforce") !== "Enforce";

const settleFact = (because: string) => {
  const atom = fact(because);
  return atom.kind === "test" ? [[atom]] : [];
};

/** A rule in force, with what does not depend on the message read once. */
interface Prepared {
  readonly rule: TransportRule;
  readonly audited: boolean;
  readonly stops: boolean;
  readonly ending: Ending | undefined;
  /** What it sets that is outside the model. */
  readonly unknown: readonly string[];
}

const prepare = (rule: TransportRule, recipient: Recipient | undefined): Prepared => {
  const audited = isAudited(rule);
  return {
    rule,
    audited,
    stops: rule.parameters.StopRuleProcessing === true,
    ending: audited ? undefined : endingOf(rule, recipient),
    unknown: audited ? [] : [...unknownActions(rule), ...outsideModel(rule)],
  };
};

/** What a walk asks; the answers serve the walks of other recipients too. */
export interface Questions extends AskRegion {
  readonly matchOf: AskMatch;
}

/** A walk of one class and one recipient; keeps what the rules below need to know. */
interface Walking {
  readonly around: Pick<Surroundings, "tenant" | "messages" | "recipient">;
  readonly ask: Questions;
  readonly endings: RuleEnding[];
  readonly exhausted: { readonly rule: string; readonly budget: string }[];
  /** Branches that a stop took out of the rules. */
  readonly stopped: Branch[];
  open: readonly Branch[];
  /**
   * Messages no stop took out, whatever was done to them: destroying rules are asked about these, once. `undefined` where
   * a stop looked at states differently, so that no one region says it.
   */
  live: Region | undefined;
  /** A rule that destroys every message still live. */
  destroyedBy: string | undefined;
  /** The work of the whole decision ran out: nothing more can be asked. */
  isSpent: boolean;
}

/** When the rule matches, per state; the same object for equal states, so that halves are known for halves. */
const matchesByState = (
  walking: Walking,
  { rule, audited, stops }: Prepared,
): ReadonlyMap<string, Match | "never"> => {
  const byState = new Map<string, Match | "never">();
  for (const { state } of walking.open) {
    const key = stateKey(state);
    if (byState.has(key)) continue;
    const found = walking.ask.matchOf(rule, { ...walking.around, state });
    const same = [...byState.values()].find(
      (other) => other !== "never" && found !== "never" && isSameMatch(other, found),
    );
    // Whether a rule that only reports still stops the rules below is not published (exchange-online.md 7.4).
    const doubt =
      audited && stops
        ? settleFact(`whether StopRuleProcessing of "${rule.name}" stops in mode ${rule.parameters.Mode}`)
        : [];
    byState.set(
      key,
      same ??
        (found === "never" || doubt.length === 0
          ? found
          : { ...found, clauses: [...found.clauses, ...doubt] }),
    );
  }
  return byState;
};

const noteUnknown = (walking: Walking, { rule, unknown }: Prepared): void => {
  const because = unknown.map((name) => `rule "${rule.name}" sets ${name}, which is outside the model`);
  const standing: Standing = { kind: "undecided", because, values: new Map() };
  walking.endings.push({ rule, ending: { outcome: "unknown", action: unknown.join(", ") }, standing });
};

/** Asks a destroying rule about the live messages where it looks at all states alike, else about each branch. */
const destroy = (
  walking: Walking,
  { rule, ending }: Prepared,
  matches: ReadonlyMap<string, Match | "never">,
): void => {
  if (ending === undefined) return;
  const distinct = new Set(matches.values());
  const [only] = distinct;
  const asked =
    distinct.size === 1 && walking.live !== undefined
      ? [[walking.live, only ?? "never"] as const]
      : walking.open.map(
          (branch) => [branch.region, matches.get(stateKey(branch.state)) ?? "never"] as const,
        );
  for (const [region, match] of asked) {
    if (match === "never") continue;
    const stands = walking.ask.standing([...region, { rule: rule.name, match, matched: true }]);
    if (stands !== undefined) walking.endings.push({ rule, ending, standing: stands });
  }
  const lives = walking.open.some((branch) => {
    const match = matches.get(stateKey(branch.state)) ?? "never";
    return (
      match === "never" ||
      !walking.ask.isEmpty([...branch.region, { rule: rule.name, match, matched: false }])
    );
  });
  if (!lives) walking.destroyedBy ??= rule.name;
};

/** Forged mail that a rule destroys gets no bypass below; for genuine mail a destroying rule is a block in itself. */
const afterDestruction = (
  walking: Walking,
  { rule }: Prepared,
  branch: Branch,
  match: Match,
): readonly Branch[] => {
  if (walking.around.messages.name === "aircall") return [branch];
  const region: Region = [...branch.region, { rule: rule.name, match, matched: false }];
  return walking.ask.isEmpty(region) ? [] : [{ ...branch, region }];
};

const split = (walking: Walking, prepared: Prepared, branch: Branch, match: Match): readonly Branch[] => {
  const { rule, audited, stops } = prepared;
  if (prepared.ending !== undefined) return afterDestruction(walking, prepared, branch, match);
  const edited = audited ? branch.state : applyEdits(rule, branch.state);
  if (!stops && stateKey(edited) === stateKey(branch.state)) return [branch];
  const matched: Region = [...branch.region, { rule: rule.name, match, matched: true }];
  if (walking.ask.isEmpty(matched)) return [branch];
  const unmatched: Region = [...branch.region, { rule: rule.name, match, matched: false }];
  const others = walking.ask.isEmpty(unmatched) ? [] : [{ ...branch, region: unmatched }];
  const sclRules =
    rule.parameters.SetSCL === undefined || audited ? branch.sclRules : [rule.name, ...branch.sclRules];
  // Where every message matches, the constraint says nothing.
  const through: Branch = {
    ...branch,
    state: edited,
    region: others.length === 0 ? branch.region : matched,
    sclRules,
  };
  if (!stops) return [through, ...others];
  if (walking.destroyedBy === undefined) walking.stopped.push(through);
  return others;
};

/** What it costs to look at a rule in one state, in the units of the budget. */
const unitsPerState = 3;

const visit = (walking: Walking, prepared: Prepared): void => {
  const { rule, stops, unknown } = prepared;
  spend(unitsPerState * walking.open.length);
  const matches = matchesByState(walking, prepared);
  const possible = [...matches.values()].filter((match) => match !== "never");
  if (possible.length === 0) return;
  const matchOfBranch = (branch: Branch): Match | "never" => matches.get(stateKey(branch.state)) ?? "never";
  if (unknown.length > 0) {
    const reached = walking.open.some((branch) => {
      const match = matchOfBranch(branch);
      return (
        match !== "never" &&
        !walking.ask.isEmpty([...branch.region, { rule: rule.name, match, matched: true }])
      );
    });
    if (reached) noteUnknown(walking, prepared);
  }
  destroy(walking, prepared, matches);
  const before = walking.open;
  const next = before.flatMap((branch) => {
    const match = matchOfBranch(branch);
    return match === "never" ? [branch] : split(walking, prepared, branch, match);
  });
  if (stops) walking.live = liveAfterStop(walking, rule, matches);
  const simpler = next.length > before.length ? simplify(next) : next;
  walking.open = simpler.length > branchLimit ? joinAll(simpler) : simpler;
};

/** The live region less what a stop took. */
const liveAfterStop = (
  { live }: Walking,
  rule: TransportRule,
  matches: ReadonlyMap<string, Match | "never">,
): Region | undefined => {
  const [only, ...more] = new Set(matches.values());
  if (live === undefined || more.length > 0 || only === undefined || only === "never") return undefined;
  return [...live, { rule: rule.name, match: only, matched: false }];
};

const arrival = ({ ask }: Walking, branch: Branch): readonly Arrival[] => {
  const stands = ask.standing(branch.region);
  if (stands === undefined) return [];
  if (branch.approximate === undefined || stands.kind === "undecided")
    return [{ ...branch, standing: stands }];
  const because = ["more different ways through the rules than are followed apart"];
  return [{ ...branch, standing: { kind: "undecided", because, values: stands.values } }];
};

/** @param rules those in force, in priority order. */
export const walkTransportRules = (
  tenant: ExchangeTenant,
  rules: readonly TransportRule[],
  messages: MessageClass,
  recipient: Recipient | undefined,
  ask: Questions,
): Walk => {
  const walking: Walking = {
    around: { tenant, messages, recipient },
    ask,
    endings: [],
    exhausted: [],
    stopped: [],
    open: [{ state: initialState, region: [], sclRules: [] }],
    live: [],
    destroyedBy: undefined,
    isSpent: false,
  };
  const within = (rule: string, body: () => void): void => {
    try {
      body();
    } catch (error) {
      if (!(error instanceof BudgetError)) throw error;
      if (!walking.isSpent) walking.exhausted.push({ rule, budget: error.budget });
      walking.isSpent ||= error instanceof WorkError;
    }
  };
  for (const rule of rules) {
    if (walking.open.length === 0 || walking.isSpent) break;
    within(rule.name, () => visit(walking, prepare(rule, recipient)));
  }
  // Where everything still live is destroyed, nothing of it arrives; what a stop took out above does.
  const arriving = simplify([...walking.stopped, ...(walking.destroyedBy === undefined ? walking.open : [])]);
  const branches: Arrival[] = [];
  for (const branch of walking.isSpent ? [] : arriving)
    within(branch.region.at(-1)?.rule ?? "", () => void branches.push(...arrival(walking, branch)));
  return { endings: walking.endings, branches, exhausted: walking.exhausted };
};
