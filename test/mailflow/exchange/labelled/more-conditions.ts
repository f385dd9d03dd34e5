/** Conditions that stand in few rules: remnants, predicates for every recipient, attachments, unsettled words and patterns. */
import {
  aboveTheAllow,
  fromOutside,
  type LabelledTenant,
  quarantine,
  type RawObject,
  tenant,
} from "./labelled-tenant";
import type { ReferenceRow } from "./reference-rows";

const above = (conditions: RawObject) => aboveTheAllow(quarantine("Odd", conditions)).build();

interface Case {
  readonly title: string;
  readonly row: ReferenceRow;
  readonly conditions: RawObject;
  readonly names?: string;
}

const cites = "exchange-online.md 2.1 to 2.6";
const citing = (row: ReferenceRow) => `exchange-online.md ${row.slice(0, 3)}`;

const dismissed = ({ title, row, conditions }: Case): LabelledTenant => ({
  title,
  cites: citing(row),
  rows: [row],
  export: above(conditions),
  verdict: "proven",
  narrowness: "narrow",
});

const undecided = ({ title, row, conditions, names }: Case): LabelledTenant => ({
  title,
  cites: citing(row),
  rows: [row],
  export: above(conditions),
  verdict: "undecided",
  finding: { stage: "transport-rules", rule: "Odd", ...(names === undefined ? {} : { names }) },
});

const likely = ({ title, row, conditions }: Case): LabelledTenant => ({
  title,
  cites: citing(row),
  rows: [row],
  export: above(conditions),
  verdict: "blocked",
  finding: { stage: "transport-rules", rule: "Odd", certainty: "likely", outcome: "quarantined" },
});

// biome-ignore format: one case, one line
const unknownRemnants: readonly Case[] = [
  { title: "a sender's override of a policy is unknown where it is found set", row: "2.2 HasSenderOverride", conditions: { ...fromOutside, HasSenderOverride: true }, names: "HasSenderOverride" },
  { title: "a rule of a data loss prevention policy is unknown where it is found set", row: "2.2 DlpPolicy", conditions: { ...fromOutside, DlpPolicy: "Financial data" }, names: "DlpPolicy" },
  { title: "a rule of the subtype for data loss prevention is unknown where it is found set", row: "2.2 RuleSubType", conditions: { ...fromOutside, RuleSubType: "Dlp" }, names: "RuleSubType" },
  { title: "the reserved list of senders is unknown where it is found set", row: "2.2 SenderInRecipientList", conditions: { ...fromOutside, SenderInRecipientList: ["list"] }, names: "SenderInRecipientList" },
  { title: "the reserved list of recipients is unknown where it is found set", row: "2.2 RecipientInSenderList", conditions: { ...fromOutside, RecipientInSenderList: ["list"] }, names: "RecipientInSenderList" },
];

// biome-ignore format: one case, one line
const unsettled: readonly Case[] = [
  { title: "whether a file of a type the service does not know is there depends on inline logos", row: "2.4 AttachmentIsUnsupported", conditions: { AttachmentIsUnsupported: true }, names: "AttachmentIsUnsupported" },
  { title: "whether a hyphen delimits a word is not published", row: "2.6 Word delimiters", conditions: { FromAddressContainsWords: ["support"] } },
  { title: "whether a caret anchors a pattern is not settled", row: "2.6 Pattern anchors", conditions: { SubjectMatchesPatterns: ["^Your"] } },
  { title: "a Unicode class of .NET's is outside the model", row: "2.6 Pattern dialect", conditions: { SubjectMatchesPatterns: ["\\p{Lu}our"] } },
];

// biome-ignore format: one case, one line
const neverTrue: readonly Case[] = [
  { title: "a pattern on a directory attribute of the sender is false for an external sender", row: "2.2 SenderADAttributeMatchesPatterns", conditions: { SenderADAttributeMatchesPatterns: ["Department:sales"] } },
  { title: "nobody outside the tenant's mailboxes is copied on a mail to one user", row: "2.3 AnyOfCcHeader", conditions: { AnyOfCcHeader: ["left-in-2019@contoso.example"] } },
  { title: "a pattern on the text of attachments dismisses a mail without attachments", row: "2.4 AttachmentMatchesPatterns", conditions: { AttachmentMatchesPatterns: ["\\d{6}"] } },
  { title: "a property of attachments dismisses a mail without attachments", row: "2.4 AttachmentPropertyContainsWords", conditions: { AttachmentPropertyContainsWords: ["Business:HBI"] } },
  { title: "a mail without attachments meets no processing limit", row: "2.4 AttachmentProcessingLimitExceeded", conditions: { AttachmentProcessingLimitExceeded: true } },
  { title: "a rule on signed mail dismisses Aircall mail", row: "2.4 MessageTypeMatches", conditions: { MessageTypeMatches: "Signed" } },
];

