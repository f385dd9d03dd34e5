/** Writes of single transport rules, each read back before it counts (exchange-online.md 1.7, 1.8). */
import { isExchangeError } from "./exchange-error";
import type { ExchangeClient } from "./invoke-command/client";
import { type ReadBackOptions, readBack } from "./read-back";
import { findTransportRule } from "./read-transport-rules";
import { checkAnswer, missing, notApplied, type WrittenTransportRule } from "./transport-rule-checks";

export { createTransportRule, type NewTransportRule } from "./create-transport-rule";
export type { WrittenTransportRule } from "./transport-rule-checks";
export { type TransportRuleChange, updateTransportRule } from "./update-transport-rule";

const switchTransportRule =
  (cmdlet: "Enable-TransportRule" | "Disable-TransportRule", enabled: boolean) =>
  async (
    client: ExchangeClient,
    guid: string,
    options: ReadBackOptions = {},
  ): Promise<WrittenTransportRule> => {
    if ((await findTransportRule(client, guid)) === undefined) {
      throw missing(guid, cmdlet);
    }
    const { value, warnings } = await client.invoke(cmdlet, {
      Identity: guid,
      ...(enabled ? {} : { Confirm: false }),
    });
    checkAnswer(value, guid, cmdlet);
    const seen = await readBack(
      () => findTransportRule(client, guid),
      (found) => found?.enabled === enabled,
      options,
    );
    if (seen === undefined) {
      throw missing(guid, cmdlet);
    }
    if (seen.enabled !== enabled) {
      throw notApplied(seen, cmdlet, ["Enabled"]);
    }
    return { rule: seen, warnings };
  };

/** Switches a rule on; `Enabled` is no parameter of `Set-TransportRule` (exchange-online.md 1.8). */
export const enableTransportRule = switchTransportRule("Enable-TransportRule", true);

/** Switches a rule off; it keeps its priority (exchange-online.md 2.9). */
export const disableTransportRule = switchTransportRule("Disable-TransportRule", false);

/** Removes a rule. One that is gone already is as good as removed. */
export const removeTransportRule = async (
  client: ExchangeClient,
  guid: string,
  options: ReadBackOptions = {},
): Promise<void> => {
  const cmdlet = "Remove-TransportRule";
  const before = await findTransportRule(client, guid);
  if (before === undefined) {
    return;
  }
  try {
    const { value } = await client.invoke(cmdlet, { Identity: guid, Confirm: false });
    checkAnswer(value, guid, cmdlet);
  } catch (error) {
    // After a lost reply the second try may not find what the first one removed.
    if (!isExchangeError(error, "not-found")) {
      throw error;
    }
  }
  const seen = await readBack(
    () => findTransportRule(client, guid),
    (found) => found === undefined,
    options,
  );
  if (seen !== undefined) {
    throw notApplied(seen, cmdlet, ["Identity"]);
  }
};
