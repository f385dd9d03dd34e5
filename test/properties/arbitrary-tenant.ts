/** Random small tenants and random genuine messages, drawn so that conditions and texts often meet. */
import fc from "fast-check";
import { aircallSenders } from "../../src/mailflow/aircall";
import type { ExchangeTenant } from "../../src/mailflow/exchange/tenant";
import type { Message } from "../../src/mailflow/message";
import { toTenant } from "../../src/tenants/exchange/export/native-export";
import {
  contentFilterPolicy,
  healthyTenant,
  type RawObject,
  userMailbox,
} from "../mailflow/exchange/labelled/healthy-tenant";

const words = [
  "code",
  "login",
  "lottery",
  "verification code",
  "aircall",
  "my_code",
  "dmarc=pass",
  "pass",
  "io",
  "external",
  // Words with punctuation at an end (exchange-online.md 2.6).
  "@aircall.io",
  "code-",
];
const patterns = [
  "\\d{6}",
  "\\bcode\\b",
  "^code",
  "code$",
  "\\Acode\\Z",
  "c.de",
  "[^a-z]code",
  "aircall\\.io",
  "(a)\\1",
  "code|login",
  "\\s",
  "x?",
];
const recipients = ["anna@contoso.example", "ben@contoso.example"];

const someOf = (values: readonly string[]) =>
  fc.subarray([...values], { minLength: 1, maxLength: Math.min(3, values.length) });

const condition: fc.Arbitrary<RawObject> = fc.oneof(
  someOf([...aircallSenders, "other@example.org"]).map((From) => ({ From })),
  someOf(["aircall.io", "notify.aircall.io", "amazonses.com", "example.org"]).map((SenderDomainIs) => ({
    SenderDomainIs,
  })),
  someOf(words).map((FromAddressContainsWords) => ({ FromAddressContainsWords })),
  someOf(patterns).map((FromAddressMatchesPatterns) => ({ FromAddressMatchesPatterns })),
  someOf(words).map((SubjectContainsWords) => ({ SubjectContainsWords })),
  someOf(words).map((SubjectOrBodyContainsWords) => ({ SubjectOrBodyContainsWords })),
  someOf(patterns).map((SubjectMatchesPatterns) => ({ SubjectMatchesPatterns })),
  someOf(patterns).map((SubjectOrBodyMatchesPatterns) => ({ SubjectOrBodyMatchesPatterns })),
  fc
    .tuple(fc.constantFrom("Authentication-Results", "From", "X-Marker", "Subject"), someOf(words))
    .map(([HeaderContainsMessageHeader, HeaderContainsWords]) => ({
      HeaderContainsMessageHeader,
      HeaderContainsWords,
    })),
  fc
    .tuple(fc.constantFrom("Authentication-Results", "X-Marker"), someOf(patterns))
    .map(([HeaderMatchesMessageHeader, HeaderMatchesPatterns]) => ({
      HeaderMatchesMessageHeader,
      HeaderMatchesPatterns,
    })),
  someOf(recipients).map((SentTo) => ({ SentTo })),
  fc.constantFrom("2000 B", "10 KB", "500 KB", "5 MB").map((MessageSizeOver) => ({ MessageSizeOver })),
  someOf(["utf-8", "utf", "big5"]).map((ContentCharacterSetContainsWords) => ({
    ContentCharacterSetContainsWords,
  })),
  someOf(["senders@contoso.example", "staff@contoso.example", "gone@contoso.example"]).map(
    (FromMemberOf) => ({
      FromMemberOf,
    }),
  ),
  fc.integer({ min: -1, max: 9 }).map((SCLOver) => ({ SCLOver })),
  fc.constant({ HasNoClassification: true }),
  fc.constantFrom("InOrganization", "NotInOrganization").map((FromScope) => ({ FromScope })),
  fc.constantFrom("Normal", "High").map((WithImportance) => ({ WithImportance })),
  someOf(["png", "exe"]).map((AttachmentExtensionMatchesWords) => ({ AttachmentExtensionMatchesWords })),
);

const asException = (raw: RawObject): RawObject =>
  Object.fromEntries(Object.entries(raw).map(([name, value]) => [`ExceptIf${name}`, value]));

const action: fc.Arbitrary<RawObject> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<RawObject>(
      { Quarantine: true },
      { DeleteMessage: true },
      { RejectMessageReasonText: "No" },
      { RedirectMessageTo: ["boss@contoso.example"] },
    ),
  },
  { weight: 5, arbitrary: fc.integer({ min: -1, max: 9 }).map((SetSCL) => ({ SetSCL })) },
  { weight: 4, arbitrary: fc.constant({ SetSCL: -1, StopRuleProcessing: true }) },
  { weight: 2, arbitrary: fc.constant({ StopRuleProcessing: true }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<RawObject>({ PrependSubject: "external " }, { PrependSubject: "code" }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<RawObject>(
      { SetHeaderName: "X-Marker", SetHeaderValue: "code pass" },
      { RemoveHeader: "Authentication-Results" },
      { SetHeaderName: "Subject", SetHeaderValue: "lottery" },
    ),
  },
  { weight: 1, arbitrary: fc.constant({ ApplyClassification: "Internal" }) },
);

const settings: fc.Arbitrary<RawObject> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ State: "Disabled" }) },
  { weight: 1, arbitrary: fc.constant({ Mode: "Audit" }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("Envelope", "HeaderOrEnvelope")
      .map((SenderAddressLocation) => ({ SenderAddressLocation })),
  },
);

