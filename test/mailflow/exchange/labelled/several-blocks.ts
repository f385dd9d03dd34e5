/** Independent blocks are all told, also one that stands behind another (design section 4). */
import { allowBlockListItem, contentFilterPolicy } from "./healthy-tenant";
import {
  allowAircall,
  allowWithoutStop,
  fromOutside,
  type LabelledTenant,
  quarantine,
  tenant,
} from "./labelled-tenant";
import { anna, junkConfiguration, mailboxTenant } from "./mailbox-tenant";

const outside = quarantine("Outside", fromOutside);
const byRule = {
  stage: "transport-rules",
  rule: "Outside",
  certainty: "certain",
  outcome: "quarantined",
} as const;
const byTenantList = {
  stage: "tenant-allow-block-list",
  certainty: "certain",
  outcome: "quarantined",
} as const;

export const severalBlocks: readonly LabelledTenant[] = [
  {
    title: "a rule and an entry that both block are both told",
    cites: "exchange-online.md 2.7, 3.4",
    export: tenant()
      .withRule(outside)
      .withRule(allowAircall())
      .with("Get-TenantAllowBlockListItems", [allowBlockListItem("aircall.io")])
      .build(),
    verdict: "blocked",
    findings: [byRule, byTenantList],
  },
  {
    title: "a deleting rule behind a quarantining one is told too",
    cites: "exchange-online.md 2.7, 2.9, 9.6",
    rows: ["9.6"],
    export: tenant()
      .withRule(outside)
      .withRule({ Name: "Behind", SenderDomainIs: ["aircall.io"], DeleteMessage: true })
      .withRule(allowAircall())
      .build(),
    verdict: "blocked",
    findings: [
      byRule,
      { stage: "transport-rules", rule: "Behind", certainty: "certain", outcome: "deleted" },
    ],
  },
  {
    title: "a rule behind an allow that stops is no second block",
    cites: "exchange-online.md 2.7, 2.9",
    rows: ["2.7 StopRuleProcessing"],
    export: tenant()
      .withRule(allowAircall())
      .withRule(outside)
      .with("Get-TenantAllowBlockListItems", [allowBlockListItem("team@aircall.io")])
      .build(),
    verdict: "blocked",
    finding: byTenantList,
    absent: ["rule-blocks", "classifier-decides"],
  },
  {
    title: "a block of one sender leaves the classifier out of the others' mail",
    cites: "exchange-online.md 3.4",
    export: tenant()
      .withRule(allowWithoutStop())
      .with("Get-HostedContentFilterPolicy", [contentFilterPolicy()])
      .with("Get-TenantAllowBlockListItems", [allowBlockListItem("team@aircall.io")])
      .build(),
    verdict: "blocked",
    finding: byTenantList,
    absent: ["classifier-decides"],
  },
  {
    title: "what the tenant blocks and what the user blocks are both told",
    cites: "exchange-online.md 2.7, 4.3",
    scope: "mailbox",
    export: mailboxTenant()
      .with("Get-TenantAllowBlockListItems", [allowBlockListItem("team@aircall.io")])
      .with("Get-MailboxJunkEmailConfiguration", [
        junkConfiguration(anna, { BlockedSendersAndDomains: ["noreply@aircall.io"] }),
      ])
      .build(),
    verdict: "blocked",
    findings: [byTenantList, { stage: "mailbox", certainty: "certain", outcome: "junk" }],
  },
];
