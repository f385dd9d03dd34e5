/** The smallest tenant in which a verdict about Aircall's mail can be a good one. */
import type { ValueObject } from "../../../src/resources/value";

/** The published senders (aircall.md 1.3). */
export const senders = [
  "noreply@aircall.io",
  "team@aircall.io",
  "noreply@notify.aircall.io",
  "customeroperations-global@aircall.io",
  "aircall-support@aircall.io",
];

/** The allow rule the project recommends (design section 4), as a program writes it. */
export const allow: ValueObject = {
  name: "Allow Aircall",
  from: senders,
  headerContainsMessageHeader: "Authentication-Results",
  headerContainsWords: ["dmarc=pass"],
  setScl: -1,
  stopRuleProcessing: true,
};

/** Quarantines mail that Aircall is likely to send. */
export const quarantineCodes: ValueObject = {
  name: "Quarantine codes",
  subjectOrBodyContainsWords: ["verification"],
  quarantine: true,
};

/** Never meets Aircall's mail. */
export const rejectOffers: ValueObject = {
  name: "Reject offers",
  senderDomainIs: ["offers.example"],
  rejectMessageReasonText: "No offers.",
};

export const tagExternal: ValueObject = {
  name: "Tag external",
  fromScope: "NotInOrganization",
  prependSubject: "[external] ",
};

type Objects = readonly Readonly<Record<string, unknown>>[];

/** The same rules as `Get-TransportRule` prints them. */
export const printed = {
  quarantineCodes: {
    Name: "Quarantine codes",
    State: "Enabled",
    SubjectOrBodyContainsWords: ["verification"],
    Quarantine: true,
  },
  rejectOffers: {
    Name: "Reject offers",
    State: "Enabled",
    SenderDomainIs: ["offers.example"],
    RejectMessageReasonText: "No offers.",
  },
  tagExternal: {
    Name: "Tag external",
    State: "Enabled",
    FromScope: "NotInOrganization",
    PrependSubject: "[external] ",
  },
} as const;

const mailbox = (name: string) => ({
  Name: name,
  Alias: name,
  PrimarySmtpAddress: `${name}@contoso.example`,
  EmailAddresses: [`SMTP:${name}@contoso.example`],
  RecipientTypeDetails: "UserMailbox",
  IssueWarningQuota: "40 GB (42,949,672,960 bytes)",
  ProhibitSendQuota: "41 GB (44,023,414,784 bytes)",
  ProhibitSendReceiveQuota: "42 GB (45,097,156,608 bytes)",
  UseDatabaseQuotaDefaults: false,
});

/** A seed with these rules, first to last. */
export const seedWith = (rules: Objects, more: Readonly<Record<string, unknown>> = {}) => ({
  "Get-TransportRule": rules.map((rule, Priority) => ({ ...rule, Priority })),
  "Get-HostedContentFilterPolicy": [{ Name: "Default", IsDefault: true }],
  "Get-HostedContentFilterRule": [],
  "Get-HostedConnectionFilterPolicy": [
    { Name: "Default", IsDefault: true, IPAllowList: [], IPBlockList: [] },
  ],
  "Get-AntiPhishPolicy": [{ Name: "Office365 AntiPhish Default", IsDefault: true, Enabled: true }],
  "Get-AntiPhishRule": [],
  "Get-MalwareFilterPolicy": [{ Name: "Default", IsDefault: true, EnableFileFilter: false, FileTypes: [] }],
  "Get-MalwareFilterRule": [],
  "Get-EOPProtectionPolicyRule": [],
  "Get-ATPProtectionPolicyRule": [],
  "Get-TenantAllowBlockListItems": [],
  "Get-TenantAllowBlockListSpoofItems": [],
  "Get-InboundConnector": [],
  "Get-AcceptedDomain": [
    { DomainName: "contoso.example", DomainType: "Authoritative", Default: true, InitialDomain: false },
    { DomainName: "contoso.onmicrosoft.com", DomainType: "Authoritative", InitialDomain: true },
  ],
  "Get-Mailbox": ["ann", "bob", "eve"].map(mailbox),
  ...more,
});
