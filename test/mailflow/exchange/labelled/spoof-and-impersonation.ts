/** Spoof and DMARC settings, which genuine mail never meets, and each impersonation protection with each action (3.6). */
import { allowBlockListItem, antiPhishPolicy } from "./healthy-tenant";
import { aircallSenders, allowAircall, type LabelledTenant, type RawObject, tenant } from "./labelled-tenant";
import type { ReferenceRow } from "./reference-rows";

const cites = "exchange-online.md 3.6";
const withPolicy = (policy: RawObject) => tenant().with("Get-AntiPhishPolicy", [antiPhishPolicy(policy)]);
const allowedUnder = (policy: RawObject) => withPolicy(policy).withRule(allowAircall());
const notGuaranteed = { verdict: "not-guaranteed", finding: { stage: "anti-spam" } } as const;

const spares = (title: string, rows: readonly ReferenceRow[], policy: RawObject): LabelledTenant => ({
  title,
  cites,
  rows,
  export: allowedUnder(policy).build(),
  verdict: "proven",
  narrowness: "narrow",
});

const quarantineAll: RawObject = {
  AuthenticationFailAction: "Quarantine",
  DmarcQuarantineAction: "Quarantine",
  DmarcRejectAction: "Quarantine",
};

const user: RawObject = {
  EnableTargetedUserProtection: true,
  TargetedUsersToProtect: ["Anna Miller;anna@contoso.example"],
};
const domain: RawObject = {
  EnableTargetedDomainsProtection: true,
  TargetedDomainsToProtect: ["fabrikam.example"],
};
const ownDomains: RawObject = { EnableOrganizationDomainsProtection: true };
const intelligence: RawObject = { EnableMailboxIntelligenceProtection: true };

// biome-ignore format: one protection, one line
const protections = [
  { row: "3.6 EnableTargetedUserProtection", on: user, action: "TargetedUserProtectionAction" },
  { row: "3.6 EnableTargetedDomainsProtection", on: domain, action: "TargetedDomainProtectionAction" },
  { row: "3.6 EnableOrganizationDomainsProtection", on: ownDomains, action: "TargetedDomainProtectionAction" },
  { row: "3.6 EnableMailboxIntelligenceProtection", on: intelligence, action: "MailboxIntelligenceProtectionAction" },
] as const;

const moving = ["Redirect", "MoveToJmf", "Quarantine", "Delete"] as const;
const staying = ["NoAction", "BccMessage"] as const;

const outcomes = {
  Redirect: "redirected",
  MoveToJmf: "junk",
  Quarantine: "quarantined",
  Delete: "deleted",
} as const;

const impersonation: readonly LabelledTenant[] = protections.flatMap(({ row, on, action }) => [
  ...moving.map(
    (value): LabelledTenant => ({
      title: `${row.slice(4)} with ${value} may take Aircall mail, allowed or not`,
      cites,
      rows: [row, `3.6 ${value}`],
      export: allowedUnder({ ...on, [action]: value }).build(),
      verdict: "undecided",
      finding: { stage: "anti-phishing" },
    }),
  ),
  ...staying.map(
    (value): LabelledTenant => ({
      title: `${row.slice(4)} with ${value} moves nothing`,
      cites,
      rows: [row, `3.6 ${value}`],
      export: allowedUnder({ ...on, [action]: value }).build(),
      verdict: "proven",
      narrowness: "narrow",
    }),
  ),
]);

// biome-ignore format: one setting, one line
const spared: readonly LabelledTenant[] = [
  spares("mail that passes DMARC is no spoof, whatever the action for failures", ["3.6 AuthenticationFailAction"], { AuthenticationFailAction: "Quarantine" }),
  spares("a policy of quarantine that is honoured concerns failures only", ["3.6 DmarcQuarantineAction"], { DmarcQuarantineAction: "Quarantine" }),
  spares("a policy of rejection that is honoured concerns failures only", ["3.6 DmarcRejectAction"], { DmarcRejectAction: "Reject" }),
  spares("not honouring DMARC takes nothing from mail that passes", ["3.6 HonorDmarcPolicy"], { HonorDmarcPolicy: false }),
  spares("spoof intelligence that is off takes nothing from mail that passes", ["3.6 EnableSpoofIntelligence"], { EnableSpoofIntelligence: false }),
  spares("the strictest phishing threshold is lifted by an allow", ["3.6 PhishThresholdLevel"], { PhishThresholdLevel: 4 }),
  spares("a tip about a first contact moves no mail", ["3.6 first-contact tips"], { EnableFirstContactSafetyTips: true }),
  spares("a protection of listed domains that lists none guards nothing", ["3.6 EnableTargetedDomainsProtection"], { EnableTargetedDomainsProtection: true, TargetedDomainsToProtect: [], TargetedDomainProtectionAction: "Quarantine" }),
];

