/** Impersonation protection: not modelled, so undecided where it may move the mail, dismissed where it cannot. */
import { antiPhishPolicy, policyRule } from "./healthy-tenant";
import { aircallSenders, allowAircall, type LabelledTenant, type RawObject, tenant } from "./labelled-tenant";

const guardedUsers: RawObject = {
  EnableTargetedUserProtection: true,
  TargetedUserProtectionAction: "Quarantine",
  TargetedUsersToProtect: ["Anna Miller;anna@contoso.example"],
};

const withDefaultPolicy = (policy: RawObject) =>
  tenant()
    .withRule(allowAircall())
    .with("Get-AntiPhishPolicy", [antiPhishPolicy(policy)])
    .build();

/** Users are guarded by a custom policy that `filter` binds to recipients. */
const withCustomPolicy = (filter: RawObject) =>
  tenant()
    .withRule(allowAircall())
    .with("Get-AntiPhishPolicy", [
      antiPhishPolicy(),
      antiPhishPolicy({ Name: "Guard", Identity: "Guard", IsDefault: false, ...guardedUsers }),
    ])
    .with("Get-AntiPhishRule", [policyRule("Guard", 0, { AntiPhishPolicy: "Guard", ...filter })])
    .build();

export const antiPhishing: readonly LabelledTenant[] = [
  {
    title: "user impersonation protection that quarantines may take an invitation in a colleague's name",
    cites: "exchange-online.md 3.6",
    rows: ["3.6 EnableTargetedUserProtection", "3.6 Quarantine"],
    export: withDefaultPolicy(guardedUsers),
    verdict: "undecided",
    finding: { stage: "anti-phishing" },
  },
  {
    title: "mailbox intelligence that moves to Junk may take Aircall mail",
    cites: "exchange-online.md 3.6",
    rows: ["3.6 EnableMailboxIntelligenceProtection", "3.6 MoveToJmf"],
    export: withDefaultPolicy({
      EnableMailboxIntelligenceProtection: true,
      MailboxIntelligenceProtectionAction: "MoveToJmf",
    }),
    verdict: "undecided",
    finding: { stage: "anti-phishing" },
  },
  {
    title: "impersonation protection without an action moves nothing",
    cites: "exchange-online.md 3.6",
    rows: ["3.6 NoAction"],
    export: withDefaultPolicy({ ...guardedUsers, TargetedUserProtectionAction: "NoAction" }),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "an impersonation action whose protection is off moves nothing",
    cites: "exchange-online.md 3.6",
    export: withDefaultPolicy({ ...guardedUsers, EnableTargetedUserProtection: false }),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "the five senders excluded from impersonation protection are out of its reach",
    cites: "exchange-online.md 3.6; aircall.md 1.3",
    rows: ["3.6 ExcludedSenders"],
    export: withDefaultPolicy({ ...guardedUsers, ExcludedSenders: aircallSenders }),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "both domains excluded from impersonation protection are out of its reach",
    cites: "exchange-online.md 3.6",
    rows: ["3.6 ExcludedDomains"],
    export: withDefaultPolicy({ ...guardedUsers, ExcludedDomains: ["aircall.io", "notify.aircall.io"] }),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "an excluded domain does not cover its subdomain",
    cites: "exchange-online.md 3.6, 9.1",
    rows: ["3.6 ExcludedDomains", "9.1"],
    export: withDefaultPolicy({ ...guardedUsers, ExcludedDomains: ["aircall.io"] }),
    verdict: "undecided",
    finding: { stage: "anti-phishing" },
  },
  {
    title: "a custom anti-phishing policy guards the users it is bound to",
    cites: "exchange-online.md 3.3, 3.6",
    rows: ["3.3 per policy type"],
    export: withCustomPolicy({ RecipientDomainIs: ["contoso.example"] }),
    verdict: "undecided",
    finding: { stage: "anti-phishing" },
  },
  {
    title: "a custom anti-phishing policy whose rule is disabled guards nobody",
    cites: "exchange-online.md 3.3",
    export: withCustomPolicy({ RecipientDomainIs: ["contoso.example"], State: "Disabled" }),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a custom anti-phishing policy for another company's domain guards nobody here",
    cites: "exchange-online.md 3.3",
    export: withCustomPolicy({ RecipientDomainIs: ["fabrikam.example"] }),
    verdict: "proven",
    narrowness: "narrow",
  },
];
