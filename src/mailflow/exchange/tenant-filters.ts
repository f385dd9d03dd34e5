/** Filters, lists, connectors and domains of a tenant, in the shapes the semantics need (exchange-online.md 3). */
import type { Size } from "../size";
import type { AdvancedFilterName } from "./advanced-filters";

/** Which recipients a policy rule selects: kinds AND, values OR, exceptions OR (exchange-online.md 3.3). */
export interface RecipientFilter {
  readonly sentTo: readonly string[];
  readonly sentToMemberOf: readonly string[];
  readonly recipientDomainIs: readonly string[];
  readonly exceptIfSentTo: readonly string[];
  readonly exceptIfSentToMemberOf: readonly string[];
  readonly exceptIfRecipientDomainIs: readonly string[];
}

/** A rule that binds a policy to recipients. */
export interface PolicyRule {
  readonly name: string;
  readonly policy: string;
  readonly priority: number;
  readonly enabled: boolean;
  readonly filter: RecipientFilter;
}

export type PresetLevel = "Strict" | "Standard";

/** One rule of `Get-EOPProtectionPolicyRule` or `Get-ATPProtectionPolicyRule`. */
export interface PresetRule {
  readonly name: string;
  readonly level: PresetLevel | undefined;
  readonly enabled: boolean;
  readonly filter: RecipientFilter;
  readonly hostedContentFilterPolicy?: string;
  readonly antiPhishPolicy?: string;
  readonly malwareFilterPolicy?: string;
  readonly safeLinksPolicy?: string;
}

export type SpamAction =
  | "MoveToJmf"
  | "AddXHeader"
  | "ModifySubject"
  | "Redirect"
  | "Delete"
  | "Quarantine"
  | "NoAction";

export interface HostedContentFilterPolicy {
  readonly name: string;
  readonly isDefault: boolean;
  readonly spamAction: SpamAction;
  readonly highConfidenceSpamAction: SpamAction;
  readonly phishSpamAction: SpamAction;
  readonly highConfidencePhishAction: "Quarantine" | "Redirect";
  readonly bulkSpamAction: SpamAction;
  readonly bulkThreshold: number;
  readonly markAsSpamBulkMail: boolean;
  readonly allowedSenders: readonly string[];
  readonly allowedSenderDomains: readonly string[];
  readonly blockedSenders: readonly string[];
  readonly blockedSenderDomains: readonly string[];
  /** Upper case; empty where EnableLanguageBlockList is off. */
  readonly languageBlockList: readonly string[];
  /** Upper case; empty where EnableRegionBlockList is off. */
  readonly regionBlockList: readonly string[];
  /** Advanced settings that are not off (exchange-online.md 6.1). */
  readonly advancedFilters: Readonly<Partial<Record<AdvancedFilterName, "On" | "Test">>>;
  readonly testModeAction: "None" | "AddXHeader" | "BccMessage";
  /** Whether bulk mail below the threshold goes to a Promotions folder (exchange-online.md 3.5). */
  readonly bulkMovesEnabled: boolean;
  /** Set properties that matter and that the model does not know: `Name: why`. */
  readonly unmodelled: readonly string[];
}

export interface HostedConnectionFilterPolicy {
  readonly name: string;
  readonly ipAllowList: readonly string[];
  readonly ipBlockList: readonly string[];
  readonly enableSafeList: boolean;
}

export interface TenantAllowBlockListItem {
  readonly listType: string;
  readonly value: string;
  readonly action: "Allow" | "Block";
  /** ISO moment, or `undefined` where the entry does not expire on a date. */
  readonly expirationDate: string | undefined;
  /** Days after the last use at which an allow lapses (exchange-online.md 5), `undefined` where it does not so lapse. */
  readonly removeAfterDays: number | undefined;
  /** ISO moment, `undefined` where never used or not read. */
  readonly lastUsedDate: string | undefined;
}

export interface TenantAllowBlockListSpoofItem {
  readonly spoofedUser: string;
  /** A PTR domain, a /24, a verified DKIM domain, or `*`. */
  readonly sendingInfrastructure: string;
  readonly spoofType: string | undefined;
  readonly action: "Allow" | "Block";
}

export interface InboundConnector {
  readonly name: string;
  readonly enabled: boolean;
  readonly connectorType: string;
  /** Without the `smtp:` prefix and cost suffix of the read-back form. */
  readonly senderDomains: readonly string[];
  readonly requireTls: boolean;
  readonly restrictDomainsToIpAddresses: boolean;
  /** Single addresses, ranges, CIDR blocks. */
  readonly senderIpAddresses: readonly string[];
  readonly restrictDomainsToCertificate: boolean;
  readonly tlsSenderCertificateName: string | undefined;
  readonly treatMessagesAsInternal: boolean;
  /** Enhanced Filtering: the last hop, or the listed hops, are skipped when the source is looked for. */
  readonly efSkipLastIp: boolean;
  readonly efSkipIps: readonly string[];
  /** Recipients Enhanced Filtering is limited to; everybody where empty. */
  readonly efUsers: readonly string[];
  readonly efTestMode: boolean;
}

export type ImpersonationAction =
  | "NoAction"
  | "Redirect"
  | "MoveToJmf"
  | "Quarantine"
  | "BccMessage"
  | "Delete";

export interface ImpersonationProtection {
  readonly kind: "users" | "domains" | "organization-domains" | "mailbox-intelligence";
  readonly action: ImpersonationAction;
}

export interface AntiPhishPolicy {
  readonly name: string;
  readonly isDefault: boolean;
  readonly enabled: boolean;
  readonly enableSpoofIntelligence: boolean;
  readonly authenticationFailAction: "MoveToJmf" | "Quarantine";
  readonly honorDmarcPolicy: boolean;
  readonly dmarcQuarantineAction: "MoveToJmf" | "Quarantine";
  readonly dmarcRejectAction: "Reject" | "Quarantine";
  /** Impersonation protections that are on, whatever their action. */
  readonly impersonationProtections: readonly ImpersonationProtection[];
  readonly excludedSenders: readonly string[];
  readonly excludedDomains: readonly string[];
}

export interface MalwareFilterPolicy {
  readonly name: string;
  readonly isDefault: boolean;
  readonly enableFileFilter: boolean;
  /** Without dots, lower-case. */
  readonly fileTypes: readonly string[];
}

/** `Get-SafeLinksPolicy`. A flag that was not printed is not known. */
export interface SafeLinksPolicy {
  readonly name: string;
  /** The built-in protection, which binds whom no other policy does (exchange-online.md 3.3). */
  readonly isDefault: boolean;
  readonly enableSafeLinksForEmail: boolean | undefined;
  /** Links are only looked up when they are clicked, and stay as they are. */
  readonly disableUrlRewrite: boolean | undefined;
  /** Links that stay as they are, with wildcards. */
  readonly doNotRewriteUrls: readonly string[];
}

export interface AcceptedDomain {
  readonly domainName: string;
  readonly domainType: string;
  readonly matchSubDomains: boolean;
}

export interface TransportConfig {
  /** 0, which no organisation can set, where it was printed and cannot be read. */
  readonly maxReceiveSize: Size | undefined;
}

export interface HostedOutboundSpamFilterPolicy {
  readonly name: string;
  readonly isDefault: boolean;
  readonly autoForwardingMode: string | undefined;
}
