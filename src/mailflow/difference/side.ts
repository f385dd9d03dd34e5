/** One of the two tenants, prepared for comparison: its rules in force, called by the names they have afterwards. */
import type { ExchangeTenant, Recipient, TransportRule } from "../exchange/tenant";
import { isInForce } from "../exchange/transport-rules/match";
import { senderKey } from "../exchange/transport-rules/shared-walks";
import type { MessageClass } from "../message-class";
import { recipientKey } from "../recipients";

export interface Side {
  /** As it was read: what messages are replayed on. */
  readonly tenant: ExchangeTenant;
  /** The same with rules called by their common names: what is reasoned about. */
  readonly renamed: ExchangeTenant;
  /** The rules in force in priority order, by their common names; `undefined` where not read. */
  readonly rules: readonly TransportRule[] | undefined;
  /** What rules can see of a sender. */
  readonly senderKey: (messages: MessageClass) => string;
  /** What rules and policies can see of a recipient. */
  readonly recipientKey: (recipient: Recipient) => string;
}

/** @param nameOf the common name of a rule. */
export const sideOf = (tenant: ExchangeTenant, asOf: Date, nameOf: (rule: TransportRule) => string): Side => {
  const all = tenant.transportRules?.map((rule) => ({ ...rule, name: nameOf(rule) }));
  const renamed = { ...tenant, transportRules: all };
  const rules = all
    ?.filter((rule) => isInForce(rule, asOf))
    .sort((left, right) => left.priority - right.priority);
  return {
    tenant,
    renamed,
    rules,
    senderKey: senderKey(renamed, rules ?? []),
    recipientKey: recipientKey(renamed, rules ?? []),
  };
};
