/** Raw objects of the smallest healthy tenant, as `ConvertTo-Json` prints them: everything read, nothing in the way. */

/** One object as a cmdlet prints it. */
export type RawObject = Readonly<Record<string, unknown>>;

/** Everything read of a tenant: raw objects keyed by the cmdlet that printed them. Absent means not read. */
export type NativeExport = Readonly<Record<string, readonly unknown[]>>;

/** An anti-spam policy with the documented defaults of the default policy (exchange-online.md 3.5). */
export const contentFilterPolicy = (overrides: RawObject = {}): RawObject => ({
  Name: "Default",
  Identity: "Default",
  IsDefault: true,
  RecommendedPolicyType: "Custom",
  SpamAction: "MoveToJmf",
  HighConfidenceSpamAction: "MoveToJmf",
  PhishSpamAction: "MoveToJmf",
  HighConfidencePhishAction: "Quarantine",
  BulkSpamAction: "MoveToJmf",
  BulkThreshold: 7,
  MarkAsSpamBulkMail: "On",
  AllowedSenders: [],
  AllowedSenderDomains: [],
  BlockedSenders: [],
  BlockedSenderDomains: [],
  EnableLanguageBlockList: false,
  LanguageBlockList: [],
  EnableRegionBlockList: false,
  RegionBlockList: [],
  ...overrides,
});

/** A rule that binds a policy to recipients; `policyProperty` names the property that holds the policy. */
export const policyRule = (name: string, priority: number, overrides: RawObject): RawObject => ({
  Name: name,
  Identity: name,
  Priority: priority,
  State: "Enabled",
  SentTo: null,
  SentToMemberOf: null,
  RecipientDomainIs: null,
  ExceptIfSentTo: null,
  ExceptIfSentToMemberOf: null,
  ExceptIfRecipientDomainIs: null,
  ...overrides,
});

/** The one connection filter policy, with empty lists (exchange-online.md 3.8). */
export const connectionFilterPolicy = (overrides: RawObject = {}): RawObject => ({
  Name: "Default",
  Identity: "Default",
  IsDefault: true,
  IPAllowList: [],
  IPBlockList: [],
  EnableSafeList: false,
  ...overrides,
});

/** An anti-phishing policy whose impersonation protections are off (exchange-online.md 3.6). */
export const antiPhishPolicy = (overrides: RawObject = {}): RawObject => ({
  Name: "Office365 AntiPhish Default",
  Identity: "Office365 AntiPhish Default",
  IsDefault: true,
  Enabled: true,
  EnableSpoofIntelligence: true,
  AuthenticationFailAction: "MoveToJmf",
  HonorDmarcPolicy: true,
  DmarcQuarantineAction: "Quarantine",
  DmarcRejectAction: "Reject",
  PhishThresholdLevel: 1,
  EnableTargetedUserProtection: false,
  TargetedUserProtectionAction: "NoAction",
  TargetedUsersToProtect: [],
  EnableTargetedDomainsProtection: false,
  TargetedDomainProtectionAction: "NoAction",
  TargetedDomainsToProtect: [],
  EnableOrganizationDomainsProtection: false,
  EnableMailboxIntelligence: true,
  EnableMailboxIntelligenceProtection: false,
  MailboxIntelligenceProtectionAction: "NoAction",
  ExcludedSenders: [],
  ExcludedDomains: [],
  ...overrides,
});

/** A malware filter policy without the common attachments filter. */
export const malwareFilterPolicy = (overrides: RawObject = {}): RawObject => ({
  Name: "Default",
  Identity: "Default",
  IsDefault: true,
  EnableFileFilter: false,
  FileTypes: [],
  ...overrides,
});

/** An enabled Partner connector that restricts nothing (exchange-online.md 3.8). */
export const inboundConnector = (overrides: RawObject = {}): RawObject => ({
  Name: "Inbound",
  Identity: "Inbound",
  Enabled: true,
  ConnectorType: "Partner",
  SenderDomains: ["smtp:*;1"],
  SenderIPAddresses: [],
  RequireTls: false,
  RestrictDomainsToIPAddresses: false,
  RestrictDomainsToCertificate: false,
  TlsSenderCertificateName: null,
  TreatMessagesAsInternal: false,
  EFSkipLastIP: false,
  EFSkipIPs: [],
  EFUsers: [],
  ...overrides,
});

/** One entry of the Tenant Allow/Block List. */
export const allowBlockListItem = (value: string, overrides: RawObject = {}): RawObject => ({
  ListType: "Sender",
  Value: value,
  Action: "Block",
  ExpirationDate: null,
  Notes: "",
  ...overrides,
});

/** A user mailbox as `Get-Mailbox` and `Get-Recipient` both print it. */
export const userMailbox = (address: string, displayName: string, overrides: RawObject = {}): RawObject => ({
  Name: displayName,
  DisplayName: displayName,
  Alias: address.slice(0, address.indexOf("@")),
  PrimarySmtpAddress: address,
  EmailAddresses: [`SMTP:${address}`],
  RecipientTypeDetails: "UserMailbox",
  ...overrides,
});

const anna = userMailbox("anna@contoso.example", "Anna Miller");

/** Every part that the decision needs was read, one mailbox exists, and no setting touches Aircall mail. */
export const healthyTenant: NativeExport = {
  "Get-TransportRule": [],
  "Get-HostedContentFilterPolicy": [contentFilterPolicy()],
  "Get-HostedContentFilterRule": [],
  "Get-HostedConnectionFilterPolicy": [connectionFilterPolicy()],
  "Get-AntiPhishPolicy": [antiPhishPolicy()],
  "Get-AntiPhishRule": [],
  "Get-MalwareFilterPolicy": [malwareFilterPolicy()],
  "Get-MalwareFilterRule": [],
  "Get-EOPProtectionPolicyRule": [],
  "Get-ATPProtectionPolicyRule": [],
  "Get-TenantAllowBlockListItems": [],
  "Get-TenantAllowBlockListSpoofItems": [],
  "Get-InboundConnector": [],
  "Get-TransportConfig": [{ Name: "Transport Settings", MaxReceiveSize: "Unlimited" }],
  "Get-AcceptedDomain": [
    {
      Name: "contoso.example",
      DomainName: "contoso.example",
      DomainType: "Authoritative",
      MatchSubDomains: false,
      Default: true,
    },
  ],
  "Get-ArcConfig": [],
  "Get-Mailbox": [anna],
  "Get-Recipient": [anna],
  "Get-DistributionGroup": [],
  "Get-DistributionGroupMember": [],
};
