/** From the filter's verdict to the policy's action, and the bulk threshold (exchange-online.md 3.5). */
import type { FilterVerdict } from "../../../../src/mailflow/message";
import type { Outcome } from "../../../../src/mailflow/outcome";
import { contentFilterPolicy } from "./healthy-tenant";
import { allowAircall, fromOutside, type LabelledTenant, type RawObject, tenant } from "./labelled-tenant";
import type { ReferenceRow } from "./reference-rows";

const cites = "exchange-online.md 3.5";
const withPolicy = (policy: RawObject) =>
  tenant().with("Get-HostedContentFilterPolicy", [contentFilterPolicy(policy)]);
const notGuaranteed = { verdict: "not-guaranteed", finding: { stage: "anti-spam" } } as const;

type ActionCase = readonly [FilterVerdict, string, string, Outcome, ...ReferenceRow[]];

// biome-ignore format: one verdict and action, one line
const actionCases: readonly ActionCase[] = [
  ["spam", "SpamAction", "MoveToJmf", "junk", "3.5 SpamAction"],
  ["spam", "SpamAction", "Quarantine", "quarantined", "3.5 SpamAction"],
  ["spam", "SpamAction", "Delete", "deleted", "3.5 SpamAction"],
  ["spam", "SpamAction", "Redirect", "redirected", "3.5 SpamAction"],
  ["spam", "SpamAction", "AddXHeader", "junk", "3.5 AddXHeader", "9.14"],
  ["spam", "SpamAction", "ModifySubject", "junk", "3.5 ModifySubject", "9.14"],
  ["high-confidence-spam", "HighConfidenceSpamAction", "Quarantine", "quarantined", "3.5 HighConfidenceSpamAction"],
  ["high-confidence-spam", "HighConfidenceSpamAction", "AddXHeader", "junk", "3.5 AddXHeader"],
  ["high-confidence-spam", "HighConfidenceSpamAction", "ModifySubject", "junk", "3.5 ModifySubject"],
  ["phish", "PhishSpamAction", "MoveToJmf", "junk", "3.5 PhishSpamAction"],
  ["phish", "PhishSpamAction", "Quarantine", "quarantined", "3.5 PhishSpamAction"],
  ["phish", "PhishSpamAction", "AddXHeader", "inbox", "3.5 AddXHeader"],
  ["phish", "PhishSpamAction", "ModifySubject", "junk", "3.5 ModifySubject"],
  ["high-confidence-phish", "HighConfidencePhishAction", "Quarantine", "quarantined", "3.5 HighConfidencePhishAction"],
  ["high-confidence-phish", "HighConfidencePhishAction", "Redirect", "redirected", "3.5 HighConfidencePhishAction"],
  ["bulk", "BulkSpamAction", "MoveToJmf", "junk", "3.5 BulkSpamAction"],
  ["bulk", "BulkSpamAction", "Quarantine", "quarantined", "3.5 BulkSpamAction"],
  ["bulk", "BulkSpamAction", "AddXHeader", "inbox", "3.5 AddXHeader"],
  ["bulk", "BulkSpamAction", "ModifySubject", "junk", "3.5 ModifySubject"],
  ["bulk", "BulkSpamAction", "NoAction", "inbox", "3.5 BulkSpamAction"],
];

const acts = ([filterVerdict, parameter, action, outcome, ...rows]: ActionCase): LabelledTenant => ({
  title: `${filterVerdict} under ${parameter} ${action} ends ${outcome}`,
  cites: `${cites}, 9.14`,
  rows,
  export: withPolicy({ [parameter]: action }).build(),
  ...notGuaranteed,
  messages: [{ message: { filterVerdict }, outcome, why: `${parameter} is ${action}` }],
});

/** The complaint level is declared to be at most 5. */
const bulk = (
  title: string,
  rows: readonly ReferenceRow[],
  policy: RawObject,
  label: Pick<LabelledTenant, "verdict" | "finding">,
): LabelledTenant => ({
  title,
  cites: `${cites}, 9.14`,
  rows,
  export: withPolicy(policy).build(),
  facts: { bulkComplaintLevel: 5 },
  ...label,
});

