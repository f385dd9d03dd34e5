/**
 * Everything that was read of one Exchange Online tenant, in the shapes the semantics need.
 * A part that was not read is `undefined`: not read, never empty.
 */
import type { TransportRuleParameters } from "./transport-rules/table";

/** A part of the tenant: its objects, or `undefined` where it was not read. */
export type Part<T> = readonly T[] | undefined;

export interface TransportRule {
  readonly name: string;
  readonly guid?: string;
  /** 0 is evaluated first; disabled rules hold a priority too (exchange-online.md 2.9). */
  readonly priority: number;
  readonly enabled: boolean;
  /** Parameters that are set, normalised by the table. */
  readonly parameters: TransportRuleParameters;
  /** Set properties that the table does not know, or whose value it could not read: `Name: why`. */
  readonly unmodelled: readonly string[];
}

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
  readonly bulkSpamAction: SpamAction;
  readonly bulkThreshold: number;
  readonly markAsSpamBulkMail: boolean;
  readonly allowedSenders: readonly string[];
  readonly allowedSenderDomains: readonly string[];
  readonly blockedSenders: readonly string[];
  readonly blockedSenderDomains: readonly string[];
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
}

export interface TenantAllowBlockListSpoofItem {
  readonly spoofedUser: string;
  readonly sendingInfrastructure: string;
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
  readonly restrictDomainsToCertificate: boolean;
  readonly treatMessagesAsInternal: boolean;
  readonly skipsListedHops: boolean;
}

export interface AntiPhishPolicy {
  readonly name: string;
  readonly isDefault: boolean;
  readonly enabled: boolean;
  /** Names of the impersonation protections that are on with an action that moves mail out of the inbox. */
  readonly impersonationProtections: readonly string[];
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

export interface AcceptedDomain {
  readonly domainName: string;
  readonly domainType: string;
}

/** One recipient with the directory facts that rules may ask for. */
export interface Recipient {
  /** Primary SMTP address, as written. */
  readonly address: string;
  /** Every SMTP address, the primary one included, lower-case. */
  readonly proxyAddresses: readonly string[];
  readonly recipientTypeDetails: string | undefined;
  /** Other names a rule may call the recipient by: display name, alias, distinguished name, lower-case. */
  readonly identities: readonly string[];
  /** Directory attributes by name; a value that was not read is absent. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Bytes, `"unlimited"`, or `undefined` where not read. */
  readonly prohibitSendReceiveQuota: number | "unlimited" | undefined;
  readonly useDatabaseQuotaDefaults: boolean | undefined;
  /** How many recipients this one stands for; 1 except in a reduced tenant. */
  readonly count: number;
}

/** A group as rules name it. */
export interface Group {
  /** Addresses and names, lower-case. */
  readonly identities: readonly string[];
  /** Addresses of the members, lower-case, nested groups resolved; `undefined` where not read. */
  readonly members: ReadonlySet<string> | undefined;
}

/** A directory object that stands for somebody outside. */
export interface MailContact {
  /** Names a rule may call it by, lower-case. */
  readonly identities: readonly string[];
  /** Lower-case. */
  readonly externalAddress: string;
}

export interface ExchangeTenant {
  readonly kind: "exchange";
  /** How the tenant is called in reports: its initial domain, or the file it was read from. */
  readonly name: string;
  readonly transportRules: Part<TransportRule>;
  readonly hostedContentFilterPolicies: Part<HostedContentFilterPolicy>;
  readonly hostedContentFilterRules: Part<PolicyRule>;
  readonly hostedConnectionFilterPolicies: Part<HostedConnectionFilterPolicy>;
  readonly antiPhishPolicies: Part<AntiPhishPolicy>;
  readonly antiPhishRules: Part<PolicyRule>;
  readonly malwareFilterPolicies: Part<MalwareFilterPolicy>;
  readonly malwareFilterRules: Part<PolicyRule>;
  readonly eopProtectionPolicyRules: Part<PresetRule>;
  readonly atpProtectionPolicyRules: Part<PresetRule>;
  readonly tenantAllowBlockListItems: Part<TenantAllowBlockListItem>;
  readonly tenantAllowBlockListSpoofItems: Part<TenantAllowBlockListSpoofItem>;
  readonly inboundConnectors: Part<InboundConnector>;
  readonly acceptedDomains: Part<AcceptedDomain>;
  readonly recipients: Part<Recipient>;
  readonly groups: Part<Group>;
  /** Whether every kind of group was read, so that a name that is missing names no group. */
  readonly groupsAreComplete: boolean;
  readonly mailContacts: Part<MailContact>;
  /** Hosts of the MX record per domain; `undefined` where not read. */
  readonly mailExchangers: Readonly<Record<string, readonly string[]>> | undefined;
}
