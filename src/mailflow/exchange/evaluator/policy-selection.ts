/** Which policy of a type binds a recipient: presets, then custom by priority, then the default; no merging (exchange-online.md 3.3). */
import { domainOf, isDomainOrSubdomain } from "../../message";
import { isMember, isRecipient } from "../directory";
import type { PolicyRule, PresetLevel, PresetRule, RecipientFilter } from "../tenant";
import type { TraceCondition } from "../trace";
import { and, not, or, type Truth } from "./truth";
import type { Place } from "./ways";

export type PolicyType = "hostedContentFilterPolicy" | "antiPhishPolicy" | "malwareFilterPolicy";

interface Named {
  readonly name: string;
  readonly isDefault: boolean;
}

/** A policy that may be the one, with what had to be supposed; or the reason why none can be named. */
export type Selection<Policy> =
  | { readonly kind: "policy"; readonly policy: Policy; readonly supposing: readonly string[] }
  | { readonly kind: "unknown"; readonly because: string; readonly supposing: readonly string[] };

type Kind = "SentTo" | "SentToMemberOf" | "RecipientDomainIs";

const asks = (kind: Kind, values: readonly string[], place: Place): Truth => {
  const { tenant, recipient, message } = place;
  const address = recipient?.address ?? message.recipient;
  switch (kind) {
    case "SentTo":
      return or(
        values.map((entry) =>
          entry.toLowerCase() === address.toLowerCase() ? true : isRecipient(entry, recipient, tenant),
        ),
      );
    case "SentToMemberOf":
      return or(values.map((group) => isMember(group, recipient?.address, tenant)));
    case "RecipientDomainIs":
      return values.some((domain) => isDomainOrSubdomain(domainOf(address), domain));
  }
};

/** Values of one kind OR, kinds AND, exceptions OR (3.3). A filter without any value holds everybody. */
export const filterConditions = (filter: RecipientFilter, place: Place): readonly TraceCondition[] => {
  const found = place.recipient?.address ?? place.message.recipient;
  const rows = [
    ["SentTo", "SentTo", filter.sentTo],
    ["SentToMemberOf", "SentToMemberOf", filter.sentToMemberOf],
    ["RecipientDomainIs", "RecipientDomainIs", filter.recipientDomainIs],
    ["ExceptIfSentTo", "SentTo", filter.exceptIfSentTo],
    ["ExceptIfSentToMemberOf", "SentToMemberOf", filter.exceptIfSentToMemberOf],
    ["ExceptIfRecipientDomainIs", "RecipientDomainIs", filter.exceptIfRecipientDomainIs],
  ] as const;
  return rows.flatMap(([parameter, kind, values]) =>
    values.length === 0
      ? []
      : [{ parameter, expected: values.join(", "), found, holds: asks(kind, values, place) }],
  );
};

const holds = (filter: RecipientFilter, place: Place): Truth =>
  and(
    filterConditions(filter, place).map(({ parameter, holds: truth }) =>
      parameter.startsWith("ExceptIf") ? not(truth) : truth,
    ),
  );

interface Candidate {
  /** How it is called in an explanation. */
  readonly rule: string;
  readonly holds: Truth;
  /** `undefined` where the rule does not say. */
  readonly policy: string | undefined;
}

const levels: readonly PresetLevel[] = ["Strict", "Standard"];

const presetCandidates = (
  rules: readonly PresetRule[],
  type: PolicyType,
  place: Place,
): readonly Candidate[] =>
  [
    ...levels.flatMap((level) => rules.filter((rule) => rule.level === level)),
    ...rules.filter((rule) => rule.level === undefined),
  ].map((rule) => ({
    rule: rule.name,
    // A rule that is neither Strict nor Standard is none that is published.
    holds: rule.level === undefined ? and([holds(rule.filter, place), undefined]) : holds(rule.filter, place),
    policy: rule[type],
  }));

/** Presets bring the anti-spam, anti-phishing and anti-malware policies with the rules of Exchange Online Protection. */
const presetRules = (type: PolicyType, { tenant }: Place): readonly PresetRule[] | undefined => {
  const { eopProtectionPolicyRules: basic, atpProtectionPolicyRules: more } = tenant;
  if (basic === undefined) return undefined;
  // The rules of Defender for Office 365 count only where they name a policy of this type.
  return [...basic, ...(more ?? []).filter((rule) => rule[type] !== undefined)];
};

/**
 * Every policy that may bind the recipient: one where all facts are known.
 * @param rules custom rules of the type, `undefined` where not read.
 */
export const selectPolicies = <Policy extends Named>(
  type: PolicyType,
  policies: readonly Policy[] | undefined,
  rules: readonly PolicyRule[] | undefined,
  place: Place,
): readonly Selection<Policy>[] => {
  const presets = presetRules(type, place);
  if (policies === undefined)
    return [{ kind: "unknown", because: "its policies were not read", supposing: [] }];
  if (presets === undefined)
    return [{ kind: "unknown", because: "preset security policies were not read", supposing: [] }];
  const custom = [...(rules ?? [])]
    .filter(({ enabled }) => enabled)
    .sort((left, right) => left.priority - right.priority)
    .map((rule) => ({ rule: rule.name, holds: holds(rule.filter, place), policy: rule.policy }));
  const named = (name: string | undefined) =>
    policies.find((policy) => policy.name.toLowerCase() === name?.toLowerCase());
  const selections: Selection<Policy>[] = [];
  let supposing: readonly string[] = [];
  for (const candidate of [
    ...presetCandidates(
      presets.filter(({ enabled }) => enabled),
      type,
      place,
    ),
    ...custom,
  ]) {
    if (candidate.holds === false) continue;
    const because = `policy rule "${candidate.rule}" selects the recipient`;
    const taken = candidate.holds === undefined ? [...supposing, because] : supposing;
    const policy = named(candidate.policy);
    selections.push(
      policy === undefined
        ? {
            kind: "unknown",
            because: `rule "${candidate.rule}" names the policy "${candidate.policy ?? "(none)"}", which was not read`,
            supposing: taken,
          }
        : { kind: "policy", policy, supposing: taken },
    );
    if (candidate.holds === true) return selections;
    supposing = [...supposing, `not: ${because}`];
  }
  if (rules === undefined)
    return [...selections, { kind: "unknown", because: "its policy rules were not read", supposing }];
  const standard = policies.find(({ isDefault }) => isDefault);
  return [
    ...selections,
    standard === undefined
      ? { kind: "unknown", because: "there is no default policy", supposing }
      : { kind: "policy", policy: standard, supposing },
  ];
};
