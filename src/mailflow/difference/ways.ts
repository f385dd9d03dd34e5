/**
 * Every way through the transport rules of one tenant that mail of a class may take to one recipient. Together the ways hold
 * all messages; each message takes one of them.
 */
import type { Recipient, TransportRule } from "../exchange/tenant";
import { fact, type Match } from "../exchange/transport-rules/atom";
import { applyEdits, endingOf, outsideModel, unknownActions } from "../exchange/transport-rules/effect";
import { isSameMatch } from "../exchange/transport-rules/match";
import { isEmpty, type Region } from "../exchange/transport-rules/region";
import { initialState, type RuleState, stateKey } from "../exchange/transport-rules/state";
import { BudgetError, WorkError } from "../language/budget";
import type { MessageClass } from "../message-class";
import type { Fate } from "./fate";
import { matchByValue } from "./match-by-value";
import type { Side } from "./side";

export interface Way {
  /** What the rules that stop, edit or end on this way ask. */
  readonly region: Region;
  /** Rules above that would have ended it, and did not match. */
  readonly spared: Region;
  readonly state: RuleState;
  /** Rules that matched and did something, first to last. */
  readonly rules: readonly string[];
  /** The rule that stamped the present spam confidence level. */
  readonly levelBy?: string;
  readonly end: "arrives" | "destroyed" | "unknown";
  /** Where the rule that ends it takes it, or why that is not known. */
  readonly fate?: Fate;
}

export interface Exhausted {
  readonly rule: string;
  readonly budget: string;
}

export interface Ways {
  readonly ways: readonly Way[];
  readonly exhausted: readonly Exhausted[];
}

type Open = Omit<Way, "end" | "fate">;

/** Most ways followed at once. */
const wayLimit = 200;

interface Prepared {
  readonly rule: TransportRule;
  readonly stops: boolean;
  readonly audited: boolean;
  /** What becomes of mail it ends; `undefined` where it ends none. */
  readonly fate: Fate | undefined;
}

const fateOfMatched = (rule: TransportRule, recipient: Recipient | undefined): Fate | undefined => {
  const unknown = [...unknownActions(rule), ...outsideModel(rule)];
  const shared = { stage: "transport-rules", rule: rule.name } as const;
  if (unknown.length > 0)
    return {
      ...shared,
      fate: "undecided",
      because: `rule "${rule.name}" sets ${unknown.join(", ")}, which is outside the model`,
    };
  const ending = endingOf(rule, recipient);
  return ending && { ...shared, fate: "blocked", outcome: ending.outcome };
};

const prepare = (rule: TransportRule, recipient: Recipient | undefined): Prepared => {
  const audited = (rule.parameters.Mode ?? "Enforce") !== "Enforce";
  const stops = rule.parameters.StopRuleProcessing === true;
  return { rule, audited, stops, fate: audited ? undefined : fateOfMatched(rule, recipient) };
};

/** Whether a rule that only reports still stops the rules below is not published (exchange-online.md 7.4). */
const withDoubt = (match: Match, { rule, audited, stops }: Prepared): Match => {
  if (!audited || !stops) return match;
  const atom = fact(
    `whether StopRuleProcessing of "${rule.name}" stops in mode ${rule.parameters.Mode ?? "Enforce"}`,
  );
  return atom.kind === "test" ? { ...match, clauses: [...match.clauses, [atom]] } : match;
};

const headerNames = ["HeaderContainsMessageHeader", "HeaderMatchesMessageHeader"] as const;

/** Header fields some rule looks at, lower-case: edits of others tell no two messages apart. */
const headersRead = (rules: readonly TransportRule[]): ReadonlySet<string> =>
  new Set(
    rules.flatMap(({ parameters }) =>
      headerNames.flatMap((name) =>
        [parameters[name], parameters[`ExceptIf${name}`]].flatMap((header) => header?.toLowerCase() ?? []),
      ),
    ),
  );

const stepWith =
  (side: Side, messages: MessageClass, recipient: Recipient | undefined, read: ReadonlySet<string>) =>
  (prepared: Prepared) => {
    const { rule, stops, audited, fate } = prepared;
    const matches = new Map<string, Match | "never">();
    const matchIn = (state: RuleState): Match | "never" => {
      const key = stateKey(state);
      const known = matches.get(key);
      if (known !== undefined) return known;
      const found = matchByValue(rule, { tenant: side.renamed, messages, recipient, state });
      const same = [...matches.values()].find(
        (other) => other !== "never" && found !== "never" && isSameMatch(other, found),
      );
      const match = same ?? (found === "never" ? found : withDoubt(found, prepared));
      matches.set(key, match);
      return match;
    };
    const edited = (state: RuleState): RuleState => {
      if (audited) return state;
      const after = applyEdits(rule, state);
      const headers = Object.entries(after.headers).filter(([name]) => read.has(name));
      return { ...after, headers: Object.fromEntries(headers) };
    };
    /** @returns the ways that go on, and those that end here. */
    return (way: Open): { readonly open: readonly Open[]; readonly ended: readonly Way[] } => {
      const match = matchIn(way.state);
      if (match === "never") return { open: [way], ended: [] };
      const [holds, fails] = [true, false].map((matched) => ({ rule: rule.name, match, matched }));
      if (holds === undefined || fails === undefined) return { open: [way], ended: [] };
      const rules = [...way.rules, rule.name];
      if (fate !== undefined) {
        const end = fate.fate === "blocked" ? "destroyed" : "unknown";
        return {
          open: [{ ...way, spared: [...way.spared, fails] }],
          ended: [{ ...way, region: [...way.region, holds], rules, end, fate }],
        };
      }
      const state = edited(way.state);
      if (!stops && stateKey(state) === stateKey(way.state)) return { open: [way], ended: [] };
      const stamps = rule.parameters.SetSCL !== undefined && !audited;
      const levelBy = stamps ? { levelBy: rule.name } : {};
      const matched: Open = { ...way, ...levelBy, state, rules, region: [...way.region, holds] };
      if (isEmpty(messages, matched.region)) return { open: [way], ended: [] };
      const unmatched: Open = { ...way, region: [...way.region, fails] };
      const others = isEmpty(messages, unmatched.region) ? [] : [unmatched];
      return stops
        ? { open: others, ended: [{ ...matched, end: "arrives" }] }
        : { open: [matched, ...others], ended: [] };
    };
  };

/** The ways of mail of the class to the recipient. A rule that outgrows its budget is named and taken as absent. */
export const waysThrough = (side: Side, messages: MessageClass, recipient: Recipient | undefined): Ways => {
  const rules = side.rules ?? [];
  const step = stepWith(side, messages, recipient, headersRead(rules));
  const ended: Way[] = [];
  const exhausted: Exhausted[] = [];
  let open: readonly Open[] = [{ region: [], spared: [], state: initialState, rules: [] }];
  for (const rule of rules) {
    if (open.length === 0) break;
    try {
      const steps = open.map(step(prepare(rule, recipient)));
      const next = steps.flatMap((one) => one.open);
      if (next.length > wayLimit) throw new BudgetError("ways through the rules");
      ended.push(...steps.flatMap((one) => one.ended));
      open = next;
    } catch (error) {
      if (!(error instanceof BudgetError) || error instanceof WorkError) throw error;
      exhausted.push({ rule: rule.name, budget: error.budget });
    }
  }
  return { ways: [...ended, ...open.map((way) => ({ ...way, end: "arrives" }) as const)], exhausted };
};