export const spoofAndImpersonation: readonly LabelledTenant[] = [
  ...spared,
  ...(["MoveToJmf", "Quarantine"] as const).map(
    (action): LabelledTenant => ({
      title: `what is taken for spoof ends as AuthenticationFailAction ${action} says`,
      cites,
      rows: ["3.6 AuthenticationFailAction", "3.6 EnableSpoofIntelligence"],
      export: withPolicy({ AuthenticationFailAction: action }).build(),
      ...notGuaranteed,
      messages: [
        {
          message: { filterVerdict: "spoof" },
          outcome: outcomes[action],
          why: "the message passes DMARC, so no policy of the domain is honoured",
        },
      ],
    }),
  ),
  {
    title: "a spoof that fails DMARC is quarantined where every action for failures quarantines",
    cites,
    rows: ["3.6 HonorDmarcPolicy", "3.6 DmarcQuarantineAction", "3.6 DmarcRejectAction"],
    export: withPolicy(quarantineAll).build(),
    ...notGuaranteed,
    messages: [
      {
        message: { filterVerdict: "spoof", spf: "fail", dkim: "fail", dmarc: "fail" },
        outcome: "quarantined",
        why: "whichever policy the domain publishes",
      },
    ],
  },
  ...impersonation,
  ...moving.map(
    (action): LabelledTenant => ({
      title: `an impersonation without any allow ends as ${action} says`,
      cites,
      rows: [`3.6 ${action}`],
      export: withPolicy({ ...user, TargetedUserProtectionAction: action }).build(),
      verdict: "undecided",
      finding: { stage: "anti-phishing" },
      messages: [
        {
          message: { filterVerdict: "impersonation", displayName: "Anna Miller via Aircall" },
          outcome: outcomes[action],
          why: "the one protection that is on has this action",
        },
      ],
    }),
  ),
  {
    title: "the exempted senders are taken for nobody else",
    cites,
    rows: ["3.6 ExcludedSenders"],
    export: allowedUnder({
      ...user,
      ...intelligence,
      TargetedUserProtectionAction: "Delete",
      MailboxIntelligenceProtectionAction: "Quarantine",
      ExcludedSenders: aircallSenders,
    }).build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "four exempted senders leave the fifth to impersonation protection",
    cites,
    rows: ["3.6 ExcludedSenders"],
    export: allowedUnder({
      ...user,
      TargetedUserProtectionAction: "Quarantine",
      ExcludedSenders: aircallSenders.slice(1),
    }).build(),
    verdict: "undecided",
    finding: { stage: "anti-phishing" },
  },
  {
    title: "no entry of the Tenant Allow/Block List undoes impersonation",
    cites: `${cites}, 9.11`,
    rows: ["3.6 TABL cannot undo impersonation", "9.11"],
    export: withPolicy({ ...user, TargetedUserProtectionAction: "Quarantine" })
      .with(
        "Get-TenantAllowBlockListItems",
        aircallSenders.map((address) =>
          allowBlockListItem(address, { Action: "Allow", ExpirationDate: "2026-12-10T00:00:00Z" }),
        ),
      )
      .build(),
    verdict: "undecided",
    finding: { stage: "anti-phishing" },
  },
  {
    title:
      "behind a gateway without Enhanced Filtering genuine mail may fail DMARC through no fault of Aircall",
    cites: `${cites}, 9.13`,
    rows: ["3.6 gateway", "9.13"],
    export: allowedUnder({}).withDns("mx1.gateway.example").build(),
    verdict: "undecided",
  },
];
