/** The tenant's rules at this moment, in the words of the rules that are listed. */
import type { RuleInputs } from "../../../resources/exchange/desired-rules";
import type { ExchangeClient } from "../../../tenants/exchange/invoke-command/client";
import { readTransportRules } from "../../../tenants/exchange/read-transport-rules";
import { findByName } from "./plan";
import { withListedNames } from "./recipient-names";
import { ruleInputs, ruleParameters } from "./rule-inputs";
import { type StandingRule, standingRule } from "./standing-rules";

/** A rule of the tenant, and its inputs. */
export interface LiveRule {
  readonly standing: StandingRule;
  readonly inputs: RuleInputs;
}

/**
 * Reads every rule, first to last.
 *
 * @param listed - rules whose names and recipients are written as they are here, where they mean the same.
 */
export const readLiveRules = async (
  client: ExchangeClient,
  listed: readonly RuleInputs[],
  signal: AbortSignal,
): Promise<readonly LiveRule[]> => {
  const standing = (await readTransportRules(client)).map(standingRule);
  const pairs = listed.flatMap((rule) => {
    const live = findByName(standing, rule.name);
    return live === undefined
      ? []
      : [{ key: live.key, live: ruleInputs(rule.name, live.enabled, live.printed), listed: rule }];
  });
  const named = await withListedNames(client, pairs, signal);
  const known = new Map(pairs.map(({ key }, place) => [key, named[place]]));
  return standing.map((rule) => {
    const inputs = known.get(rule.key);
    return inputs === undefined
      ? { standing: rule, inputs: ruleInputs(rule.name, rule.enabled, rule.printed) }
      : { standing: { ...rule, printed: { ...rule.printed, ...ruleParameters(inputs) } }, inputs };
  });
};
