/** The message a finding is explained with: its witness, or any genuine message of its sender. */
import type { ExchangeTenant } from "../exchange/tenant";
import type { Finding } from "../finding";
import type { Message } from "../message";
import { aircallClass } from "../message-class";
import { witnessMessage } from "../witness";

export const probeOf = (finding: Finding, tenant: ExchangeTenant): Message | undefined => {
  if (finding.witness !== undefined) return finding.witness;
  const [sender] = finding.senders;
  const recipient = finding.recipients.sample[0] ?? tenant.recipients?.[0]?.address;
  if (sender === undefined || recipient === undefined) return undefined;
  return witnessMessage(aircallClass(sender), recipient, new Map());
};
