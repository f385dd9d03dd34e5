/** Rules that bind policies, lists, connectors and the smaller policies, as `Get-…` prints them. */
import type {
  HostedConnectionFilterPolicy,
  HostedOutboundSpamFilterPolicy,
  InboundConnector,
  MalwareFilterPolicy,
  PolicyRule,
  PresetRule,
  RecipientFilter,
  TenantAllowBlockListItem,
  TenantAllowBlockListSpoofItem,
  TransportConfig,
} from "../../../mailflow/exchange/tenant";
import { flag, integer, moment, nameOf, oneOf, type RawObject, sizeOf, text, texts } from "./properties";

const filter = (raw: RawObject): RecipientFilter => ({
  sentTo: texts(raw.SentTo),
  sentToMemberOf: texts(raw.SentToMemberOf),
  recipientDomainIs: texts(raw.RecipientDomainIs),
  exceptIfSentTo: texts(raw.ExceptIfSentTo),
  exceptIfSentToMemberOf: texts(raw.ExceptIfSentToMemberOf),
  exceptIfRecipientDomainIs: texts(raw.ExceptIfRecipientDomainIs),
});

const isEnabled = (raw: RawObject): boolean => text(raw.State) !== "Disabled" && raw.Enabled !== false;

/** A rule of one policy type; `property` names the policy it binds. */
export const policyRule =
  (property: string) =>
  (raw: RawObject, position: number): PolicyRule => ({
    name: nameOf(raw),
    policy: text(raw[property]) ?? nameOf(raw),
    priority: integer(raw.Priority) ?? position,
    enabled: isEnabled(raw),
    filter: filter(raw),
  });

const withoutPolicies = (raw: RawObject): PresetRule => {
  const name = nameOf(raw);
  const level = name.startsWith("Strict") ? "Strict" : name.startsWith("Standard") ? "Standard" : undefined;
  return { name, level, enabled: isEnabled(raw), filter: filter(raw) };
};

/** A rule of `Get-EOPProtectionPolicyRule`. */
export const presetRule = (raw: RawObject): PresetRule => {
  const policies = [
    ["hostedContentFilterPolicy", text(raw.HostedContentFilterPolicy)],
    ["antiPhishPolicy", text(raw.AntiPhishPolicy)],
    ["malwareFilterPolicy", text(raw.MalwareFilterPolicy)],
  ].filter(([, policy]) => policy !== undefined);
  return { ...withoutPolicies(raw), ...Object.fromEntries(policies) };
};

/** A rule of `Get-ATPProtectionPolicyRule`. */
export const defenderPresetRule = (raw: RawObject): PresetRule => {
  const safeLinksPolicy = text(raw.SafeLinksPolicy);
  return { ...withoutPolicies(raw), ...(safeLinksPolicy === undefined ? {} : { safeLinksPolicy }) };
};

export const hostedConnectionFilterPolicy = (raw: RawObject): HostedConnectionFilterPolicy => ({
  name: nameOf(raw),
  ipAllowList: texts(raw.IPAllowList),
  ipBlockList: texts(raw.IPBlockList),
  enableSafeList: flag(raw.EnableSafeList),
});

export const malwareFilterPolicy = (raw: RawObject): MalwareFilterPolicy => ({
  name: nameOf(raw),
  isDefault: flag(raw.IsDefault),
  enableFileFilter: flag(raw.EnableFileFilter),
  fileTypes: texts(raw.FileTypes).map((type) => type.replace(/^\./u, "").toLowerCase()),
});

export const tenantAllowBlockListItem = (raw: RawObject): TenantAllowBlockListItem => ({
  // Some exports leave out the list an entry was read from: a value with a domain can only be a sender.
  listType: text(raw.ListType) ?? "Sender",
  value: text(raw.Value) ?? "",
  action: text(raw.Action) === "Allow" ? "Allow" : "Block",
  expirationDate: moment(raw.ExpirationDate),
  removeAfterDays: integer(raw.RemoveAfter),
  lastUsedDate: moment(raw.LastUsedDate),
});

export const tenantAllowBlockListSpoofItem = (raw: RawObject): TenantAllowBlockListSpoofItem => ({
  spoofedUser: text(raw.SpoofedUser) ?? "*",
  sendingInfrastructure: text(raw.SendingInfrastructure) ?? "*",
  spoofType: text(raw.SpoofType),
  action: text(raw.Action) === "Allow" ? "Allow" : "Block",
});

/** Domains of an inbound connector: `smtp:*;1` when read back (exchange-online.md 3.8). */
const senderDomainsOf = (raw: RawObject): readonly string[] =>
  texts(raw.SenderDomains).map((entry) => entry.replace(/^smtp:/iu, "").replace(/;\d+$/u, ""));

export const inboundConnector = (raw: RawObject): InboundConnector => ({
  name: nameOf(raw),
  enabled: raw.Enabled !== false,
  connectorType: oneOf(raw.ConnectorType, ["Partner", "OnPremises"]) ?? text(raw.ConnectorType) ?? "Partner",
  senderDomains: senderDomainsOf(raw),
  requireTls: flag(raw.RequireTls),
  restrictDomainsToIpAddresses: flag(raw.RestrictDomainsToIPAddresses),
  senderIpAddresses: texts(raw.SenderIPAddresses),
  restrictDomainsToCertificate: flag(raw.RestrictDomainsToCertificate),
  treatMessagesAsInternal: flag(raw.TreatMessagesAsInternal),
  tlsSenderCertificateName: text(raw.TlsSenderCertificateName),
  efSkipLastIp: flag(raw.EFSkipLastIP),
  efSkipIps: texts(raw.EFSkipIPs),
  efUsers: texts(raw.EFUsers),
  efTestMode: flag(raw.EFTestMode),
});

export const transportConfig = (raw: RawObject): TransportConfig => ({
  maxReceiveSize: sizeOf(raw.MaxReceiveSize),
});

/** Of `Get-OrganizationConfig`; whether plus addressing is off (exchange-online.md 4.5). */
export const disablePlusAddressInRecipients = (raw: RawObject): boolean | undefined =>
  typeof raw.DisablePlusAddressInRecipients === "boolean" ? raw.DisablePlusAddressInRecipients : undefined;

export const hostedOutboundSpamFilterPolicy = (raw: RawObject): HostedOutboundSpamFilterPolicy => ({
  name: nameOf(raw),
  isDefault: flag(raw.IsDefault),
  autoForwardingMode: text(raw.AutoForwardingMode),
});
