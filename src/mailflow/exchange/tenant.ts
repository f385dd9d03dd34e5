/**
 * Everything that was read of one Exchange Online tenant, in the shapes the semantics need.
 * A part that was not read is `undefined`: not read, never empty.
 */
import type {
  AcceptedDomain,
  AntiPhishPolicy,
  HostedConnectionFilterPolicy,
  HostedContentFilterPolicy,
  HostedOutboundSpamFilterPolicy,
  InboundConnector,
  MalwareFilterPolicy,
  PolicyRule,
  PresetRule,
  SafeLinksPolicy,
  TenantAllowBlockListItem,
  TenantAllowBlockListSpoofItem,
  TransportConfig,
} from "./tenant-filters";
import type { Group, MailContact, OtherRecipient, Recipient } from "./tenant-recipients";
import type { TransportRuleParameters } from "./transport-rules/table";

export type * from "./tenant-filters";
export type * from "./tenant-recipients";

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
  /** Optional in an export (design section 7); empty where there is no licence for it. */
  readonly safeLinksPolicies: Part<SafeLinksPolicy>;
  readonly safeLinksRules: Part<PolicyRule>;
  readonly tenantAllowBlockListItems: Part<TenantAllowBlockListItem>;
  readonly tenantAllowBlockListSpoofItems: Part<TenantAllowBlockListSpoofItem>;
  readonly inboundConnectors: Part<InboundConnector>;
  readonly acceptedDomains: Part<AcceptedDomain>;
  /** The one object of `Get-TransportConfig`; optional in an export (design section 7). */
  readonly transportConfig: TransportConfig | undefined;
  /** `false` where plus addressing works (exchange-online.md 4.5); `undefined` where not read. */
  readonly disablePlusAddressInRecipients: boolean | undefined;
  /** Optional in an export (design section 7). */
  readonly hostedOutboundSpamFilterPolicies: Part<HostedOutboundSpamFilterPolicy>;
  /** Mailboxes. */
  readonly recipients: Part<Recipient>;
  /** Recipients that are no mailbox; `undefined` where `Get-Recipient` was not read. */
  readonly otherRecipients: Part<OtherRecipient>;
  readonly groups: Part<Group>;
  /** Whether every kind of group was read, so that a name that is missing names no group. */
  readonly groupsAreComplete: boolean;
  readonly mailContacts: Part<MailContact>;
  /** Hosts of the MX record per domain; `undefined` where not read. */
  readonly mailExchangers: Readonly<Record<string, readonly string[]>> | undefined;
}
