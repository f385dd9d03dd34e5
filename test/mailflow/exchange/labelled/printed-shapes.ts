/** Settings printed in another shape, whose loss would make a tenant look healthier than it is (exchange-online.md 1.4, 9.15). */
import {
  allowBlockListItem,
  antiPhishPolicy,
  contentFilterPolicy,
  inboundConnector,
  policyRule,
} from "./healthy-tenant";
import {
  aboveTheAllow,
  aircallSenders,
  allowAircall,
  type LabelledTenant,
  quarantine,
  type RawObject,
  type TenantBuilder,
  tenant,
} from "./labelled-tenant";

const undecided = (
  title: string,
  cites: string,
  builder: TenantBuilder,
  stage: NonNullable<LabelledTenant["finding"]>["stage"],
): LabelledTenant => ({ title, cites, export: builder.build(), verdict: "undecided", finding: { stage } });

const allowed = (cmdlet: string, ...objects: readonly RawObject[]): TenantBuilder =>
  tenant().with(cmdlet, objects).withRule(allowAircall());

const quarantined = { stage: "tenant-allow-block-list", outcome: "quarantined" } as const;
const items = "Get-TenantAllowBlockListItems";
const blocked = (title: string, cites: string, ExpirationDate: string): LabelledTenant => ({
  title,
  cites,
  export: allowed(items, allowBlockListItem("aircall.io", { ExpirationDate })).build(),
  verdict: "blocked",
  finding: quarantined,
});
const allowedUntil = (title: string, overrides: RawObject): LabelledTenant => ({
  title,
  cites: "exchange-online.md 5, 9.11",
  export: tenant()
    .with(
      items,
      aircallSenders.map((address) => allowBlockListItem(address, { Action: "Allow", ...overrides })),
    )
    .build(),
  verdict: "not-guaranteed",
  finding: { stage: "anti-spam" },
});

const predicates = "Microsoft.Exchange.MessagingPolicies.Rules.Tasks";
const restricted = { RestrictDomainsToIPAddresses: true, SenderIPAddresses: ["203.0.113.0/24"] };
const onlyGoodForBen = (rule: RawObject): TenantBuilder =>
  tenant()
    .with("Get-HostedContentFilterPolicy", [
      contentFilterPolicy({ BlockedSenderDomains: ["aircall.io"] }),
      contentFilterPolicy({ Name: "Open", Identity: "Open", IsDefault: false }),
    ])
    .with("Get-HostedContentFilterRule", [
      policyRule("Open", 0, { HostedContentFilterPolicy: "Open", ...rule }),
    ])
    .withRule(allowAircall());

