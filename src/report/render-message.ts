/** Writes a message as an `.eml` file that any mail program opens and any mail system can be tested with. */
import { createHash } from "node:crypto";
import MimeNode from "nodemailer/lib/mime-node";
import type { Attachment, Message } from "../mailflow/message";
import { encodeText } from "./character-set";
import { encodeHeaderText } from "./encoded-words";

/** Whether a body is HTML: it holds markup. */
const isHtml = (body: string): boolean => /<[^>]*>/u.test(body);

const isPrintable = (text: string): boolean => /^[ -~]*$/u.test(text);

/** Fields that other properties of the message, or the structure of the mail, decide. */
const decided: ReadonlySet<string> = new Set(
  "from to subject date message-id mime-version return-path content-type content-transfer-encoding content-disposition importance authentication-results".split(
    " ",
  ),
);

const domainIn = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

const authenticationOf = ({ spf, dkim, dkimDomain, dmarc, envelopeFrom, from }: Message): string =>
  [
    `spf=${spf} smtp.mailfrom=${domainIn(envelopeFrom)}`,
    `dkim=${dkim} header.d=${dkimDomain || "none"}`,
    `dmarc=${dmarc} action=none header.from=${domainIn(from)}`,
  ].join("; ");

const quoted = (name: string): string =>
  /^[\w .!#$%&'*+/?^`{|}~-]*$/u.test(name) ? name : `"${name.replace(/["\\]/gu, "\\$&")}"`;

const fromField = ({ from, displayName, headers }: Message): string => {
  const given = headers.from?.[0];
  if (given !== undefined && isPrintable(given) && given.length < 900) return given;
  if (displayName === "") return `<${from}>`;
  // Blanks at the ends would be lost, and `=?` taken for an encoded word.
  const encoded = encodeHeaderText(displayName);
  return `${encoded === displayName ? quoted(displayName) : encoded} <${from}>`;
};

/** The value folded at blanks: lines over 78 characters are against the standard. */
const fold = (name: string, value: string): string => {
  const lines: string[] = [];
  let current = `${name}:`;
  for (const word of value.split(" ")) {
    if (current.length + word.length > 76 && current.length > name.length + 1) {
      lines.push(current);
      current = "";
    }
    current += ` ${word}`;
  }
  return [...lines, current].join("\r\n").slice(name.length + 2);
};

/** A line with exactly this value: the composer's own quoting and folding would change what rules compare. */
const line = (name: string, value: string): string => {
  const encoded = encodeHeaderText(value);
  return `${name}: ${encoded === value ? fold(name, value) : encoded}\r\n`;
};

const addText = (node: MimeNode, { body, characterSet }: Message): void => {
  // Only base64 keeps control characters as they are.
  const encoding = /^[^\p{Cc}]*$/u.test(body.replace(/[\t\n]/gu, "")) ? "quoted-printable" : "base64";
  node.setHeader("Content-Transfer-Encoding", encoding);
  // The last line ends as all do; reading the mail back takes that end away again.
  node.setContent(encodeText(`${body.replace(/\r?\n/gu, "\r\n")}\r\n`, characterSet));
};

const contentTypes: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  svg: "image/svg+xml",
};

const addAttachment = (root: MimeNode, { name, size, inline }: Attachment, place: number): void => {
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  const node = root.createChild(contentTypes[extension] ?? "application/octet-stream", { filename: name });
  node.setHeader({
    "Content-Disposition": inline ? "inline" : "attachment",
    ...(inline ? { "Content-Id": `<part${place}@witness.invalid>` } : {}),
    "Content-Transfer-Encoding": "base64",
  });
  node.setContent(Buffer.alloc(size));
};

const hasValidName = (name: string): boolean => /^[!-9;-~]+$/u.test(name);

const linesOf = (message: Message): readonly string[] => {
  const { headers } = message;
  const authentication = headers["authentication-results"] ?? [authenticationOf(message)];
  return [
    `Return-Path: <${message.envelopeFrom}>\r\n`,
    ...authentication.map((value) => line("Authentication-Results", value)),
    `From: ${fromField(message)}\r\n`,
    headers.to?.[0] === undefined ? `To: <${message.recipient}>\r\n` : line("To", headers.to[0]),
    line("Subject", message.subject),
    ...(message.importance === "Normal" ? [] : [line("Importance", message.importance)]),
    ...Object.entries(headers)
      .filter(([name]) => !decided.has(name) && hasValidName(name))
      .flatMap(([name, values]) => values.map((value) => line(name, value))),
  ];
};

/**
 * The mail as text with CRLF line ends. The recipient stands in `To`, the envelope sender in `Return-Path`.
 *
 * @param date what the Date field says; a message does not tell it.
 */
export const renderMessage = async (message: Message, date: Date = new Date(0)): Promise<string> => {
  const { attachments } = message;
  const id = createHash("sha256").update(JSON.stringify(message)).digest("hex").slice(0, 24);
  const type = `${isHtml(message.body) ? "text/html" : "text/plain"}; charset=${message.characterSet}`;
  const root = new MimeNode(attachments.length > 0 ? "multipart/related" : type, { baseBoundary: id });
  root.setHeader({
    Date: date.toUTCString().replace("GMT", "+0000"),
    "Message-ID": `<${id}@witness.invalid>`,
  });
  addText(attachments.length > 0 ? root.createChild(type) : root, message);
  for (const [place, attachment] of attachments.entries()) addAttachment(root, attachment, place);
  return linesOf(message).join("") + (await root.build()).toString("utf8");
};
