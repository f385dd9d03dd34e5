/** Recipients grouped into classes that no rule and no policy can tell apart: work is per class, not per user. */

import { aircallSenders } from "./aircall";
import { mailboxKey } from "./exchange/mailbox/mailbox-key";
import { policyKey } from "./exchange/policy-key";
import { routeKey } from "./exchange/routes";
import type { ExchangeTenant, Recipient, TransportRule } from "./exchange/tenant";
import { matchKey } from "./exchange/transport-rules/recipient-key";
import type { Scope } from "./outcome";

export interface RecipientClass {
  /** One of the class; `undefined` where recipients were not read. */
  readonly representative: Recipient | undefined;
  readonly count: number;
  /** At most five addresses. */
  readonly sample: readonly string[];
  /** Every one of the class; empty where recipients were not read. */
  readonly members: readonly Recipient[];
}

const sampleLimit = 5;

/**
 * What rules and policies can see of a recipient, as a text.
 * @param rules the rules in force.
 * @param senders whose mail is asked about; what sits on a mailbox may look at them.
 */
export const recipientKey = (
  tenant: ExchangeTenant,
  rules: readonly TransportRule[],
  scope: Scope = "organisation",
  senders: readonly string[] = aircallSenders,
): ((recipient: Recipient) => string) => {
  const keyOfRules = matchKey(tenant, rules);
  const keyOfPolicies = policyKey(tenant);
  const keyOfRoutes = routeKey(tenant);
  const keyOfMailbox = scope === "mailbox" ? mailboxKey(tenant, senders) : () => "";
  return (recipient) =>
    [keyOfRules(recipient), keyOfPolicies(recipient), keyOfRoutes(recipient), keyOfMailbox(recipient)].join(
      "\u0001",
    );
};

/**
 * The classes of the given recipients. Cost: recipients times the conditions that look at one.
 * @param rules the rules in force.
 * @param senders whose mail is asked about.
 */
export const classifyRecipients = (
  tenant: ExchangeTenant,
  rules: readonly TransportRule[],
  recipients: readonly Recipient[] | undefined,
  scope: Scope = "organisation",
  senders: readonly string[] = aircallSenders,
): readonly RecipientClass[] => {
  if (recipients === undefined) return [{ representative: undefined, count: 0, sample: [], members: [] }];
  const keyOf = recipientKey(tenant, rules, scope, senders);
  const classes = new Map<
    string,
    { representative: Recipient; count: number; sample: string[]; members: Recipient[] }
  >();
  for (const recipient of recipients) {
    const key = keyOf(recipient);
    const found = classes.get(key);
    if (found === undefined)
      classes.set(key, {
        representative: recipient,
        count: recipient.count,
        sample: [recipient.address],
        members: [recipient],
      });
    else {
      found.count += recipient.count;
      found.members.push(recipient);
      if (found.sample.length < sampleLimit) found.sample.push(recipient.address);
    }
  }
  return [...classes.values()];
};
