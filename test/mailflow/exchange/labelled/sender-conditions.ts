/** Conditions on the address of the sender: which of the five senders a rule reaches. */
import { aboveTheAllow, fromOutside, type LabelledTenant, quarantine } from "./labelled-tenant";

const fromNotify = { from: "noreply@notify.aircall.io" };

export const senderConditions: readonly LabelledTenant[] = [
  {
    title: "a rule on the sender domain aircall.io reaches the subdomain notify.aircall.io too",
    cites: "exchange-online.md 2.2, 9.1",
    rows: ["2.2 SenderDomainIs", "9.1"],
    export: aboveTheAllow(quarantine("Domain", { SenderDomainIs: ["aircall.io"] })).build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Domain", certainty: "certain", outcome: "quarantined" },
    messages: [
      { message: {}, outcome: "quarantined", why: "noreply@aircall.io is in the domain itself" },
      { message: fromNotify, outcome: "quarantined", why: "SenderDomainIs covers all subdomains" },
    ],
  },
  {
    title: "a rule on the sender domain notify.aircall.io blocks the invitations and nothing else",
    cites: "exchange-online.md 2.2; aircall.md 1.3",
    export: aboveTheAllow(quarantine("Subdomain", { SenderDomainIs: ["notify.aircall.io"] })).build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Subdomain", certainty: "certain", outcome: "quarantined" },
    messages: [
      { message: fromNotify, outcome: "quarantined", why: "the domain is named" },
      { message: {}, outcome: "inbox", why: "a subdomain does not catch its parent" },
    ],
  },
  {
    title: "a sender domain that is only the tail of a label is another domain",
    cites: "exchange-online.md 2.2",
    export: aboveTheAllow(quarantine("Tails", { SenderDomainIs: ["call.io", "ircall.io"] })).build(),
    verdict: "proven",
    narrowness: "narrow",
    messages: [{ message: {}, outcome: "inbox", why: "aircall.io is no subdomain of call.io" }],
  },
  {
    title: "a From condition compares addresses without regard to case",
    cites: "exchange-online.md 2.2",
    rows: ["2.2 From"],
    export: aboveTheAllow({ Name: "Shouted", From: ["NOREPLY@AIRCALL.IO"], DeleteMessage: true }).build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Shouted", certainty: "certain", outcome: "deleted" },
    messages: [
      { message: {}, outcome: "deleted", why: "the address is the same" },
      { message: { from: "team@aircall.io" }, outcome: "inbox", why: "another sender" },
    ],
  },
  {
    title: "a From condition that names colleagues dismisses Aircall mail",
    cites: "exchange-online.md 2.2",
    export: aboveTheAllow(quarantine("Colleagues", { From: ["anna@contoso.example"] })).build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a From condition that names a mail contact stands for the contact's external address",
    cites: "exchange-online.md 2.2",
    rows: ["2.2 From"],
    export: aboveTheAllow(quarantine("Contact", { From: ["Aircall login codes"] }))
      .withMailContact("noreply@aircall.io", "Aircall login codes")
      .build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Contact", certainty: "certain", outcome: "quarantined" },
    messages: [{ message: fromNotify, outcome: "inbox", why: "the contact holds one address only" }],
  },
  {
    title: "a word on the sender address is delimited by @ and dot",
    cites: "exchange-online.md 2.2, 2.6",
    rows: ["2.2 FromAddressContainsWords", "2.6 Word delimiters"],
    export: aboveTheAllow(quarantine("Brand word", { FromAddressContainsWords: ["aircall"] })).build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Brand word", outcome: "quarantined" },
    messages: [{ message: {}, outcome: "quarantined", why: "aircall stands between @ and a dot" }],
  },
  {
    title: "a word on the sender address is a whole word, not a part of one",
    cites: "exchange-online.md 2.2, 2.6, 9.3",
    rows: ["2.2 FromAddressContainsWords", "2.6 Word whole", "9.3"],
    export: aboveTheAllow(
      quarantine("Parts", { FromAddressContainsWords: ["air", "call", "reply"] }),
    ).build(),
    verdict: "proven",
    narrowness: "narrow",
    messages: [
      { message: {}, outcome: "inbox", why: "air and call are inside aircall, reply inside noreply" },
    ],
  },
  {
    title: "a word on the sender address may be a whole host name",
    cites: "exchange-online.md 2.6",
    export: aboveTheAllow(quarantine("Host", { FromAddressContainsWords: ["notify.aircall.io"] })).build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Host", certainty: "certain", outcome: "quarantined" },
    messages: [
      { message: fromNotify, outcome: "quarantined", why: "the phrase ends the address" },
      { message: {}, outcome: "inbox", why: "noreply@aircall.io does not hold it" },
    ],
  },
  {
    title: "an unescaped dot in a sender pattern also matches the @ of an address",
    cites: "exchange-online.md 2.2, 2.6, 9.3",
    rows: ["2.2 FromAddressMatchesPatterns", "2.6 Pattern dot", "9.3"],
    export: aboveTheAllow(
      quarantine("Live dot", { FromAddressMatchesPatterns: ["support.aircall"] }),
    ).build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Live dot", certainty: "certain", outcome: "quarantined" },
    messages: [
      { message: { from: "aircall-support@aircall.io" }, outcome: "quarantined", why: "the dot takes the @" },
      { message: {}, outcome: "inbox", why: "no other sender holds support" },
    ],
  },
  {
    title: "an escaped dot in a sender pattern is a dot only",
    cites: "exchange-online.md 2.6",
    export: aboveTheAllow(quarantine("Dot", { FromAddressMatchesPatterns: ["support\\.aircall"] })).build(),
    verdict: "proven",
    narrowness: "narrow",
    messages: [{ message: { from: "aircall-support@aircall.io" }, outcome: "inbox", why: "an @, not a dot" }],
  },
  {
    title: "a sender pattern is not anchored and so finds its text anywhere in the address",
    cites: "exchange-online.md 2.2, 2.6",
    rows: ["2.2 FromAddressMatchesPatterns", "2.6 Pattern unanchored"],
    export: aboveTheAllow(quarantine("Loose", { FromAddressMatchesPatterns: ["aircall.io"] })).build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Loose", certainty: "certain", outcome: "quarantined" },
    messages: [{ message: fromNotify, outcome: "quarantined", why: "the pattern matches the tail" }],
  },
  {
    title: "Aircall mail comes from outside the organisation",
    cites: "exchange-online.md 2.2",
    rows: ["2.2 FromScope"],
    export: aboveTheAllow({ Name: "Outside", ...fromOutside, RejectMessageReasonText: "No" }).build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Outside", certainty: "certain", outcome: "rejected" },
    messages: [{ message: {}, outcome: "rejected", why: "aircall.io is not an accepted domain" }],
  },
  {
    title: "a rule for senders inside the organisation never sees Aircall mail",
    cites: "exchange-online.md 2.2",
    rows: ["2.2 FromScope"],
    export: aboveTheAllow(quarantine("Inside", { FromScope: "InOrganization" })).build(),
    verdict: "proven",
    narrowness: "narrow",
  },
];
