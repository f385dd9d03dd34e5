/** A set of messages: one language per field, for one sender and one recipient. */
import {
  characterSets,
  envelopeSenders,
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
  smallestMember,
} from "./language/language";
import { atLeast } from "./language/numbers";
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
const anyText: Language = presentHeader;
const anyHeader: Language = complement(fromRegularExpression("[^]*\\u{10ffff}[^]+|[^]+\\u{10ffff}[^]*"));
const sizesOfAnyMail: Language = fromRegularExpression("[0-9]{9}");
const booleans: Language = facts;
const sizeRange: readonly Language[] = [atLeast(sizes.from), complement(atLeast(sizes.below))];
const likelySizes: readonly Language[] = [atLeast(sizes.likely[0]), complement(atLeast(sizes.likely[1]))];

const fromHeaderOf = (sender: string, names: string): Language =>
  fromRegularExpression(`"?(?:${names})"? ?<${quote(sender)}>`);

const headerValues = (field: Field): readonly Language[] => {
  if (field.startsWith("fact:")) return [facts];
  return [anyHeader];
};

const likelyValues = (field: Field): readonly Language[] => {
  switch (field) {
    case "subject":
      return [likelySubject];
    case "body":
      return [likelyBody];
    case "size":
      return likelySizes;
    case "characterSet":
      return [fromTexts(likelyCharacterSets)];
    default:
      return [];
  }
};

/** Genuine Aircall mail from one of its senders (design: Messages). */
export const aircallClass = (sender: string): MessageClass => ({
  name: "aircall",
  sender,
  likely: likelyValues,
  values: (field) => {
    switch (field) {
      case "subject":
      case "body":
        return [anyText];
      case "size":
        return sizeRange;
      case "characterSet":
        return [fromTexts(characterSets)];
      case "inlineImage":
        return [booleans];
      case "importance":
        return [fromTexts(["normal"])];
      case "envelopeFrom":
        return [envelopeSenders];
      case "fromHeader":
        return [fromHeaderOf(sender, '[^<>"]*aircall[^<>"]*')];
      case "authenticationResults":
        return [genuineAuthenticationResults(domainOf(sender))];
      default:
        return headerValues(field);
    }
  },
});

/** Mail that claims to be from one of Aircall's senders and fails DMARC; the forger chooses all the rest. */
export const forgedClass = (sender: string): MessageClass => ({
  name: "forged",
  sender,
  likely: () => [],
  values: (field) => {
    switch (field) {
      case "subject":
      case "body":
        return [anyText];
      case "size":
        return [sizesOfAnyMail];
      case "characterSet":
        return [everything];
      case "inlineImage":
        return [booleans];
      case "importance":
        return [fromTexts(["low", "normal", "high"])];
      case "envelopeFrom":
        return [fromRegularExpression("[^\\s@<>]*@[a-z0-9-]+(?:\\.[a-z0-9-]+)*")];
      case "fromHeader":
        return [fromHeaderOf(sender, '[^<>"]*')];
      case "authenticationResults":
        return [forgedAuthenticationResults(domainOf(sender))];
      default:
        return headerValues(field);
    }
  },
});

/** A shortest value a field of the class holds. */
export const someValue = (messages: MessageClass, field: Field): string =>
  smallestMember(messages.values(field)) ?? "";
