/** Every row of the reference that a hand-labelled tenant must be a test of (exchange-online.md 2.2 to 4.5, 9). */

const sender = [
  "From",
  "FromAddressContainsWords",
  "FromAddressMatchesPatterns",
  "FromMemberOf",
  "FromScope",
  "SenderDomainIs",
  "SenderIpRanges",
  "SenderADAttributeContainsWords",
  "SenderADAttributeMatchesPatterns",
  "SenderManagementRelationship",
  "ManagerAddresses",
  "BetweenMemberOf",
  "ADComparisonAttribute",
  "HasSenderOverride",
  "MessageContainsDataClassifications",
  "DlpPolicy",
  "NotifySender",
  "RuleSubType",
  "SenderInRecipientList",
  "RecipientInSenderList",
  "SenderAddressLocation Header",
  "SenderAddressLocation Envelope",
  "SenderAddressLocation HeaderOrEnvelope",
] as const;

// biome-ignore format: one table of the reference, few lines
const recipient = [
  "SentTo", "SentToMemberOf", "SentToScope", "RecipientDomainIs",
  "RecipientAddressContainsWords", "RecipientAddressMatchesPatterns",
  "RecipientADAttributeContainsWords", "RecipientADAttributeMatchesPatterns",
  "RecipientAddressType Resolved", "RecipientAddressType Original",
  "AnyOfToHeader", "AnyOfCcHeader", "AnyOfToCcHeader",
  "AnyOfToHeaderMemberOf", "AnyOfCcHeaderMemberOf", "AnyOfToCcHeaderMemberOf",
  "AnyOfRecipientAddressContainsWords", "AnyOfRecipientAddressMatchesPatterns",
  "ExceptIfSentTo", "ExceptIfAnyOf",
] as const;

// biome-ignore format: one table of the reference, few lines
const content = [
  "SubjectContainsWords", "SubjectOrBodyContainsWords", "SubjectMatchesPatterns", "SubjectOrBodyMatchesPatterns",
  "HeaderContainsWords", "HeaderMatchesPatterns", "ContentCharacterSetContainsWords", "MessageSizeOver",
  "WithImportance", "HasClassification", "HasNoClassification", "MessageTypeMatches", "SCLOver",
  "AttachmentContainsWords", "AttachmentMatchesPatterns", "AttachmentNameMatchesPatterns",
  "AttachmentExtensionMatchesWords", "AttachmentPropertyContainsWords", "AttachmentSizeOver",
  "AttachmentHasExecutableContent", "AttachmentIsPasswordProtected", "AttachmentIsUnsupported",
  "AttachmentProcessingLimitExceeded",
] as const;

// biome-ignore format: one table of the reference, few lines
const actions = [
  "DeleteMessage", "RejectMessageReasonText", "RejectMessageEnhancedStatusCode", "Quarantine", "RedirectMessageTo",
  "AddManagerAsRecipientType", "ModerateMessageByUser", "ModerateMessageByManager",
  "RouteMessageOutboundConnector", "RouteMessageOutboundRequireTls", "SetSCL",
  "ApplyOME", "ApplyRightsProtectionTemplate", "RemoveOME", "RemoveOMEv2", "RemoveRMSAttachmentEncryption",
  "ApplyHtmlDisclaimerText Wrap", "ApplyHtmlDisclaimerText Ignore", "ApplyHtmlDisclaimerText Reject",
  "PrependSubject", "SetHeaderName", "RemoveHeader", "ApplyClassification",
  "AddToRecipients", "CopyTo", "BlindCopyTo", "GenerateIncidentReport", "GenerateNotification", "SetAuditSeverity",
  "NotifySender", "StopRuleProcessing", "Disconnect", "SmtpRejectMessage", "LogEventText",
] as const;

