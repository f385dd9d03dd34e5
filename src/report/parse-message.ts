/** Reads an `.eml` file as the message that arrives at the service. */
import { type AddressObject, type ParsedMail, simpleParser } from "mailparser";
import type { AuthenticationResult, Message } from "../mailflow/message";
import { decodeHeaderText } from "./encoded-words";

/** What a mail does not tell by itself; each is used where the mail is silent, and `recipient` always. */
export type MessageDefaults = Partial<Message>;

/** The source must stay as it was sent: nothing is converted, linked or inlined. */
const asSent = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  keepCidLinks: true,
} as const;

const headersOf = ({ headerLines }: ParsedMail): Readonly<Record<string, readonly string[]>> => {
  const headers: Record<string, string[]> = {};
  for (const { key, line } of headerLines) {
    const value = decodeHeaderText(line.slice(line.indexOf(":") + 1).trim());
    headers[key] = [...(headers[key] ?? []), value];
  }
  return headers;
};

const resultIn = (results: string, method: "spf" | "dkim" | "dmarc"): AuthenticationResult => {
  const found = new RegExp(`\\b${method}=(pass|fail|none|bestguesspass)\\b`, "iu")
    .exec(results)?.[1]
    ?.toLowerCase();
  return found === "pass" || found === "fail" || found === "bestguesspass" ? found : "none";
};

type Authentication = Pick<Message, "spf" | "dkim" | "dkimDomain" | "dmarc">;

const authenticationIn = (results: string | undefined, defaults: MessageDefaults): Authentication => {
  if (results === undefined) {
    const { spf = "none", dkim = "none", dkimDomain = "", dmarc = "none" } = defaults;
    return { spf, dkim, dkimDomain, dmarc };
  }
  const dkim = resultIn(results, "dkim");
  const domain = /\bheader\.d=([^;\s]+)/iu.exec(results)?.[1] ?? "";
  return {
    spf: resultIn(results, "spf"),
    dkim,
    dkimDomain: domain === "none" ? "" : domain,
    dmarc: resultIn(results, "dmarc"),
  };
};

const firstAddress = (field: AddressObject | AddressObject[] | undefined): string | undefined =>
  [field ?? []].flat()[0]?.value[0]?.address;

const importances: Readonly<Record<string, Message["importance"]>> = { high: "High", low: "Low" };

/** Of the first part that holds text; the parser tells only the outermost part's. */
const characterSetIn = (eml: string): string | undefined =>
  /^content-type:\s*text\/(?:html|plain)\b(?:[^\r\n]|\r?\n[ \t])*?;\s*charset="?([^";\s]+)/imu
    .exec(eml)?.[1]
    ?.toLowerCase();

/** The end of the last line belongs to the mail, not to the text. */
const bodyOf = ({ html, text = "" }: ParsedMail): string => (html || text).replace(/\n$/u, "");

/** What the service learns of a message besides what stands in it. */
const learnt = ({
  filterVerdict,
  tls,
  certificateNames,
  country,
  languages,
  route,
}: MessageDefaults): Partial<Message> =>
  Object.fromEntries(
    Object.entries({ filterVerdict, tls, certificateNames, country, languages, route }).filter(
      ([, value]) => value !== undefined,
    ),
  );

/** @throws Error where the text is no mail at all. */
export const parseMessage = async (eml: string, defaults: MessageDefaults = {}): Promise<Message> => {
  const mail = await simpleParser(Buffer.from(eml), asSent);
  const headers = headersOf(mail);
  const { subject, ...others } = headers;
  const sender = [mail.from ?? []].flat()[0]?.value[0];
  const returnPath = headers["return-path"]?.[0]?.replace(/^<|>$/gu, "");
  return {
    from: sender?.address ?? defaults.from ?? "",
    displayName: sender?.name ?? "",
    envelopeFrom: returnPath ?? defaults.envelopeFrom ?? sender?.address ?? "",
    recipient: defaults.recipient ?? firstAddress(mail.to) ?? "",
    subject: subject?.[0] ?? "",
    body: bodyOf(mail),
    headers: others,
    sourceIp: defaults.sourceIp,
    size: defaults.size ?? Buffer.byteLength(eml),
    ...authenticationIn(headers["authentication-results"]?.[0], defaults),
    importance: importances[String(mail.headers.get("priority"))] ?? "Normal",
    characterSet: characterSetIn(eml) ?? "us-ascii",
    attachments: mail.attachments.map(({ filename, content, contentDisposition, related }) => ({
      name: filename ?? "",
      size: content.length,
      inline: contentDisposition === "inline" || related === true,
    })),
    ...learnt(defaults),
  };
};
