/** Order of the rules: what stands above decides, and what a stop keeps from running. */
import { contentFilterPolicy } from "./healthy-tenant";
import {
  aircallSenders,
  allowAircall,
  allowWithoutStop,
  fromOutside,
  type LabelledTenant,
  quarantine,
  tenant,
} from "./labelled-tenant";

const destructive = quarantine("Outside", fromOutside);
const blocked = {
  stage: "transport-rules",
  rule: "Outside",
  certainty: "certain",
  outcome: "quarantined",
} as const;

export const orderAndStop: readonly LabelledTenant[] = [
  {
    title: "an allow that stops saves the mail from a block further down",
    cites: "exchange-online.md 2.7, 2.9; design 4",
    rows: ["2.7 StopRuleProcessing", "2.9 good configuration"],
    export: tenant().withRule(allowAircall()).withRule(destructive).build(),
    verdict: "proven",
    narrowness: "narrow",
    messages: [
      { message: {}, outcome: "inbox", why: "the allow matched and stopped" },
      {
        message: { dmarc: "fail" },
        outcome: "quarantined",
        why: "the allow did not match, so nothing stopped",
      },
    ],
  },
  {
    title: "an allow that does not stop saves the mail from no rule further down",
    cites: "exchange-online.md 2.9, 9.6, 9.7",
    rows: ["2.9 good configuration", "9.6", "9.7"],
    export: tenant().withRule(allowWithoutStop()).withRule(destructive).build(),
    verdict: "blocked",
    finding: blocked,
    messages: [{ message: {}, outcome: "quarantined", why: "SCL -1 protects from no rule" }],
  },
  {
    title: "an allow below a block comes too late",
    cites: "exchange-online.md 2.7, 2.9, 9.6",
    rows: ["2.9 Priority", "9.6"],
    export: tenant().withRule(destructive).withRule(allowAircall()).build(),
    verdict: "blocked",
    finding: blocked,
  },
  {
    title: "a stop above the allow leaves the mail to the classifier",
    cites: "exchange-online.md 2.7, 9.6",
    rows: ["2.7 StopRuleProcessing", "9.6"],
    export: tenant()
      .withRule({ Name: "Tag and stop", ...fromOutside, PrependSubject: "[Ext] ", StopRuleProcessing: true })
      .withRule(allowAircall())
      .build(),
    verdict: "not-guaranteed",
    finding: { stage: "anti-spam" },
  },
  {
    title: "a stop whose rule never matches stops nothing",
    cites: "exchange-online.md 2.7",
    rows: ["2.7 StopRuleProcessing"],
    export: tenant()
      .withRule({
        Name: "Bank",
        SenderDomainIs: ["bank.example"],
        PrependSubject: "[Bank] ",
        StopRuleProcessing: true,
      })
      .withRule(allowAircall())
      .build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a stop that some texts meet leaves those texts to the classifier",
    cites: "exchange-online.md 2.7; design 2",
    export: tenant()
      .withRule({
        Name: "Newsletters",
        SubjectContainsWords: ["newsletter"],
        SetAuditSeverity: "Low",
        StopRuleProcessing: true,
      })
      .withRule(allowAircall())
      .build(),
    verdict: "not-guaranteed",
    narrowness: "narrow",
    finding: { stage: "anti-spam" },
    messages: [{ message: {}, outcome: "inbox", why: "this subject does not stop" }],
  },
  {
    title: "a stop without SCL shields from the rules below as well as an allow does",
    cites: "exchange-online.md 2.7, 3.4",
    export: tenant()
      .withRule({
        Name: "Aircall ends here",
        From: aircallSenders,
        SetAuditSeverity: "Low",
        StopRuleProcessing: true,
      })
      .withRule(destructive)
      .with("Get-HostedContentFilterPolicy", [contentFilterPolicy({ AllowedSenders: aircallSenders })])
      .build(),
    verdict: "proven",
    narrowness: "too-wide",
    messages: [{ message: {}, outcome: "inbox", why: "stopped above, on the allowed list below" }],
  },
  {
    title: "a stop for four of the five senders shields only those four",
    cites: "exchange-online.md 2.7; aircall.md 1.3",
    export: tenant()
      .withRule(allowAircall({ From: aircallSenders.slice(1) }))
      .withRule(destructive)
      .build(),
    verdict: "blocked",
    narrowness: "narrow",
    finding: blocked,
    messages: [
      { message: {}, outcome: "quarantined", why: "noreply@aircall.io is the one left out" },
      { message: { from: "team@aircall.io" }, outcome: "inbox", why: "shielded" },
    ],
  },
  {
    title: "the priority orders the rules, not their place in the export",
    cites: "exchange-online.md 2.9",
    rows: ["2.9 Priority"],
    export: tenant()
      .withRule({ ...destructive, Priority: 1 })
      .withRule(allowAircall({ Priority: 0 }))
      .build(),
    verdict: "proven",
    narrowness: "narrow",
    messages: [{ message: {}, outcome: "inbox", why: "the allow has priority 0" }],
  },
  {
    title: "a priority printed as a string is still a number",
    cites: "exchange-online.md 1.4, 2.9",
    export: tenant()
      .withRule({ ...destructive, Priority: "10" })
      .withRule(allowAircall({ Priority: "9" }))
      .build(),
    verdict: "proven",
    narrowness: "narrow",
    messages: [{ message: {}, outcome: "inbox", why: "9 is before 10" }],
  },
  {
    title: "a block for one user between tag and allow blocks that user",
    cites: "exchange-online.md 2.3, 2.9",
    export: tenant()
      .withMailbox("bob@contoso.example", "Bob Baker")
      .withRule({ Name: "Tag", ...fromOutside, PrependSubject: "[Ext] " })
      .withRule({ Name: "Bob", SentTo: ["bob@contoso.example"], DeleteMessage: true })
      .withRule(allowAircall())
      .build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Bob", certainty: "certain", outcome: "deleted" },
    messages: [{ message: {}, outcome: "inbox", why: "the rule is not about her" }],
  },
];
