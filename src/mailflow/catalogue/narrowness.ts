/** Findings about what lets forged mail past the filter. */
import type { FindingDefinition } from "./definition";

// biome-ignore format: one finding, four lines
export const narrownessFindings = {
  "connector-treats-as-internal": {
    about: "narrowness", severity: "warning", source: "exchange-online.md 3.8, 2.2",
    message: "The inbound connector \"{connector}\" treats mail as internal by its sender's domain, which is an accepted domain here and a domain of {sender}; whether forged mail profits is not published.",
    fix: "Turn off TreatMessagesAsInternal on \"{connector}\", or remove Aircall's domain from the accepted domains.",
  },
  "bypass-without-authentication": {
    about: "narrowness", severity: "error", source: "exchange-online.md 5",
    message: "The transport rule \"{rule}\" sets SCL {scl} on forged mail that claims to be from {sender} and fails DMARC: anyone can pass the spam filter with that address.",
    fix: "Add the condition HeaderContainsMessageHeader Authentication-Results, HeaderContainsWords dmarc=pass to \"{rule}\".",
  },
  "bypass-not-sure": {
    about: "narrowness", severity: "warning", source: "exchange-online.md 2.5",
    message: "Whether the transport rule \"{rule}\" lets forged mail from {sender} past the spam filter cannot be decided, because {because}.",
    fix: "Add the condition HeaderContainsMessageHeader Authentication-Results, HeaderContainsWords dmarc=pass to \"{rule}\".",
  },
  "allowed-by-policy-list": {
    about: "narrowness", severity: "error", source: "exchange-online.md 5, aircall.md 4.1",
    message: "The anti-spam policy \"{policy}\" allows {entry} by the From address alone, so forged mail from {sender} passes the spam filter (CISA MS.SECURITYSUITE.6.2v1 forbids allowed domains).",
    fix: "Remove {entry} from the allowed senders and domains of \"{policy}\" and use the allow rule with dmarc=pass instead.",
  },
  "allowed-by-tenant-list": {
    about: "narrowness", severity: "warning", source: "exchange-online.md 3.4, 5",
    message: "The Tenant Allow/Block List allows {entry}; whether forged mail from {sender} profits from that entry is not published.",
    fix: "Remove the allow entry {entry} once the allow rule with dmarc=pass is in place.",
  },
  "allowed-by-safe-sender": {
    about: "narrowness", severity: "warning", source: "exchange-online.md 3.4",
    message: "The user's safe list holds {entry}, which is compared with the From address alone: forged mail from {sender} may pass the spam filter into that mailbox.",
    fix: "Remove {entry} from TrustedSendersAndDomains of the mailbox once the allow rule with dmarc=pass is in place.",
  },
  "allowed-by-address": {
    about: "narrowness", severity: "warning", source: "exchange-online.md 3.8, aircall.md 4.1",
    message: "The IP Allow List (IPAllowList) holds {entry}: whoever sends from there passes the spam filter with Aircall's address (CISA MS.SECURITYSUITE.8.1v1 advises against it).",
    fix: "Remove {entry} from the IP Allow List.",
  },
} as const satisfies Readonly<Record<string, FindingDefinition>>;
