/** Settings of the anti-spam policy that an allow rule makes harmless, and one that an unpublished fact decides. */
import { contentFilterPolicy } from "./healthy-tenant";
import { allowAircall, type LabelledTenant, type RawObject, tenant } from "./labelled-tenant";
import type { ReferenceRow } from "./reference-rows";

const lifted = (
  title: string,
  rows: readonly ReferenceRow[],
  policy: RawObject,
  cites: string,
): LabelledTenant => ({
  title,
  cites,
  rows,
  export: tenant()
    .withRule(allowAircall())
    .with("Get-HostedContentFilterPolicy", [contentFilterPolicy(policy)])
    .build(),
  verdict: "proven",
  narrowness: "narrow",
});

export const antiSpamSettings: readonly LabelledTenant[] = [
  lifted(
    "an allow rule lifts the strictest actions and threshold of an anti-spam policy",
    ["3.5 BulkThreshold"],
    {
      SpamAction: "Quarantine",
      HighConfidenceSpamAction: "Delete",
      PhishSpamAction: "Quarantine",
      BulkSpamAction: "Quarantine",
      BulkThreshold: 1,
    },
    "exchange-online.md 3.4, 3.5",
  ),
  lifted(
    "an allow rule lifts the advanced filter against tracking pixels",
    [],
    { MarkAsSpamWebBugsInHtml: "On", IncreaseScoreWithImageLinks: "On" },
    "exchange-online.md 6.1",
  ),
  lifted(
    "an allow rule lifts a block of languages and regions",
    ["3.5 LanguageBlockList", "3.5 RegionBlockList"],
    {
      EnableLanguageBlockList: true,
      LanguageBlockList: ["EN", "FR"],
      EnableRegionBlockList: true,
      RegionBlockList: ["US"],
    },
    "exchange-online.md 3.5",
  ),
  {
    title: "without an allow a block of regions rests on where Aircall's mail is sent from",
    cites: "exchange-online.md 3.5; aircall.md 1.3",
    rows: ["3.5 RegionBlockList"],
    export: tenant()
      .with("Get-HostedContentFilterPolicy", [
        contentFilterPolicy({ EnableRegionBlockList: true, RegionBlockList: ["US", "IE"] }),
      ])
      .build(),
    verdict: "undecided",
    narrowness: "no-bypass",
    finding: { stage: "anti-spam", names: "RegionBlockList" },
  },
];
