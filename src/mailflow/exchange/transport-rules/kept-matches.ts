/** When rules match, asked once for all recipients where a rule looks at none: most do not. */
import type { TransportRule } from "../tenant";
import type { Match } from "./atom";
import { isSameMatch, matchOf } from "./match";
import { asksForRecipient } from "./recipient-key";
import { type RuleState, stateKey } from "./state";
import type { Surroundings } from "./surroundings";

/** When a rule matches messages in each of some states; `"never"` where it matches in none of them. */
export type Matches = readonly (Match | "never")[] | "never";

export type AskMatches = (
  rule: TransportRule,
  around: Pick<Surroundings, "tenant" | "messages" | "recipient">,
  states: readonly RuleState[],
) => Matches;

type AskMatch = (state: RuleState) => Match | "never";

/** The same object for equal matches, so that halves are known for halves. */
const matchesIn = (states: readonly RuleState[], ask: AskMatch): Matches => {
  const matches: (Match | "never")[] = [];
  for (const state of states) {
    const found = ask(state);
    const same = matches.find((one) => one !== "never" && found !== "never" && isSameMatch(one, found));
    matches.push(same ?? found);
  }
  return matches.every((match) => match === "never") ? "never" : matches;
};

/** What is known of a rule that looks at no recipient. */
interface Kept {
  readonly byState: Map<string, Match | "never">;
  readonly byStates: Map<string, Matches>;
}

/** For walks of one tenant and of senders that no rule tells apart. */
export const keptMatches = (): AskMatches => {
  /** `undefined` where the rule looks at the recipient. */
  const kept = new Map<TransportRule, Kept | undefined>();
  return (rule, around, states) => {
    if (!kept.has(rule))
      kept.set(rule, asksForRecipient(rule) ? undefined : { byState: new Map(), byStates: new Map() });
    const known = kept.get(rule);
    const ask: AskMatch = (state) => matchOf(rule, { ...around, state });
    if (known === undefined) return matchesIn(states, ask);
    const keys = states.map(stateKey).join();
    const before = known.byStates.get(keys);
    if (before !== undefined) return before;
    const matches = matchesIn(states, (state) => {
      const key = stateKey(state);
      const match = known.byState.get(key) ?? ask(state);
      known.byState.set(key, match);
      return match;
    });
    known.byStates.set(keys, matches);
    return matches;
  };
};
