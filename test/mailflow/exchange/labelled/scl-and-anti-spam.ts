/** Stamped SCL and the anti-spam policy that turns it into an outcome. */
import type { Outcome } from "../../../../src/mailflow/outcome";
import { contentFilterPolicy } from "./healthy-tenant";
import {
  aboveTheAllow,
  allowAircall,
  allowWithoutStop,
  belowTheAllow,
  fromOutside,
  type LabelledTenant,
  quarantine,
  type RawObject,
  stampedSclStage,
  tenant,
} from "./labelled-tenant";
import type { ReferenceRow } from "./reference-rows";

const stamp = (scl: number | string, conditions: RawObject = fromOutside): RawObject => ({
  Name: "Stamp",
  ...conditions,
  SetSCL: scl,
});
const stamped = (certainty: "certain" | "likely" | "content-dependent", outcome: Outcome) =>
  ({ stage: stampedSclStage, rule: "Stamp", certainty, outcome }) as const;

/** Every mail from outside gets the SCL; the default policy has the given actions. */
const verdictAction = (
  title: string,
  rows: readonly ReferenceRow[],
  scl: number,
  policy: RawObject,
  outcome: Outcome,
): LabelledTenant => ({
  title,
  cites: "exchange-online.md 2.7, 2.8, 3.4, 3.5, 9.14",
  rows,
  export: tenant()
    .withRule(stamp(scl))
    .with("Get-HostedContentFilterPolicy", [contentFilterPolicy(policy)])
    .build(),
  verdict: "blocked",
  finding: stamped("certain", outcome),
  messages: [
    {
      message: { filterVerdict: "clean" },
      outcome,
      why: "the stamped SCL asks for the verdict, the policy has the action",
    },
  ],
});

// biome-ignore format: one SCL and action, one line
const verdictActions: readonly LabelledTenant[] = [
  verdictAction("SCL 6 asks for a spam verdict, which goes to Junk by default", ["2.7 SetSCL", "2.8 SCL 5-6", "3.5 SpamAction"], 6, {}, "junk"),
  verdictAction("SCL 5 is spam and follows the spam action", ["2.8 SCL 5-6", "3.5 SpamAction"], 5, { SpamAction: "Quarantine" }, "quarantined"),
  verdictAction("SCL 9 is high-confidence spam and follows its own action", ["2.8 SCL 7-9", "3.5 HighConfidenceSpamAction"], 9, { HighConfidenceSpamAction: "Quarantine" }, "quarantined"),
  verdictAction("SCL 7 counts as high-confidence spam", ["2.8 SCL 7-9"], 7, { HighConfidenceSpamAction: "Delete" }, "deleted"),
  verdictAction("a redirecting spam action takes the mail from its recipient", ["3.5 SpamAction"], 6, { SpamAction: "Redirect" }, "redirected"),
  verdictAction("a spam action that adds a header still goes to Junk", ["3.5 AddXHeader", "9.14"], 6, { SpamAction: "AddXHeader" }, "junk"),
  verdictAction("a spam action that edits the subject goes to Junk as well", ["3.5 ModifySubject", "9.14"], 6, { SpamAction: "ModifySubject" }, "junk"),
];

