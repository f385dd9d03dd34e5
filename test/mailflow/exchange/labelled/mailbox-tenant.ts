/** The smallest tenant whose mailbox parts were read too, with the recommended allow rule: proven in mailbox scope. */
import type { RawObject } from "./healthy-tenant";
import { allowAircall, type TenantBuilder, tenant } from "./tenant-builder";

export const anna = "anna@contoso.example";

/** What `Get-Mailbox` prints of a mailbox that takes mail from everybody (exchange-online.md 4.1, 4.2). */
export const openMailbox: RawObject = {
  IssueWarningQuota: "98 GB (105,226,698,752 bytes)",
  ProhibitSendQuota: "99 GB (106,300,440,576 bytes)",
  ProhibitSendReceiveQuota: "100 GB (107,374,182,400 bytes)",
  UseDatabaseQuotaDefaults: false,
  AcceptMessagesOnlyFrom: [],
  AcceptMessagesOnlyFromDLMembers: [],
  AcceptMessagesOnlyFromSendersOrMembers: [],
  RejectMessagesFrom: [],
  RejectMessagesFromDLMembers: [],
  RejectMessagesFromSendersOrMembers: [],
  RequireSenderAuthenticationEnabled: false,
  ModerationEnabled: false,
  ModeratedBy: [],
  BypassModerationFromSendersOrMembers: [],
  MaxReceiveSize: "36 MB (37,748,736 bytes)",
  ForwardingAddress: null,
  ForwardingSmtpAddress: null,
  DeliverToMailboxAndForward: false,
};

/** `Get-MailboxStatistics` of a mailbox that holds little (exchange-online.md 4.1). */
export const statistics = (address: string, overrides: RawObject = {}): RawObject => ({
  Mailbox: address,
  ItemCount: 4211,
  TotalItemSize: "1.5 GB (1,610,612,736 bytes)",
  TotalDeletedItemSize: "12 MB (12,582,912 bytes)",
  ...overrides,
});

/** `Get-MailboxJunkEmailConfiguration` with empty lists (exchange-online.md 4.3). */
export const junkConfiguration = (address: string, overrides: RawObject = {}): RawObject => ({
  Mailbox: address,
  Identity: address,
  Enabled: true,
  TrustedListsOnly: false,
  ContactsTrusted: false,
  TrustedSendersAndDomains: [],
  BlockedSendersAndDomains: [],
  ...overrides,
});

/** An enabled inbox rule of Anna's (exchange-online.md 4.3). */
export const inboxRule = (name: string, priority: number, overrides: RawObject): RawObject => ({
  Mailbox: anna,
  Name: name,
  Identity: name,
  Enabled: true,
  Priority: priority,
  StopProcessingRules: false,
  ...overrides,
});

const withMailboxParts = (builder: TenantBuilder): TenantBuilder =>
  builder
    .withMailboxSettings(anna, openMailbox)
    .with("Get-MailboxStatistics", [statistics(anna)])
    .with("Get-MailboxJunkEmailConfiguration", [junkConfiguration(anna)])
    .with("Get-InboxRule", [])
    .with("Get-MailContact", [])
    .with("Get-UnifiedGroupLinks", [])
    .with("Get-DynamicDistributionGroupMember", []);

/** All mailbox parts read, no allow: the classifier decides. */
export const mailboxTenantWithoutAllow = (): TenantBuilder => withMailboxParts(tenant());

/** All mailbox parts read, Aircall allowed by the recommended rule. */
export const mailboxTenant = (): TenantBuilder => mailboxTenantWithoutAllow().withRule(allowAircall());
