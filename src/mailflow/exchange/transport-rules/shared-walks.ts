/** Walks through the rules, each done once for senders that no rule can tell apart. */
import type { Field, MessageClass } from "../../message-class";
import type { ExchangeTenant, Recipient, TransportRule } from "../tenant";
import { headerField } from "./content";
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

/** Fields that hold another text for each sender. */
const perSender = ["authenticationResults", "envelopeFrom", "fromHeader"] as const satisfies readonly Field[];

/** Fields of the headers that some rule reads. */
const headerFields = (rules: readonly TransportRule[]): readonly Field[] =>
  rules.flatMap(({ parameters }) =>
    headerNames
      .flatMap((name) => [parameters[name], parameters[`ExceptIf${name}`]])
      .flatMap((header) => (header === undefined ? [] : [headerField(header)])),
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
  const headers = headerFields(rules);
  return (messages) => {
    const atoms = asked.map(({ name, value, twin, parameters }) =>
      meaningOf(name, value, {
        ...{ tenant, messages, recipient: undefined, state: initialState },
        ...{ parameters, twin },
      }),
    );
    const fields = new Set<Field>(headers);
    for (const atom of atoms.flat()) if (atom.kind === "test") fields.add(atom.field);
    const texts = perSender
      .filter((field) => fields.has(field))
      .map((field) => [field, ...messages.values(field).map(({ key }) => key)].join("\u0001"));
    const truths = atoms.map((all) =>
      all.map((atom) => (atom.kind === "constant" ? Number(atom.holds) : atom.field)).join(),
    );
    const addresses = (messages.sendingAddresses ?? []).join();
    return [messages.name, ...texts, addresses, ...truths].join("\u0000");
  };
};

/** @param rules those in force, in priority order. */
export const walksOf = (tenant: ExchangeTenant, rules: readonly TransportRule[]): Walks => {
  const keyOf = senderKey(tenant, rules);
  const keys = new Map<MessageClass, string>();
  const done = new Map<Recipient | undefined, Map<string, Walk>>();
  const questions = new Map<string, Questions>();
  return (messages, recipient) => {
    const ofRecipient = done.get(recipient) ?? new Map<string, Walk>();
    done.set(recipient, ofRecipient);
    const key = keys.get(messages) ?? keyOf(messages);
    keys.set(messages, key);
    const known = ofRecipient.get(key);
    if (known !== undefined) return known;
    const ask = questions.get(key) ?? { matchesOf: keptMatches(), ...keptRegions(messages) };
    questions.set(key, ask);
    const walk = walkTransportRules(tenant, rules, messages, recipient, ask);
    ofRecipient.set(key, walk);
    return walk;
  };
};
