/** Findings about what happens before a message is taken. */
import type { FindingDefinition } from "./definition";

// biome-ignore format: one finding, four lines
export const wayInFindings = {
  "sending-address-may-be-blocked": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3.8",
    message: "The IP Block List (IPBlockList) holds {entry}; Aircall does not publish the addresses it sends from, so one of them may be listed.",
    fix: "Remove public ranges that Amazon SES may use from the IP Block List.",
  },
  "connector-rejects": {
    about: "delivery", severity: "error", source: "exchange-online.md 3.8",
    message: "The inbound connector \"{connector}\" covers mail from {sender} and {restriction}: mail that comes straight from Aircall, as the MX record has it, is rejected before any rule or list.",
    fix: "Remove the restriction of \"{connector}\", narrow its sender domains, or let the MX record point at the gateway it was made for.",
  },
  "gateway-in-front": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3.8",
    message: "The MX record sends mail from {sender} to {host} first; what that gateway does with it cannot be seen here.",
    fix: "Allow the Aircall senders in the gateway {host} too, and test with one real message.",
  },
  "gateway-breaks-authentication": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3.6, 9.13",
    message: "Mail from {sender} comes through {host} without Enhanced Filtering for Connectors: SPF and DMARC then see the gateway, and an allow rule on dmarc=pass may never act.",
    fix: "Turn on Enhanced Filtering (EFSkipLastIP or EFSkipIPs, for all users, not in test mode) on the inbound connector of {host}.",
  },
  "sending-address-blocked": {
    about: "delivery", severity: "error", source: "exchange-online.md 3.8",
    message: "The IP Block List (IPBlockList) holds {entry}, and mail from {sender} comes from {address} as declared: it is rejected at the edge.",
    fix: "Remove {entry} from the IP Block List.",
  },
  "size-limit": {
    about: "delivery", severity: "error", source: "exchange-online.md 2.4, 4.2",
    message: "Messages over {limit} are rejected ({where}), and mail from {sender} may be larger, {when}.",
    fix: "Raise MaxReceiveSize ({where}) to 1 MB or more.",
  },
  "connector-may-reject": {
    about: "delivery", severity: "warning", source: "exchange-online.md 3.8",
    message: "The inbound connector \"{connector}\" covers mail from {sender} and {restriction}; whether Aircall's mail meets that is not known.",
    fix: "Narrow the sender domains of \"{connector}\".",
  },
} as const satisfies Readonly<Record<string, FindingDefinition>>;