/** Setting and verdict: the cells of the precedence table (exchange-online.md 3.4) that are not a dash. */
// biome-ignore format: one row of the reference, one line
const precedence = [
  "Rule SCL -1 / malware", "Rule SCL -1 / HPHSH", "Rule SCL -1 / PHSH", "Rule SCL -1 / HSPM",
  "Rule SCL 5-9 / malware", "Rule SCL 5-9 / HPHSH", "Rule SCL 5-9 / PHSH", "Rule SCL 5-9 / HSPM", "Rule SCL 5-9 / clean",
  "IP Allow List / malware", "IP Allow List / HPHSH", "IP Allow List / PHSH", "IP Allow List / HSPM",
  "IP Block List / malware", "IP Block List / HPHSH", "IP Block List / PHSH", "IP Block List / HSPM", "IP Block List / clean",
  "Allowed sender / malware", "Allowed sender / HPHSH", "Allowed sender / PHSH", "Allowed sender / HSPM",
  "Blocked sender / malware", "Blocked sender / HPHSH", "Blocked sender / PHSH", "Blocked sender / HSPM", "Blocked sender / clean",
  "TABL sender allow / malware", "TABL sender allow / HPHSH", "TABL sender allow / PHSH", "TABL sender allow / HSPM",
  "TABL sender block / malware", "TABL sender block / HPHSH", "TABL sender block / PHSH", "TABL sender block / HSPM", "TABL sender block / clean",
  "TABL spoof allow / PHSH", "TABL spoof allow / HSPM",
  "TABL spoof block / PHSH", "TABL spoof block / clean",
  "TABL URL or file allow",
  "User Safe Sender / malware", "User Safe Sender / HPHSH", "User Safe Sender / PHSH", "User Safe Sender / HSPM", "User Safe Sender / clean",
  "User Blocked Sender / malware", "User Blocked Sender / HPHSH", "User Blocked Sender / PHSH", "User Blocked Sender / HSPM", "User Blocked Sender / clean",
  "block beats allow", "attachment type filter", "safe before blocked", "safe domain under Quarantine",
  "organisation allow against user block", "organisation block against user safe", "secure by default",
] as const;

// biome-ignore format: one section of the reference, few lines
const spamActions = [
  "SpamAction", "HighConfidenceSpamAction", "PhishSpamAction", "HighConfidencePhishAction", "BulkSpamAction",
  "BulkThreshold", "MarkAsSpamBulkMail", "QuarantineRetentionPeriod", "Standard", "Strict",
  "AddXHeader", "ModifySubject", "threshold reached", "BulkMovesEnabled", "LanguageBlockList", "RegionBlockList",
] as const;

// biome-ignore format: one section of the reference, few lines
const antiPhishing = [
  "EnableSpoofIntelligence", "AuthenticationFailAction", "HonorDmarcPolicy", "DmarcQuarantineAction", "DmarcRejectAction",
  "gateway", "EnableTargetedUserProtection", "EnableTargetedDomainsProtection", "EnableOrganizationDomainsProtection",
  "EnableMailboxIntelligenceProtection", "NoAction", "Redirect", "MoveToJmf", "Quarantine", "BccMessage", "Delete",
  "ExcludedSenders", "ExcludedDomains", "TABL cannot undo impersonation", "PhishThresholdLevel", "first-contact tips",
] as const;

// biome-ignore format: one section of the reference, few lines
const connectors = [
  "IPAllowList", "IPBlockList", "allow beats block", "EnableSafeList", "SenderDomains *", "SenderDomains domain",
  "SenderDomains *.domain", "RequireTls", "RestrictDomainsToIPAddresses", "RestrictDomainsToCertificate", "Enabled",
  "Partner only", "read-back form", "MX at Microsoft", "MX elsewhere", "narrower connector", "TreatMessagesAsInternal",
  "RejectDirectSend",
] as const;

