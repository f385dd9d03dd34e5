/** Hides who somebody is: addresses and names become marks that tell rows apart and nothing else. */
import { aircallSenders } from "../../mailflow/aircall";
import type { Person } from "../../readiness/check";

/** How somebody is written. */
export interface Who {
  readonly email: string;
  readonly name: string;
}

/** What a text is about. */
export interface TextContext {
  /** The person it was read for: parts of words that hold the name are hidden too, as in `Verasiphone`. */
  readonly who?: Who | undefined;
  /** The report's own template around the text; its words stay. */
  readonly keep?: string;
}

export interface Masking {
  readonly masked: boolean;
  readonly who: (who: Who) => Who;
  readonly text: (text: string, context?: TextContext) => string;
}

/** Everything is written as it is. */
export const unmasked: Masking = { masked: false, who: (who) => who, text: (text) => text };

const hidden = "***";
const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
/** An address, or else one word. */
const addressOrWord = /[^\s<>"'«»“”()[\],;:|]+@[^\s<>"'«»“”()[\],;:|]+|[\p{L}\p{M}\p{N}]+/gu;
const senders: ReadonlySet<string> = new Set(aircallSenders);
/** A single letter tells nobody apart. */
const shortestWord = 2;
/** Shorter names stand inside too many other words. */
const shortestPart = 3;

/** What has but one form. */
const plain = /^[\0-\x7f]*$/u;

const folded = (text: string): string => (plain.test(text) ? text : text.normalize("NFKC")).toLowerCase();

/** Words that tell who somebody is; numbers alone do not. */
const wordsOf = ({ email, name }: Who): readonly string[] =>
  (folded(`${email.slice(0, email.lastIndexOf("@"))} ${name}`).match(wordPattern) ?? []).filter(
    (word) => word.length >= shortestWord && /\p{L}/u.test(word),
  );

type IsSecret = (word: string) => boolean;

/** The first letter stays where there are enough others to hide; of the domain all but the names in it. */
const maskedAddress = (address: string, isSecret: IsSecret): string => {
  const at = address.lastIndexOf("@");
  const initial = /^\p{L}/u.exec(address)?.[0] ?? "";
  const domain = address
    .slice(at + 1)
    .replace(wordPattern, (word) => (isSecret(folded(word)) ? hidden : word));
  return `${at > shortestPart ? initial : ""}${hidden}@${domain}`;
};

/**
 * Numbers people by their place in the list, so that all formats of a run agree: `v***@contoso.example #17`.
 *
 * @remarks The words of names and addresses are hidden in every other text too, such as the name of a rule or of a
 * phone. Aircall's own senders stay.
 */
export const maskingOf = (people: readonly Pick<Person, "email" | "name" | "entries">[]): Masking => {
  const numbers = new Map<string, number>();
  const secret = new Set<string>();
  const keyOf = ({ email, name }: Who): string => `${folded(email)}\n${folded(name)}`;
  people.forEach((person, place) => {
    for (const who of [person, ...person.entries]) {
      for (const key of [keyOf(who), folded(who.email)]) if (!numbers.has(key)) numbers.set(key, place + 1);
      for (const word of wordsOf(who)) secret.add(word);
    }
  });
  const isListed: IsSecret = (word) => secret.has(word);
  let last: { readonly who: Who; readonly isSecret: IsSecret } | undefined;
  // One person's texts come one after the other.
  const secretFor = (who: Who | undefined): IsSecret => {
    if (who === undefined) return isListed;
    if (last?.who === who) return last.isSecret;
    const parts = wordsOf(who).filter(({ length }) => length >= shortestPart);
    const isSecret: IsSecret = (word) => secret.has(word) || parts.some((part) => word.includes(part));
    last = { who, isSecret };
    return isSecret;
  };
  const mark = (address: string, number: number | undefined, isSecret: IsSecret): string =>
    `${maskedAddress(address, isSecret)}${number === undefined ? "" : ` #${number}`}`;
  return {
    masked: true,
    who: (who) => ({
      email: mark(who.email, numbers.get(keyOf(who)) ?? numbers.get(folded(who.email)), secretFor(who)),
      name: who.name === "" ? "" : hidden,
    }),
    text: (text, { who, keep = "" } = {}) => {
      const kept = new Set(keep === "" ? [] : folded(keep).match(wordPattern));
      const isSecret = secretFor(who);
      return text.replace(addressOrWord, (found) => {
        const word = folded(found);
        if (!found.includes("@")) return !kept.has(word) && isSecret(word) ? hidden : found;
        const number = numbers.get(word);
        return number === undefined && senders.has(word) ? found : mark(found, number, isSecret);
      });
    },
  };
};
