/** Makes a transport rule, without a second one after a lost reply (exchange-online.md 1.8). */
import type { TransportRuleParameters } from "../../mailflow/exchange/transport-rules/table";
import { ExchangeError, isExchangeError } from "./exchange-error";
import { objectsWithIdentity } from "./identity";
import type { ExchangeClient } from "./invoke-command/client";
import { type ReadBackOptions, readBack } from "./read-back";
import {
  findTransportRule,
  findTransportRuleByName,
  type TransportRuleObject,
  transportRuleFrom,
} from "./read-transport-rules";
import {
  checkAnswer,
  differences,
  missing,
  notApplied,
  remarks,
  type WrittenTransportRule,
} from "./transport-rule-checks";
import { wireParameters } from "./transport-rule-values";

export interface NewTransportRule {
  readonly name: string;
  /** 0 to the number of rules; last where absent. */
  readonly priority?: number;
  readonly enabled: boolean;
  readonly parameters: TransportRuleParameters;
}

const createTries = 3;

const invokeCreate = async (
  client: ExchangeClient,
  rule: NewTransportRule,
): Promise<{ readonly guid: string; readonly warnings: readonly string[] }> => {
  const cmdlet = "New-TransportRule";
  const parameters = {
    Name: rule.name,
    ...(rule.priority === undefined ? {} : { Priority: rule.priority }),
    Enabled: rule.enabled,
    ...wireParameters(rule.parameters),
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { value, warnings } = await client.invoke(cmdlet, parameters);
      checkAnswer(value, rule.name, cmdlet);
      const made = objectsWithIdentity(value, rule.name)[0];
      const found =
        made === undefined ? await findTransportRuleByName(client, rule.name) : transportRuleFrom(made);
      if (found !== undefined) {
        return { guid: found.guid, warnings };
      }
      throw new ExchangeError({
        kind: "not-applied",
        problem: `${cmdlet} was accepted, but there is no rule "${rule.name}".`,
        nextStep: "Refresh and try again.",
        cmdlet,
      });
    } catch (error) {
      // A lost reply: only the tenant knows whether the rule was made. Look before making a second one.
      if (!isExchangeError(error, "unreachable", "invalid-answer") || !error.mayHaveBeenApplied) {
        throw error;
      }
      const found = await findTransportRuleByName(client, rule.name);
      if (found !== undefined) {
        return { guid: found.guid, warnings: [] };
      }
      if (attempt >= createTries) {
        throw error;
      }
    }
  }
};

/**
 * Makes a rule and returns it as read back.
 *
 * @remarks After a lost reply the rule is looked for by its name before it is made again, so no second one appears.
 * @throws {@link ExchangeError} `refused` (name taken, bad value), `not-applied` where the tenant shows something else.
 */
export const createTransportRule = async (
  client: ExchangeClient,
  rule: NewTransportRule,
  options: ReadBackOptions = {},
): Promise<WrittenTransportRule> => {
  const { guid, warnings } = await invokeCreate(client, rule);
  const wanted = wireParameters(rule.parameters);
  const compare = (seen: TransportRuleObject) => differences(seen, wanted, rule);
  const seen = await readBack(
    () => findTransportRule(client, guid),
    (found) => found !== undefined && compare(found).different.length === 0,
    options,
  );
  if (seen === undefined) {
    throw missing(guid, "New-TransportRule");
  }
  const { different, resolved } = compare(seen);
  if (different.length > 0) {
    throw notApplied(seen, "New-TransportRule", different);
  }
  return { rule: seen, warnings: [...warnings, ...remarks(seen, resolved)] };
};
