/** Walks through the rules, each done once for senders that no rule can tell apart. */
import { domainOf } from "../../message";
import type { MessageClass } from "../../message-class";
import type { ExchangeTenant, Recipient, TransportRule } from "../tenant";
import { keptMatches } from "./kept-matches";
import { keptRegions } from "./kept-regions";
import { meaningOf } from "./match";
import { setConditions } from "./set-conditions";
import { initialState } from "./state";
import { conditions, type ParameterDefinition } from "./table";
import { walkTransportRules } from "./walk";
import type { Questions, Walk } from "./walking";

export type Walks = (messages: MessageClass, recipient: Recipient | undefined) => Walk;

const headerNames = ["HeaderContainsMessageHeader", "HeaderMatchesMessageHeader"] as const;

/** Whether some rule reads the From header field, which holds the whole address. */
const readsFromHeader = (rules: readonly TransportRule[]): boolean =>
  rules.some(({ parameters }) =>
    headerNames.some((name) =>
      [parameters[name], parameters[`ExceptIf${name}`]].some((header) => header?.toLowerCase() === "from"),
    ),
  );

/** What the rules can see of a sender, as a text: equal texts mean no rule tells two senders apart. */
export const senderKey = (
  tenant: ExchangeTenant,
  rules: readonly TransportRule[],
): ((messages: MessageClass) => string) => {
  const asked = rules.flatMap(({ parameters }) =>
    setConditions(parameters)
      .filter(({ name }) => (conditions[name] as ParameterDefinition).perSender === true)
      .map((condition) => ({ ...condition, parameters })),
  );
  const whole = readsFromHeader(rules);
  return (messages) => {
    const truths = asked.map(({ name, value, twin, parameters }) => {
      const around = { tenant, messages, recipient: undefined, state: initialState, parameters, twin };
      return meaningOf(name, value, around)
        .map((atom) => (atom.kind === "constant" ? Number(atom.holds) : atom.field))
        .join();
    });
    const differing = (["authenticationResults", "envelopeFrom"] as const).flatMap((field) =>
      messages.values(field).map(({ key }) => key),
    );
    differing.push((messages.sendingAddresses ?? []).join());
    return [messages.name, ...differing, whole ? messages.sender : domainOf(messages.sender), ...truths].join(
      "\u0000",
    );
  };
};

/** @param rules those in force, in priority order. */
export const walksOf = (tenant: ExchangeTenant, rules: readonly TransportRule[]): Walks => {
  const keyOf = senderKey(tenant, rules);
  const done = new Map<Recipient | undefined, Map<string, Walk>>();
  const questions = new Map<string, Questions>();
  return (messages, recipient) => {
    const ofRecipient = done.get(recipient) ?? new Map<string, Walk>();
    done.set(recipient, ofRecipient);
    const key = keyOf(messages);
    const known = ofRecipient.get(key);
    if (known !== undefined) return known;
    const ask = questions.get(key) ?? { matchesOf: keptMatches(), ...keptRegions(messages) };
    questions.set(key, ask);
    const walk = walkTransportRules(tenant, rules, messages, recipient, ask);
    ofRecipient.set(key, walk);
    return walk;
  };
};