// biome-ignore format: one case, one line
const plausible: readonly Case[] = [
  { title: "a pattern takes no notice of case", row: "2.6 Pattern case", conditions: { SubjectMatchesPatterns: ["VERIFICATION CODE"] } },
  { title: "a pattern for links to Aircall is plausible in a body", row: "2.5 link patterns", conditions: { SubjectOrBodyMatchesPatterns: ["https://[a-z.-]*aircall"] } },
  { title: "a pattern for six digits in the body is plausible", row: "2.5 six digits", conditions: { SubjectOrBodyMatchesPatterns: ["\\d{6}"] } },
];

const blocked = { stage: "transport-rules", rule: "Recipients", outcome: "quarantined" } as const;
const toBob = { recipient: "bob@contoso.example" };
const withBob = (conditions: RawObject) =>
  aboveTheAllow(quarantine("Recipients", conditions)).withMailbox("bob@contoso.example", "Bob Baker");

/** A rule that hits Bob's mail and leaves Anna's. */
const bobOnly = (title: string, row: ReferenceRow, conditions: RawObject): LabelledTenant => ({
  title,
  cites: "exchange-online.md 2.3",
  rows: [row],
  export: withBob(conditions).withGroup("sales@contoso.example", ["bob@contoso.example"]).build(),
  verdict: "blocked",
  finding: blocked,
  messages: [
    { message: toBob, outcome: "quarantined", why: "he is its one recipient" },
    { message: {}, outcome: "inbox", why: "he is not among its recipients" },
  ],
});

export const moreConditions: readonly LabelledTenant[] = [
  ...unknownRemnants.map(undecided),
  ...unsettled.map(undecided),
  ...neverTrue.map(dismissed),
  ...plausible.map(likely),
  bobOnly("a rule on any address in To or Cc hits a message to that address", "2.3 AnyOfToCcHeader", {
    AnyOfToCcHeader: ["bob@contoso.example"],
  }),
  bobOnly("a rule on members of a group in To hits a message to a member", "2.3 AnyOfToHeaderMemberOf", {
    AnyOfToHeaderMemberOf: ["sales@contoso.example"],
  }),
  bobOnly(
    "a rule on words in any recipient address hits a message with one such recipient",
    "2.3 AnyOfRecipientAddressContainsWords",
    { AnyOfRecipientAddressContainsWords: ["bob"] },
  ),
  {
    title: "a rule on members of a group in Cc needs one of the tenant's mailboxes in the group",
    cites: "exchange-online.md 2.3",
    rows: ["2.3 AnyOfCcHeaderMemberOf"],
    export: withBob({ AnyOfCcHeaderMemberOf: ["guests@contoso.example"] })
      .withGroup("guests@contoso.example", ["guest@fabrikam.example"])
      .build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a rule that looks at the address as written hits mail to the primary address",
    cites: "exchange-online.md 2.3",
    rows: ["2.3 RecipientAddressType Original"],
    export: withBob({
      RecipientAddressContainsWords: ["bob@contoso.example"],
      RecipientAddressType: "Original",
    }).build(),
    verdict: "blocked",
    finding: blocked,
    messages: [{ message: toBob, outcome: "quarantined", why: "it was written to that address" }],
  },
  {
    title: "an exception for any recipient exempts the whole message to that recipient",
    cites: "exchange-online.md 2.3, 9.4",
    rows: ["2.3 ExceptIfAnyOf", "9.4"],
    export: withBob({ ...fromOutside, ExceptIfAnyOfToHeader: ["anna@contoso.example"] }).build(),
    verdict: "blocked",
    finding: { ...blocked, certainty: "certain" },
    messages: [
      { message: {}, outcome: "inbox", why: "she is in To" },
      { message: toBob, outcome: "quarantined", why: "she is not" },
    ],
  },
  {
    title: "a notification of the sender is unknown where it is found set",
    cites: "exchange-online.md 2.2, 2.7",
    rows: ["2.2 NotifySender", "2.7 NotifySender"],
    export: aboveTheAllow({ Name: "Notify", ...fromOutside, NotifySender: "NotifyOnly" }).build(),
    verdict: "undecided",
    finding: { stage: "transport-rules", rule: "Notify", names: "Notif" },
  },
  {
    title: "whether words are looked for in the markup of a body is not published",
    cites: `${cites}, 7.3`,
    export: above({ SubjectOrBodyContainsWords: ["href"] }),
    verdict: "undecided",
    finding: { stage: "transport-rules", rule: "Odd" },
  },
  {
    title: "a rule whose last condition was lost hits all mail",
    cites: "exchange-online.md 1.7, 2.1, 9.8",
    rows: ["9.8"],
    export: tenant()
      .withRule(
        quarantine("Lost", {
          SenderDomainIs: null,
          FromAddressContainsWords: [],
          SubjectContainsWords: null,
        }),
      )
      .build(),
    verdict: "blocked",
    finding: { stage: "transport-rules", rule: "Lost", certainty: "certain", outcome: "quarantined" },
    messages: [{ message: {}, outcome: "quarantined", why: "no condition means every message" }],
  },
];
