/** When rules match, asked once for all recipients where a rule looks at none: most do not. */
import type { TransportRule } from "../tenant";
import type { Match } from "./atom";
import { matchOf } from "./match";
import { asksForRecipient } from "./recipient-key";
import { stateKey } from "./state";

export type AskMatch = (rule: TransportRule, around: Parameters<typeof matchOf>[1]) => Match | "never";

/** For walks of one tenant and of senders that no rule tells apart. */
export const keptMatches = (): AskMatch => {
  const kept = new Map<TransportRule, Map<string, Match | "never">>();
  return (rule, around) => {
    if (asksForRecipient(rule)) return matchOf(rule, around);
    const byState = kept.get(rule) ?? new Map<string, Match | "never">();
    kept.set(rule, byState);
    const key = stateKey(around.state);
    const found = byState.get(key) ?? matchOf(rule, around);
    byState.set(key, found);
    return found;
  };
};
