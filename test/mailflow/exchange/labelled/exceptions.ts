/** Exceptions: one hit exempts, from a block and from an allow alike. */
import {
  aircallSenders,
  allowAircall,
  fromOutside,
  type LabelledTenant,
  quarantine,
  type RawObject,
  tenant,
} from "./labelled-tenant";

/** Everything from outside is quarantined, except …; the allow rule stands below. */
const outsideExcept = (exceptions: RawObject) =>
  tenant()
    .withRule(quarantine("Outside", { ...fromOutside, ...exceptions }))
    .withRule(allowAircall());

const blocked = { stage: "transport-rules", rule: "Outside", outcome: "quarantined" } as const;
const certainlyBlocked = { ...blocked, certainty: "certain" } as const;
const fromNotify = { from: "noreply@notify.aircall.io" };

export const exceptions: readonly LabelledTenant[] = [
  {
    title: "an exception for the domain aircall.io exempts all senders",
    cites: "exchange-online.md 2.1, 2.2",
    export: outsideExcept({ ExceptIfSenderDomainIs: ["aircall.io"] }).build(),
    verdict: "proven",
    narrowness: "narrow",
    messages: [{ message: fromNotify, outcome: "inbox", why: "the subdomain is exempt too" }],
  },
  {
    title: "an exception for notify.aircall.io leaves the senders in aircall.io blocked",
    cites: "exchange-online.md 2.2",
    export: outsideExcept({ ExceptIfSenderDomainIs: ["notify.aircall.io"] }).build(),
    verdict: "blocked",
    finding: certainlyBlocked,
    messages: [
      { message: fromNotify, outcome: "inbox", why: "exempt" },
      { message: {}, outcome: "quarantined", why: "the parent domain is not exempt" },
    ],
  },
  {
    title: "an exception for the five senders exempts all Aircall mail",
    cites: "exchange-online.md 2.1, 2.2; aircall.md 1.3",
    export: outsideExcept({ ExceptIfFrom: aircallSenders }).build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "an exception for four of the five senders leaves the fifth blocked",
    cites: "exchange-online.md 2.1, 2.2; aircall.md 1.3",
    export: outsideExcept({ ExceptIfFrom: aircallSenders.slice(0, 4) }).build(),
    verdict: "blocked",
    finding: certainlyBlocked,
    messages: [
      { message: { from: "aircall-support@aircall.io" }, outcome: "quarantined", why: "the fifth" },
      { message: {}, outcome: "inbox", why: "one of the four" },
    ],
  },
  {
    title: "of several exceptions one that holds is enough",
    cites: "exchange-online.md 2.1, 9.8",
    rows: ["9.8"],
    export: outsideExcept({
      ExceptIfFrom: ["boss@partner.example"],
      ExceptIfSubjectContainsWords: ["approved"],
      ExceptIfSenderDomainIs: ["aircall.io"],
    }).build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "an exception for mail that passes DMARC exempts genuine mail only",
    cites: "exchange-online.md 2.4, 3.9",
    export: outsideExcept({
      ExceptIfHeaderContainsMessageHeader: "Authentication-Results",
      ExceptIfHeaderContainsWords: ["dmarc=pass"],
    }).build(),
    verdict: "proven",
    narrowness: "narrow",
    messages: [{ message: { dmarc: "fail" }, outcome: "quarantined", why: "dmarc=fail is stamped" }],
  },
  {
    title: "an exception for a subject that names Aircall leaves a plain subject blocked",
    cites: "exchange-online.md 2.1, 2.4",
    export: outsideExcept({ ExceptIfSubjectContainsWords: ["Aircall"] }).build(),
    verdict: "blocked",
    finding: blocked,
    messages: [
      { message: { subject: "Your verification code" }, outcome: "quarantined", why: "not exempt" },
      { message: {}, outcome: "inbox", why: "the subject holds the word" },
    ],
  },
  {
    title: "an exception for one recipient exempts that recipient only",
    cites: "exchange-online.md 2.3, 9.4",
    rows: ["2.3 ExceptIfSentTo", "9.4"],
    export: outsideExcept({ ExceptIfSentTo: ["anna@contoso.example"] })
      .withMailbox("bob@contoso.example", "Bob Baker")
      .build(),
    verdict: "blocked",
    finding: certainlyBlocked,
    messages: [
      { message: {}, outcome: "inbox", why: "she is exempt" },
      { message: { recipient: "bob@contoso.example" }, outcome: "quarantined", why: "he is not" },
    ],
  },
  {
    title: "an exception for a group whose members were not read leaves the block undecided",
    cites: "exchange-online.md 2.1, 2.3; design 2",
    export: outsideExcept({ ExceptIfSentToMemberOf: ["sales@contoso.example"] })
      .withGroup("sales@contoso.example", ["anna@contoso.example"])
      .without("Get-DistributionGroupMember")
      .build(),
    verdict: "undecided",
    finding: { stage: "transport-rules", rule: "Outside", names: "Get-DistributionGroupMember" },
  },
  {
    title: "an exception for mail from outside turns the rule off",
    cites: "exchange-online.md 2.1, 2.2",
    export: outsideExcept({ ExceptIfFromScope: "NotInOrganization" }).build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "an exception for mail without classification exempts all Internet mail",
    cites: "exchange-online.md 2.1, 2.4",
    export: outsideExcept({ ExceptIfHasNoClassification: true }).build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "an exception on a directory attribute of the sender exempts no external sender",
    cites: "exchange-online.md 2.1, 2.2",
    export: outsideExcept({ ExceptIfSenderADAttributeContainsWords: ["Department:Sales"] }).build(),
    verdict: "blocked",
    finding: certainlyBlocked,
  },
  {
    title: "an exception for mail over ten megabytes exempts no Aircall mail",
    cites: "exchange-online.md 2.1, 2.4",
    export: outsideExcept({ ExceptIfMessageSizeOver: "10 MB (10,485,760 bytes)" }).build(),
    verdict: "blocked",
    finding: certainlyBlocked,
  },
  {
    title: "an exception on the subject of the allow rule leaves some mail to the classifier",
    cites: "exchange-online.md 2.1; design 2",
    export: tenant()
      .withRule(allowAircall({ ExceptIfSubjectContainsWords: ["invitation"] }))
      .build(),
    verdict: "not-guaranteed",
    narrowness: "narrow",
    finding: { stage: "anti-spam" },
    messages: [{ message: {}, outcome: "inbox", why: "the exception does not hold for this subject" }],
  },
  {
    title: "an exception for one recipient of the allow rule leaves that recipient to the classifier",
    cites: "exchange-online.md 2.1, 2.3; design 2",
    export: tenant()
      .withMailbox("bob@contoso.example", "Bob Baker")
      .withRule(allowAircall({ ExceptIfSentTo: ["bob@contoso.example"] }))
      .build(),
    verdict: "not-guaranteed",
    narrowness: "narrow",
    finding: { stage: "anti-spam" },
    messages: [{ message: {}, outcome: "inbox", why: "the allow covers her" }],
  },
];
