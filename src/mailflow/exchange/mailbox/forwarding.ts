/** Forwarding of a whole mailbox: without a copy nothing stays in it (exchange-online.md 4.2). */
import type { Issue } from "../issue";
import type { MailboxSettings } from "../tenant";

export const decideForwarding = (mailbox: MailboxSettings): readonly Issue[] => {
  const { forwardingAddress, forwardingSmtpAddress, deliverToMailboxAndForward } = mailbox;
  const setting =
    forwardingAddress !== undefined
      ? "ForwardingAddress"
      : forwardingSmtpAddress !== undefined
        ? "ForwardingSmtpAddress"
        : undefined;
  if (setting === undefined || deliverToMailboxAndForward) return [];
  return [
    {
      code: "mailbox-forwards",
      stage: "mailbox",
      implies: "blocked",
      certainty: "certain",
      outcome: "redirected",
      details: { setting },
      values: new Map(),
    },
  ];
};
