/** Conditions on header fields, above all on what the service stamps in Authentication-Results. */
import {
  aboveTheAllow,
  allowAircall,
  authenticationResultsContain,
  type LabelledTenant,
  quarantine,
  tenant,
} from "./labelled-tenant";

export const headers: readonly LabelledTenant[] = [
  {
    title: "a rule against mail that fails DMARC spares genuine mail",
    cites: "exchange-online.md 2.4, 3.9",
    export: aboveTheAllow({
      Name: "Unauthenticated",
      ...authenticationResultsContain("dmarc=fail"),
      RejectMessageReasonText: "Not authenticated",
    }).build(),
    verdict: "proven",
    narrowness: "narrow",
    messages: [
      { message: {}, outcome: "inbox", why: "dmarc=pass is stamped" },
      {
        message: { dmarc: "fail", dkim: "fail", spf: "fail" },
        outcome: "rejected",
        why: "dmarc=fail is stamped",
      },
    ],
  },
  {
    title: "a rule against mail that fails SPF or DKIM spares genuine mail",
    cites: "exchange-online.md 2.4, 3.9",
    export: aboveTheAllow(
      quarantine("Failures", authenticationResultsContain("spf=fail", "dkim=fail")),
    ).build(),
    verdict: "proven",
    narrowness: "narrow",
    messages: [{ message: { spf: "fail" }, outcome: "quarantined", why: "spf=fail is stamped" }],
  },
  {
    title: "a rule on the word dmarc=pass reaches all genuine mail",
    cites: "exchange-online.md 2.4, 2.6, 3.9",
    rows: ["2.4 HeaderContainsWords", "2.6 Word dmarc=pass"],
    export: aboveTheAllow(quarantine("Authenticated", authenticationResultsContain("dmarc=pass"))).build(),
    verdict: "blocked",
    finding: {
      stage: "transport-rules",
      rule: "Authenticated",
      certainty: "certain",
      outcome: "quarantined",
    },
  },
  {
    title: "a header pattern for DMARC failures spares genuine mail",
    cites: "exchange-online.md 2.4, 2.6, 3.9",
    rows: ["2.4 HeaderMatchesPatterns"],
    export: aboveTheAllow(
      quarantine("Failures", {
        HeaderMatchesMessageHeader: "Authentication-Results",
        HeaderMatchesPatterns: ["dmarc=(fail|none)"],
      }),
    ).build(),
    verdict: "proven",
    narrowness: "narrow",
    messages: [{ message: { dmarc: "none" }, outcome: "quarantined", why: "dmarc=none is stamped" }],
  },
  {
    title: "the stamped From domain tells one Aircall sender from another",
    cites: "exchange-online.md 2.4, 3.9",
    export: aboveTheAllow(
      quarantine("Stamped domain", {
        HeaderMatchesMessageHeader: "Authentication-Results",
        HeaderMatchesPatterns: ["header\\.from=notify\\.aircall\\.io"],
      }),
    ).build(),
    verdict: "blocked",
    finding: {
      stage: "transport-rules",
      rule: "Stamped domain",
      certainty: "certain",
      outcome: "quarantined",
    },
    messages: [
      {
        message: { from: "noreply@notify.aircall.io" },
        outcome: "quarantined",
        why: "its domain is stamped",
      },
      { message: {}, outcome: "inbox", why: "header.from=aircall.io is stamped" },
    ],
  },
  {
    title: "a header condition on Subject reads the subject",
    cites: "exchange-online.md 2.1, 2.4, 2.5",
    export: aboveTheAllow(
      quarantine("Subject header", {
        HeaderContainsMessageHeader: "Subject",
        HeaderContainsWords: ["verification"],
      }),
    ).build(),
    verdict: "blocked",
    finding: {
      stage: "transport-rules",
      rule: "Subject header",
      certainty: "likely",
      outcome: "quarantined",
    },
    messages: [
      { message: {}, outcome: "quarantined", why: "the subject holds the word" },
      { message: { subject: "Hello" }, outcome: "inbox", why: "the body is not the subject" },
    ],
  },
  {
    title: "a header condition on From reads the display name and the address",
    cites: "exchange-online.md 2.4, 2.6; aircall.md 1.3",
    export: aboveTheAllow(
      quarantine("From header", {
        HeaderMatchesMessageHeader: "From",
        HeaderMatchesPatterns: ["aircall\\.io"],
      }),
    ).build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "From header", certainty: "certain", outcome: "quarantined" },
  },
  {
    title: "an allow on a header field that may not be there allows nothing for sure, whatever its pattern",
    cites: "exchange-online.md 2.4, 2.5",
    export: tenant()
      .withRule(
        allowAircall({
          HeaderContainsMessageHeader: null,
          HeaderContainsWords: null,
          HeaderMatchesMessageHeader: "X-Marker",
          HeaderMatchesPatterns: ["x?"],
        }),
      )
      .build(),
    verdict: "undecided",
    messages: [
      {
        message: { headers: { "x-marker": ["y"] } },
        outcome: "inbox",
        why: "the field is there, and the pattern matches every text",
      },
    ],
  },
];
