/** Each condition on one concrete message, read beside exchange-online.md 2.2 to 2.4. Part of the reference evaluator. */
import { domainOf, isDomainOrSubdomain } from "../../message";
import { parseSize } from "../../size";
import { isMember, isRecipient, standsForSender } from "../directory";
import { holdsAddress } from "../evaluator/ip-address";
import { judgedAddress } from "../evaluator/skip-listing";
import { andOf, not, or, type Truth } from "../evaluator/truth";
import { setConditions } from "./set-conditions";
import { headerValues, type Situation, senders, subject } from "./situation";
import type { ConditionName, TransportRuleParameters } from "./table";
import { bodyContainsAnyWord, containsAnyWord, matchesAnyPattern } from "./text-match";

type Holds<Name extends ConditionName> = (
  value: NonNullable<TransportRuleParameters[Name]>,
  at: Situation,
) => Truth;

const unknown = (): Truth => undefined;

const ofSender = (at: Situation, test: (address: string) => Truth): Truth => or(senders(at).map(test));

/** Text of a disclaimer may complete a match or not. */
const ofBody = ({ message, state }: Situation, test: (body: string) => Truth): Truth =>
  state.bodyAdditions.length === 0 ? test(message.body) : undefined;

/** Whether a rule that writes the field Subject changes what conditions on the subject see is not published (2.7). */
const ofSubject = (at: Situation, test: (subject: string) => Truth): Truth =>
  at.state.headers.subject === undefined ? test(subject(at)) : undefined;

const ofHeader = (at: Situation, name: unknown, test: (value: string) => Truth): Truth =>
  typeof name === "string" ? or(headerValues(at, name).map(test)) : undefined;

/** The primary address, or the one the sender wrote (2.3). */
const ofRecipient = (
  { recipient, message, parameters }: Situation,
  test: (address: string) => Truth,
): Truth => {
  if (recipient === undefined) return undefined;
  return test(parameters.RecipientAddressType === "Original" ? message.recipient : recipient.address);
};

/** An alias never matches under Resolved; under Original it does where the sender wrote it (2.3). */
const anyRecipient = (
  entries: readonly string[],
  { recipient, tenant, message, parameters }: Situation,
): Truth => {
  const written = message.recipient.toLowerCase();
  const isByAlias =
    parameters.RecipientAddressType === "Original" && written !== recipient?.address.toLowerCase();
  return or(
    entries.map((entry): Truth => {
      const named = isRecipient(entry, recipient, tenant);
      if (!isByAlias) return named;
      // Whether the name of somebody who was written to by an alias still counts is not published.
      return entry.toLowerCase() === written || (named === true ? undefined : named);
    }),
  );
};

const anyGroup = (groups: readonly string[], address: string | undefined, { tenant }: Situation): Truth =>
  or(groups.map((group) => isMember(group, address, tenant)));

const ofAttributes = (
  values: readonly string[],
  { recipient }: Situation,
  test: (text: string, items: readonly string[]) => Truth,
): Truth =>
  or(
    values.map((value) => {
      const [attribute = "", items = ""] = value.split(/:(.*)/su);
      const text = recipient?.attributes[attribute];
      return text === undefined
        ? undefined
        : test(
            text,
            items.split(",").map((item) => item.trim()),
          );
    }),
  );

/** One page says "at least", another "more than" (2.4). */
const atLeast = (bytes: number, limit: string): Truth => {
  const size = parseSize(limit);
  return typeof size === "number" && bytes !== size ? bytes > size : undefined;
};

const attachments = ({ message }: Situation) => message.attachments;
const patternsLegacy = ({ parameters }: Situation): boolean => parameters.UseLegacyRegex === true;
const extensionOf = (name: string): string => name.slice(name.lastIndexOf(".") + 1).toLowerCase();

const words =
  (value: readonly string[]) =>
  (text: string): Truth =>
    containsAnyWord(text, value);
const patterns =
  (value: readonly string[], at: Situation) =>
  (text: string): Truth =>
    matchesAnyPattern(text, value, patternsLegacy(at));

/** A name that only qualifies another condition neither adds nor exempts. */
const qualifier = (_value: unknown, { twin }: Situation): Truth => twin === "";

