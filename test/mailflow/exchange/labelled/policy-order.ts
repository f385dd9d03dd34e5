/** Which policy of each type applies: Strict, Standard, custom by priority, default (exchange-online.md 3.3). */
import { antiPhishPolicy, contentFilterPolicy, malwareFilterPolicy, policyRule } from "./healthy-tenant";
import {
  aircallSenders,
  allowAircall,
  fromOutside,
  type LabelledTenant,
  type RawObject,
  stampedSclStage,
  tenant,
} from "./labelled-tenant";

const standard = { Name: "Standard1", Identity: "Standard1", IsDefault: false };
const strict = { Name: "Strict1", Identity: "Strict1", IsDefault: false };
const everybody = { RecipientDomainIs: ["contoso.example"] };

const policies = (fallback: RawObject = {}): readonly RawObject[] => [
  contentFilterPolicy(fallback),
  contentFilterPolicy({
    ...standard,
    RecommendedPolicyType: "Standard",
    HighConfidenceSpamAction: "Quarantine",
    PhishSpamAction: "Quarantine",
    BulkThreshold: 6,
  }),
  contentFilterPolicy({
    ...strict,
    RecommendedPolicyType: "Strict",
    SpamAction: "Quarantine",
    HighConfidenceSpamAction: "Quarantine",
    PhishSpamAction: "Quarantine",
    BulkSpamAction: "Quarantine",
    BulkThreshold: 5,
  }),
];

/** The policies of both presets and the default ones, bound to nobody yet. */
const withPresetPolicies = () =>
  tenant()
    .with("Get-HostedContentFilterPolicy", policies())
    .with("Get-AntiPhishPolicy", [antiPhishPolicy(), antiPhishPolicy(standard), antiPhishPolicy(strict)])
    .with("Get-MalwareFilterPolicy", [
      malwareFilterPolicy(),
      malwareFilterPolicy(standard),
      malwareFilterPolicy(strict),
    ]);

const preset = (level: "Strict" | "Standard", filter: RawObject) =>
  policyRule(`${level} Preset Security Policy`, level === "Strict" ? 0 : 1, {
    HostedContentFilterPolicy: `${level}1`,
    AntiPhishPolicy: `${level}1`,
    MalwareFilterPolicy: `${level}1`,
    ...filter,
  });

/** All mail from outside is stamped with the SCL, and the preset rules are as given. */
const stampedUnder = (scl: number, ...rules: readonly RawObject[]) =>
  withPresetPolicies()
    .withRule({ Name: "Stamp", ...fromOutside, SetSCL: scl })
    .with("Get-EOPProtectionPolicyRule", rules)
    .build();

const stamped = { stage: stampedSclStage, rule: "Stamp", certainty: "certain" } as const;
const custom = { Name: "Custom", Identity: "Custom", IsDefault: false, AllowedSenders: aircallSenders };

/** A custom policy that allows Aircall, bound by `filter`; the default one does not. */
const withCustom = (filter: RawObject) =>
  withPresetPolicies()
    .with("Get-HostedContentFilterPolicy", [...policies(), contentFilterPolicy(custom)])
    .with("Get-HostedContentFilterRule", [
      policyRule("Custom", 0, { HostedContentFilterPolicy: "Custom", ...filter }),
    ]);

export const policyOrder: readonly LabelledTenant[] = [
  {
    title: "a user of both presets gets the actions of the Strict one",
    cites: "exchange-online.md 3.3, 3.5",
    rows: ["3.3 Strict before Standard", "3.5 Strict"],
    export: stampedUnder(6, preset("Standard", everybody), preset("Strict", everybody)),
    verdict: "blocked",
    finding: { ...stamped, outcome: "quarantined" },
    messages: [
      {
        message: { filterVerdict: "clean" },
        outcome: "quarantined",
        why: "Strict quarantines spam, Standard junks it",
      },
    ],
  },
  {
    title: "the Standard preset junks spam",
    cites: "exchange-online.md 3.3, 3.5",
    rows: ["3.5 Standard"],
    export: stampedUnder(6, preset("Standard", everybody)),
    verdict: "blocked",
    finding: { ...stamped, outcome: "junk" },
  },
  {
    title: "the Standard preset quarantines high-confidence spam",
    cites: "exchange-online.md 3.3, 3.5",
    rows: ["3.5 Standard"],
    export: stampedUnder(9, preset("Standard", everybody)),
    verdict: "blocked",
    finding: { ...stamped, outcome: "quarantined" },
  },
  {
    title: "the Standard preset hides the allowed list of a custom policy",
    cites: "exchange-online.md 3.3, 9.9",
    rows: ["3.3 Standard before custom", "3.3 preset lists empty", "9.9"],
    export: withCustom(everybody)
      .with("Get-EOPProtectionPolicyRule", [preset("Standard", everybody)])
      .build(),
    verdict: "not-guaranteed",
    finding: { stage: "anti-spam" },
  },
  {
    title: "of several values in a policy's recipient filter one that names the user is enough",
    cites: "exchange-online.md 3.3",
    rows: ["3.3 values OR"],
    export: withCustom({ SentTo: ["bob@contoso.example", "anna@contoso.example"] }).build(),
    verdict: "proven",
    narrowness: "too-wide",
  },
  {
    title: "a policy's recipient filter compares the primary address, not an alias",
    cites: "exchange-online.md 3.3",
    rows: ["3.3 primary address"],
    export: withCustom({ SentTo: ["a.miller@contoso.example"] })
      .withMailboxSettings("anna@contoso.example", {
        EmailAddresses: ["SMTP:anna@contoso.example", "smtp:a.miller@contoso.example"],
      })
      .build(),
    verdict: "not-guaranteed",
    finding: { stage: "anti-spam" },
  },
  {
    title: "an exception by domain takes the user out of a policy",
    cites: "exchange-online.md 3.3",
    rows: ["3.3 exceptions OR"],
    export: withCustom({ ...everybody, ExceptIfRecipientDomainIs: ["contoso.example"] }).build(),
    verdict: "not-guaranteed",
    finding: { stage: "anti-spam" },
  },
  {
    title: "the Strict preset's anti-phishing policy guards a user though her anti-spam policy is another",
    cites: "exchange-online.md 3.3, 3.6",
    rows: ["3.3 ATP preset rules", "3.3 per policy type"],
    export: withPresetPolicies()
      .withRule(allowAircall())
      .with("Get-AntiPhishPolicy", [
        antiPhishPolicy({ ExcludedSenders: aircallSenders }),
        antiPhishPolicy({
          ...strict,
          RecommendedPolicyType: "Strict",
          EnableMailboxIntelligenceProtection: true,
          MailboxIntelligenceProtectionAction: "Quarantine",
        }),
      ])
      .with("Get-EOPProtectionPolicyRule", [preset("Strict", everybody)])
      .with("Get-ATPProtectionPolicyRule", [policyRule("Strict Preset Security Policy", 0, everybody)])
      .build(),
    verdict: "undecided",
    finding: { stage: "anti-phishing" },
  },
  {
    title: "a disabled preset rule of Defender guards nobody",
    cites: "exchange-online.md 3.3",
    rows: ["3.3 ATP preset rules", "3.3 disabled rule"],
    export: withCustom(everybody)
      .with("Get-ATPProtectionPolicyRule", [
        policyRule("Strict Preset Security Policy", 0, { ...everybody, State: "Disabled" }),
      ])
      .build(),
    verdict: "proven",
    narrowness: "too-wide",
  },
];
