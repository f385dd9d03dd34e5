/** A tenant of any size for measurements: ordinary rules of six kinds, and mailboxes. */
import { aircallSenders } from "../../src/mailflow/aircall";

type RawObject = Readonly<Record<string, unknown>>;

const words = [
  "invoice",
  "payment",
  "crypto",
  "lottery",
  "wire",
  "bank",
  "winner",
  "free",
  "offer",
  "urgent",
  "contract",
  "parcel",
];

const kinds: readonly ((index: number) => RawObject)[] = [
  (index) => ({ SenderDomainIs: [`spam${index}.example`], Quarantine: true }),
  (index) => ({
    FromScope: "NotInOrganization",
    SubjectOrBodyContainsWords: [`${words[index % words.length]}${index}`, `special offer ${index}`],
    SetSCL: 6,
  }),
  (index) => ({ SentTo: [`user${index * 7}@contoso.example`], PrependSubject: "[x] " }),
  (index) => ({
    FromScope: "NotInOrganization",
    SubjectMatchesPatterns: [`\\b\\d{${12 + (index % 5)}}\\b`],
    Quarantine: true,
  }),
  () => ({ FromScope: "InOrganization", ApplyHtmlDisclaimerText: "Confidential" }),
  () => ({ AttachmentExtensionMatchesWords: ["exe", "js"], RejectMessageReasonText: "No programs." }),
];

export const allowRule: RawObject = {
  Name: "Allow Aircall",
  State: "Enabled",
  Mode: "Enforce",
  From: aircallSenders,
  HeaderContainsMessageHeader: "Authentication-Results",
  HeaderContainsWords: ["dmarc=pass"],
  SetSCL: -1,
  StopRuleProcessing: true,
};

export const ordinaryRules = (count: number): readonly RawObject[] =>
  Array.from({ length: count }, (_none, index) => ({
    Name: `Rule ${index}`,
    State: "Enabled",
    Mode: "Enforce",
    ...kinds[index % kinds.length]?.(index),
  }));

/** A GUID that tells the objects apart. */
const guid = (index: number): string => `${String(index).padStart(8, "0")}-1111-4222-8333-444455556666`;

/** With the properties that the model reads; 100,000 of them are 45 MB. */
export const mailboxes = (count: number): readonly RawObject[] =>
  Array.from({ length: count }, (_none, index) => ({
    Name: `User ${index}`,
    Alias: `user${index}`,
    DisplayName: `User ${index}`,
    Guid: guid(index),
    PrimarySmtpAddress: `user${index}@contoso.example`,
    EmailAddresses: [`SMTP:user${index}@contoso.example`],
    RecipientTypeDetails: "UserMailbox",
    ForwardingAddress: null,
    ForwardingSmtpAddress: null,
    DeliverToMailboxAndForward: false,
    ModerationEnabled: false,
    ProhibitSendReceiveQuota: "50 GB (53,687,091,200 bytes)",
  }));

/** A native export with everything read. */
export const largeExport = (
  rules: number,
  users: number,
  allowed: boolean,
): Readonly<Record<string, readonly unknown[]>> => ({
  "Get-TransportRule": [...(allowed ? [allowRule] : []), ...ordinaryRules(rules)].map((rule, Priority) => ({
    ...rule,
    Priority,
  })),
  "Get-HostedContentFilterPolicy": [
    { Name: "Default", IsDefault: true, SpamAction: "MoveToJmf", HighConfidenceSpamAction: "MoveToJmf" },
  ],
  "Get-HostedContentFilterRule": [],
  "Get-HostedConnectionFilterPolicy": [{ Name: "Default", IPAllowList: [], IPBlockList: [] }],
  "Get-AntiPhishPolicy": [{ Name: "Default", IsDefault: true, Enabled: true }],
  "Get-AntiPhishRule": [],
  "Get-MalwareFilterPolicy": [{ Name: "Default", IsDefault: true, EnableFileFilter: false }],
  "Get-MalwareFilterRule": [],
  "Get-EOPProtectionPolicyRule": [],
  "Get-ATPProtectionPolicyRule": [],
  "Get-TenantAllowBlockListItems": [],
  "Get-TenantAllowBlockListSpoofItems": [],
  "Get-InboundConnector": [],
  "Get-AcceptedDomain": [{ DomainName: "contoso.example", DomainType: "Authoritative" }],
  "Get-Mailbox": mailboxes(users),
});
