/** Narrowness: no mail that claims an Aircall sender and fails DMARC may get past the filter. */
import {
  aircallSenders,
  allowAircall,
  allowWithoutStop,
  authenticationResultsContain,
  fromOutside,
  type LabelledTenant,
  quarantine,
  type RawObject,
  tenant,
} from "./labelled-tenant";

/** An allow rule on `conditions` instead of the recommended ones. */
const allowing = (conditions: RawObject) =>
  tenant()
    .withRule({ Name: "Allow", ...conditions, SetSCL: -1, StopRuleProcessing: true })
    .build();

const tooWide = (title: string, conditions: RawObject, cites: string): LabelledTenant => ({
  title,
  cites,
  export: allowing(conditions),
  verdict: "proven",
  narrowness: "too-wide",
});

const narrow = (title: string, conditions: RawObject, cites: string): LabelledTenant => ({
  title,
  cites,
  export: allowing(conditions),
  verdict: "proven",
  narrowness: "narrow",
});

export const narrowness: readonly LabelledTenant[] = [
  tooWide(
    "an allow on the sender domain alone is for everybody who writes it",
    { SenderDomainIs: ["aircall.io"] },
    "exchange-online.md 5",
  ),
  tooWide(
    "an allow on the sender addresses alone is for everybody who writes them",
    { From: aircallSenders },
    "exchange-online.md 5",
  ),
  tooWide(
    "an allow for all mail from outside is for forged mail too",
    fromOutside,
    "exchange-online.md 2.1, 5",
  ),
  tooWide(
    "an allow on an SPF pass is for mail with an envelope of the forger's own",
    { From: aircallSenders, ...authenticationResultsContain("spf=pass") },
    "exchange-online.md 3.9, 5",
  ),
  tooWide(
    "an allow on any DMARC result is for a failed one too",
    {
      From: aircallSenders,
      HeaderMatchesMessageHeader: "Authentication-Results",
      HeaderMatchesPatterns: ["dmarc=(pass|fail)"],
    },
    "exchange-online.md 2.6, 3.9",
  ),
  tooWide(
    "one wide word beside the right one makes the allow wide",
    { From: aircallSenders, ...authenticationResultsContain("dmarc=pass", "dmarc=fail") },
    "exchange-online.md 2.1, 3.9",
  ),
  tooWide(
    "an allow on both envelope domains does not look at the header that is forged",
    { SenderDomainIs: ["aircall.io", "amazonses.com"], SenderAddressLocation: "Envelope" },
    "exchange-online.md 2.2, 5; aircall.md 1.3",
  ),
  narrow(
    "an allow on the whole domain with a DMARC pass is narrow",
    { SenderDomainIs: ["aircall.io"], ...authenticationResultsContain("dmarc=pass") },
    "exchange-online.md 5",
  ),
  narrow(
    "an allow for mail without a DMARC record beside the pass is narrow",
    { SenderDomainIs: ["aircall.io"], ...authenticationResultsContain("dmarc=pass", "dmarc=bestguesspass") },
    "exchange-online.md 3.9, 5",
  ),
  narrow(
    "an allow whose DMARC pass is a pattern is narrow",
    {
      From: aircallSenders,
      HeaderMatchesMessageHeader: "Authentication-Results",
      HeaderMatchesPatterns: ["dmarc=pass"],
    },
    "exchange-online.md 2.6, 3.9, 5",
  ),
  narrow(
    "an allow on both envelope domains with a DMARC pass is narrow",
    {
      SenderDomainIs: ["aircall.io", "amazonses.com"],
      SenderAddressLocation: "Envelope",
      ...authenticationResultsContain("dmarc=pass"),
    },
    "exchange-online.md 2.2, 5; aircall.md 1.3",
  ),
  {
    title: "a wide allow of a single sender is too wide though it proves nothing",
    cites: "exchange-online.md 5; aircall.md 1.3",
    export: allowing({ From: ["noreply@notify.aircall.io"] }),
    verdict: "not-guaranteed",
    narrowness: "too-wide",
    finding: { stage: "anti-spam" },
  },
  {
    title: "a wide allow for texts that name Aircall is too wide and does not cover every text",
    cites: "exchange-online.md 5; design 2",
    export: allowing({ From: aircallSenders, SubjectContainsWords: ["Aircall"] }),
    verdict: "not-guaranteed",
    narrowness: "too-wide",
    finding: { stage: "anti-spam" },
  },
  {
    title: "a wide allow beside the narrow one makes the tenant too wide",
    cites: "exchange-online.md 2.1, 5",
    export: tenant()
      .withRule(allowAircall())
      .withRule({ Name: "Old allow", SenderDomainIs: ["aircall.io"], SetSCL: -1 })
      .build(),
    verdict: "proven",
    narrowness: "too-wide",
  },
  {
    title: "a wide allow of another company's domain says nothing about Aircall",
    cites: "exchange-online.md 2.2, 5",
    export: tenant()
      .withRule({ Name: "Partner", SenderDomainIs: ["partner.example"], SetSCL: -1 })
      .withRule(allowAircall())
      .build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a quarantine of unauthenticated Aircall mail above a wide allow makes it narrow",
    cites: "exchange-online.md 2.7, 2.9, 3.9",
    export: tenant()
      .withRule(
        quarantine("Forged", {
          SenderDomainIs: ["aircall.io"],
          ExceptIfHeaderContainsMessageHeader: "Authentication-Results",
          ExceptIfHeaderContainsWords: ["dmarc=pass"],
        }),
      )
      .withRule({ Name: "Allow", From: aircallSenders, SetSCL: -1 })
      .build(),
    verdict: "proven",
    narrowness: "narrow",
    messages: [
      { message: {}, outcome: "inbox", why: "exempt above, allowed below" },
      { message: { dmarc: "fail" }, outcome: "quarantined", why: "not exempt" },
    ],
  },
  {
    title: "a rule that writes a DMARC pass into the header opens the narrow allow below it",
    cites: "exchange-online.md 2.7, 5",
    export: tenant()
      .withRule({
        Name: "Write",
        ...fromOutside,
        SetHeaderName: "Authentication-Results",
        SetHeaderValue: "dmarc=pass",
      })
      .withRule(allowAircall())
      .build(),
    verdict: "proven",
    narrowness: "too-wide",
  },
  {
    title: "an allow on the bare word dmarc serves a forger whose own domain is called dmarc",
    cites: "exchange-online.md 2.6, 7.3",
    export: tenant()
      .withRule(allowWithoutStop({ Name: "Vague", ...authenticationResultsContain("dmarc") }))
      .withRule(allowAircall())
      .build(),
    verdict: "proven",
    narrowness: "too-wide",
  },
];
