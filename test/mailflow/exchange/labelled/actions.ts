/** Actions: which take the mail away, which leave it, and which change what a later rule sees. */

import type { Outcome } from "../../../../src/mailflow/outcome";
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

const onOutside = (action: RawObject) =>
  aboveTheAllow({ Name: "Outside", ...fromOutside, ...action }).build();

const takesAway = (
  title: string,
  rows: readonly ReferenceRow[],
  action: RawObject,
  outcome: Outcome,
): LabelledTenant => ({
  title,
  cites: "exchange-online.md 2.7, 9.14",
  rows,
  export: onOutside(action),
  verdict: "blocked",
  finding: { stage: "transport-rules", rule: "Outside", certainty: "certain", outcome },
  messages: [{ message: {}, outcome, why: "the action decides delivery" }],
});

const leaves = (
  title: string,
  rows: readonly ReferenceRow[],
  action: RawObject,
  cites = "exchange-online.md 2.7",
): LabelledTenant => ({
  title,
  cites,
  rows,
  export: onOutside(action),
  verdict: "proven",
  narrowness: "narrow",
  messages: [{ message: {}, outcome: "inbox", why: "the action leaves the mail to its recipient" }],
});

const notModelled = (
  title: string,
  rows: readonly ReferenceRow[],
  action: RawObject,
  names: string,
): LabelledTenant => ({
  title,
  cites: "exchange-online.md 2.7",
  rows,
  export: onOutside(action),
  verdict: "undecided",
  finding: { stage: "transport-rules", rule: "Outside", names },
});

// biome-ignore format: one action, one line
const plain: readonly LabelledTenant[] = [
  takesAway("deleting drops the mail silently", ["2.7 DeleteMessage"], { DeleteMessage: true }, "deleted"),
  takesAway("a reject text rejects", ["2.7 RejectMessageReasonText"], { RejectMessageReasonText: "External mail is refused" }, "rejected"),
  takesAway("a reject code alone rejects", ["2.7 RejectMessageEnhancedStatusCode"], { RejectMessageEnhancedStatusCode: "5.7.1" }, "rejected"),
  takesAway("the hosted quarantine keeps a code until it has expired", ["2.7 Quarantine"], { Quarantine: true }, "quarantined"),
  takesAway("a redirected mail goes only to others", ["2.7 RedirectMessageTo"], { RedirectMessageTo: ["audit@contoso.example"] }, "redirected"),
  takesAway("moderation holds the mail", ["2.7 ModerateMessageByUser", "9.14"], { ModerateMessageByUser: ["boss@contoso.example"] }, "held"),
  takesAway("an outbound connector takes the mail out", ["2.7 RouteMessageOutboundConnector"], { RouteMessageOutboundConnector: "Archive" }, "left-tenant"),
  leaves("moderation by the manager of an external sender delivers", ["2.7 ModerateMessageByManager"], { ModerateMessageByManager: true }),
  leaves("an external sender has no manager to redirect to", ["2.7 AddManagerAsRecipientType"], { AddManagerAsRecipientType: "Redirect" }),
  leaves("required TLS concerns outbound mail only", ["2.7 RouteMessageOutboundRequireTls"], { RouteMessageOutboundRequireTls: true }),
  leaves("encryption delivers", ["2.7 ApplyOME"], { ApplyOME: true }),
  leaves("removing encryption delivers", ["2.7 RemoveOMEv2"], { RemoveOMEv2: true }),
  leaves("a banner with the fallback Ignore delivers", ["2.7 ApplyHtmlDisclaimerText Ignore"], { ApplyHtmlDisclaimerText: "<p>External sender</p>", ApplyHtmlDisclaimerLocation: "Prepend", ApplyHtmlDisclaimerFallbackAction: "Ignore" }),
  leaves("a banner with the fallback Wrap delivers a plain HTML mail", ["2.7 ApplyHtmlDisclaimerText Wrap"], { ApplyHtmlDisclaimerText: "<p>External sender</p>", ApplyHtmlDisclaimerLocation: "Prepend", ApplyHtmlDisclaimerFallbackAction: "Wrap" }),
  leaves("a copy to an auditor leaves the mail to its recipient", ["2.7 BlindCopyTo"], { BlindCopyTo: ["audit@contoso.example"] }),
  leaves("an added recipient leaves the mail to the first", ["2.7 AddToRecipients"], { AddToRecipients: ["audit@contoso.example"] }),
  leaves("an incident report leaves the mail to its recipient", ["2.7 GenerateIncidentReport"], { GenerateIncidentReport: "audit@contoso.example", IncidentReportContent: ["Sender", "Subject"] }),
  leaves("a notification leaves the mail to its recipient", ["2.7 GenerateNotification"], { GenerateNotification: "You have external mail" }),
  leaves("an audit severity changes nothing", ["2.7 SetAuditSeverity"], { SetAuditSeverity: "High" }),
  leaves("a classification leaves the mail to its recipient", ["2.7 ApplyClassification"], { ApplyClassification: "External" }),
  notModelled("a notification of the sender that may reject is not known in the cloud", ["2.7 NotifySender"], { SenderNotificationType: "RejectMessage" }, "Notif"),
  notModelled("an Edge server's disconnect is not known in the cloud", ["2.7 Disconnect"], { Disconnect: true }, "Disconnect"),
  notModelled("an Edge server's reject text is not known in the cloud", ["2.7 SmtpRejectMessage"], { SmtpRejectMessageRejectText: "No", SmtpRejectMessageRejectStatusCode: "550" }, "SmtpReject"),
];

