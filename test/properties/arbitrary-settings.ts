/** Random settings of every stage but the rules, and what the service learns of a message, drawn so that they often meet. */
import fc from "fast-check";
import { advancedFilterNames } from "../../src/mailflow/exchange/advanced-filters";
import type { ExchangeTenant } from "../../src/mailflow/exchange/tenant";
import type { DeclaredFacts } from "../../src/mailflow/facts";
import { filterVerdicts, type Message } from "../../src/mailflow/message";
import { toTenant } from "../../src/tenants/exchange/export/native-export";
import {
  allowBlockListItem,
  antiPhishPolicy,
  connectionFilterPolicy,
  contentFilterPolicy,
  healthyTenant,
  inboundConnector,
  malwareFilterPolicy,
  policyRule,
  type RawObject,
  userMailbox,
} from "../mailflow/exchange/labelled/healthy-tenant";
import { groups, numbered, randomTenant } from "./arbitrary-tenant";

const anna = "anna@contoso.example";

/** Mostly the first value, now and then another. */
const seldom = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 7, arbitrary: fc.constant(usual) },
    { weight: 2, arbitrary: fc.constantFrom(...others) },
  );

/** Mostly nothing, now and then some of the values. */
const seldomSome = <T>(...values: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc.oneof(
    { weight: 7, arbitrary: fc.constant<readonly T[]>([]) },
    { weight: 2, arbitrary: fc.subarray([...values], { minLength: 1 }) },
  );

const senderEntries = ["noreply@aircall.io", "team@aircall.io", "x@example.org"];
const domainEntries = ["aircall.io", "notify.aircall.io", "example.org"];
/** Forms that are not documented for the lists (exchange-online.md 7.2). */
const oddAddresses = ["*@aircall.io", " noreply@aircall.io"];
const oddDomains = ["@aircall.io", "*.aircall.io", " aircall.io"];
const actions = ["MoveToJmf", "Quarantine", "Delete", "AddXHeader"] as const;

const contentFilter: fc.Arbitrary<RawObject> = fc
  .record({
    SpamAction: seldom("MoveToJmf", ...actions, "NoAction"),
    HighConfidenceSpamAction: seldom("MoveToJmf", ...actions),
    AllowedSenders: seldomSome(...senderEntries, ...oddAddresses),
    AllowedSenderDomains: seldomSome(...domainEntries, ...oddDomains),
    BlockedSenders: seldomSome(...senderEntries, ...oddAddresses),
    BlockedSenderDomains: seldomSome(...domainEntries, ...oddDomains),
    MarkAsSpamBulkMail: seldom("On", "Sometimes"),
    languages: seldomSome("EN", "JA", "FR"),
    countries: seldomSome("US", "IE", "CN"),
    BulkMovesEnabled: seldom(false, true),
    advanced: seldomSome(...advancedFilterNames),
    state: fc.constantFrom("On", "Test"),
    TestModeAction: seldom("None", "AddXHeader", "BccMessage"),
  })
  .map(({ languages, countries, advanced, state, ...policy }) =>
    contentFilterPolicy({
      ...policy,
      EnableLanguageBlockList: languages.length > 0,
      LanguageBlockList: languages,
      EnableRegionBlockList: countries.length > 0,
      RegionBlockList: countries,
      ...Object.fromEntries(advanced.map((name) => [name, state])),
    }),
  );

const antiPhish: fc.Arbitrary<RawObject> = fc
  .record({
    Enabled: seldom(true, false),
    AuthenticationFailAction: fc.constantFrom("MoveToJmf", "Quarantine"),
    EnableSpoofIntelligence: seldom(true, false),
    HonorDmarcPolicy: seldom(true, false),
    EnableMailboxIntelligenceProtection: seldom(false, true),
    MailboxIntelligenceProtectionAction: fc.constantFrom("NoAction", "MoveToJmf", "Quarantine"),
    ExcludedSenders: seldomSome(...senderEntries),
    ExcludedDomains: seldomSome(...domainEntries),
  })
  .map(antiPhishPolicy);

const connector: fc.Arbitrary<RawObject> = fc
  .record({
    Enabled: seldom(true, false),
    ConnectorType: seldom<string | number>("Partner", "OnPremises", 1, 2),
    SenderDomains: fc.constantFrom(
      ["smtp:*;1"],
      ["smtp:aircall.io;1"],
      ["smtp:*.aircall.io;1"],
      ["smtp:example.org;1"],
      [],
    ),
    RequireTls: seldom(false, true),
    RestrictDomainsToIPAddresses: seldom(false, true),
    SenderIPAddresses: seldomSome("203.0.113.0/24", "54.240.8.0/24"),
    RestrictDomainsToCertificate: seldom(false, true),
    TlsSenderCertificateName: fc.constantFrom(null, "*.amazonses.com", "gateway.example"),
    EFSkipLastIP: seldom(false, true),
  })
  .map(inboundConnector);

const listItem: fc.Arbitrary<RawObject> = fc
  .record({
    value: fc.constantFrom(
      ...senderEntries,
      ...domainEntries,
      "*.io",
      "*.aircall.io",
      "amazonses.com",
      "eu-west-1.amazonses.com",
    ),
    ListType: seldom("Sender", "Url"),
    Action: fc.constantFrom("Allow", "Block"),
    ExpirationDate: fc.constantFrom(null, "2026-12-10T00:00:00Z", "2026-10-01T00:00:00Z"),
    RemoveAfter: fc.constantFrom(null, 45),
    LastUsedDate: fc.constantFrom(null, "2026-11-10T00:00:00Z", "2026-08-01T00:00:00Z"),
  })
  .map(({ value, ...item }) => allowBlockListItem(value, item));

const spoofItem: fc.Arbitrary<RawObject> = fc.record({
  SpoofedUser: fc.constantFrom(
    "*",
    "aircall.io",
    "*.aircall.io",
    "@aircall.io",
    "noreply@aircall.io",
    "example.org",
  ),
  SendingInfrastructure: fc.constantFrom("*", "amazonses.com", "aircall.io", "54.240.8.0/24"),
  SpoofType: fc.constant("External"),
  Action: fc.constantFrom("Allow", "Block"),
});

const preset: fc.Arbitrary<RawObject> = fc.record({
  Name: fc.constantFrom("Strict Preset Security Policy", "Standard Preset Security Policy", "Our own preset"),
  State: fc.constantFrom("Enabled", "Disabled"),
  HostedContentFilterPolicy: fc.constant("Preset"),
  SentTo: fc.constantFrom(null, [anna], ["ben@contoso.example"]),
});

/** What sits on a mailbox, as several cmdlets print it. */
interface MailboxSettings {
  readonly mailbox: RawObject;
  readonly junk: RawObject;
  readonly rules: readonly RawObject[];
  readonly used: string;
}

const inboxRule: fc.Arbitrary<RawObject> = fc
  .record({
    conditions: fc.constantFrom<RawObject>(
      {},
      { SubjectContainsWords: ["code"] },
      { SubjectContainsWords: ["lottery"] },
      { SubjectContainsWords: ["code-"] },
      { FromAddressContainsWords: ["@aircall.io"] },
      { WithinSizeRangeMinimum: "2000 B" },
      { WithinSizeRangeMaximum: "12000 B" },
      { BodyContainsWords: ["login"] },
      { SubjectOrBodyContainsWords: ["aircall"] },
      { From: ["noreply@aircall.io"] },
      { FromAddressContainsWords: ["aircall"] },
      { SentOnlyToMe: true },
      { WithinSizeRangeMinimum: "100 KB (102,400 bytes)" },
      { ExceptIfSubjectContainsWords: ["code"] },
    ),
    actions: fc.constantFrom<RawObject>(
      { MoveToFolder: "Anna\\Codes" },
      { MoveToFolder: "Inbox" },
      { DeleteMessage: true },
      { RedirectTo: ["boss@contoso.example"] },
      { MarkAsRead: true },
    ),
    StopProcessingRules: fc.boolean(),
    Enabled: seldom(true, false),
  })
  .map(({ conditions, actions: does, ...rule }) => ({ ...rule, ...conditions, ...does }));

const mailboxSettings: fc.Arbitrary<MailboxSettings> = fc.record({
  mailbox: fc.record({
    ProhibitSendReceiveQuota: seldom("50 GB (53,687,091,200 bytes)", "Unlimited"),
    UseDatabaseQuotaDefaults: seldom<boolean | undefined>(false, true, undefined),
    RecipientTypeDetails: seldom<string | undefined>(
      "UserMailbox",
      "SharedMailbox",
      "LegacyMailbox",
      "RoomMailbox",
      undefined,
    ),
    AcceptMessagesOnlyFrom: seldomSome("Aircall contact", "Boss"),
    RejectMessagesFrom: seldomSome("Aircall contact", "Boss"),
    RequireSenderAuthenticationEnabled: seldom(false, true),
    ModerationEnabled: seldom(false, true),
    MaxReceiveSize: seldom("Unlimited", "100 KB (102,400 bytes)", "36 MB (37,748,736 bytes)"),
    ForwardingSmtpAddress: seldom<string | null>(null, "smtp:elsewhere@example.org"),
    DeliverToMailboxAndForward: fc.boolean(),
  }),
  junk: fc.record({
    Enabled: seldom(true, false),
    TrustedListsOnly: seldom(false, true),
    ContactsTrusted: seldom(false, true),
    TrustedSendersAndDomains: seldomSome(...senderEntries, ...domainEntries, ...oddAddresses, ...oddDomains),
    BlockedSendersAndDomains: seldomSome(...senderEntries, ...domainEntries, ...oddAddresses, ...oddDomains),
  }),
  rules: fc.oneof(
    { weight: 3, arbitrary: fc.constant<readonly RawObject[]>([]) },
    { weight: 2, arbitrary: fc.array(inboxRule, { maxLength: 3 }) },
  ),
  used: seldom("1 GB (1,073,741,824 bytes)", "50 GB (53,687,091,200 bytes)", "60 GB (64,424,509,440 bytes)"),
});

const healthyObjects: ReadonlyMap<string, RawObject> = new Map(
  Object.entries(healthyTenant).flatMap(([cmdlet, objects]) => {
    const [first] = objects as readonly RawObject[];
    return first === undefined ? [] : [[cmdlet, first] as const];
  }),
);

/** Only what differs from the healthy tenant, so that a counterexample can be read. */
const differing = (parts: Readonly<Record<string, unknown>>): string =>
  Object.entries(parts)
    .flatMap(([cmdlet, objects]) => {
      const shown = [objects].flat().flatMap((object) => {
        const usual: RawObject = healthyObjects.get(cmdlet) ?? {};
        const left = Object.entries(object as RawObject).filter(
          ([name, value]) => JSON.stringify(value) !== JSON.stringify(usual[name]),
        );
        return left.length === 0 ? [] : [JSON.stringify(Object.fromEntries(left))];
      });
      return shown.length === 0 ? [] : [`\n  ${cmdlet}: ${shown.join("\n    ")}`];
    })
    .join("");

/** A whole tenant: rules, settings of the organisation, one mailbox with its settings. */
export interface WholeTenant {
  readonly export: Readonly<Record<string, unknown>>;
  readonly tenant: ExchangeTenant;
}

export const wholeTenant: fc.Arbitrary<WholeTenant> = fc
  .record({
    rules: fc.oneof(
      {
        weight: 2,
        arbitrary: fc.constant([
          {
            From: senderEntries,
            HeaderContainsMessageHeader: "Authentication-Results",
            HeaderContainsWords: ["dmarc=pass"],
            SetSCL: -1,
            StopRuleProcessing: true,
          },
        ]),
      },
      { weight: 1, arbitrary: randomTenant.map(({ rules }) => rules.slice(0, 3)) },
    ),
    policy: contentFilter,
    presets: fc.oneof(
      { weight: 6, arbitrary: fc.constant<readonly RawObject[]>([]) },
      { weight: 1, arbitrary: fc.array(preset, { maxLength: 2 }) },
    ),
    custom: seldomSome({ RecipientDomainIs: ["contoso.example"] }, { SentTo: ["ben@contoso.example"] }),
    antiPhish,
    connectors: fc.oneof(
      { weight: 5, arbitrary: fc.constant<readonly RawObject[]>([]) },
      { weight: 2, arbitrary: fc.array(connector, { maxLength: 2 }) },
    ),
    ipAllow: seldomSome("54.240.8.0/24", "198.51.100.0/24"),
    ipBlock: seldomSome("54.240.8.7", "54.240.8.0/24", "10.0.0.1", "10.255.255.200-11.0.0.50"),
    items: fc.oneof(
      { weight: 4, arbitrary: fc.constant<readonly RawObject[]>([]) },
      { weight: 2, arbitrary: fc.array(listItem, { maxLength: 2 }) },
    ),
    spoofs: fc.oneof(
      { weight: 6, arbitrary: fc.constant<readonly RawObject[]>([]) },
      { weight: 1, arbitrary: fc.array(spoofItem, { maxLength: 2 }) },
    ),
    fileTypes: seldomSome("png", "exe"),
    maxReceiveSize: seldom("Unlimited", "100 KB (102,400 bytes)", "100 Ko"),
    hosts: seldom<readonly string[] | undefined>(
      undefined,
      ["contoso-example.mail.protection.outlook.com"],
      ["mx.gateway.example"],
      ["mx.gateway.example", "contoso-example.mail.protection.outlook.com"],
    ),
    mailbox: mailboxSettings,
  })
  .map((drawn) => {
    const box = userMailbox(anna, "Anna Miller", drawn.mailbox.mailbox);
    const all = {
      ...healthyTenant,
      "Get-TransportRule": numbered(drawn.rules),
      "Get-HostedContentFilterPolicy": [
        contentFilterPolicy(),
        contentFilterPolicy({ ...drawn.policy, Name: "Custom", Identity: "Custom", IsDefault: false }),
        contentFilterPolicy({
          Name: "Preset",
          Identity: "Preset",
          IsDefault: false,
          SpamAction: "Quarantine",
        }),
      ].map((raw) => (drawn.custom.length > 0 ? raw : raw.Name === "Default" ? { ...drawn.policy } : raw)),
      "Get-HostedContentFilterRule": drawn.custom.map((filter, place) =>
        policyRule(`Custom ${place}`, place, { HostedContentFilterPolicy: "Custom", ...filter }),
      ),
      "Get-EOPProtectionPolicyRule": (drawn.presets as readonly RawObject[]).map((raw, place) =>
        policyRule("", place, raw),
      ),
      "Get-AntiPhishPolicy": [drawn.antiPhish],
      "Get-InboundConnector": (drawn.connectors as readonly RawObject[]).map((raw, place) => ({
        ...raw,
        Name: `Connector ${place}`,
      })),
      "Get-HostedConnectionFilterPolicy": [
        connectionFilterPolicy({ IPAllowList: drawn.ipAllow, IPBlockList: drawn.ipBlock }),
      ],
      "Get-TenantAllowBlockListItems": drawn.items,
      "Get-TenantAllowBlockListSpoofItems": drawn.spoofs,
      "Get-MalwareFilterPolicy": [
        malwareFilterPolicy({ EnableFileFilter: drawn.fileTypes.length > 0, FileTypes: drawn.fileTypes }),
      ],
      "Get-TransportConfig": [{ Name: "Transport Settings", MaxReceiveSize: drawn.maxReceiveSize }],
      "Get-Mailbox": [box],
      "Get-Recipient": [box],
      ...groups,
      "Get-MailContact": [
        {
          Name: "Aircall contact",
          DisplayName: "Aircall contact",
          PrimarySmtpAddress: "codes@contoso.example",
          ExternalEmailAddress: "SMTP:noreply@aircall.io",
        },
      ],
      "Get-MailboxStatistics": [{ Mailbox: anna, TotalItemSize: drawn.mailbox.used }],
      "Get-MailboxJunkEmailConfiguration": [{ Mailbox: anna, ...drawn.mailbox.junk }],
      "Get-InboxRule": drawn.mailbox.rules.map((raw, place) => ({
        Mailbox: anna,
        Name: `Inbox rule ${place}`,
        Priority: place + 1,
        ...raw,
      })),
      ...(drawn.hosts === undefined ? {} : { dns: { mx: { "contoso.example": drawn.hosts } } }),
    };
    return { export: all, tenant: toTenant(all, "random"), [fc.toStringMethod]: () => differing(all) };
  });

const addresses = ["54.240.8.7", "54.240.8.9", "198.51.100.20"] as const;

/** Facts a company may declare. */
export const declaredFacts: fc.Arbitrary<DeclaredFacts> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<DeclaredFacts>({}) },
  {
    weight: 2,
    arbitrary: fc.record<DeclaredFacts>(
      {
        sendingAddresses: fc.constantFrom(["54.240.8.0/24"], ["54.240.8.7"], ["198.51.100.0/24"]),
        usesTls: fc.boolean(),
        countries: fc.constantFrom(["US"], ["IE"], ["US", "IE"]),
        languages: fc.constantFrom(["en"], ["fr", "de"]),
      },
      { requiredKeys: [] },
    ),
  },
);

/** What the service learns of a message, among what the facts leave open. */
export const surroundingsOf = (facts: DeclaredFacts): fc.Arbitrary<Partial<Message>> => {
  const inFacts = addresses.filter((address) =>
    (facts.sendingAddresses ?? addresses).some(
      (entry) => address === entry || address.startsWith(entry.replace(/0\/24$/u, "")),
    ),
  );
  return fc.record({
    sourceIp: fc.constantFrom(...inFacts),
    tls: facts.usesTls === undefined ? fc.boolean() : fc.constant(facts.usesTls),
    country: fc.constantFrom(...(facts.countries ?? ["US", "IE", "CN"])),
    languages: fc.constantFrom(...(facts.languages ?? ["en", "fr", "ja"])).map((one) => [one.toUpperCase()]),
    certificateNames: fc.constantFrom(["amazonses.com"], ["email.us-west-2.amazonses.com"]),
    filterVerdict: fc.constantFrom(
      ...filterVerdicts.filter(
        (verdict) => !["malware", "high-confidence-phish", "spoof", "impersonation"].includes(verdict),
      ),
    ),
  });
};
