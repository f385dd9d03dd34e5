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
import {
  entries,
  flag,
  integer,
  isNoDate,
  isUnreadable,
  isUnset,
  moment,
  nameOf,
  oneOf,
  type RawObject,
  sizeOf,
  text,
} from "./properties";

const filter = (raw: RawObject): RecipientFilter => ({
  sentTo: entries(raw.SentTo),
  sentToMemberOf: entries(raw.SentToMemberOf),
  recipientDomainIs: entries(raw.RecipientDomainIs),
  exceptIfSentTo: entries(raw.ExceptIfSentTo),
  exceptIfSentToMemberOf: entries(raw.ExceptIfSentToMemberOf),
  exceptIfRecipientDomainIs: entries(raw.ExceptIfRecipientDomainIs),
});

const isOff = (raw: unknown): boolean => raw === false || /^(?:false|disabled)$/iu.test(text(raw) ?? "");

const isEnabled = (raw: RawObject): boolean => !isOff(raw.State) && !isOff(raw.Enabled);

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
  ipAllowList: entries(raw.IPAllowList),
  ipBlockList: entries(raw.IPBlockList),
  enableSafeList: flag(raw.EnableSafeList),
});

export const malwareFilterPolicy = (raw: RawObject): MalwareFilterPolicy => ({
  name: nameOf(raw),
  isDefault: flag(raw.IsDefault),
  enableFileFilter: flag(raw.EnableFileFilter),
  fileTypes: entries(raw.FileTypes).map((type) => type.replace(/^\./u, "").toLowerCase()),
});

/** An end that cannot be read is no end of a block, and no allow that can be counted on (exchange-online.md 5). */
export const tenantAllowBlockListItem = (raw: RawObject): TenantAllowBlockListItem => {
  const action = oneOf(raw.Action, ["Allow"]) ?? "Block";
  const expirationDate = isNoDate(raw.ExpirationDate)
    ? undefined
    : moment(raw.ExpirationDate, action === "Allow" ? "earliest" : "latest");
  const isEndKnown = isNoDate(raw.ExpirationDate) || expirationDate !== undefined;
  return {
    // Some exports leave out the list an entry was read from: a value with a domain can only be a sender.
    listType: text(raw.ListType) ?? "Sender",
    value: text(raw.Value)?.trim() ?? "",
    action,
    expirationDate,
    removeAfterDays: isEndKnown ? integer(raw.RemoveAfter) : undefined,
    lastUsedDate: isNoDate(raw.LastUsedDate) ? undefined : moment(raw.LastUsedDate, "earliest"),
  };
};

export const tenantAllowBlockListSpoofItem = (raw: RawObject): TenantAllowBlockListSpoofItem => ({
  spoofedUser: text(raw.SpoofedUser) ?? "*",
  sendingInfrastructure: text(raw.SendingInfrastructure) ?? "*",
  spoofType: text(raw.SpoofType),
  action: oneOf(raw.Action, ["Allow"]) ?? "Block",
});

/** Domains of an inbound connector: `smtp:*;1` when read back (exchange-online.md 3.8). One that cannot be read may be any. */
const senderDomainsOf = (raw: RawObject): readonly string[] =>
  entries(raw.SenderDomains).map((entry) =>
    isUnreadable(entry)
      ? "*"
      : entry
          .trim()
          .replace(/^smtp:/iu, "")
          .replace(/;\d+$/u, ""),
  );

/** OnPremises is 1 where enums are printed as numbers. Whatever is not surely that may be a Partner, which can refuse mail. */
const connectorTypeOf = (raw: RawObject): string =>
  text(raw.ConnectorType) === "1" ? "OnPremises" : (oneOf(raw.ConnectorType, ["OnPremises"]) ?? "Partner");

export const inboundConnector = (raw: RawObject): InboundConnector => ({
  name: nameOf(raw),
  enabled: !isOff(raw.Enabled),
  connectorType: connectorTypeOf(raw),
  senderDomains: senderDomainsOf(raw),
  // True unless said otherwise (exchange-online.md 3.8).
  requireTls: raw.RequireTls === undefined || raw.RequireTls === null || flag(raw.RequireTls),
  restrictDomainsToIpAddresses: flag(raw.RestrictDomainsToIPAddresses),
  senderIpAddresses: entries(raw.SenderIPAddresses),
  restrictDomainsToCertificate: flag(raw.RestrictDomainsToCertificate),
  treatMessagesAsInternal: flag(raw.TreatMessagesAsInternal),
  tlsSenderCertificateName: text(raw.TlsSenderCertificateName),
  efSkipLastIp: flag(raw.EFSkipLastIP),
  efSkipIps: entries(raw.EFSkipIPs),
  efUsers: entries(raw.EFUsers),
  efTestMode: flag(raw.EFTestMode),
});

export const transportConfig = (raw: RawObject): TransportConfig => ({
  maxReceiveSize: sizeOf(raw.MaxReceiveSize) ?? (isUnset(raw.MaxReceiveSize) ? undefined : 0),
});

/** Of `Get-OrganizationConfig`; whether plus addressing is off (exchange-online.md 4.5). */
export const disablePlusAddressInRecipients = (raw: RawObject): boolean | undefined =>
  typeof raw.DisablePlusAddressInRecipients === "boolean" ? raw.DisablePlusAddressInRecipients : undefined;

export const hostedOutboundSpamFilterPolicy = (raw: RawObject): HostedOutboundSpamFilterPolicy => ({
  name: nameOf(raw),
  isDefault: flag(raw.IsDefault),
  autoForwardingMode: text(raw.AutoForwardingMode),
});
