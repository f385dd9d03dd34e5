/** What each condition asks of a message, for the decider: tests on fields, with everything else settled at once. */
import { inlineImageExtensions, sizes } from "../../aircall";
import {
  afterPrefix,
  type Bounds,
  BudgetError,
  both,
  contains,
  everything,
  exactly,
  fold,
  fromRegularExpression,
  fromTexts,
  nothing,
  smallestMember,
} from "../../language/language";
import { atLeast } from "../../language/numbers";
import { matchesPatterns } from "../../language/pattern";
import { bodyContainsWords, containsWords } from "../../language/words";
import { isDomainOrSubdomain } from "../../message";
import { type Field, factHolds, type MessageClass, presentHeader } from "../../message-class";
import { parseSize } from "../../size";
import { isMember, isRecipient, recipientDomain, standsForSender } from "../directory";
import type { ExchangeTenant, Recipient } from "../tenant";
import { type Atom, constant, fact, test } from "./atom";
import type { RuleState } from "./state";
import type { ConditionName, TransportRuleParameters } from "./table";

/** Everything a condition is read against. */
export interface Surroundings {
  readonly tenant: ExchangeTenant;
  readonly messages: MessageClass;
  /** `undefined` where the recipients were not read. */
  readonly recipient: Recipient | undefined;
  readonly state: RuleState;
  readonly parameters: TransportRuleParameters;
  /** Name prefix of sibling parameters: empty for conditions, `ExceptIf` for exceptions. */
  readonly twin: "" | "ExceptIf";
}

const settled = (holds: boolean | undefined, because: string): Atom =>
  holds === undefined ? fact(because) : constant(holds);

const never: readonly Atom[] = [constant(false)];
const always: readonly Atom[] = [constant(true)];

/** A known text against bounds: true, false, or a fact where the bounds part. */
const known = (bounds: Bounds, text: string, because: string): Atom => {
  const folded = fold(text);
  try {
    if (contains(bounds.surely, folded)) return constant(true);
    return contains(bounds.possibly, folded) ? fact(bounds.because ?? because) : constant(false);
  } catch (error) {
    if (error instanceof BudgetError) return fact(`${because}: the budget "${error.budget}" ran out`);
    throw error;
  }
};

/** The addresses `SenderAddressLocation` selects: the From header, the envelope, or either (exchange-online.md 2.2). */
const onSender = (around: Surroundings, bounds: Bounds, because: string): readonly Atom[] => {
  const location = around.parameters.SenderAddressLocation ?? "Header";
  const header = known(bounds, around.messages.sender, because);
  const envelope = test(
    "envelopeFrom",
    bounds,
    `${because}, looked for in the envelope sender, which Aircall does not publish`,
  );
  if (location === "Envelope") return [envelope];
  return location === "HeaderOrEnvelope" ? [header, envelope] : [header];
};

const anyOfDomains = (domains: readonly string[]): Bounds =>
  exactly(
    fromRegularExpression(
      `[^]*@(?:[^@]*\\.)?(?:${domains
        .map((domain) =>
          fold(domain)
            .replace(/[^a-z0-9-]/g, "\\$&")
            .replaceAll("-", "\\x2d"),
        )
        .join("|")})`,
    ),
  );

const anyMember = (
  groups: readonly string[],
  address: string | undefined,
  tenant: ExchangeTenant,
  who: string,
): readonly Atom[] =>
  groups.map((group) =>
    settled(
      isMember(group, address, tenant),
      `members of the group "${group}" were not read (Get-DistributionGroupMember), and ${who} may be one`,
    ),
  );

const attributeTests = (
  values: readonly string[],
  around: Surroundings,
  bounds: (items: readonly string[]) => Bounds,
): readonly Atom[] =>
  values.map((value) => {
    const separator = value.indexOf(":");
    const attribute = value.slice(0, separator);
    const items = value
      .slice(separator + 1)
      .split(",")
      .map((item) => item.trim());
    const found = around.recipient?.attributes[attribute];
    if (separator < 1 || found === undefined)
      return fact(`the directory attribute "${attribute}" of the recipient was not read`);
    return known(bounds(items), found, `attribute ${attribute}`);
  });

const subject = (around: Surroundings, bounds: Bounds): Atom => {
  const prefix = around.state.subjectPrefix;
  const shifted = {
    ...bounds,
    surely: afterPrefix(bounds.surely, prefix),
    possibly: afterPrefix(bounds.possibly, prefix),
  };
  return test("subject", shifted, "subject");
};

