/**
 * The evaluator supposes of each rule by itself that it matches or not, where that is open. Two rules that ask the same open
 * question hold or fail together, which the decider knows: such a way is none.
 */
import type { ExchangeTenant, TransportRule } from "../../src/mailflow/exchange/tenant";
import type { Ending } from "../../src/mailflow/exchange/trace";
import { setConditions } from "../../src/mailflow/exchange/transport-rules/set-conditions";

const asks = ({ parameters }: TransportRule): readonly string[] =>
  setConditions(parameters).map(({ name, value }) => JSON.stringify([name, value]));

/** Whether it supposes of one rule what it denies of another that asks something of the same. */
export const mayContradictItself = (
  { transportRules = [] }: ExchangeTenant,
  { when = [] }: Ending,
): boolean => {
  const supposed = (prefix: string): readonly TransportRule[] =>
    transportRules.filter(({ name }) => when.includes(`${prefix}rule "${name}" matches`));
  const denied = new Set(supposed("not: ").flatMap(asks));
  return supposed("").some((rule) => asks(rule).some((one) => denied.has(one)));
};

/** Where the message may end, by ways that do not contradict themselves. */
export const independentOutcomes = (
  tenant: ExchangeTenant,
  endings: readonly Ending[],
): readonly Ending["outcome"][] => [
  ...new Set(endings.filter((ending) => !mayContradictItself(tenant, ending)).map(({ outcome }) => outcome)),
];
