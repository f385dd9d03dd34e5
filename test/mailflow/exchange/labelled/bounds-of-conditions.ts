/** Conditions whose bounds part where the reference leaves something open (exchange-online.md 2.2 to 2.7). */
import { userMailbox } from "./healthy-tenant";
import {
  aboveTheAllow,
  aircallSenders,
  allowAircall,
  authenticationResultsContain,
  type LabelledTenant,
  quarantine,
  type RawObject,
  type TenantBuilder,
  tenant,
} from "./labelled-tenant";
import { anna, inboxRule, mailboxTenant } from "./mailbox-tenant";

const openRule = (title: string, cites: string, rule: RawObject): LabelledTenant => ({
  title,
  cites,
  export: aboveTheAllow(quarantine("Open", rule)).build(),
  verdict: "undecided",
  finding: { stage: "transport-rules", rule: "Open" },
});

const old = "anna@old.example";
const annaWithAlias = (): TenantBuilder => {
  const box = userMailbox(anna, "Anna Miller", { EmailAddresses: [`SMTP:${anna}`, `smtp:${old}`] });
  return tenant().with("Get-Mailbox", [box]).with("Get-Recipient", [box]);
};
const ofOriginal = (
  title: string,
  condition: RawObject,
  verdict: "blocked" | "undecided",
): LabelledTenant => ({
  title,
  cites: "exchange-online.md 2.3, 9.4",
  rows: ["2.3 RecipientAddressType Original"],
  export: annaWithAlias()
    .withRule(quarantine("Original", { RecipientAddressType: "Original", ...condition }))
    .withRule(allowAircall())
    .build(),
  users: [old],
  verdict,
  finding: { stage: "transport-rules", rule: "Original" },
});

const contact: RawObject = {
  Name: "Aircall codes",
  PrimarySmtpAddress: "codes@contoso.example",
  ExternalEmailAddress: "SMTP:noreply@aircall.io",
};
const groupsRead = (builder: TenantBuilder): TenantBuilder =>
  builder.with("Get-UnifiedGroupLinks", []).with("Get-DynamicDistributionGroupMember", []);