export const antiSpamVerdicts: readonly LabelledTenant[] = [
  ...actionCases.map(acts),
  bulk(
    "a complaint level equal to the threshold is bulk",
    ["3.5 threshold reached", "9.14"],
    { BulkThreshold: 5 },
    {
      verdict: "blocked",
      finding: { stage: "anti-spam", outcome: "junk" },
    },
  ),
  bulk(
    "a complaint level over the threshold has the bulk action",
    ["3.5 BulkThreshold", "3.5 BulkSpamAction"],
    { BulkThreshold: 4, BulkSpamAction: "Quarantine" },
    { verdict: "blocked", finding: { stage: "anti-spam", outcome: "quarantined" } },
  ),
  bulk(
    "a complaint level below the threshold is not bulk",
    ["3.5 BulkThreshold"],
    { BulkThreshold: 6 },
    notGuaranteed,
  ),
  bulk(
    "the threshold is ignored where bulk is not marked as spam",
    ["3.5 MarkAsSpamBulkMail"],
    { BulkThreshold: 4, MarkAsSpamBulkMail: "Off" },
    notGuaranteed,
  ),
  bulk(
    "bulk without an action stays in the inbox",
    ["3.5 BulkSpamAction"],
    { BulkThreshold: 4, BulkSpamAction: "NoAction" },
    notGuaranteed,
  ),
  {
    title: "bulk that is not marked as spam is delivered",
    cites,
    rows: ["3.5 MarkAsSpamBulkMail"],
    export: withPolicy({ MarkAsSpamBulkMail: "Off", BulkSpamAction: "Quarantine" }).build(),
    ...notGuaranteed,
    messages: [{ message: { filterVerdict: "bulk" }, outcome: "inbox", why: "the threshold is ignored" }],
  },
  {
    title: "an allow lifts a threshold that the complaint level reaches",
    cites: "exchange-online.md 3.4, 3.5",
    rows: ["3.5 BulkThreshold"],
    export: withPolicy({ BulkThreshold: 1 }).withRule(allowAircall()).build(),
    facts: { bulkComplaintLevel: 9 },
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a folder for promotions may take mail below the threshold",
    cites: `${cites}, 9.14`,
    rows: ["3.5 BulkMovesEnabled", "9.14"],
    export: withPolicy({ BulkMovesEnabled: true }).build(),
    verdict: "undecided",
    finding: { stage: "anti-spam", names: "BulkMovesEnabled" },
  },
  {
    title: "whether an allow keeps mail out of a folder for promotions is not published",
    cites: `${cites}, 9.14`,
    rows: ["3.5 BulkMovesEnabled", "9.14"],
    export: withPolicy({ BulkMovesEnabled: true }).withRule(allowAircall()).build(),
    verdict: "undecided",
    finding: { stage: "anti-spam", names: "BulkMovesEnabled" },
  },
  {
    title: "thirty days in quarantine are as long as one where a code is awaited",
    cites: "exchange-online.md 2.7, 3.5",
    rows: ["3.5 QuarantineRetentionPeriod"],
    export: withPolicy({ SpamAction: "Quarantine", QuarantineRetentionPeriod: 30 })
      .withRule({ Name: "Stamp", ...fromOutside, SetSCL: 6 })
      .build(),
    verdict: "blocked",
    finding: { stage: "anti-spam", rule: "Stamp", certainty: "certain", outcome: "quarantined" },
  },
  {
    title: "zero-hour auto purge leaves allowed mail where it was delivered",
    cites: "exchange-online.md 3.7",
    rows: ["3.7 phish and spam", "3.7 malware and HPHSH"],
    export: withPolicy({ PhishZapEnabled: true, SpamZapEnabled: true }).withRule(allowAircall()).build(),
    verdict: "proven",
    narrowness: "narrow",
    messages: [
      { message: { filterVerdict: "phish" }, outcome: "inbox", why: "an allow holds the purge off" },
      {
        message: { filterVerdict: "high-confidence-phish" },
        outcome: "quarantined",
        why: "no allow holds high-confidence phish back",
      },
    ],
  },
];
