/** Which conditions of a rule hold for one message, asked of the reference evaluator before any rule changed it. */
import type { ExchangeTenant } from "../exchange/tenant";
import { explainRule } from "../exchange/transport-rules/explain";
import { initialState } from "../exchange/transport-rules/state";
import type { TransportRuleParameters } from "../exchange/transport-rules/table";
import type { Message } from "../message";

export interface HeldCondition {
  /** Name as the cmdlet has it, `ExceptIf` included. */
  readonly parameter: string;
  readonly isException: boolean;
  /** `undefined` where it is not known. An exception that holds exempts. */
  readonly holds: boolean | undefined;
}

export const conditionsHeld = (
  parameters: TransportRuleParameters,
  message: Message,
  tenant: ExchangeTenant,
): readonly HeldCondition[] => {
  const recipient = tenant.recipients?.find(
    ({ address }) => address.toLowerCase() === message.recipient.toLowerCase(),
  );
  return explainRule({ message, tenant, recipient, state: initialState, parameters }).map(
    ({ parameter, holds }) => ({ parameter, isException: parameter.startsWith("ExceptIf"), holds }),
  );
};

/** Whether the condition lets its rule match: a condition that holds, an exception that does not. */
export const letsMatch = ({ isException, holds }: HeldCondition): boolean | undefined =>
  holds === undefined ? undefined : holds !== isException;
