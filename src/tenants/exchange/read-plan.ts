/** What `export` reads: each cmdlet with its parameters and the properties a mail-flow model looks at (design 7, exchange-online.md 3). */
import { readbackProperties } from "../../mailflow/exchange/transport-rules/table";
import { filterReadings } from "./read-plan-filters";
import { recipientReadings } from "./read-plan-recipients";
import { type CmdletReading, identifiers, once, policyRule, quotas, unlimited } from "./reading";

/** What nobody decides mail by: names of administrators, directory bookkeeping. */
const ruleBookkeeping = readbackProperties.filter(
  (property) =>
    !["Name", "Priority", "State", "Enabled", "Guid", "Identity", "IsRuleConfigurationSupported"].includes(
      property,
    ),
);

/** Every cmdlet of the native export in its order; those with `label: "Mailbox"` are read on request only. */
export const readPlan: readonly CmdletReading[] = [
  // No selection: a condition this program does not know must stay visible. Never ExcludeConditionActionDetails (1.4).
  { cmdlet: "Get-TransportRule", calls: [unlimited], drop: ruleBookkeeping },
  ...filterReadings,
  {
    cmdlet: "Get-TenantAllowBlockListItems",
    // The switches exclude each other, so the two lists are two calls (exchange-online.md 5).
    calls: [
      { ListType: "Sender", Allow: true },
      { ListType: "Sender", Block: true },
    ],
    keep: [
      "Identity",
      "Value",
      "Action",
      "ListType",
      "ListSubType",
      "ExpirationDate",
      "RemoveAfter",
      "LastUsedDate",
    ],
    add: { ListType: "Sender" },
  },
  {
    cmdlet: "Get-TenantAllowBlockListSpoofItems",
    calls: once,
    keep: ["Identity", "SpoofedUser", "SendingInfrastructure", "SpoofType", "Action"],
  },
  {
    cmdlet: "Get-InboundConnector",
    calls: once,
    keep: [
      ...identifiers,
      "Enabled",
      "ConnectorType",
      "SenderDomains",
      "SenderIPAddresses",
      "RequireTls",
      "RestrictDomainsToIPAddresses",
      "RestrictDomainsToCertificate",
      "TlsSenderCertificateName",
      "TreatMessagesAsInternal",
      "CloudServicesMailEnabled",
      "AssociatedAcceptedDomains",
      "EFTestMode",
      "EFSkipLastIP",
      "EFSkipIPs",
      "EFUsers",
    ],
  },
  {
    cmdlet: "Get-TransportConfig",
    calls: once,
    keep: ["Identity", "Name", "AllowPlusAddressInRecipients", "MaxReceiveSize"],
  },
  {
    cmdlet: "Get-AcceptedDomain",
    calls: once,
    keep: [...identifiers, "DomainName", "DomainType", "MatchSubDomains", "Default", "InitialDomain"],
  },
  { cmdlet: "Get-ArcConfig", calls: once, keep: ["Identity", "Name", "ArcTrustedSealers"] },
  ...recipientReadings,
  { cmdlet: "Get-MailboxPlan", calls: once, keep: [...identifiers, "DisplayName", "IsDefault", ...quotas] },
  {
    cmdlet: "Get-OrganizationConfig",
    calls: once,
    keep: ["Identity", "Name", "RejectDirectSend", "DisablePlusAddressInRecipients"],
  },
  {
    cmdlet: "Get-OutboundConnector",
    calls: once,
    keep: [
      ...identifiers,
      "Enabled",
      "ConnectorType",
      "RecipientDomains",
      "SmartHosts",
      "IsTransportRuleScoped",
      "UseMXRecord",
    ],
  },
  {
    cmdlet: "Get-HostedOutboundSpamFilterPolicy",
    calls: once,
    keep: [...identifiers, "IsDefault", "AutoForwardingMode"],
  },
  {
    cmdlet: "Get-SafeLinksPolicy",
    calls: once,
    keep: [
      ...identifiers,
      "IsBuiltInProtection",
      "EnableSafeLinksForEmail",
      "DisableUrlRewrite",
      "DeliverMessageAfterScan",
      "ScanUrls",
      "DoNotRewriteUrls",
    ],
  },
  { cmdlet: "Get-SafeLinksRule", calls: once, keep: [...policyRule, "SafeLinksPolicy"] },
  {
    cmdlet: "Get-SafeAttachmentPolicy",
    calls: once,
    keep: [...identifiers, "IsBuiltInProtection", "Enable", "Action"],
  },
  { cmdlet: "Get-SafeAttachmentRule", calls: once, keep: [...policyRule, "SafeAttachmentPolicy"] },
  {
    cmdlet: "Get-QuarantinePolicy",
    calls: once,
    keep: [...identifiers, "EndUserQuarantinePermissionsValue", "ESNEnabled"],
  },
];
