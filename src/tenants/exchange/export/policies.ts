/** Filter policies and the rules that bind them, as `Get-…` prints them. */
import type {
  AntiPhishPolicy,
  HostedConnectionFilterPolicy,
  HostedContentFilterPolicy,
  InboundConnector,
  MalwareFilterPolicy,
  PolicyRule,
  PresetRule,
  RecipientFilter,
  SpamAction,
  TenantAllowBlockListItem,
  TenantAllowBlockListSpoofItem,
} from "../../../mailflow/exchange/tenant";
import { flag, integer, moment, type RawObject, text, texts } from "./properties";

const nameOf = (raw: RawObject): string => text(raw.Name) ?? text(raw.Identity) ?? "(no name)";

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

export const presetRule = (raw: RawObject): PresetRule => {
  const name = nameOf(raw);
  const policies = [
    ["hostedContentFilterPolicy", text(raw.HostedContentFilterPolicy)],
    ["antiPhishPolicy", text(raw.AntiPhishPolicy)],
    ["malwareFilterPolicy", text(raw.MalwareFilterPolicy)],
  ].filter(([, policy]) => policy !== undefined);
  const level = name.startsWith("Strict") ? "Strict" : name.startsWith("Standard") ? "Standard" : undefined;
  return { name, level, enabled: isEnabled(raw), filter: filter(raw), ...Object.fromEntries(policies) };
};

const spamActions: readonly SpamAction[] = [
  "MoveToJmf",
  "AddXHeader",
  "ModifySubject",
  "Redirect",
  "Delete",
  "Quarantine",
  "NoAction",
];

/** Settings that decide where no allow does, and that the model does not cover (exchange-online.md 3.5, 6.1). */
const unmodelledContentSettings = (raw: RawObject): readonly string[] => {
  const lists = (["Language", "Region"] as const).flatMap((kind) => {
    const listed = texts(raw[`${kind}BlockList`]);
    return flag(raw[`Enable${kind}BlockList`]) && listed.length > 0
      ? [`${kind}BlockList: ${listed.join(", ")}, which mail from Aircall may meet`]
      : [];
  });
  const advanced = Object.entries(raw)
    .filter(
      ([name, value]) => /^(?:MarkAsSpam(?!BulkMail)|IncreaseScore)/u.test(name) && text(value) === "On",
    )
    .map(([name]) => `${name} is on, which mail from Aircall may meet`);
  return [
    ...lists,
    ...advanced,
    ...(flag(raw.BulkMovesEnabled) ? ["BulkMovesEnabled sends bulk mail to a Promotions folder"] : []),
  ];
};

export const hostedContentFilterPolicy = (raw: RawObject): HostedContentFilterPolicy => {
  const problems: string[] = [];
  const action = (property: string, fallback: SpamAction): SpamAction => {
    const value = text(raw[property]);
    const found = spamActions.find((one) => one.toLowerCase() === value?.toLowerCase());
    if (value !== undefined && found === undefined) problems.push(`${property} "${value}" is not known`);
    return found ?? fallback;
  };
  return {
    name: nameOf(raw),
    isDefault: flag(raw.IsDefault),
    spamAction: action("SpamAction", "MoveToJmf"),
    highConfidenceSpamAction: action("HighConfidenceSpamAction", "MoveToJmf"),
    phishSpamAction: action("PhishSpamAction", "MoveToJmf"),
    bulkSpamAction: action("BulkSpamAction", "MoveToJmf"),
    bulkThreshold: integer(raw.BulkThreshold) ?? 7,
    markAsSpamBulkMail: text(raw.MarkAsSpamBulkMail) !== "Off",
    allowedSenders: texts(raw.AllowedSenders, "Sender", "Address"),
    allowedSenderDomains: texts(raw.AllowedSenderDomains, "Domain"),
    blockedSenders: texts(raw.BlockedSenders, "Sender", "Address"),
    blockedSenderDomains: texts(raw.BlockedSenderDomains, "Domain"),
    unmodelled: [...problems, ...unmodelledContentSettings(raw)],
  };
};

export const hostedConnectionFilterPolicy = (raw: RawObject): HostedConnectionFilterPolicy => ({
  name: nameOf(raw),
  ipAllowList: texts(raw.IPAllowList),
  ipBlockList: texts(raw.IPBlockList),
  enableSafeList: flag(raw.EnableSafeList),
});

const moves = (action: unknown): boolean => !["NoAction", "BccMessage", undefined].includes(text(action));

export const antiPhishPolicy = (raw: RawObject): AntiPhishPolicy => {
  const users =
    flag(raw.EnableTargetedUserProtection) &&
    texts(raw.TargetedUsersToProtect).length > 0 &&
    moves(raw.TargetedUserProtectionAction);
  const listedDomains =
    flag(raw.EnableTargetedDomainsProtection) && texts(raw.TargetedDomainsToProtect).length > 0;
  const domains =
    (listedDomains || flag(raw.EnableOrganizationDomainsProtection)) &&
    moves(raw.TargetedDomainProtectionAction);
  const intelligence =
    flag(raw.EnableMailboxIntelligenceProtection) && moves(raw.MailboxIntelligenceProtectionAction);
  return {
    name: nameOf(raw),
    isDefault: flag(raw.IsDefault),
    enabled: raw.Enabled !== false,
    impersonationProtections: [
      ...(users ? ["user protection"] : []),
      ...(domains ? ["domain protection"] : []),
      ...(intelligence ? ["mailbox intelligence"] : []),
    ],
    excludedSenders: texts(raw.ExcludedSenders),
    excludedDomains: texts(raw.ExcludedDomains),
  };
};

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
});

export const tenantAllowBlockListSpoofItem = (raw: RawObject): TenantAllowBlockListSpoofItem => ({
  spoofedUser: text(raw.SpoofedUser) ?? "*",
  sendingInfrastructure: text(raw.SendingInfrastructure) ?? "*",
  action: text(raw.Action) === "Allow" ? "Allow" : "Block",
});

export const inboundConnector = (raw: RawObject): InboundConnector => ({
  name: nameOf(raw),
  enabled: raw.Enabled !== false,
  connectorType: text(raw.ConnectorType) ?? "Partner",
  senderDomains: texts(raw.SenderDomains).map((entry) => entry.replace(/^smtp:/iu, "").replace(/;\d+$/u, "")),
  requireTls: flag(raw.RequireTls),
  restrictDomainsToIpAddresses: flag(raw.RestrictDomainsToIPAddresses),
  restrictDomainsToCertificate: flag(raw.RestrictDomainsToCertificate),
  treatMessagesAsInternal: flag(raw.TreatMessagesAsInternal),
  skipsListedHops: flag(raw.EFSkipLastIP) || texts(raw.EFSkipIPs).length > 0,
});
