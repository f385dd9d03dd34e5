/** Preset security policies: they come before every custom policy and hide its lists. */
import { antiPhishPolicy, contentFilterPolicy, malwareFilterPolicy, policyRule } from "./healthy-tenant";
import {
  aircallSenders,
  allowAircall,
  type LabelledTenant,
  type RawObject,
  stampedSclStage,
  tenant,
} from "./labelled-tenant";

const strictName = "Strict Preset Security Policy1681329956650";
const strict = { Name: strictName, Identity: strictName, IsDefault: false, RecommendedPolicyType: "Strict" };

/** The default policy allows Aircall; the Strict preset's own policies exist, and `filter` says for whom. */
const withStrictPreset = (filter: RawObject) =>
  tenant()
    .with("Get-HostedContentFilterPolicy", [
      contentFilterPolicy({ AllowedSenders: aircallSenders }),
      contentFilterPolicy({
        ...strict,
        SpamAction: "Quarantine",
        HighConfidenceSpamAction: "Quarantine",
        PhishSpamAction: "Quarantine",
        BulkSpamAction: "Quarantine",
        BulkThreshold: 5,
      }),
    ])
    .with("Get-AntiPhishPolicy", [antiPhishPolicy(), antiPhishPolicy({ ...strict, PhishThresholdLevel: 4 })])
    .with("Get-MalwareFilterPolicy", [
      malwareFilterPolicy(),
      malwareFilterPolicy({ ...strict, EnableFileFilter: true, FileTypes: ["ace", "exe", "jar"] }),
    ])
    .with("Get-EOPProtectionPolicyRule", [
      policyRule("Strict Preset Security Policy", 0, {
        HostedContentFilterPolicy: strictName,
        AntiPhishPolicy: strictName,
        MalwareFilterPolicy: strictName,
        ...filter,
      }),
    ]);

const everybody = { RecipientDomainIs: ["contoso.example"] };

export const presets: readonly LabelledTenant[] = [
  {
    title: "the Strict preset hides the allowed list of the policies behind it",
    cites: "exchange-online.md 3.3, 3.5, 9.9",
    rows: ["3.3 EOP preset rules", "3.3 preset lists empty", "3.5 Strict", "9.9"],
    export: withStrictPreset(everybody).build(),
    verdict: "not-guaranteed",
    finding: { stage: "anti-spam" },
  },
  {
    title: "a disabled preset hides nothing",
    cites: "exchange-online.md 3.3",
    export: withStrictPreset({ ...everybody, State: "Disabled" }).build(),
    verdict: "proven",
    narrowness: "too-wide",
  },
  {
    title: "a preset for one user hides the allowed list from that user only",
    cites: "exchange-online.md 3.3",
    export: withStrictPreset({ SentTo: ["bob@contoso.example"] })
      .withMailbox("bob@contoso.example", "Bob Baker")
      .build(),
    verdict: "not-guaranteed",
    narrowness: "too-wide",
    finding: { stage: "anti-spam" },
    messages: [{ message: {}, outcome: "inbox", why: "the default policy applies to her and allows" }],
  },
  {
    title: "a preset whose filter needs two kinds leaves out a user who meets one",
    cites: "exchange-online.md 3.3, 9.9",
    export: withStrictPreset({
      SentTo: ["anna@contoso.example"],
      RecipientDomainIs: ["fabrikam.example"],
    }).build(),
    verdict: "proven",
    narrowness: "too-wide",
  },
  {
    title: "an allow rule lifts the verdicts of the Strict preset too",
    cites: "exchange-online.md 3.3, 3.4",
    export: withStrictPreset(everybody).withRule(allowAircall()).build(),
    verdict: "proven",
    messages: [{ message: {}, outcome: "inbox", why: "SCL -1 is independent of the policy" }],
  },
  {
    title: "a stamped SCL follows the actions of the Strict preset where it applies",
    cites: "exchange-online.md 3.3, 3.5",
    rows: ["3.5 Strict"],
    export: withStrictPreset(everybody)
      .withRule({ Name: "Stamp", FromScope: "NotInOrganization", SetSCL: 6 })
      .build(),
    verdict: "blocked",
    finding: { stage: stampedSclStage, rule: "Stamp", certainty: "certain", outcome: "quarantined" },
    messages: [
      { message: { filterVerdict: "clean" }, outcome: "quarantined", why: "the preset quarantines spam" },
    ],
  },
];
