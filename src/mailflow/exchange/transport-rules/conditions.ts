/** What each condition asks of a message, for the decider: tests on fields, with everything else settled at once. */
import { exactly, fromTexts } from "../../language/language";
import { bodyContainsWords, containsWords } from "../../language/words";
import { type Atom, constant, fact, test } from "./atom";
import {
  attachmentExtensions,
  attachmentNames,
  attachmentSize,
  attachmentUnknown,
  body,
  header,
  patterns,
  sizeOver,
  subject,
} from "./content";
import {
  anyMember,
  anyOfDomains,
  anyRecipient,
  attributeTests,
  betweenGroups,
  domains,
  fromAnyMember,
  fromAnyOf,
  onSender,
  orAnybodyElse,
  recipientAddress,
  sentFrom,
} from "./people";
import { never, qualifier, type Surroundings } from "./surroundings";
import type { ConditionName, TransportRuleParameters } from "./table";

const scopeIs = (value: string, actual: "InOrganization" | "NotInOrganization"): readonly Atom[] => [
  constant(value === actual),
];

const unmodelled = (name: string) => (): readonly Atom[] => [fact(`${name} is not modelled`)];

const sibling = (
  around: Surroundings,
  name:
    | "HeaderContainsMessageHeader"
    | "HeaderMatchesMessageHeader"
    | "ManagerAddresses"
    | "BetweenMemberOf1"
    | "BetweenMemberOf2"
    | "ADComparisonOperator"
    | "ManagerForEvaluatedUser",
) => around.parameters[`${around.twin}${name}`];

type Meaning<Name extends ConditionName> = (
  value: NonNullable<TransportRuleParameters[Name]>,
  around: Surroundings,
) => readonly Atom[];

