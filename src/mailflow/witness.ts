/** Turns the values the solver found into one concrete message, and says what its replay shows. */
import { addressOutside } from "./exchange/addresses";
import type { Evaluation } from "./exchange/trace";
import { type AuthenticationResult, domainOf, type Message } from "./message";
import { absentHeader, type Field, type MessageClass, someValue } from "./message-class";

export type FieldValues = ReadonlyMap<string, string>;

const result = (header: string, method: "spf" | "dkim" | "dmarc"): AuthenticationResult => {
  const found = new RegExp(`${method}=(pass|fail|none|bestguesspass)`, "u").exec(header)?.[1];
  return found === "pass" || found === "fail" || found === "bestguesspass" ? found : "none";
};

const importanceOf = (text: string): Message["importance"] =>
  text === "low" ? "Low" : text === "high" ? "High" : "Normal";

/** What the service learns of a message besides what stands in it. */
const surroundings = (values: FieldValues): Partial<Message> => {
  const [tls, certificate, country, language, route] = [
    "tls",
    "certificateNames",
    "country",
    "languages",
    "route",
  ].map((name) => values.get(name));
  return {
    ...(tls === undefined ? {} : { tls: tls === "yes" }),
    ...(certificate === undefined ? {} : { certificateNames: [certificate] }),
    ...(country === undefined ? {} : { country }),
    ...(language === undefined ? {} : { languages: [language] }),
    ...(route === undefined ? {} : { route }),
  };
};

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
    sourceIp: values.get("sourceIp") ?? addressOutside(messages.sendingAddresses ?? [], []),
    size: values.has("size") ? Number(values.get("size")) : 8_192,
    spf: result(authentication, "spf"),
    dkim: result(authentication, "dkim"),
    dkimDomain: /header\.d=([^;]*)/u.exec(authentication)?.[1] ?? "",
    dmarc: result(authentication, "dmarc"),
    importance: importanceOf(value("importance")),
    characterSet: values.get("characterSet") ?? "utf-8",
    attachments: values.get("inlineImage") === "yes" ? [{ name: "logo.png", size: 4_096, inline: true }] : [],
    ...surroundings(values),
    // Even mail that the filter finds clean: a worse verdict only makes it worse.
    ...(messages.name === "aircall"
      ? { filterVerdict: values.get("filterVerdict") === "bulk" ? ("bulk" as const) : ("clean" as const) }
      : {}),
  };
};

/** What the evaluator says of a witness: it shows what it should, the contrary, or nothing for sure. */
export type Replayed = "agrees" | "contradicts" | "open";

/** No way it follows ends in the inbox, and one surely ends elsewhere; contradicted where every way does. */
export const showsBlock = ({ endings }: Evaluation): Replayed => {
  const settled = endings.filter(({ outcome }) => outcome !== "undecided");
  const inbox = settled.filter(({ outcome }) => outcome === "inbox").length;
  if (settled.length === 0 || (inbox > 0 && inbox < settled.length)) return "open";
  if (inbox === 0) return "agrees";
  return settled.length === endings.length ? "contradicts" : "open";
};

/** The message gets past the classifier on every way that is not left open. */
export const showsBypass = ({ endings }: Evaluation): Replayed => {
  const settled = endings.filter(({ outcome }) => outcome !== "undecided");
  if (settled.length === 0) return "open";
  const past = settled.filter(({ bypassed }) => bypassed).length;
  if (past === settled.length) return "agrees";
  return past === 0 && settled.length === endings.length ? "contradicts" : "open";
};