/** A disclaimer added above may complete or arm a match in the body; where it does is not published. */
const body = (around: Surroundings, bounds: Bounds): Atom => {
  if (around.state.bodyAdditions.length === 0) return test("body", bounds, "body");
  return test(
    "body",
    {
      surely: nothing,
      possibly: everything,
      because: "a disclaimer added by an earlier rule changes the body",
    },
    "body",
  );
};

const headerField = (name: string): Field => {
  switch (fold(name)) {
    case "authentication-results":
      return "authenticationResults";
    case "from":
      return "fromHeader";
    case "subject":
      return "subject";
    default:
      return `header:${fold(name)}`;
  }
};

const header = (around: Surroundings, name: string | undefined, bounds: Bounds): readonly Atom[] => {
  if (name === undefined) return [fact("the header field to look at is not set")];
  const edited = around.state.headers[fold(name)];
  if (edited === null) return never;
  if (edited !== undefined) return [known(bounds, edited, `header ${name}`)];
  const field = headerField(name);
  if (field === "subject") return [subject(around, bounds)];
  const because = `what stands in the ${name} field of Aircall's mail is not published`;
  if (!field.startsWith("header:")) return [test(field, bounds, because)];
  // A field that is not there matches nothing, not even a pattern that the empty text would match.
  return [
    test(
      field,
      {
        ...bounds,
        surely: both(bounds.surely, presentHeader),
        possibly: both(bounds.possibly, presentHeader),
      },
      because,
    ),
  ];
};

const sizeOver = (value: string): Atom => {
  const bytes = parseSize(value);
  return bytes === undefined || bytes === "unlimited"
    ? fact(`the size "${value}" cannot be read`)
    : test("size", exactly(atLeast(bytes)), "size");
};

/** Only inline images are attached to genuine mail (assumption `no-attachment`). */
const inlineImage = (when: boolean | undefined, because: string): Atom =>
  when === false
    ? constant(false)
    : when === undefined
      ? fact(because)
      : test("inlineImage", exactly(factHolds), because);

/** Names of inline images: one plain name and the extension (assumption `no-attachment`). */
const imageNames = fromRegularExpression(`[a-z0-9_ -]+\\.(?:${inlineImageExtensions.join("|")})`);

const attachmentUnknown = (around: Surroundings, because: string): readonly Atom[] =>
  around.messages.name === "aircall" ? never : [fact(because)];

/** A name that only qualifies another condition: as a condition it adds nothing, as an exception it exempts nobody. */
const qualifier = (around: Surroundings): readonly Atom[] => (around.twin === "" ? always : never);

const scopeIs = (value: string, actual: "InOrganization" | "NotInOrganization"): readonly Atom[] => [
  constant(value === actual),
];

const unmodelled = (name: string) => (): readonly Atom[] => [fact(`${name} is not modelled`)];

const recipientAddress = (around: Surroundings, bounds: Bounds): readonly Atom[] =>
  around.recipient === undefined
    ? [fact("the recipients were not read")]
    : [known(bounds, around.recipient.address, "the recipient's address")];

const anyRecipient = (entries: readonly string[], around: Surroundings): readonly Atom[] =>
  entries.map((entry) =>
    settled(
      isRecipient(entry, around.recipient, around.tenant),
      `whether "${entry}" is the recipient was not read`,
    ),
  );