export const actions: readonly LabelledTenant[] = [
  ...plain,
  {
    title: "a banner rule as real tenants print it, with every unset property null or false, changes nothing",
    cites: "exchange-online.md 1.8, 2.7, 9.15",
    rows: ["2.7 PrependSubject", "9.15"],
    export: aboveTheAllow({
      Name: 'Sender is located outside the organization prepend "[External]"',
      DlpPolicy: null,
      DlpPolicyId: "00000000-0000-0000-0000-000000000000",
      Comments: null,
      ManuallyModified: false,
      Description: "If the message:\r\n\tIs received from 'Outside the organization'\r\n",
      RuleVersion: { Major: 14, Minor: 0, Build: 0, Revision: 0, MajorRevision: 0, MinorRevision: 0 },
      Size: 382,
      RegexSize: 0,
      Conditions: ["Microsoft.Exchange.MessagingPolicies.Rules.Tasks.FromScopePredicate"],
      Exceptions: null,
      Actions: ["Microsoft.Exchange.MessagingPolicies.Rules.Tasks.PrependSubjectAction"],
      IsRuleConfigurationSupported: true,
      RuleConfigurationUnsupportedReason: "",
      ...fromOutside,
      PrependSubject: "[External]",
      From: null,
      SentTo: null,
      HasNoClassification: false,
      HasSenderOverride: false,
      AttachmentIsUnsupported: false,
      ExceptIfFrom: null,
      ExceptIfHasNoClassification: false,
      ModerateMessageByManager: false,
      DeleteMessage: false,
      Quarantine: false,
      RejectMessageReasonText: null,
      SetSCL: null,
      ApplyOME: false,
      IsValid: true,
      WhenChanged: "/Date(1777880642000)/",
      ObjectState: "Unchanged",
    }).build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a subject tag arms a later rule on the tag",
    cites: "exchange-online.md 2.7",
    rows: ["2.7 PrependSubject"],
    export: tenant()
      .withRule({ Name: "Tag", ...fromOutside, PrependSubject: "[EXTERNAL] " })
      .withRule(quarantine("Tagged", { SubjectContainsWords: ["EXTERNAL"] }))
      .withRule(allowAircall())
      .build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Tagged", certainty: "certain", outcome: "quarantined" },
    messages: [{ message: {}, outcome: "quarantined", why: "later rules see the changed subject" }],
  },
  {
    title: "a stamped header arms a later rule on the header",
    cites: "exchange-online.md 2.7",
    rows: ["2.7 SetHeaderName"],
    export: tenant()
      .withRule({
        Name: "Stamp",
        ...fromOutside,
        SetHeaderName: "X-Contoso-Origin",
        SetHeaderValue: "external",
      })
      .withRule({
        Name: "Stamped",
        HeaderContainsMessageHeader: "X-Contoso-Origin",
        HeaderContainsWords: ["external"],
        DeleteMessage: true,
      })
      .withRule(allowAircall())
      .build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Stamped", certainty: "certain", outcome: "deleted" },
    messages: [{ message: {}, outcome: "deleted", why: "later rules see the stamp" }],
  },
  {
    title: "removing Authentication-Results disarms the allow rule below",
    cites: "exchange-online.md 2.7",
    rows: ["2.7 RemoveHeader"],
    export: tenant()
      .withRule({ Name: "Strip", ...fromOutside, RemoveHeader: "Authentication-Results" })
      .withRule(allowAircall())
      .build(),
    verdict: "not-guaranteed",
    finding: { stage: "anti-spam" },
  },
  {
    title: "removing Authentication-Results below an allow that stops disarms nothing",
    cites: "exchange-online.md 2.7",
    export: tenant()
      .withRule(allowAircall())
      .withRule({ Name: "Strip", ...fromOutside, RemoveHeader: "Authentication-Results" })
      .build(),
    verdict: "proven",
    narrowness: "narrow",
  },
];