/** One rule as Get-TransportRule prints it, without a place. */
export const rule: fc.Arbitrary<RawObject> = fc
  .tuple(fc.array(condition, { maxLength: 2 }), fc.array(condition, { maxLength: 1 }), action, settings)
  .map(([conditions, exceptions, does, how]) => ({
    State: "Enabled",
    Mode: "Enforce",
    ...Object.assign({}, ...conditions),
    ...Object.assign({}, ...exceptions.map(asException)),
    ...does,
    ...how,
  }));

const list = fc.subarray([...aircallSenders, "x@example.org"], { maxLength: 6 });

const policy: fc.Arbitrary<RawObject> = fc
  .record({
    AllowedSenders: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: list }),
    BlockedSenders: fc.oneof({ weight: 6, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: list }),
    SpamAction: fc.constantFrom("MoveToJmf", "Quarantine", "Delete"),
    HighConfidenceSpamAction: fc.constantFrom("MoveToJmf", "Quarantine"),
  })
  .map(contentFilterPolicy);

export const numbered = (rules: readonly RawObject[]): readonly RawObject[] =>
  rules.map((raw, Priority) => ({ Name: `Rule ${Priority}`, ...raw, Priority }));

/** A group that holds some of the senders, one through a contact, and a group of people inside. */
export const groups: Readonly<Record<string, readonly RawObject[]>> = {
  "Get-DistributionGroup": [
    { PrimarySmtpAddress: "senders@contoso.example" },
    { PrimarySmtpAddress: "staff@contoso.example" },
  ],
  "Get-DistributionGroupMember": [
    { Group: "senders@contoso.example", PrimarySmtpAddress: "noreply@aircall.io" },
    { Group: "senders@contoso.example", PrimarySmtpAddress: "codes@contoso.example" },
    { Group: "staff@contoso.example", PrimarySmtpAddress: "anna@contoso.example" },
  ],
  "Get-UnifiedGroupLinks": [],
  "Get-DynamicDistributionGroupMember": [],
  "Get-MailContact": [
    {
      Name: "Aircall contact",
      DisplayName: "Aircall contact",
      PrimarySmtpAddress: "codes@contoso.example",
      ExternalEmailAddress: "SMTP:team@aircall.io",
    },
  ],
};

export const exportWith = (
  rules: readonly RawObject[],
  filter: RawObject = contentFilterPolicy(),
): Readonly<Record<string, readonly unknown[]>> => ({
  ...healthyTenant,
  ...groups,
  "Get-TransportRule": numbered(rules),
  "Get-HostedContentFilterPolicy": [filter],
  "Get-Mailbox": recipients.map((address) => userMailbox(address, address)),
  "Get-Recipient": recipients.map((address) => userMailbox(address, address)),
});

export const tenantWith = (rules: readonly RawObject[], filter?: RawObject): ExchangeTenant =>
  toTenant(exportWith(rules, filter), "random");

export const rules = fc.array(rule, { maxLength: 5 });

export interface RandomTenant {
  readonly rules: readonly RawObject[];
  readonly filter: RawObject;
}

export const randomTenant: fc.Arbitrary<RandomTenant> = fc.record({ rules, filter: policy });

const text = fc
  .array(
    fc.constantFrom(
      "code",
      "login",
      "lottery",
      "verification code",
      "aircall",
      "my_code",
      "123456",
      "1234567",
      "<b>",
      "</b>",
      "-",
      "co",
      "de",
      "\n",
      "é",
      "x",
      "external",
      "cöde",
    ),
    { maxLength: 5 },
  )
  .chain((parts) => fc.constantFrom(" ", "").map((separator) => parts.join(separator)));

const envelope = fc.constantFrom(
  "0100018f@eu-west-1.amazonses.com",
  "bounce@mail.aircall.io",
  "noreply@aircall.io",
);

/** Genuine Aircall mail: every field drawn from the class (design: Messages). */
export const genuineMessage: fc.Arbitrary<Message> = fc
  .record({
    from: fc.constantFrom(...aircallSenders),
    recipient: fc.constantFrom(...recipients),
    subject: text,
    body: text,
    envelopeFrom: envelope,
    size: fc.constantFrom(2_000, 12_000, 600_000, 1_000_000),
    image: fc.boolean(),
    marker: fc.option(text, { nil: undefined }),
    displayName: fc.constantFrom("Aircall", "Aircall code", "Team Aircall"),
  })
  .map(({ image, marker, ...fields }) => ({
    ...fields,
    headers: marker === undefined ? {} : { "x-marker": [marker] },
    sourceIp: undefined,
    spf: "pass",
    dkim: "pass",
    dkimDomain: "aircall.io",
    dmarc: "pass",
    importance: "Normal",
    characterSet: "utf-8",
    attachments: image ? [{ name: "logo.png", size: 1_000, inline: true }] : [],
  }));

const otherDomains = ["aircall.io", "amazonses.com", "evil.example"] as const;

/** Mail that claims to be from Aircall and fails DMARC; the forger chooses all the rest (design: Messages). */
export const forgedMessage: fc.Arbitrary<Message> = fc
  .record({
    genuine: genuineMessage,
    dmarc: fc.constantFrom("fail" as const, "none" as const),
    spf: fc.constantFrom("pass" as const, "fail" as const, "none" as const),
    dkim: fc.constantFrom("pass" as const, "fail" as const, "none" as const),
    dkimDomain: fc.constantFrom("evil.example", "amazonses.com"),
    domain: fc.constantFrom(...otherDomains),
    sourceIp: fc.constantFrom("198.51.100.20", "203.0.113.9"),
    importance: fc.constantFrom("Low" as const, "Normal" as const, "High" as const),
  })
  .map(({ genuine, domain, dkim, dkimDomain, ...more }) => ({
    ...genuine,
    ...more,
    envelopeFrom: `bounce@${domain}`,
    dkim,
    dkimDomain: dkim === "pass" ? dkimDomain : "",
  }));
