/** When rules match, asked once for all recipients where a rule looks at none: most do not. */
import type { TransportRule } from "../tenant";
import type { Match } from "./atom";
import { matchOf } from "./match";
import { asksForRecipient } from "./recipient-key";
import { stateKey } from "./state";

export type AskMatch = (rule: TransportRule, around: Parameters<typeof matchOf>[1]) => Match | "never";

/** For walks of one tenant and of senders that no rule tells apart. */
export const keptMatches = (): AskMatch => {
  /** By rule and state; no states where the rule looks at the recipient. */
  const kept = new Map<TransportRule, Map<string, Match | "never"> | undefined>();
  return (rule, around) => {
    if (!kept.has(rule)) kept.set(rule, asksForRecipient(rule) ? undefined : new Map());
    const byState = kept.get(rule);
    if (byState === undefined) return matchOf(rule, around);
    const key = stateKey(around.state);
    const found = byState.get(key) ?? matchOf(rule, around);
    byState.set(key, found);
    return found;
  };
};
