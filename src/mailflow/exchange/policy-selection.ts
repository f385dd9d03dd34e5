/** Which policy binds a recipient: strict preset, standard preset, custom rules by priority, default (exchange-online.md 3.3). */
import { isDomainOrSubdomain } from "../message";
import { isMember, isRecipient, recipientDomain } from "./directory";
import type { ExchangeTenant, PolicyRule, PresetRule, Recipient, RecipientFilter } from "./tenant";

type Truth = boolean | undefined;

const some = (truths: readonly Truth[]): Truth =>
  truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
const every = (truths: readonly Truth[]): Truth =>
  truths.includes(false) ? false : truths.includes(undefined) ? undefined : true;
const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

/** Whether the filter selects the recipient: values of one kind OR, kinds AND, exceptions OR. */
export const selects = (
  filter: RecipientFilter,
  recipient: Recipient | undefined,
  tenant: ExchangeTenant,
): Truth => {
  const domain = recipientDomain(recipient);
  const people = (entries: readonly string[]) =>
    some(entries.map((entry) => isRecipient(entry, recipient, tenant)));
  const groups = (entries: readonly string[]) =>
    some(entries.map((entry) => isMember(entry, recipient?.address, tenant)));
  const domains = (entries: readonly string[]) =>
    some(entries.map((entry) => (domain === undefined ? undefined : isDomainOrSubdomain(domain, entry))));
  const kinds: Truth[] = [];
  if (filter.sentTo.length > 0) kinds.push(people(filter.sentTo));
  if (filter.sentToMemberOf.length > 0) kinds.push(groups(filter.sentToMemberOf));
  if (filter.recipientDomainIs.length > 0) kinds.push(domains(filter.recipientDomainIs));
  const exempt = some([
    people(filter.exceptIfSentTo),
    groups(filter.exceptIfSentToMemberOf),
    domains(filter.exceptIfRecipientDomainIs),
  ]);
  return every([...kinds, not(exempt)]);
};

export type PolicyKind =
  | "hostedContentFilterPolicy"
  | "antiPhishPolicy"
  | "malwareFilterPolicy"
  | "safeLinksPolicy";

/** The policy that binds, by name (`undefined`: the default policy), or why that is not known. */
export type Selection =
  | { readonly kind: "policy"; readonly name: string | undefined }
  | { readonly kind: "unknown"; readonly because: string; readonly notRead?: string }
  /** The rule that binds names no policy of this type. */
  | { readonly kind: "unnamed"; readonly rule: string };

/** Presets of Defender's own policies have rules of their own (exchange-online.md 3.3). */
const presetsOf = (
  kind: PolicyKind,
  tenant: ExchangeTenant,
): { readonly rules: readonly PresetRule[] | undefined; readonly cmdlet: string } =>
  kind === "safeLinksPolicy"
    ? { rules: tenant.atpProtectionPolicyRules, cmdlet: "Get-ATPProtectionPolicyRule" }
    : { rules: tenant.eopProtectionPolicyRules, cmdlet: "Get-EOPProtectionPolicyRule" };

const presetOrder = ({ level }: PresetRule): number =>
  level === "Strict" ? 0 : level === "Standard" ? 1 : 2;

/** @param rules the rules of this policy type, in any order; `undefined` where not read. */
export const selectPolicy = (
  kind: PolicyKind,
  rules: readonly PolicyRule[] | undefined,
  cmdlet: string,
  recipient: Recipient | undefined,
  tenant: ExchangeTenant,
): Selection => {
  const presets = presetsOf(kind, tenant);
  if (presets.rules === undefined)
    return {
      kind: "unknown",
      because: "preset security policies were not read",
      notRead: presets.cmdlet,
    };
  for (const preset of [...presets.rules].sort((left, right) => presetOrder(left) - presetOrder(right))) {
    const name = preset[kind];
    if (!preset.enabled) continue;
    const found = selects(preset.filter, recipient, tenant);
    // A rule that is neither Strict nor Standard is none that is published.
    const selected = preset.level === undefined ? every([found, undefined]) : found;
    if (selected === undefined)
      return {
        kind: "unknown",
        because: `whether the preset "${preset.name}" covers the recipient is not known: recipients or members of groups (Get-DistributionGroupMember) were not read`,
      };
    if (selected)
      return name === undefined ? { kind: "unnamed", rule: preset.name } : { kind: "policy", name };
  }
  if (rules === undefined) return { kind: "unknown", because: `${cmdlet} was not read`, notRead: cmdlet };
  for (const rule of [...rules].sort((left, right) => left.priority - right.priority)) {
    if (!rule.enabled) continue;
    const selected = selects(rule.filter, recipient, tenant);
    if (selected === undefined)
      return {
        kind: "unknown",
        because: `whether the rule "${rule.name}" covers the recipient is not known: recipients or members of groups (Get-DistributionGroupMember) were not read`,
      };
    if (selected) return { kind: "policy", name: rule.policy };
  }
  return { kind: "policy", name: undefined };
};
