/** What rules and policies ask of recipients: the terms in which the affected ones can be told apart. */
import { type PolicyKind, selectPolicy } from "../exchange/policy-selection";
import type { ExchangeTenant, PolicyRule, Recipient, TransportRule } from "../exchange/tenant";
import {
  type ConditionName,
  type ParameterDefinition,
  parameterNamed,
} from "../exchange/transport-rules/table";
import type { FindingDetails } from "../finding";
import type { Message } from "../message";
import { conditionsHeld, type HeldCondition } from "./conditions-held";
import type { RecipientTermKind } from "./explanation";

/** One question about a recipient, and its answer for each class; `undefined` where it is not known. */
export interface Asked {
  readonly kind: RecipientTermKind;
  readonly details: FindingDetails;
  /** The transport rule that asks it. */
  readonly rule?: string;
  readonly answers: readonly (boolean | undefined)[];
}

const isPerRecipient = (name: string): boolean => {
  const row: ParameterDefinition | undefined = parameterNamed(name);
  return row?.perRecipient === true;
};

/** How a condition is told; the rest are told by their name. */
const kindByName: Readonly<Partial<Record<ConditionName, RecipientTermKind>>> = {
  SentTo: "named",
  AnyOfToHeader: "named",
  AnyOfToCcHeader: "named",
  SentToMemberOf: "member",
  AnyOfToHeaderMemberOf: "member",
  AnyOfToCcHeaderMemberOf: "member",
  RecipientDomainIs: "domain",
  RecipientAddressContainsWords: "address-words",
  AnyOfRecipientAddressContainsWords: "address-words",
  RecipientAddressMatchesPatterns: "address-patterns",
  AnyOfRecipientAddressMatchesPatterns: "address-patterns",
  RecipientADAttributeContainsWords: "attribute",
  RecipientADAttributeMatchesPatterns: "attribute",
};

const kinds: ReadonlyMap<string, RecipientTermKind> = new Map(Object.entries(kindByName));

/** What a rule asks of recipients, and nothing else of it. */
const askedOnly = ({ parameters }: TransportRule): TransportRule["parameters"] =>
  Object.fromEntries(
    Object.entries(parameters).filter(
      ([name]) =>
        name === "RecipientAddressType" ||
        name === "UseLegacyRegex" ||
        isPerRecipient(name.replace(/^ExceptIf/u, "")),
    ),
  );

/** The conditions and exceptions of a rule that look at the recipient, each with its answer for every class. */
const askedBy = (
  rule: TransportRule,
  answersTo: (parameters: TransportRule["parameters"]) => readonly (readonly HeldCondition[])[],
): readonly Asked[] => {
  const parameters = askedOnly(rule);
  const answers = answersTo(parameters);
  return (answers[0] ?? []).flatMap(({ parameter }, place): readonly Asked[] => {
    const condition = parameter.replace(/^ExceptIf/u, "");
    const value = parameters[parameter as keyof typeof parameters];
    const values = Array.isArray(value) ? value.join(", ") : String(value);
    const kind = kinds.get(condition) ?? "condition";
    const details = { condition, values };
    return [{ kind, details, rule: rule.name, answers: answers.map((held) => held[place]?.holds) }];
  });
};

const policyKinds = (
  tenant: ExchangeTenant,
): readonly (readonly [PolicyKind, readonly PolicyRule[] | undefined])[] => [
  ["hostedContentFilterPolicy", tenant.hostedContentFilterRules],
  ["antiPhishPolicy", tenant.antiPhishRules],
  ["malwareFilterPolicy", tenant.malwareFilterRules],
];

/** Which policy binds each class, asked once per policy that binds any. */
const askedOfPolicies = (tenant: ExchangeTenant, recipients: readonly Recipient[]): readonly Asked[] =>
  policyKinds(tenant).flatMap(([kind, rules]) => {
    const names = recipients.map((recipient) => {
      const selection = selectPolicy(kind, rules, "", recipient, tenant);
      return selection.kind === "policy" ? (selection.name ?? "") : undefined;
    });
    return [...new Set(names)].flatMap((name): readonly Asked[] =>
      // The default policy binds whom no rule names: nothing an administrator could look up by a rule.
      name === undefined || name === ""
        ? []
        : [{ kind: "policy", details: { policy: name }, answers: names.map((other) => other === name) }],
    );
  });

/** Whom a redirection goes to keeps the mail (exchange-online.md 2.7). */
const askedOfTargets = (rule: TransportRule, recipients: readonly Recipient[]): readonly Asked[] => {
  const targets = rule.parameters.RedirectMessageTo;
  if (targets === undefined) return [];
  const named = new Set(targets.map((target) => target.toLowerCase()));
  return [
    {
      kind: "named",
      details: { condition: "RedirectMessageTo", values: targets.join(", ") },
      rule: rule.name,
      answers: recipients.map(({ address }) => named.has(address.toLowerCase())),
    },
  ];
};

/** @param recipients one of each class. */
export const termsFor = (
  tenant: ExchangeTenant,
  rules: readonly TransportRule[],
  recipients: readonly Recipient[],
  probe: Message,
): readonly Asked[] => {
  const answersTo = (parameters: TransportRule["parameters"]) =>
    recipients.map(({ address }) => conditionsHeld(parameters, { ...probe, recipient: address }, tenant));
  return [
    ...rules.flatMap((rule) => [...askedBy(rule, answersTo), ...askedOfTargets(rule, recipients)]),
    ...askedOfPolicies(tenant, recipients),
  ];
};