export const boundsOfConditions: readonly LabelledTenant[] = [
  {
    ...openRule("a word that begins with punctuation may stand after a letter", "exchange-online.md 2.6", {
      FromAddressContainsWords: ["@aircall.io"],
    }),
    messages: [
      { message: {}, outcome: "undecided", why: "whether the at sign delimits itself is not published" },
      { message: { from: "noreply@example.org" }, outcome: "undecided", why: "the filter decides" },
    ],
  },
  openRule("a word that ends with punctuation may stand before a letter", "exchange-online.md 2.6", {
    FromAddressContainsWords: ["noreply@"],
  }),
  openRule(
    "a recipient's domain with its at sign may be a word of the address",
    "exchange-online.md 2.3, 2.6",
    {
      RecipientAddressContainsWords: ["@contoso.example"],
    },
  ),
  {
    ...openRule("a word may be a part of the name of a character set", "exchange-online.md 2.4, 2.6", {
      ContentCharacterSetContainsWords: ["utf"],
    }),
    messages: [{ message: {}, outcome: "undecided", why: "whether the hyphen delimits is not published" }],
  },
  {
    title: "a mail of exactly the size may be over it or not",
    cites: "exchange-online.md 2.4",
    export: tenant()
      .withRule({
        Name: "Allow",
        From: aircallSenders,
        ...authenticationResultsContain("dmarc=pass"),
        MessageSizeOver: "1 KB (1,024 bytes)",
        SetSCL: -1,
      })
      .build(),
    verdict: "undecided",
    finding: { stage: "transport-rules", rule: "Allow" },
    messages: [
      { message: { size: 1_024 }, outcome: "undecided", why: "one page says over, another at least" },
    ],
  },
  {
    title: "an inbox rule for mail of at least a size may leave out the mail of exactly that size",
    cites: "exchange-online.md 2.4, 4.3",
    export: mailboxTenant()
      .with("Get-InboxRule", [
        inboxRule("Stop", 1, { WithinSizeRangeMinimum: "1 KB (1,024 bytes)", StopProcessingRules: true }),
        inboxRule("Clear", 2, { SubjectContainsWords: ["code"], DeleteMessage: true }),
      ])
      .build(),
    scope: "mailbox",
    verdict: "undecided",
    finding: { stage: "mailbox", rule: "Clear" },
  },
  {
    title: "a group of senders does not allow by the header where the envelope is looked at",
    cites: "exchange-online.md 2.2",
    rows: ["2.2 SenderAddressLocation Envelope"],
    export: groupsRead(tenant())
      .withGroup("allowed@contoso.example", aircallSenders)
      .withRule(
        allowAircall({
          From: null,
          FromMemberOf: ["allowed@contoso.example"],
          SenderAddressLocation: "Envelope",
        }),
      )
      .build(),
    verdict: "undecided",
    finding: { stage: "transport-rules" },
    messages: [
      { message: {}, outcome: "undecided", why: "the envelope is amazonses.com, so the filter decides" },
    ],
  },
  openRule(
    "a name in From may be a contact for the envelope, where contacts were not read",
    "exchange-online.md 2.2",
    {
      From: ["Aircall bounces"],
      SenderAddressLocation: "Envelope",
    },
  ),
  openRule(
    "an own address in From that is no mailbox may be a contact that was not read",
    "exchange-online.md 2.2",
    {
      From: ["codes@contoso.example"],
    },
  ),
  {
    title: "a contact in a group makes Aircall a member",
    cites: "exchange-online.md 2.1, 2.2",
    rows: ["2.2 FromMemberOf"],
    export: groupsRead(tenant())
      .with("Get-MailContact", [contact])
      .withGroup("blocked@contoso.example", ["codes@contoso.example"])
      .withRule(quarantine("Members", { FromMemberOf: ["blocked@contoso.example"] }))
      .withRule(allowAircall())
      .build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Members", outcome: "quarantined" },
    messages: [{ message: {}, outcome: "quarantined", why: "the contact stands for this address" }],
  },
  {
    title: "an own address in a group may be a contact that was not read",
    cites: "exchange-online.md 2.1, 2.2",
    export: groupsRead(tenant())
      .withGroup("blocked@contoso.example", ["codes@contoso.example"])
      .withRule(quarantine("Members", { FromMemberOf: ["blocked@contoso.example"] }))
      .withRule(allowAircall())
      .build(),
    verdict: "undecided",
    finding: { stage: "transport-rules", rule: "Members" },
  },
  {
    title: "a display name with an at sign is still a name",
    cites: "exchange-online.md 2.3",
    export: tenant()
      .withMailbox("ben@contoso.example", "Ben @ Sales")
      .withRule(quarantine("Named", { SentTo: ["Ben @ Sales"] }))
      .withRule(allowAircall())
      .build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Named", outcome: "quarantined" },
  },
  {
    title:
      "whether a rule that writes the field Subject changes what the rules below take for it is not published",
    cites: "exchange-online.md 2.7",
    export: tenant()
      .withRule({ Name: "Write", SetHeaderName: "Subject", SetHeaderValue: "lottery" })
      .withRule(
        quarantine("Lottery", { SubjectContainsWords: ["lottery"], ExceptIfSubjectMatchesPatterns: ["."] }),
      )
      .withRule(allowAircall())
      .build(),
    verdict: "undecided",
    finding: { stage: "transport-rules", rule: "Lottery" },
  },
  {
    ...ofOriginal(
      "a domain condition sees the alias under Original",
      { RecipientDomainIs: ["old.example"] },
      "blocked",
    ),
    messages: [
      { message: { recipient: old }, outcome: "quarantined", why: "the sender wrote the alias" },
      { message: {}, outcome: "inbox", why: "the sender wrote the primary address" },
    ],
  },
  ofOriginal(
    "a word condition sees the alias under Original",
    { RecipientAddressContainsWords: ["old"] },
    "blocked",
  ),
  {
    ...ofOriginal("a condition on people sees the alias under Original", { SentTo: [old] }, "blocked"),
    messages: [{ message: { recipient: old }, outcome: "quarantined", why: "the sender wrote the alias" }],
  },
  ofOriginal(
    "whether somebody's own name still counts under Original is not published",
    { SentTo: [anna] },
    "undecided",
  ),
  {
    title: "mail to an alias comes in where the alias' domain says",
    cites: "exchange-online.md 3.8",
    export: {
      ...annaWithAlias().withRule(allowAircall()).build(),
      dns: {
        mx: {
          "contoso.example": ["contoso-example.mail.protection.outlook.com"],
          "old.example": ["mx.gateway.example"],
        },
      },
    },
    users: [old],
    verdict: "undecided",
    finding: { stage: "connectors" },
  },
];
