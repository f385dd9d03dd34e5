/** What a condition of a rule can look at: one message, its recipient, and what earlier rules did. Part of the reference evaluator. */
import { domainOf, type Message } from "../../message";
import type { ExchangeTenant, Recipient } from "../tenant";
import type { RuleState } from "./state";
import type { TransportRuleParameters } from "./table";

export interface Situation {
  readonly message: Message;
  readonly tenant: ExchangeTenant;
  readonly recipient: Recipient | undefined;
  readonly state: RuleState;
  readonly parameters: TransportRuleParameters;
  readonly twin: "" | "ExceptIf";
}

/** The addresses that conditions on the sender look at (exchange-online.md 2.2). */
export const senders = ({ message, parameters }: Situation): readonly string[] => {
  const location = parameters.SenderAddressLocation ?? "Header";
  if (location === "Header") return [message.from];
  return location === "Envelope" ? [message.envelopeFrom] : [message.from, message.envelopeFrom];
};

export const subject = ({ message, state }: Situation): string => state.subjectPrefix + message.subject;

/** Authentication-Results as the service stamps it (exchange-online.md 3.9). */
export const authenticationResults = (message: Message): string =>
  `spf=${message.spf} (sender IP is ${message.sourceIp ?? "192.0.2.1"}) smtp.mailfrom=${domainOf(message.envelopeFrom)}; ` +
  `dkim=${message.dkim === "pass" ? "pass (signature was verified)" : "none (message not signed)"} header.d=${message.dkimDomain || "none"}; ` +
  `dmarc=${message.dmarc} action=none header.from=${domainOf(message.from)};compauth=${message.dmarc === "pass" ? "pass reason=100" : "fail reason=000"}`;

/** The texts of a header field as a rule sees them now: what earlier rules wrote or removed counts (2.7). */
export const headerValues = (at: Situation, name: string): readonly string[] => {
  const field = name.toLowerCase();
  const edited = at.state.headers[field];
  if (edited === null) return [];
  if (edited !== undefined) return [edited];
  const given = at.message.headers[field];
  if (field === "subject") return [subject(at)];
  if (field === "from") return given ?? [`${at.message.displayName} <${at.message.from}>`];
  if (field === "authentication-results") return given ?? [authenticationResults(at.message)];
  return given ?? [];
};
