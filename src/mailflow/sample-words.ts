/** The words of real mail: text made of them is likely text. */
import { likelyBodies, likelySubjects } from "./aircall";
import { fold, type Language } from "./language/language";
import type { Message } from "./message";
import type { MessageClass } from "./message-class";

/** Most words of samples that count; a newsletter holds fewer. */
const wordLimit = 1_000;

/** What is shown as text: no style sheets, tags, links and addresses, whose random parts are no words. */
const visibleText = (body: string): string =>
  body
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1\s*>/giu, " ")
    .replace(/<[^>]*>/gu, " ")
    .replace(/&[a-z]+;|&#x?[0-9a-f]+;/giu, " ")
    .replace(/\S*(?:@|:\/\/)\S*/gu, " ");

/** Letters, or a short number; a token that mixes both is random. */
const isWord = (text: string): boolean => /^(?:[\p{L}\p{M}]{1,30}|\d{1,4})$/u.test(text);

/** The words in subject and body of these mails, lower-case, each once. */
export const wordsOfSamples = (samples: readonly Message[]): readonly string[] => {
  const texts = samples.map(({ subject, body }) => `${subject} ${visibleText(body)}`);
  const found = texts.flatMap((text) => fold(text).split(/[^\p{L}\p{M}\p{N}]+/u)).filter(isWord);
  return [...new Set(found)].slice(0, wordLimit);
};

/** Likely subjects and bodies once samples were seen. */
export interface LikelyTexts {
  readonly subject: Language;
  readonly body: Language;
}

/** The automata are large, and a decision asks for them at every moment it looks at. */
const built = new WeakMap<readonly Message[], LikelyTexts>();

/** `undefined` where there is no sample. */
export const likelyTextsOf = (samples: readonly Message[]): LikelyTexts | undefined => {
  if (samples.length === 0) return undefined;
  const earlier = built.get(samples);
  if (earlier !== undefined) return earlier;
  const words = wordsOfSamples(samples);
  const texts = { subject: likelySubjects(words), body: likelyBodies(words) };
  built.set(samples, texts);
  return texts;
};

/** The class with these texts as its likely ones; forged mail keeps its own. */
export const withLikelyTexts = (messages: MessageClass, texts: LikelyTexts | undefined): MessageClass => {
  if (texts === undefined || messages.name !== "aircall") return messages;
  return {
    ...messages,
    likely: (field) => (field === "subject" || field === "body" ? [texts[field]] : messages.likely(field)),
  };
};
