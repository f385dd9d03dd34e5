/** Header or envelope, sending address, and conditions on directory facts of the sender. */
import { aboveTheAllow, type LabelledTenant, quarantine } from "./labelled-tenant";

export const senderLocationAndDirectory: readonly LabelledTenant[] = [
  {
    title: "a sender condition reads the From header unless told otherwise",
    cites: "exchange-online.md 2.2, 9.2",
    rows: ["2.2 SenderAddressLocation Header", "9.2"],
    export: aboveTheAllow(quarantine("SES", { SenderDomainIs: ["amazonses.com"] })).build(),
    verdict: "proven",
    narrowness: "narrow",
    messages: [{ message: {}, outcome: "inbox", why: "amazonses.com is in the envelope only" }],
  },
  {
    title: "a block of the envelope domain amazonses.com rests on a fact nobody publishes",
    cites: "exchange-online.md 2.2, 9.2; aircall.md 1.3",
    rows: ["2.2 SenderAddressLocation Envelope", "9.2"],
    export: aboveTheAllow(
      quarantine("SES", { SenderDomainIs: ["amazonses.com"], SenderAddressLocation: "Envelope" }),
    ).build(),
    verdict: "undecided",
    finding: { stage: "transport-rules", rule: "SES" },
    messages: [
      { message: {}, outcome: "quarantined", why: "this one was sent from amazonses.com" },
      { message: { envelopeFrom: "bounce@aircall.io" }, outcome: "inbox", why: "a custom MAIL FROM is used" },
    ],
  },
  {
    title: "a block of the envelope domain aircall.io rests on the same unpublished fact",
    cites: "exchange-online.md 2.2; aircall.md 1.3",
    rows: ["2.2 SenderAddressLocation Envelope"],
    export: aboveTheAllow(
      quarantine("Envelope", { SenderDomainIs: ["aircall.io"], SenderAddressLocation: "Envelope" }),
    ).build(),
    verdict: "undecided",
    finding: { stage: "transport-rules", rule: "Envelope" },
    messages: [
      { message: {}, outcome: "inbox", why: "the envelope is amazonses.com, the header is not looked at" },
      { message: { envelopeFrom: "b@bounce.aircall.io" }, outcome: "quarantined", why: "a subdomain" },
    ],
  },
  {
    title: "a block of both possible envelope domains needs no unpublished fact",
    cites: "exchange-online.md 2.1, 2.2",
    rows: ["2.2 SenderAddressLocation Envelope"],
    export: aboveTheAllow(
      quarantine("Both envelopes", {
        SenderDomainIs: ["aircall.io", "amazonses.com"],
        SenderAddressLocation: "Envelope",
      }),
    ).build(),
    verdict: "blocked",
    finding: {
      stage: "transport-rules",
      rule: "Both envelopes",
      certainty: "certain",
      outcome: "quarantined",
    },
  },
  {
    title: "header or envelope holds where the header alone holds",
    cites: "exchange-online.md 2.2",
    rows: ["2.2 SenderAddressLocation HeaderOrEnvelope"],
    export: aboveTheAllow(
      quarantine("Either", { SenderDomainIs: ["aircall.io"], SenderAddressLocation: "HeaderOrEnvelope" }),
    ).build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Either", certainty: "certain", outcome: "quarantined" },
  },
  {
    title: "header or envelope with amazonses.com alone rests on the envelope",
    cites: "exchange-online.md 2.2, 9.2",
    rows: ["2.2 SenderAddressLocation HeaderOrEnvelope", "9.2"],
    export: aboveTheAllow(
      quarantine("Either SES", {
        SenderDomainIs: ["amazonses.com"],
        SenderAddressLocation: "HeaderOrEnvelope",
      }),
    ).build(),
    verdict: "undecided",
    finding: { stage: "transport-rules", rule: "Either SES" },
  },
  {
    title: "a block of the sending address is undecided, for Aircall's addresses are not published",
    cites: "exchange-online.md 2.2, 2.5; aircall.md 1.3",
    rows: ["2.2 SenderIpRanges", "2.5 unknown match"],
    export: aboveTheAllow(quarantine("Network", { SenderIpRanges: ["54.240.8.0/24"] })).build(),
    verdict: "undecided",
    finding: { stage: "transport-rules", rule: "Network", names: "SenderIpRanges" },
    messages: [
      { message: { sourceIp: "54.240.8.17" }, outcome: "quarantined", why: "inside the range" },
      { message: { sourceIp: "54.240.9.17" }, outcome: "inbox", why: "outside the range" },
      { message: {}, outcome: "undecided", why: "the address of the last hop is not known" },
    ],
  },
  {
    title: "an unknown sending address does not matter where another condition is false",
    cites: "exchange-online.md 2.1, 2.2, 2.5",
    rows: ["2.2 SenderIpRanges", "2.5 known false"],
    export: aboveTheAllow(
      quarantine("Partner network", {
        SenderIpRanges: ["54.240.8.0/24"],
        SenderDomainIs: ["partner.example"],
      }),
    ).build(),
    verdict: "proven",
    narrowness: "narrow",
    messages: [{ message: {}, outcome: "inbox", why: "unknown and false is false" }],
  },
  {
    title: "an external sender without a mail contact is in no group",
    cites: "exchange-online.md 2.1, 2.2",
    rows: ["2.2 FromMemberOf"],
    export: aboveTheAllow(quarantine("Sales", { FromMemberOf: ["sales@contoso.example"] }))
      .withGroup("sales@contoso.example", ["anna@contoso.example"])
      .with("Get-MailContact", [])
      .build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "an external sender is in a group through its mail contact",
    cites: "exchange-online.md 2.1, 2.2",
    rows: ["2.2 FromMemberOf"],
    export: aboveTheAllow(quarantine("Suppliers", { FromMemberOf: ["suppliers@contoso.example"] }))
      .withGroup("suppliers@contoso.example", ["noreply@aircall.io"])
      .withMailContact("noreply@aircall.io", "Aircall")
      .build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Suppliers", certainty: "certain", outcome: "quarantined" },
    messages: [
      { message: { from: "team@aircall.io" }, outcome: "inbox", why: "no contact holds this address" },
    ],
  },
  {
    title: "a condition on a directory attribute of the sender is false for an external sender",
    cites: "exchange-online.md 2.1, 2.2",
    rows: ["2.2 SenderADAttributeContainsWords"],
    export: aboveTheAllow(
      quarantine("Department", { SenderADAttributeContainsWords: ["Department:Sales"] }),
    ).build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "an external sender has neither manager nor direct reports",
    cites: "exchange-online.md 2.2",
    rows: ["2.2 SenderManagementRelationship"],
    export: aboveTheAllow(quarantine("Manager", { SenderManagementRelationship: "Manager" })).build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a condition between two groups needs the sender in one of them",
    cites: "exchange-online.md 2.1, 2.2",
    rows: ["2.2 BetweenMemberOf"],
    export: aboveTheAllow(
      quarantine("Wall", {
        BetweenMemberOf1: ["sales@contoso.example"],
        BetweenMemberOf2: ["legal@contoso.example"],
      }),
    )
      .withGroup("sales@contoso.example", ["anna@contoso.example"])
      .withGroup("legal@contoso.example", [])
      .with("Get-MailContact", [])
      .build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "what a comparison for inequality says of a sender without attributes is not documented",
    cites: "exchange-online.md 2.2, 7.4",
    rows: ["2.2 ADComparisonAttribute"],
    export: aboveTheAllow(
      quarantine("Other department", {
        ADComparisonAttribute: "Department",
        ADComparisonOperator: "NotEqual",
      }),
    ).build(),
    verdict: "undecided",
    finding: { stage: "transport-rules", rule: "Other department", names: "ADComparison" },
  },
];
