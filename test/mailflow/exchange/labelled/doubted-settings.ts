/** Settings of the organisation and of mailboxes that the reference leaves open, and that must not count as fine. */
import {
  antiPhishPolicy,
  connectionFilterPolicy,
  contentFilterPolicy,
  inboundConnector,
  policyRule,
} from "./healthy-tenant";
import {
  allowAircall,
  type LabelledTenant,
  type RawObject,
  type TenantBuilder,
  tenant,
} from "./labelled-tenant";
import { anna, junkConfiguration, mailboxTenant } from "./mailbox-tenant";

type Stage = NonNullable<LabelledTenant["finding"]>["stage"];

const allowed = (cmdlet: string, ...objects: readonly RawObject[]): TenantBuilder =>
  tenant().with(cmdlet, objects).withRule(allowAircall());

const undecided = (
  title: string,
  cites: string,
  builder: TenantBuilder,
  stage: Stage,
  message?: string,
): LabelledTenant => ({
  title,
  cites,
  export: builder.build(),
  verdict: "undecided",
  finding: { stage },
  ...(message === undefined ? {} : { messages: [{ message: {}, outcome: "undecided", why: message }] }),
});

const inMailbox = (title: string, cites: string, builder: TenantBuilder, why: string): LabelledTenant => ({
  ...undecided(title, cites, builder, "mailbox", why),
  scope: "mailbox",
});

const policy = "Get-HostedContentFilterPolicy";
const blockedBy = (entry: RawObject): TenantBuilder => allowed(policy, contentFilterPolicy(entry));
const junk = (lists: RawObject): TenantBuilder =>
  mailboxTenant().with("Get-MailboxJunkEmailConfiguration", [junkConfiguration(anna, lists)]);
const settings = (overrides: RawObject): TenantBuilder =>
  mailboxTenant().withMailboxSettings(anna, overrides);

export const doubtedSettings: readonly LabelledTenant[] = [
  undecided(
    "a blocked domain with an at sign is that domain",
    "exchange-online.md 3.4",
    blockedBy({ BlockedSenderDomains: ["@aircall.io"] }),
    "anti-spam",
    "an allow against a block",
  ),
  undecided(
    "a blocked address with a wildcard may be Aircall's",
    "exchange-online.md 3.4, 7.2",
    blockedBy({ BlockedSenders: ["*@aircall.io"] }),
    "anti-spam",
    "a wildcard is not documented",
  ),
  undecided(
    "a blocked domain with a wildcard may cover the domain itself",
    "exchange-online.md 3.4, 7.2",
    tenant()
      .with(policy, [contentFilterPolicy({ BlockedSenderDomains: ["*.aircall.io"] })])
      .withRule(allowAircall({ From: ["noreply@aircall.io", "team@aircall.io"] })),
    "anti-spam",
    "a wildcard is not documented",
  ),
  undecided(
    "whether an anti-phishing policy that is off still protects is not published",
    "exchange-online.md 3.6",
    allowed(
      "Get-AntiPhishPolicy",
      antiPhishPolicy({
        Enabled: false,
        EnableMailboxIntelligenceProtection: true,
        MailboxIntelligenceProtectionAction: "Quarantine",
      }),
    ),
    "anti-phishing",
    "nothing is said of a policy that is off",
  ),
  undecided(
    "a preset that is neither Strict nor Standard is none that is published",
    "exchange-online.md 3.3",
    allowed(
      "Get-EOPProtectionPolicyRule",
      policyRule("Our own preset", 0, {
        HostedContentFilterPolicy: "Default",
        AntiPhishPolicy: "Office365 AntiPhish Default",
        MalwareFilterPolicy: "Default",
      }),
    ).with(policy, [
      contentFilterPolicy({ Name: "Rest", Identity: "Rest", BlockedSenderDomains: ["aircall.io"] }),
      contentFilterPolicy({ IsDefault: false }),
    ]),
    "anti-spam",
    "it may bind or not",
  ),
  undecided(
    "a blocked range that begins with private addresses reaches into public ones",
    "exchange-online.md 3.8",
    allowed(
      "Get-HostedConnectionFilterPolicy",
      connectionFilterPolicy({ IPBlockList: ["10.255.255.200-11.0.0.50"] }),
    ),
    "connection-filter",
    "the address is not known",
  ),
  undecided(
    "a connector for no domain may be for Aircall's mail",
    "exchange-online.md 3.8",
    allowed(
      "Get-InboundConnector",
      inboundConnector({
        SenderDomains: [],
        RestrictDomainsToIPAddresses: true,
        SenderIPAddresses: ["203.0.113.0/24"],
      }),
    ),
    "connectors",
    "whose it is is not said",
  ),
  inMailbox(
    "a user's blocked domain with a wildcard may cover the domain itself",
    "exchange-online.md 4.3, 7.2",
    junk({ BlockedSendersAndDomains: ["*.aircall.io"] }),
    "a wildcard is not documented",
  ),
  inMailbox(
    "a user's blocked address with a wildcard may be Aircall's",
    "exchange-online.md 4.3, 7.2",
    junk({ BlockedSendersAndDomains: ["*@aircall.io"] }),
    "a wildcard is not documented",
  ),
  inMailbox(
    "a mailbox whose type was not printed may be a room's",
    "exchange-online.md 4.4",
    settings({ RecipientTypeDetails: undefined }).with("Get-Recipient", []),
    "its type was not read",
  ),
  inMailbox(
    "of a mailbox of an old server it is not said that mail stays",
    "exchange-online.md 4.4",
    settings({ RecipientTypeDetails: "LegacyMailbox" }),
    "only the type is known",
  ),
  inMailbox(
    "whether the mailbox's own quota counts was not read",
    "exchange-online.md 4.1",
    settings({ UseDatabaseQuotaDefaults: undefined }),
    "the numbers may mean nothing",
  ),
];