export const printedShapes: readonly LabelledTenant[] = [
  undecided(
    "a rule whose actions were left blank may do anything",
    "exchange-online.md 1.4",
    aboveTheAllow({
      Name: "Blank",
      SubjectContainsWords: ["code"],
      Actions: [`${predicates}.DeleteMessageAction`],
    }),
    "transport-rules",
  ),
  undecided(
    "an allow whose exceptions were left blank may exempt Aircall",
    "exchange-online.md 1.4",
    tenant().withRule(allowAircall({ Exceptions: [`${predicates}.FromPredicate`] })),
    "transport-rules",
  ),
  undecided(
    "a rule of which the service says that the cmdlet does not show it in full may do more",
    "exchange-online.md 1.4",
    aboveTheAllow({ Name: "Newer", IsRuleConfigurationSupported: false, SetAuditSeverity: "Low" }),
    "transport-rules",
  ),
  undecided(
    "a rule of which the service says that it is not valid may do anything",
    "exchange-online.md 1.4",
    aboveTheAllow({ Name: "Broken", IsValid: false, SetAuditSeverity: "Low" }),
    "transport-rules",
  ),
  {
    title: "an address in From may carry its prefix",
    cites: "exchange-online.md 2.2, 4.4",
    export: aboveTheAllow(quarantine("Prefix", { From: ["smtp:noreply@aircall.io"] })).build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Prefix", certainty: "certain", outcome: "quarantined" },
  },
  undecided(
    "a domain condition that is written like an address or with a wildcard is not simply false",
    "exchange-online.md 2.2",
    aboveTheAllow(quarantine("Odd domain", { SenderDomainIs: ["*.aircall.io"] })),
    "transport-rules",
  ),
  undecided(
    "members who were printed without an address may be the recipient",
    "exchange-online.md 2.3",
    tenant()
      .withGroup("vip@contoso.example", [])
      .with("Get-DistributionGroupMember", [{ Group: "vip@contoso.example", Name: "Anna Miller" }])
      .withRule(quarantine("VIP", { SentToMemberOf: ["vip@contoso.example"] }))
      .withRule(allowAircall()),
    "transport-rules",
  ),
  undecided(
    "members under a label that is no name of a group may be those of a group that seems empty",
    "exchange-online.md 2.3",
    tenant()
      .withGroup("vip@contoso.example", [])
      .with("Get-DistributionGroupMember", [
        { Group: "5b5ba4b8-7a43-4f0c-8a83-5e32ff6e3c11", PrimarySmtpAddress: "anna@contoso.example" },
      ])
      .withRule(quarantine("VIP", { SentToMemberOf: ["vip@contoso.example"] }))
      .withRule(allowAircall()),
    "transport-rules",
  ),
  {
    title: "an attribute with several values is not empty",
    cites: "exchange-online.md 2.3",
    export: tenant()
      .withMailbox("ben@contoso.example", "Ben", { OtherTelephone: ["+1 555 0100"] })
      .withRule(quarantine("Phone", { RecipientADAttributeContainsWords: ["OtherTelephone:0100"] }))
      .withRule(allowAircall())
      .build(),
    users: ["ben@contoso.example"],
    verdict: "undecided",
    finding: { stage: "transport-rules", rule: "Phone" },
  },
  undecided(
    "a blocked sender of a shape not known may be Aircall, whatever allows it",
    "exchange-online.md 3.4",
    allowed("Get-HostedContentFilterPolicy", contentFilterPolicy({ BlockedSenders: [{ Depth: 3 }] })),
    "anti-spam",
  ),
  undecided(
    "people in the filter of a policy rule, printed as objects, still limit it",
    "exchange-online.md 3.3",
    onlyGoodForBen({ SentTo: [{ Name: "Ben" }] }),
    "anti-spam",
  ),
  undecided(
    "a policy rule that is off in another case is off",
    "exchange-online.md 3.3",
    onlyGoodForBen({ State: "disabled", RecipientDomainIs: ["contoso.example"] }),
    "anti-spam",
  ),
  undecided(
    "protected users, printed as objects, are protected",
    "exchange-online.md 3.6",
    allowed(
      "Get-AntiPhishPolicy",
      antiPhishPolicy({
        EnableTargetedUserProtection: true,
        TargetedUserProtectionAction: "Quarantine",
        TargetedUsersToProtect: [{ User: "Boss" }],
      }),
    ),
    "anti-phishing",
  ),
  undecided(
    "an action printed as an object is not NoAction",
    "exchange-online.md 3.6",
    allowed(
      "Get-AntiPhishPolicy",
      antiPhishPolicy({
        EnableMailboxIntelligenceProtection: true,
        MailboxIntelligenceProtectionAction: { value: 3 },
      }),
    ),
    "anti-phishing",
  ),
  undecided(
    "a connector whose type is printed as a number may be a Partner's",
    "exchange-online.md 3.8",
    allowed("Get-InboundConnector", inboundConnector({ ConnectorType: 2, ...restricted })),
    "connectors",
  ),
  undecided(
    "a connector whose sender domains cannot be read may be for everybody",
    "exchange-online.md 3.8",
    allowed("Get-InboundConnector", inboundConnector({ SenderDomains: [{ Cost: 1 }], ...restricted })),
    "connectors",
  ),
  undecided(
    "a connector demands TLS where nothing else was printed",
    "exchange-online.md 3.8",
    allowed("Get-InboundConnector", inboundConnector({ RequireTls: undefined })),
    "connectors",
  ),
  blocked("a block whose date was never set does not end", "exchange-online.md 5", "0001-01-01T00:00:00"),
  blocked(
    "a block whose date is in a regional format does not end for sure",
    "exchange-online.md 2.9, 5",
    "11/12/2026 10:00:00",
  ),
  blocked(
    "a block whose date has no time zone lasts as long as it may",
    "exchange-online.md 2.9, 5",
    "2026-11-22T11:30:00",
  ),
  allowedUntil("an allow whose date cannot be read does not count, though it was used", {
    RemoveAfter: 45,
    LastUsedDate: "2026-11-20T00:00:00Z",
    ExpirationDate: "15/11/2026 00:00:00",
  }),
  allowedUntil("an allow whose date has no time zone lasts as short as it may", {
    ExpirationDate: "2026-11-22T12:30:00",
  }),
];