export const sclAndAntiSpam: readonly LabelledTenant[] = [
  {
    title: "without any allow the classifier decides",
    cites: "design 2; exchange-online.md 3.1",
    export: tenant().build(),
    verdict: "not-guaranteed",
    narrowness: "no-bypass",
    finding: { stage: "anti-spam" },
  },
  {
    title: "the recommended rule in first place proves delivery and lets no forged mail pass",
    cites: "exchange-online.md 2.7, 2.8, 3.4, 5; design 4",
    rows: ["2.7 SetSCL", "2.8 SCL -1"],
    export: tenant().withRule(allowAircall()).build(),
    verdict: "proven",
    narrowness: "narrow",
    messages: [
      { message: {}, outcome: "inbox", why: "SCL -1" },
      {
        message: { from: "noreply@notify.aircall.io" },
        outcome: "inbox",
        why: "the subdomain's sender is named",
      },
    ],
  },
  {
    title: "an SCL printed as a string is still a number",
    cites: "exchange-online.md 1.4, 2.8",
    export: tenant()
      .withRule(allowAircall({ SetSCL: "-1" }))
      .build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  ...verdictActions,
  {
    title: "SCL 2 leaves the decision with the classifier",
    cites: "exchange-online.md 2.8",
    rows: ["2.8 SCL 0-4"],
    export: tenant().withRule(stamp(2)).build(),
    verdict: "not-guaranteed",
    narrowness: "no-bypass",
    finding: { stage: "anti-spam" },
  },
  {
    title: "a later stamp overwrites the allow",
    cites: "exchange-online.md 2.8, 9.7",
    rows: ["2.8 later write", "9.7"],
    export: belowTheAllow(stamp(6)).build(),
    verdict: "blocked",
    finding: stamped("certain", "junk"),
    messages: [{ message: {}, outcome: "junk", why: "the last write wins" }],
  },
  {
    title: "an allow overwrites an earlier stamp",
    cites: "exchange-online.md 2.8",
    rows: ["2.8 later write"],
    export: aboveTheAllow(stamp(6)).build(),
    verdict: "proven",
    narrowness: "narrow",
    messages: [{ message: {}, outcome: "inbox", why: "the last write wins" }],
  },
  {
    title: "an allow that stops cannot be overwritten by a later stamp",
    cites: "exchange-online.md 2.7, 2.8",
    export: tenant().withRule(allowAircall()).withRule(stamp(9)).build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a later stamp on plausible text is a likely block",
    cites: "exchange-online.md 2.5, 2.8",
    export: belowTheAllow(stamp(6, { SubjectContainsWords: ["code"] })).build(),
    verdict: "blocked",
    finding: stamped("likely", "junk"),
    messages: [
      { message: {}, outcome: "junk", why: "the subject holds the word" },
      { message: { subject: "Hello" }, outcome: "inbox", why: "the allow stands" },
    ],
  },
  {
    title: "a later stamp on implausible text is content-dependent",
    cites: "exchange-online.md 2.5, 2.8; design 2",
    export: belowTheAllow(stamp("9", { SubjectContainsWords: ["lottery"] })).build(),
    verdict: "not-guaranteed",
    finding: stamped("content-dependent", "junk"),
  },
  {
    title: "a rule on a high SCL sees what an earlier rule stamped",
    cites: "exchange-online.md 2.4, 2.8",
    rows: ["2.4 SCLOver"],
    export: tenant()
      .withRule(stamp(5))
      .withRule(quarantine("Over", { SCLOver: 5 }))
      .withRule(allowAircall())
      .build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Over", certainty: "certain", outcome: "quarantined" },
    messages: [{ message: {}, outcome: "quarantined", why: "5 is at least 5" }],
  },
  {
    title: "a rule on a higher SCL than the stamped one does not match",
    cites: "exchange-online.md 2.4, 2.8",
    export: tenant()
      .withRule(stamp(5))
      .withRule(quarantine("Over", { SCLOver: 6 }))
      .withRule(allowAircall())
      .build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a rule on a high SCL does not match after an allow",
    cites: "exchange-online.md 2.4, 2.8",
    export: tenant()
      .withRule(allowWithoutStop())
      .withRule(quarantine("Over", { SCLOver: 5 }))
      .build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a rule on a high SCL does not see the verdict of the content filter, which comes later",
    cites: "exchange-online.md 2.4, 3.1",
    rows: ["2.4 SCLOver"],
    export: aboveTheAllow(quarantine("Over", { SCLOver: 5 })).build(),
    verdict: "proven",
    narrowness: "narrow",
  },
];