/** Alternatives under which each condition holds. A name that only qualifies another condition holds always. */
export const meanings: { readonly [Name in ConditionName]: Meaning<Name> } = {
  From: fromAnyOf,
  FromAddressContainsWords: (value, around) =>
    onSender(around, containsWords(value), "words in the sender's address"),
  FromAddressMatchesPatterns: (value, around) =>
    onSender(around, patterns(value, around), "patterns on the sender's address"),
  FromMemberOf: fromAnyMember,
  FromScope: (value) => scopeIs(value, "NotInOrganization"),
  SenderDomainIs: (value, around) => onSender(around, anyOfDomains(value), "the sender's domain"),
  SenderIpRanges: sentFrom,
  SenderADAttributeContainsWords: () => never,
  SenderADAttributeMatchesPatterns: () => never,
  SenderManagementRelationship: () => never,
  ManagerAddresses: (value, around) =>
    sibling(around, "ManagerForEvaluatedUser") === "Recipient"
      ? [fact(`whether the recipient's manager is ${value.join(", ")} was not read`)]
      : never,
  ManagerForEvaluatedUser: (_value, around) =>
    sibling(around, "ManagerAddresses") === undefined
      ? [fact("ManagerAddresses is not set")]
      : qualifier(around),
  BetweenMemberOf1: (value, around) => betweenGroups(value, sibling(around, "BetweenMemberOf2"), around),
  BetweenMemberOf2: (_value, around) => qualifier(around),
  ADComparisonAttribute: (value, around) =>
    sibling(around, "ADComparisonOperator") === "NotEqual"
      ? [
          fact(
            `how ${value} compares (ADComparisonOperator NotEqual) for an external sender is not published`,
          ),
        ]
      : never,
  ADComparisonOperator: (_value, around) => qualifier(around),
  HasSenderOverride: unmodelled("HasSenderOverride"),
  MessageContainsDataClassifications: unmodelled("MessageContainsDataClassifications"),
  MessageContainsAllDataClassifications: unmodelled("MessageContainsAllDataClassifications"),
  SenderInRecipientList: unmodelled("SenderInRecipientList"),
  RecipientInSenderList: unmodelled("RecipientInSenderList"),
  SentTo: anyRecipient,
  SentToMemberOf: (value, around) =>
    anyMember(value, around.recipient?.address, around.tenant, "the recipient"),
  SentToScope: (value) => scopeIs(value, "InOrganization"),
  RecipientDomainIs: domains,
  RecipientAddressContainsWords: (value, around) => recipientAddress(around, containsWords(value)),
  RecipientAddressMatchesPatterns: (value, around) => recipientAddress(around, patterns(value, around)),
  RecipientADAttributeContainsWords: (value, around) => attributeTests(value, around, containsWords),
  RecipientADAttributeMatchesPatterns: (value, around) =>
    attributeTests(value, around, (items) => patterns(items, around)),
  AnyOfToHeader: (value, around) => orAnybodyElse(around, anyRecipient(value, around)),
  AnyOfToHeaderMemberOf: (value, around) =>
    orAnybodyElse(around, anyMember(value, around.recipient?.address, around.tenant, "the recipient")),
  AnyOfCcHeader: (_value, around) => orAnybodyElse(around, never),
  AnyOfCcHeaderMemberOf: (_value, around) => orAnybodyElse(around, never),
  AnyOfToCcHeader: (value, around) => orAnybodyElse(around, anyRecipient(value, around)),
  AnyOfToCcHeaderMemberOf: (value, around) =>
    orAnybodyElse(around, anyMember(value, around.recipient?.address, around.tenant, "the recipient")),
  AnyOfRecipientAddressContainsWords: (value, around) =>
    orAnybodyElse(around, recipientAddress(around, containsWords(value))),
  AnyOfRecipientAddressMatchesPatterns: (value, around) =>
    orAnybodyElse(around, recipientAddress(around, patterns(value, around))),
  SubjectContainsWords: (value, around) => [subject(around, containsWords(value))],
  SubjectMatchesPatterns: (value, around) => [subject(around, patterns(value, around))],
  SubjectOrBodyContainsWords: (value, around) => [
    subject(around, containsWords(value)),
    body(around, bodyContainsWords(value)),
  ],
  SubjectOrBodyMatchesPatterns: (value, around) => [
    subject(around, patterns(value, around)),
    body(around, patterns(value, around)),
  ],
  HeaderContainsMessageHeader: (value, around) =>
    around.parameters[`${around.twin}HeaderContainsWords`] === undefined
      ? [fact(`no words are set for the header ${value}`)]
      : qualifier(around),
  HeaderContainsWords: (value, around) =>
    header(
      around,
      sibling(around, "HeaderContainsMessageHeader") as string | undefined,
      containsWords(value),
    ),
  HeaderMatchesMessageHeader: (value, around) =>
    around.parameters[`${around.twin}HeaderMatchesPatterns`] === undefined
      ? [fact(`no patterns are set for the header ${value}`)]
      : qualifier(around),
  HeaderMatchesPatterns: (value, around) =>
    header(
      around,
      sibling(around, "HeaderMatchesMessageHeader") as string | undefined,
      patterns(value, around),
    ),
  ContentCharacterSetContainsWords: (value) => [test("characterSet", containsWords(value), "character set")],
  MessageSizeOver: (value) => [sizeOver(value)],
  WithImportance: (value) => [test("importance", exactly(fromTexts([value])), "importance")],
  HasClassification: (_value, around) =>
    around.state.classified ? [fact("the classification that an earlier rule stamped")] : never,
  HasNoClassification: (_value, around) => [constant(!around.state.classified)],
  MessageTypeMatches: (_value, around) => attachmentUnknown(around, "message type"),
  SCLOver: (value, around) => {
    if (around.state.scl !== undefined) return [constant(around.state.scl >= value)];
    return [
      value > 0
        ? constant(false)
        : fact(`whether SCLOver ${value} holds before any spam confidence level is stamped is not published`),
    ];
  },
  AttachmentContainsWords: (_value, around) => attachmentUnknown(around, "attachment text"),
  AttachmentMatchesPatterns: (_value, around) => attachmentUnknown(around, "attachment text"),
  AttachmentNameMatchesPatterns: attachmentNames,
  AttachmentExtensionMatchesWords: attachmentExtensions,
  AttachmentPropertyContainsWords: (_value, around) => attachmentUnknown(around, "attachment properties"),
  AttachmentSizeOver: attachmentSize,
  AttachmentHasExecutableContent: (_value, around) => attachmentUnknown(around, "executable attachments"),
  AttachmentIsPasswordProtected: (_value, around) => attachmentUnknown(around, "protected attachments"),
  AttachmentIsUnsupported: () => [
    fact("whether the service knows the type of an inline image in Aircall's mail"),
  ],
  AttachmentProcessingLimitExceeded: (_value, around) => attachmentUnknown(around, "attachment limits"),
  ContentMatchesPrompt: unmodelled("ContentMatchesPrompt"),
  ContentMatchesPromptVerdict: (_value, around) => qualifier(around),
};
