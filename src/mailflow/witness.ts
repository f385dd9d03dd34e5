/** Turns the values the solver found into one concrete message, and replays it before anybody sees it. */
import { evaluateExchange } from "./exchange/evaluate";
import type { ExchangeTenant } from "./exchange/tenant";
import { type AuthenticationResult, domainOf, type Message } from "./message";
import { absentHeader, type Field, type MessageClass, someValue } from "./message-class";

export type FieldValues = ReadonlyMap<string, string>;

const result = (header: string, method: "spf" | "dkim" | "dmarc"): AuthenticationResult => {
  const found = new RegExp(`${method}=(pass|fail|none|bestguesspass)`, "u").exec(header)?.[1];
  return found === "pass" || found === "fail" || found === "bestguesspass" ? found : "none";
};

const importanceOf = (text: string): Message["importance"] =>
  text === "low" ? "Low" : text === "high" ? "High" : "Normal";

/** The message that has these values; every other field takes a shortest value of the class. */
export const witnessMessage = (messages: MessageClass, recipient: string, values: FieldValues): Message => {
  const value = (field: Field): string => values.get(field) ?? someValue(messages, field);
  const authentication = value("authenticationResults");
  const fromHeader = value("fromHeader");
  const others = [...values].flatMap(([field, text]) => {
    const name = /^header:(.*)$/su.exec(field)?.[1];
    return name === undefined || text === absentHeader ? [] : [[name, [text]] as const];
  });
  const envelopeFrom =
    values.get("envelopeFrom") ??
    `bounce@${/smtp\.mailfrom=([^;]*)/u.exec(authentication)?.[1] ?? domainOf(messages.sender)}`;
  return {
    from: messages.sender,
    displayName: fromHeader.replace(/\s*<[^>]*>$/u, "").replaceAll('"', ""),
    envelopeFrom,
    recipient,
    subject: values.get("subject") ?? "Your Aircall verification code is 123456",
    body: values.get("body") ?? "Your Aircall verification code is 123456",
    headers: {
      "authentication-results": [authentication],
      from: [fromHeader],
      ...Object.fromEntries(others),
    },
    sourceIp: undefined,
    size: values.has("size") ? Number(values.get("size")) : 8_192,
    spf: result(authentication, "spf"),
    dkim: result(authentication, "dkim"),
    dkimDomain: /header\.d=([^;]*)/u.exec(authentication)?.[1] ?? "",
    dmarc: result(authentication, "dmarc"),
    importance: importanceOf(value("importance")),
    characterSet: values.get("characterSet") ?? "utf-8",
    attachments: values.get("inlineImage") === "yes" ? [{ name: "logo.png", size: 4_096, inline: true }] : [],
  };
};

/** Whether the evaluator agrees: no way it follows ends in the inbox, and one surely ends elsewhere. */
export const staysOut = (tenant: ExchangeTenant, message: Message, asOf: Date): boolean => {
  const { endings } = evaluateExchange(tenant, message, asOf);
  const outcomes = endings.map(({ outcome }) => outcome);
  return !outcomes.includes("inbox") && outcomes.some((outcome) => outcome !== "undecided");
};

/** Whether the evaluator agrees that the message gets past the classifier on every way that is not left open. */
export const getsBypass = (tenant: ExchangeTenant, message: Message, asOf: Date): boolean => {
  const settled = evaluateExchange(tenant, message, asOf).endings.filter(
    ({ outcome }) => outcome !== "undecided",
  );
  return settled.length > 0 && settled.every(({ bypassed }) => bypassed);
};
