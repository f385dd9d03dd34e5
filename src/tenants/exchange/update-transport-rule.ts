/** Changes a transport rule and makes sure that what was to go is gone (exchange-online.md 1.7, 1.8). */
import {
  isListKind,
  type ParameterName,
  type TransportRuleParameters,
} from "../../mailflow/exchange/transport-rules/table";
import { ExchangeError } from "./exchange-error";
import type { ExchangeClient } from "./invoke-command/client";
import { type ReadBackOptions, readBack } from "./read-back";
import { findTransportRule, type TransportRuleObject } from "./read-transport-rules";
import {
  checkAnswer,
  differences,
  missing,
  notApplied,
  remarks,
  type WrittenTransportRule,
} from "./transport-rule-checks";
import {
  clearingValue,
  isSet,
  listOf,
  readBackValue,
  removal,
  wireParameters,
  writableParameter,
} from "./transport-rule-values";

export interface TransportRuleChange {
  readonly set?: TransportRuleParameters;
  readonly clear?: readonly ParameterName[];
  readonly name?: string;
  /** 0 to the number of rules less one. */
  readonly priority?: number;
}

const stillSet = (rule: TransportRuleObject, clear: readonly string[]): readonly string[] =>
  clear.filter((name) => isSet(writableParameter(name), readBackValue(rule.properties, name)));

/** Second way to clear a list: take each of its values out (exchange-online.md 1.7). */
const removeEachValue = async (
  client: ExchangeClient,
  rule: TransportRuleObject,
  names: readonly string[],
): Promise<void> => {
  const lists = names.filter((name) => isListKind(writableParameter(name).kind));
  if (lists.length > 0) {
    const removals = lists.map((name) => [name, removal(listOf(rule.properties[name]))]);
    await client.invoke("Set-TransportRule", { Identity: rule.guid, ...Object.fromEntries(removals) });
  }
};

const notCleared = (rule: TransportRuleObject, names: readonly string[]): ExchangeError =>
  new ExchangeError({
    kind: "not-cleared",
    problem: `The rule "${rule.name}" still has ${names.join(", ")} although it was told to drop ${names.length === 1 ? "it" : "them"}.`,
    nextStep: "Replace the rule: make a new one without and remove this one.",
    cmdlet: "Set-TransportRule",
    parameters: names,
  });

/**
 * Changes a rule and returns it as read back.
 *
 * @param guid - GUID of the rule; the name may change under it
 * @throws {@link ExchangeError} `not-found`; `not-cleared` naming the parameters that stayed, because a condition
 * wrongly kept or lost changes which mail a rule hits; `not-applied`; `bad-input` for a parameter only
 * `New-TransportRule` takes.
 */
export const updateTransportRule = async (
  client: ExchangeClient,
  guid: string,
  change: TransportRuleChange,
  options: ReadBackOptions = {},
): Promise<WrittenTransportRule> => {
  const cmdlet = "Set-TransportRule";
  const set = wireParameters(change.set ?? {});
  const clear = (change.clear ?? []).filter((name) => !(name in set));
  const newOnly = [...Object.keys(set), ...clear].filter((name) => writableParameter(name).newOnly === true);
  if (newOnly.length > 0) {
    throw new ExchangeError({
      kind: "bad-input",
      problem: `${newOnly.join(", ")} can only be given when a rule is made.`,
      nextStep: "Replace the rule: make a new one and remove this one.",
      cmdlet,
      parameters: newOnly,
    });
  }
  // A wrong Identity may touch or return anything: be sure of the rule before it is written to.
  if ((await findTransportRule(client, guid)) === undefined) {
    throw missing(guid, cmdlet);
  }
  const { value, warnings } = await client.invoke(cmdlet, {
    Identity: guid,
    ...(change.name === undefined ? {} : { Name: change.name }),
    ...(change.priority === undefined ? {} : { Priority: change.priority }),
    ...Object.fromEntries(clear.map((name) => [name, clearingValue(writableParameter(name))])),
    ...set,
  });
  checkAnswer(value, guid, cmdlet);
  const compare = (seen: TransportRuleObject) => differences(seen, set, change);
  const look = () => findTransportRule(client, guid);
  const settled = (found: TransportRuleObject | undefined): boolean =>
    found !== undefined && compare(found).different.length === 0 && stillSet(found, clear).length === 0;
  let seen = await readBack(look, settled, options);
  if (seen !== undefined && stillSet(seen, clear).length > 0) {
    await removeEachValue(client, seen, stillSet(seen, clear));
    seen = await readBack(look, settled, options);
  }
  if (seen === undefined) {
    throw missing(guid, cmdlet);
  }
  const left = stillSet(seen, clear);
  if (left.length > 0) {
    throw notCleared(seen, left);
  }
  const { different, resolved } = compare(seen);
  if (different.length > 0) {
    throw notApplied(seen, cmdlet, different);
  }
  return { rule: seen, warnings: [...warnings, ...remarks(seen, resolved)] };
};
