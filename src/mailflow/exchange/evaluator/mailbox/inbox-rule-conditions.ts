/** Each condition of an inbox rule on one message (exchange-online.md 4.3). */
import { parseSize } from "../../../size";
import { isRecipient, standsForSender } from "../../directory";
import { type InboxRuleCondition, inboxRuleConditions } from "../../mailbox/inbox-rule-table";
import type { TraceCondition } from "../../trace";
import { bodyContainsAnyWord, containsAnyWord } from "../../transport-rules/text-match";
import { shortened } from "../shortened";
import { or, type Truth } from "../truth";
import type { Mail, Place } from "../ways";

/** Substring or whole word is not published: known where both agree (4.3). */
const either = (
  text: string,
  words: readonly string[],
  whole: Truth = containsAnyWord(text, words),
): Truth => {
  const substring = words.some((word) => text.toLowerCase().includes(word.toLowerCase()));
  return whole === substring ? substring : undefined;
};

const inBody = (body: string, mail: Mail, words: readonly string[]): Truth => {
  const found = either(body, words, bodyContainsAnyWord(body, words));
  // A disclaimer may bring a word that the message has not; markup may hide one.
  return mail.state.bodyAdditions.length === 0 ? found : or([found, undefined]);
};

/** `"Name" [SMTP:address]` as printed, or an address. Somebody inside is printed with `[EX:…]`. */
const isSender = (value: string, place: Place): Truth => {
  const { from, displayName } = place.message;
  if (/\[EX:/iu.test(value)) return false;
  const address = /\[SMTP:([^\]]+)\]/iu.exec(value)?.[1] ?? (value.includes("@") ? value : undefined);
  if (address !== undefined) return address.trim().toLowerCase() === from.toLowerCase();
  // A bare name may be resolved to a contact of the user's own.
  return value.toLowerCase() === displayName.toLowerCase()
    ? undefined
    : standsForSender(value, from, place.tenant) || undefined;
};

const isMe = (value: string, place: Place): Truth => {
  const address = /\[SMTP:([^\]]+)\]/iu.exec(value)?.[1];
  const entry = (address ?? value.replace(/\s*\[EX:.*$/iu, "").replaceAll('"', "")).trim();
  return isRecipient(entry, place.recipient, place.tenant);
};

const isOver = (bytes: number, limit: string, least: boolean): Truth => {
  const size = parseSize(limit);
  if (typeof size !== "number" || bytes === size) return undefined;
  return least ? bytes > size : bytes < size;
};

const day = 24 * 60 * 60 * 1_000;

/** A date as printed may be in any time zone. */
const isAfter = (asOf: Date, value: string): Truth => {
  const distance = asOf.getTime() - new Date(value).getTime();
  return Number.isNaN(distance) || Math.abs(distance) < day ? undefined : distance > 0;
};

const first = ([value = ""]: readonly string[]): string => value;

/** What the message has, and whether the condition holds. */
const ask = (
  { name, values }: InboxRuleCondition,
  mail: Mail,
  place: Place,
): readonly [found: string, holds: Truth] => {
  const { message, asOf } = place;
  const subject = mail.state.subjectPrefix + message.subject;
  switch (inboxRuleConditions[name]) {
    case "people":
      return [`${message.displayName} <${message.from}>`, or(values.map((value) => isSender(value, place)))];
    case "recipients":
      return [message.recipient, or(values.map((value) => isMe(value, place)))];
    case "address-words":
      return [message.from, either(message.from, values)];
    case "recipient-address-words":
      return [message.recipient, either(message.recipient, values)];
    case "subject-words":
      return [subject, either(subject, values)];
    case "body-words":
      return [shortened(message.body), inBody(message.body, mail, values)];
    case "subject-or-body-words":
      return [
        `${subject} / ${shortened(message.body)}`,
        or([either(subject, values), inBody(message.body, mail, values)]),
      ];
    case "header-words": {
      const headers = Object.entries(message.headers).flatMap(([field, texts]) =>
        texts.map((text) => `${field}: ${text}`),
      );
      // Fields the service adds on the way are not in the message.
      return [shortened(headers.join(" ")), or([...headers.map((text) => either(text, values)), undefined])];
    }
    case "importance":
      return [message.importance, first(values).toLowerCase() === message.importance.toLowerCase()];
    case "has-attachment": {
      const files = message.attachments.filter(({ inline }) => !inline);
      const none = message.attachments.length === 0 ? false : undefined;
      return [
        message.attachments.map((file) => file.name).join(", ") || "none",
        files.length > 0 ? true : none,
      ];
    }
    case "only-to-me":
    case "to-me":
      return ["one recipient", true];
    case "in-cc":
    case "not-to-me":
      return ["one recipient", false];
    case "size-minimum":
      return [String(message.size), isOver(message.size, first(values), true)];
    case "size-maximum":
      return [String(message.size), isOver(message.size, first(values), false)];
    case "received-after":
      return [asOf.toISOString(), isAfter(asOf, first(values))];
    case "received-before": {
      const after = isAfter(asOf, first(values));
      return [asOf.toISOString(), after === undefined ? undefined : !after];
    }
    case "unknown":
      return ["not modelled", undefined];
  }
};

export const inboxRuleConditionHolds = (
  condition: InboxRuleCondition,
  mail: Mail,
  place: Place,
): TraceCondition => {
  const [found, holds] = ask(condition, mail, place);
  return {
    parameter: `${condition.exception ? "ExceptIf" : ""}${condition.name}`,
    expected: condition.values.join(", "),
    found,
    holds,
  };
};
