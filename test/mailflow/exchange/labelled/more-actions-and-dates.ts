/** Actions that seldom stand in a rule, the place of disabled rules, and moments at which the verdict changes. */
import {
  aboveTheAllow,
  allowAircall,
  fromOutside,
  type LabelledTenant,
  quarantine,
  type RawObject,
  tenant,
} from "./labelled-tenant";
import type { ReferenceRow } from "./reference-rows";

const leaves = (title: string, row: ReferenceRow, action: RawObject): LabelledTenant => ({
  title,
  cites: "exchange-online.md 2.7",
  rows: [row],
  export: aboveTheAllow({ Name: "Outside", ...fromOutside, ...action }).build(),
  verdict: "proven",
  narrowness: "narrow",
  messages: [{ message: {}, outcome: "inbox", why: "the action leaves the mail to its recipient" }],
});

const disabled = quarantine("Switched off", { ...fromOutside, State: "Disabled" });
const certain = { stage: "transport-rules", certainty: "certain", outcome: "quarantined" } as const;

export const moreActionsAndDates: readonly LabelledTenant[] = [
  leaves("a rights template delivers", "2.7 ApplyRightsProtectionTemplate", {
    ApplyRightsProtectionTemplate: "Encrypt",
    ApplyRightsProtectionCustomizationTemplate: "Contoso",
  }),
  leaves("removing encryption in the old way delivers", "2.7 RemoveOME", { RemoveOME: true }),
  leaves("removing encryption from attachments delivers", "2.7 RemoveRMSAttachmentEncryption", {
    RemoveRMSAttachmentEncryption: true,
  }),
  leaves("a copy in Cc leaves the mail to its recipient", "2.7 CopyTo", {
    CopyTo: ["audit@contoso.example"],
  }),
  leaves(
    "a banner with the fallback Reject delivers a plain HTML mail, into which it can be inserted",
    "2.7 ApplyHtmlDisclaimerText Reject",
    { ApplyHtmlDisclaimerText: "<p>External</p>", ApplyHtmlDisclaimerFallbackAction: "Reject" },
  ),
  {
    title: "an entry in an Edge server's event log is not known in the cloud",
    cites: "exchange-online.md 2.7",
    rows: ["2.7 LogEventText"],
    export: aboveTheAllow({ Name: "Log", ...fromOutside, LogEventText: "Seen" }).build(),
    verdict: "undecided",
    finding: { stage: "transport-rules", rule: "Log", names: "LogEventText" },
  },
  {
    title: "a disabled rule in first place leaves the allow below it above the block",
    cites: "exchange-online.md 2.9, 9.5",
    rows: ["2.9 disabled rule keeps its place", "9.5"],
    export: tenant()
      .withRule(disabled)
      .withRule(allowAircall())
      .withRule(quarantine("Outside", fromOutside))
      .build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a disabled allow in first place leaves the block second and the enabled allow last",
    cites: "exchange-online.md 2.9",
    rows: ["2.9 disabled rule keeps its place"],
    export: tenant()
      .withRule(allowAircall({ Name: "Old allow", State: "Disabled" }))
      .withRule(quarantine("Outside", fromOutside))
      .withRule(allowAircall())
      .build(),
    verdict: "blocked",
    finding: { ...certain, rule: "Outside" },
  },
  {
    title: "an allow that will expire proves delivery until that moment",
    cites: "exchange-online.md 2.9, 9.5",
    rows: ["2.9 boundary dates", "9.5"],
    export: tenant()
      .withRule(allowAircall({ ExpiryDate: "2026-12-24T18:00:00Z" }))
      .build(),
    verdict: "proven",
    changesAt: [{ at: "2026-12-24T18:00:00Z", verdict: "not-guaranteed" }],
  },
  {
    title: "a block with a start and an end is announced and so is its end",
    cites: "exchange-online.md 2.9",
    rows: ["2.9 boundary dates"],
    export: aboveTheAllow({
      ...quarantine("Freeze", fromOutside),
      ActivationDate: "2026-12-20T00:00:00Z",
      ExpiryDate: "2027-01-03T00:00:00Z",
    }).build(),
    verdict: "proven",
    changesAt: [
      { at: "2026-12-20T00:00:00Z", verdict: "blocked" },
      { at: "2027-01-03T00:00:00Z", verdict: "proven" },
    ],
  },
  {
    title: "a date of a disabled rule changes nothing",
    cites: "exchange-online.md 2.9",
    rows: ["2.9 boundary dates"],
    export: aboveTheAllow({ ...disabled, ActivationDate: "2026-12-20T00:00:00Z" }).build(),
    verdict: "proven",
    changesAt: [],
  },
  {
    title: "a header that anybody can write does not make an allow narrow",
    cites: "exchange-online.md 5",
    export: tenant()
      .withRule({
        Name: "Allow",
        SenderDomainIs: ["aircall.io"],
        HeaderContainsMessageHeader: "X-Contoso-Trusted",
        HeaderContainsWords: ["yes"],
        SetSCL: -1,
      })
      .withRule(allowAircall())
      .build(),
    verdict: "proven",
    narrowness: "too-wide",
  },
];
