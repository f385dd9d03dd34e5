/** Recipients grouped into classes that no rule and no policy can tell apart: work is per class, not per user. */

import { selectPolicy } from "./exchange/policy-selection";
import type { ExchangeTenant, Recipient, TransportRule } from "./exchange/tenant";
import { matchKey } from "./exchange/transport-rules/recipient-key";

export interface RecipientClass {
  /** One of the class; `undefined` where recipients were not read. */
  readonly representative: Recipient | undefined;
  readonly count: number;
  /** At most five addresses. */
  readonly sample: readonly string[];
}

const sampleLimit = 5;

const policyKey = (tenant: ExchangeTenant, recipient: Recipient): string =>
  [
    selectPolicy("hostedContentFilterPolicy", tenant.hostedContentFilterRules ?? [], "", recipient, tenant),
    selectPolicy("antiPhishPolicy", tenant.antiPhishRules ?? [], "", recipient, tenant),
    selectPolicy("malwareFilterPolicy", tenant.malwareFilterRules ?? [], "", recipient, tenant),
  ]
    .map((selection) => (selection.kind === "policy" ? (selection.name ?? "") : selection.because))
    .join("\u0000");

/**
 * The classes of the given recipients. Cost: recipients times the conditions that look at one.
 * @param rules the rules in force.
 */
export const classifyRecipients = (
  tenant: ExchangeTenant,
  rules: readonly TransportRule[],
  recipients: readonly Recipient[] | undefined,
): readonly RecipientClass[] => {
  if (recipients === undefined) return [{ representative: undefined, count: 0, sample: [] }];
  const keyOfRules = matchKey(tenant, rules);
  const classes = new Map<string, { representative: Recipient; count: number; sample: string[] }>();
  for (const recipient of recipients) {
    const key = `${keyOfRules(recipient)}\u0001${policyKey(tenant, recipient)}`;
    const found = classes.get(key);
    if (found === undefined)
      classes.set(key, { representative: recipient, count: recipient.count, sample: [recipient.address] });
    else {
      found.count += recipient.count;
      if (found.sample.length < sampleLimit) found.sample.push(recipient.address);
    }
  }
  return [...classes.values()];
};