// biome-ignore format: one section of the reference, few lines
const mailboxes = {
  "4.1": ["ProhibitSendReceiveQuota", "IssueWarningQuota", "ProhibitSendQuota", "unlimited", "UseDatabaseQuotaDefaults", "TotalItemSize", "statistics not read"],
  "4.2": [
    "AcceptMessagesOnlyFrom", "AcceptMessagesOnlyFromDLMembers", "AcceptMessagesOnlyFromSendersOrMembers",
    "RejectMessagesFrom", "RejectMessagesFromDLMembers", "RejectMessagesFromSendersOrMembers",
    "RequireSenderAuthenticationEnabled", "ModerationEnabled", "BypassModerationFromSendersOrMembers", "MaxReceiveSize",
    "ForwardingAddress", "ForwardingSmtpAddress", "DeliverToMailboxAndForward",
    "AccountDisabled", "LitigationHoldEnabled", "HiddenFromAddressListsEnabled",
  ],
  "4.3": [
    "Enabled", "TrustedListsOnly", "ContactsTrusted", "TrustedSendersAndDomains", "BlockedSendersAndDomains", "subdomains",
    "MoveToFolder", "DeleteMessage", "SoftDeleteMessage", "RedirectTo", "MarkAsRead", "StopProcessingRules",
    "From", "FromAddressContainsWords", "SubjectContainsWords", "BodyContainsWords", "HeaderContainsWords", "SentOnlyToMe",
    "ExceptIf", "Priority", "rule Enabled", "words",
  ],
  "4.4": [
    "UserMailbox", "SharedMailbox", "RoomMailbox", "EquipmentMailbox", "LinkedMailbox", "GroupMailbox", "MailUser",
    "GuestMailUser", "MailContact", "MailUniversalDistributionGroup", "MailUniversalSecurityGroup",
    "DynamicDistributionGroup", "RoomList", "RemoteUserMailbox", "EmailAddresses",
  ],
  "4.5": ["plus addressing", "Authoritative", "InternalRelay", "MatchSubDomains", "no accepted domain", "dynamic group"],
} as const;

const sections = {
  "2.2": sender,
  "2.3": recipient,
  "2.4": content,
  "2.5": ["known false", "unknown match", "plausible words", "six digits", "link patterns"],
  // biome-ignore format: one section of the reference, few lines
  "2.6": [
    "Word whole", "Word delimiters", "Word wildcard", "Word phrase", "Word case", "Word dmarc=pass",
    "Pattern unanchored", "Pattern case", "Pattern dot", "Pattern anchors", "Pattern dialect", "UseLegacyRegex",
  ],
  "2.7": actions,
  "2.8": ["SCL -1", "SCL 0-4", "SCL 5-6", "SCL 7-9", "later write"],
  // biome-ignore format: one section of the reference, few lines
  "2.9": [
    "Priority", "disabled rule keeps its place", "State", "Mode Audit", "Mode AuditAndNotify", "stop in audit",
    "ActivationDate", "ExpiryDate", "boundary dates", "RuleErrorAction", "good configuration",
  ],
  // biome-ignore format: one section of the reference, few lines
  "3.3": [
    "Strict before Standard", "Standard before custom", "custom by priority", "default last", "nothing merged",
    "per policy type", "EOP preset rules", "ATP preset rules", "preset lists empty", "values OR", "kinds AND",
    "exceptions OR", "primary address", "disabled rule",
  ],
  "3.4": precedence,
  "3.5": spamActions,
  "3.6": antiPhishing,
  "3.7": ["malware and HPHSH", "phish and spam"],
  "3.8": connectors,
  ...mailboxes,
} as const;

type Sections = typeof sections;

/** A section and the name of the row in it, or one of the fifteen traps of section 9. */
export type ReferenceRow =
  | { [Section in keyof Sections]: `${Section} ${Sections[Section][number]}` }[keyof Sections]
  | `9.${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15}`;

export const referenceRows: readonly string[] = [
  ...Object.entries(sections).flatMap(([section, rows]) => rows.map((row) => `${section} ${row}`)),
  ...Array.from({ length: 15 }, (_none, index) => `9.${index + 1}`),
];

export const isReferenceRow = (row: string): row is ReferenceRow => referenceRows.includes(row);