const holds: { readonly [Name in ConditionName]: Holds<Name> } = {
  From: (value, at) =>
    ofSender(at, (address) => or(value.map((entry) => standsForSender(entry, address, at.tenant)))),
  FromAddressContainsWords: (value, at) => ofSender(at, words(value)),
  FromAddressMatchesPatterns: (value, at) => ofSender(at, patterns(value, at)),
  FromMemberOf: (value, at) => ofSender(at, (address) => anyGroup(value, address, at)),
  FromScope: (value) => value === "NotInOrganization",
  SenderDomainIs: (value, at) =>
    ofSender(at, (address) => value.some((domain) => isDomainOrSubdomain(domainOf(address), domain))),
  SenderIpRanges: (value, at) => holdsAddress(value, judgedAddress(at)),
  SenderADAttributeContainsWords: () => false,
  SenderADAttributeMatchesPatterns: () => false,
  SenderManagementRelationship: () => false,
  ManagerAddresses: (_value, { parameters, twin }) =>
    parameters[`${twin}ManagerForEvaluatedUser`] === "Recipient" ? undefined : false,
  ManagerForEvaluatedUser: (_value, at) =>
    at.parameters[`${at.twin}ManagerAddresses`] === undefined ? undefined : qualifier(_value, at),
  BetweenMemberOf1: (value, at) => {
    const second = at.parameters[`${at.twin}BetweenMemberOf2`] ?? [];
    const sender = anyGroup([...value, ...second], at.message.from, at);
    return sender === false ? false : undefined;
  },
  BetweenMemberOf2: qualifier,
  ADComparisonAttribute: (_value, { parameters, twin }) =>
    parameters[`${twin}ADComparisonOperator`] === "NotEqual" ? undefined : false,
  ADComparisonOperator: qualifier,
  HasSenderOverride: unknown,
  MessageContainsDataClassifications: unknown,
  MessageContainsAllDataClassifications: unknown,
  SenderInRecipientList: unknown,
  RecipientInSenderList: unknown,
  SentTo: anyRecipient,
  SentToMemberOf: (value, at) => anyGroup(value, at.recipient?.address, at),
  SentToScope: (value) => value === "InOrganization",
  RecipientDomainIs: (value, at) =>
    ofRecipient(at, (address) => value.some((domain) => isDomainOrSubdomain(domainOf(address), domain))),
  RecipientAddressContainsWords: (value, at) => ofRecipient(at, words(value)),
  RecipientAddressMatchesPatterns: (value, at) => ofRecipient(at, patterns(value, at)),
  RecipientADAttributeContainsWords: (value, at) => ofAttributes(value, at, containsAnyWord),
  RecipientADAttributeMatchesPatterns: (value, at) =>
    ofAttributes(value, at, (text, items) => matchesAnyPattern(text, items, patternsLegacy(at))),
  AnyOfToHeader: anyRecipient,
  AnyOfToHeaderMemberOf: (value, at) => anyGroup(value, at.recipient?.address, at),
  AnyOfCcHeader: () => false,
  AnyOfCcHeaderMemberOf: () => false,
  AnyOfToCcHeader: anyRecipient,
  AnyOfToCcHeaderMemberOf: (value, at) => anyGroup(value, at.recipient?.address, at),
  AnyOfRecipientAddressContainsWords: (value, at) => ofRecipient(at, words(value)),
  AnyOfRecipientAddressMatchesPatterns: (value, at) => ofRecipient(at, patterns(value, at)),
  SubjectContainsWords: (value, at) => ofSubject(at, words(value)),
  SubjectMatchesPatterns: (value, at) => ofSubject(at, patterns(value, at)),
  SubjectOrBodyContainsWords: (value, at) =>
    or([ofSubject(at, words(value)), ofBody(at, (body) => bodyContainsAnyWord(body, value))]),
  SubjectOrBodyMatchesPatterns: (value, at) =>
    or([ofSubject(at, patterns(value, at)), ofBody(at, patterns(value, at))]),
  HeaderContainsMessageHeader: (_value, at) =>
    at.parameters[`${at.twin}HeaderContainsWords`] === undefined ? undefined : qualifier(_value, at),
  HeaderContainsWords: (value, at) =>
    ofHeader(at, at.parameters[`${at.twin}HeaderContainsMessageHeader`], words(value)),
  HeaderMatchesMessageHeader: (_value, at) =>
    at.parameters[`${at.twin}HeaderMatchesPatterns`] === undefined ? undefined : qualifier(_value, at),
  HeaderMatchesPatterns: (value, at) =>
    ofHeader(at, at.parameters[`${at.twin}HeaderMatchesMessageHeader`], patterns(value, at)),
  ContentCharacterSetContainsWords: (value, { message }) => containsAnyWord(message.characterSet, value),
  MessageSizeOver: (value, { message }) => atLeast(message.size, value),
  WithImportance: (value, { message }) => value === message.importance,
  HasClassification: (_value, { state }) => (state.classified ? undefined : false),
  HasNoClassification: (_value, { state }) => !state.classified,
  MessageTypeMatches: () => false,
  SCLOver: (value, { state: { scl } }) =>
    scl === undefined ? (value > 0 ? false : undefined) : scl >= value,
  AttachmentContainsWords: (_value, at) =>
    attachments(at).some(({ inline }) => !inline) ? undefined : false,
  AttachmentMatchesPatterns: (_value, at) =>
    attachments(at).some(({ inline }) => !inline) ? undefined : false,
  AttachmentNameMatchesPatterns: (value, at) =>
    or(attachments(at).map(({ name }) => patterns(value, at)(name))),
  AttachmentExtensionMatchesWords: (value, at) =>
    attachments(at).some(({ name }) =>
      value.some((extension) => extension.toLowerCase().replace(/^\./u, "") === extensionOf(name)),
    ),
  AttachmentPropertyContainsWords: (_value, at) =>
    attachments(at).some(({ inline }) => !inline) ? undefined : false,
  AttachmentSizeOver: (value, at) => or(attachments(at).map(({ size }) => atLeast(size, value))),
  AttachmentHasExecutableContent: (_value, at) =>
    attachments(at).some(({ inline }) => !inline) ? undefined : false,
  AttachmentIsPasswordProtected: (_value, at) =>
    attachments(at).some(({ inline }) => !inline) ? undefined : false,
  AttachmentIsUnsupported: (_value, at) => (attachments(at).length === 0 ? false : undefined),
  AttachmentProcessingLimitExceeded: (_value, at) =>
    attachments(at).some(({ inline }) => !inline) ? undefined : false,
  ContentMatchesPrompt: unknown,
  ContentMatchesPromptVerdict: qualifier,
};

/** Whether one condition holds; an exception has the meaning of its twin. */
export const conditionHolds = (name: ConditionName, value: unknown, at: Situation): Truth =>
  (holds[name] as (value: unknown, at: Situation) => Truth)(value, at);

/**
 * Conditions AND, exceptions OR, one hit exempts (exchange-online.md 2.1).
 * @param at as conditions see it; exceptions read their own twins of parameters.
 */
export const ruleHolds = (at: Situation & { readonly twin: "" }): Truth =>
  andOf(setConditions(at.parameters), ({ name, twin, value }) =>
    twin === "" ? conditionHolds(name, value, at) : not(conditionHolds(name, value, { ...at, twin })),
  );
