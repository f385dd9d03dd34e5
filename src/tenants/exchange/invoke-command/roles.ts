/** Which Exchange role lets an app run a cmdlet, for the text of a refusal (exchange-online.md 1.3). */

const writeRoles: readonly (readonly [RegExp, string])[] = [
  [/-TransportRule$/i, "Transport Rules"],
  [
    /-(HostedContentFilter|HostedConnectionFilter|HostedOutboundSpamFilter|AntiPhish|MalwareFilter|TenantAllowBlockList|EOPProtection|ATPProtection|SafeLinks|SafeAttachment|Quarantine|Arc)/i,
    "Transport Hygiene",
  ],
  [/-(InboundConnector|OutboundConnector|AcceptedDomain|RemoteDomain)/i, "Remote and Accepted Domains"],
  [
    /-(Mailbox|MailboxPlan|MailboxJunkEmailConfiguration|InboxRule|Recipient|MailContact|User)$/i,
    "Mail Recipients",
  ],
  [/-(DistributionGroup|UnifiedGroup|DynamicDistributionGroup)/i, "Distribution Groups"],
];

/** The role to ask an administrator for, in words that fit into a sentence. */
export const roleFor = (cmdlet: string): string => {
  if (!/^[A-Za-z]+-/.test(cmdlet)) {
    return "the Entra role Global Reader (to read) or Exchange Administrator (to write), or a custom Exchange role group";
  }
  const role = writeRoles.find(([pattern]) => pattern.test(cmdlet))?.[1];
  const named = role === undefined ? "an Exchange role that contains it" : `the Exchange role "${role}"`;
  return /^(Get|Test)-/i.test(cmdlet)
    ? `${named}, or a role that reads it ("View-Only Configuration", "View-Only Recipients", or the Entra role Global Reader)`
    : named;
};