const domains = (value: readonly string[], around: Surroundings): readonly Atom[] => {
  const domain = recipientDomain(around.recipient);
  return value.map((one) =>
    settled(
      domain === undefined ? undefined : isDomainOrSubdomain(domain, one),
      "the recipients were not read",
    ),
  );
};

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
  From: (value, around) => {
    const location = around.parameters.SenderAddressLocation ?? "Header";
    const header = value.map((entry) =>
      settled(
        standsForSender(entry, around.messages.sender, around.tenant),
        `"${entry}" in From is not an address, and contacts were not read`,
      ),
    );
    const contacts =
      around.tenant.mailContacts?.filter(({ identities }) =>
        value.some((entry) => identities.includes(fold(entry))),
      ) ?? [];
    const addresses = [...value, ...contacts.map(({ externalAddress }) => externalAddress)];
    const envelope = test(
      "envelopeFrom",
      exactly(fromTexts(addresses)),
      "the envelope sender, which Aircall does not publish",
    );
    return [...(location === "Envelope" ? [] : header), ...(location === "Header" ? [] : [envelope])];
  },
  FromAddressContainsWords: (value, around) =>
    onSender(around, containsWords(value), "words in the sender's address"),
  FromAddressMatchesPatterns: (value, around) =>
    onSender(around, matchesPatterns(value), "patterns on the sender's address"),
  FromMemberOf: (value, around) =>
    anyMember(value, around.messages.sender, around.tenant, "a contact for Aircall"),
  FromScope: (value) => scopeIs(value, "NotInOrganization"),
  SenderDomainIs: (value, around) => onSender(around, anyOfDomains(value), "the sender's domain"),
  SenderIpRanges: (value) => [
    fact(`whether the sending IP is in ${value.join(", ")}: Aircall's addresses are not published`),
  ],
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
  RecipientAddressMatchesPatterns: (value, around) => recipientAddress(around, matchesPatterns(value)),
  RecipientADAttributeContainsWords: (value, around) => attributeTests(value, around, containsWords),
  RecipientADAttributeMatchesPatterns: (value, around) => attributeTests(value, around, matchesPatterns),
  AnyOfToHeader: anyRecipient,
  AnyOfToHeaderMemberOf: (value, around) =>
    anyMember(value, around.recipient?.address, around.tenant, "the recipient"),
  AnyOfCcHeader: () => never,
  AnyOfCcHeaderMemberOf: () => never,
  AnyOfToCcHeader: anyRecipient,
  AnyOfToCcHeaderMemberOf: (value, around) =>
    anyMember(value, around.recipient?.address, around.tenant, "the recipient"),
  AnyOfRecipientAddressContainsWords: (value, around) => recipientAddress(around, containsWords(value)),
  AnyOfRecipientAddressMatchesPatterns: (value, around) => recipientAddress(around, matchesPatterns(value)),
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
  ContentCharacterSetContainsWords: (value) => [
    test("characterSet", exactly(fromTexts(value)), "character set"),
  ],
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
  AttachmentNameMatchesPatterns: (value, around) => [
    around.messages.name === "aircall"
      ? inlineImage(
          smallestMember([matchesPatterns(value).possibly, imageNames]) === undefined ? false : undefined,
          "the names of inline images in Aircall's mail are not published",
        )
      : fact("attachment names"),
  ],
  AttachmentExtensionMatchesWords: (value, around) => [
    around.messages.name === "aircall"
      ? inlineImage(
          value.some((extension) =>
            inlineImageExtensions.some((image) => image === fold(extension).replace(/^\./, "")),
          ),
          "inline images",
        )
      : fact("attachment extensions"),
  ],
  AttachmentPropertyContainsWords: (_value, around) => attachmentUnknown(around, "attachment properties"),
  AttachmentSizeOver: (value, around) => [
    around.messages.name === "aircall" ? attachmentSize(value) : fact("attachment size"),
  ],
  AttachmentHasExecutableContent: (_value, around) => attachmentUnknown(around, "executable attachments"),
  AttachmentIsPasswordProtected: (_value, around) => attachmentUnknown(around, "protected attachments"),
  AttachmentIsUnsupported: () => [
    fact("whether the service knows the type of an inline image in Aircall's mail"),
  ],
  AttachmentProcessingLimitExceeded: (_value, around) => attachmentUnknown(around, "attachment limits"),
  ContentMatchesPrompt: unmodelled("ContentMatchesPrompt"),
  ContentMatchesPromptVerdict: (_value, around) => qualifier(around),
};

function patterns(value: readonly string[], around: Surroundings): Bounds {
  return around.parameters.UseLegacyRegex
    ? {
        surely: nothing,
        possibly: everything,
        because: "UseLegacyRegex selects a regular expression syntax outside the model",
      }
    : matchesPatterns(value);
}

function attachmentSize(value: string): Atom {
  const bytes = parseSize(value);
  if (bytes === undefined || bytes === "unlimited") return fact(`the size "${value}" cannot be read`);
  return bytes >= sizes.below
    ? constant(false)
    : inlineImage(true, "the size of inline images in Aircall's mail is not published");
}

function betweenGroups(first: readonly string[], second: unknown, around: Surroundings): readonly Atom[] {
  if (!Array.isArray(second)) return [fact("BetweenMemberOf2 is not set")];
  const sender = [...first, ...(second as readonly string[])].map((group) =>
    isMember(group, around.messages.sender, around.tenant),
  );
  return sender.every((member) => member === false)
    ? never
    : [fact("members of the groups of BetweenMemberOf were not read")];
}
