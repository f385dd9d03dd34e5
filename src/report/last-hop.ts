/** What a saved mail's own header fields tell of its last hop into the service: address, TLS, country, language. */
import type { Message } from "../mailflow/message";

type Headers = Message["headers"];

/** Facts of the last hop; what the mail does not tell is absent. */
export type LastHop = Pick<Message, "sourceIp" | "tls" | "country" | "languages">;

/** Hosts of Exchange Online, sovereign clouds too. */
const serviceHost = /(?:^|\.)(?:outlook\.com|office365\.us|partner\.outlook\.cn|outlook\.de)$/iu;

const hop = /^from\s+(\S+)(.*?)\sby\s+(\S+)(.*)$/isu;
const address = /[[(]\s*(?:IPv6:)?([0-9]{1,3}(?:\.[0-9]{1,3}){3}|[0-9a-f]*:[0-9a-f:.]+)\s*[\])]/iu;

/** The topmost field stands for the latest hop: the first whose sender is outside and whose receiver is the service. */
const hopIntoService = (received: readonly string[]): LastHop | undefined => {
  for (const field of received) {
    const [, from = "", origin = "", by = "", how = ""] = hop.exec(field) ?? [];
    if (!serviceHost.test(by.replace(/;$/u, "")) || serviceHost.test(from)) continue;
    const sourceIp = address.exec(origin)?.[1];
    return sourceIp === undefined ? undefined : { sourceIp, tls: /\bTLS|\bESMTPS/iu.test(how) };
  }
  return undefined;
};

/** `SPF=pass (sender IP is …)`, which the service writes of the hop it judged (exchange-online.md 3.9). */
const judgedAddress = (headers: Headers): string | undefined =>
  /sender IP is\s+([0-9a-f.:]+)/iu.exec(headers["authentication-results"]?.[0] ?? "")?.[1];

/** `CTRY:US;LANG:en` in the field the filter writes; where unsure it writes nothing, or `xx`. */
const filterNote = (headers: Headers, name: string): string | undefined => {
  const found = new RegExp(`(?:^|[;\\s])${name}:([a-z]{2})(?:[;\\s]|$)`, "iu").exec(
    headers["x-forefront-antispam-report"]?.[0] ?? "",
  )?.[1];
  return found === undefined || /^xx$/iu.test(found) ? undefined : found;
};

/** @param headers fields by lower-case name, unfolded, the topmost first. */
export const lastHopOf = (headers: Headers): LastHop => {
  const found = hopIntoService(headers.received ?? []);
  const country = filterNote(headers, "CTRY")?.toUpperCase();
  const language = filterNote(headers, "LANG")?.toLowerCase();
  return {
    sourceIp: found?.sourceIp ?? judgedAddress(headers),
    ...(found?.tls === undefined ? {} : { tls: found.tls }),
    ...(country === undefined ? {} : { country }),
    ...(language === undefined ? {} : { languages: [language] }),
  };
};
