/** A set of messages: one language per field, for one sender and one recipient. */
import {
  characterSets,
  envelopeSenders,
  envelopeSendersOf,
  forgedAuthenticationResults,
  genuineAuthenticationResults,
  likelyBody,
  likelyCharacterSets,
  likelySubject,
  sizes,
} from "./aircall";
import {
  complement,
  everything,
  fromRegularExpression,
  fromTexts,
  type Language,
  quote,
  union,
} from "./language/language";
import { atLeast } from "./language/numbers";
import { smallestMember } from "./language/smallest-member";
import { domainOf } from "./message";

/**
 * A field of a message the solver works on. `header:NAME` is any other header field; `fact:…` is a yes-or-no fact
 * that nobody publishes, one field per fact.
 */
export type Field =
  | "subject"
  | "body"
  | "size"
  | "characterSet"
  | "inlineImage"
  | "importance"
  | "envelopeFrom"
  | "fromHeader"
  | "authenticationResults"
  | `header:${string}`
  | `fact:${string}`;

/** Value of a header field that the message does not carry. Tests on a field must be kept to `presentHeader`. */
export const absentHeader = "\u{10ffff}";

/** Fields whose text Aircall chooses freely per message: some text that meets a condition is a real message. */
const contentFields: ReadonlySet<string> = new Set([
  "subject",
  "body",
  "size",
  "characterSet",
  "inlineImage",
]);

export const isContentField = (field: Field): boolean => contentFields.has(field);

export interface MessageClass {
  readonly name: "aircall" | "forged";
  readonly sender: string;
  /** Addresses the last hop into the service has, where they are known. */
  readonly sendingAddresses?: readonly string[];
  /** What a field may hold: strings in all of these languages. */
  readonly values: (field: Field) => readonly Language[];
  /** What a field plausibly holds, on top of `values`. */
  readonly likely: (field: Field) => readonly Language[];
}

/** The one string that a true fact holds. */
export const factHolds: Language = fromTexts(["yes"]);
const facts: Language = fromTexts(["yes", "no"]);
/** Every text a header field that is there may hold. */
export const presentHeader: Language = complement(fromRegularExpression("[^]*\\u{10ffff}[^]*"));
const anyHeader: Language = complement(fromRegularExpression("[^]*\\u{10ffff}[^]+|[^]+\\u{10ffff}[^]*"));

/** Languages by field; a field that is missing is another header, or a fact. */
type FieldTable = Readonly<Partial<Record<Field, readonly Language[]>>>;

const likelyValues: FieldTable = {
  subject: [likelySubject],
  body: [likelyBody],
  size: [atLeast(sizes.likely[0]), complement(atLeast(sizes.likely[1]))],
  characterSet: [fromTexts(likelyCharacterSets)],
};

/** The table is read often and built once, so that an automaton is built once too. */
const classOf = (
  name: MessageClass["name"],
  sender: string,
  values: FieldTable,
  likely: FieldTable,
): MessageClass => ({
  name,
  sender,
  values: (field) => values[field] ?? [field.startsWith("fact:") ? facts : anyHeader],
  likely: (field) => likely[field] ?? [],
});

const fromHeaderOf = (sender: string, names: string): Language =>
  fromRegularExpression(`"?(?:${names})"? ?<${quote(sender)}>`);

const genuineValues: FieldTable = {
  subject: [presentHeader],
  body: [presentHeader],
  size: [atLeast(sizes.from), complement(atLeast(sizes.below))],
  characterSet: [fromTexts(characterSets)],
  inlineImage: [facts],
  importance: [fromTexts(["normal"])],
  envelopeFrom: [envelopeSenders],
};

/** What is known of genuine mail besides its sender. */
export interface GenuineMail {
  /** Domains of the envelope sender, where declared. */
  readonly envelopeDomains?: readonly string[];
  /** Addresses it comes from, where declared. */
  readonly sendingAddresses?: readonly string[];
  /** Whether the service sees the source, so that DMARC passes; not so behind a gateway (exchange-online.md 9.13). */
  readonly isAuthenticated: boolean;
}

/** Genuine Aircall mail from one of its senders (design: Messages). */
export const aircallClass = (
  sender: string,
  { envelopeDomains, sendingAddresses, isAuthenticated }: GenuineMail = { isAuthenticated: true },
): MessageClass => {
  const genuine = genuineAuthenticationResults(domainOf(sender));
  const messages = classOf(
    "aircall",
    sender,
    {
      ...genuineValues,
      ...(envelopeDomains === undefined ? {} : { envelopeFrom: [envelopeSendersOf(envelopeDomains)] }),
      fromHeader: [fromHeaderOf(sender, '[^<>"]*aircall[^<>"]*')],
      authenticationResults: [
        isAuthenticated ? genuine : union([genuine, forgedAuthenticationResults(domainOf(sender))]),
      ],
    },
    likelyValues,
  );
  // Behind a gateway the last hop is the gateway's.
  return sendingAddresses === undefined || !isAuthenticated ? messages : { ...messages, sendingAddresses };
};

const forgedValues: FieldTable = {
  subject: [presentHeader],
  body: [presentHeader],
  size: [fromRegularExpression("[0-9]{9}")],
  characterSet: [everything],
  inlineImage: [facts],
  importance: [fromTexts(["low", "normal", "high"])],
  envelopeFrom: [fromRegularExpression("[^\\s@<>]*@[a-z0-9-]+(?:\\.[a-z0-9-]+)*")],
};

/** Mail that claims to be from one of Aircall's senders and fails DMARC; the forger chooses all the rest. */
export const forgedClass = (sender: string): MessageClass =>
  classOf(
    "forged",
    sender,
    {
      ...forgedValues,
      fromHeader: [fromHeaderOf(sender, '[^<>"]*')],
      authenticationResults: [forgedAuthenticationResults(domainOf(sender))],
    },
    {},
  );

/** A shortest value a field of the class holds. */
export const someValue = (messages: MessageClass, field: Field): string =>
  smallestMember(messages.values(field)) ?? "";
