/** Inbox rules as `Get-InboxRule` prints them; what each parameter means is in the table (exchange-online.md 4.3). */
import {
  type InboxRule,
  type InboxRuleActionName,
  type InboxRuleCondition,
  type InboxRuleConditionName,
  inboxRuleActions,
  inboxRuleConditions,
} from "../../../mailflow/exchange/mailbox/inbox-rule-table";
import { integer, isUnset, type RawObject, sizeOf, text, texts } from "./properties";

/** What an export leaves out: it decides nothing, and the description repeats words of the user. */
export const inboxRuleBookkeeping = [
  "Description",
  "Identity",
  "RuleIdentity",
  "MailboxOwnerId",
  "ObjectState",
  "PSComputerName",
  "PSShowComputerName",
  "RunspaceId",
] as const;

/** Read by name below, so no condition and no action. */
const own = [
  "Mailbox",
  "Name",
  "Enabled",
  "Priority",
  "StopProcessingRules",
  "InError",
  "ErrorType",
] as const;

const aside: ReadonlySet<string> = new Set([...inboxRuleBookkeeping, ...own, "SupportedByTask", "IsValid"]);

const nothing = /^0{8}-0{4}/u;

const isOff = (raw: unknown): boolean => raw === false || /^false$/iu.test(text(raw) ?? "");

const isOn = (raw: unknown): boolean => raw === true || /^true$/iu.test(text(raw) ?? "");

const isSet = (raw: unknown): boolean => !isUnset(raw) && !isOff(raw) && !nothing.test(text(raw) ?? "");

/** A person is printed as `"Name" [SMTP:address]`, or as an object. */
const valuesOf = (raw: unknown): readonly string[] =>
  raw === true ? ["True"] : texts(raw, "Address", "DisplayName", "Name");

/** Why a value cannot be what the parameter takes; `undefined` where it can. */
const problemOf = (name: InboxRuleConditionName, raw: unknown): string | undefined => {
  const kind = inboxRuleConditions[name];
  const shown = valuesOf(raw).join(", ");
  if (kind === "importance" && !/^(?:low|normal|high)$/iu.test(shown)) return `"${shown}" is not known`;
  if ((kind === "size-minimum" || kind === "size-maximum") && typeof sizeOf(raw) !== "number")
    return `"${shown}" is no size`;
  return valuesOf(raw).length === 0 ? "a value of another shape" : undefined;
};

const isCondition = (name: string): name is InboxRuleConditionName =>
  Object.hasOwn(inboxRuleConditions, name);

const isAction = (name: string): name is InboxRuleActionName => Object.hasOwn(inboxRuleActions, name);

/** What the service says of a rule that its cmdlet cannot show in full, or that does not run as it stands. */
const doubtsOf = (raw: RawObject): readonly string[] => [
  ...(isOn(raw.InError) || !/^(?:None)?$/iu.test(text(raw.ErrorType) ?? "")
    ? ["InError: the service says that the rule has an error"]
    : []),
  ...(isOff(raw.SupportedByTask) ? ["SupportedByTask: the rule does more than the cmdlet shows"] : []),
  ...(isOff(raw.IsValid) ? ["IsValid: the service says that the rule is not valid"] : []),
];

/** @param position the place among the mailbox's rules, used where the rule carries no priority. */
export const inboxRule = (raw: RawObject, position: number): InboxRule => {
  const conditions: InboxRuleCondition[] = [];
  const actions: InboxRule["actions"][number][] = [];
  const unmodelled: string[] = [...doubtsOf(raw)];
  for (const [property, value] of Object.entries(raw)) {
    if (aside.has(property) || property.includes("@") || !isSet(value)) continue;
    const exception = property.startsWith("ExceptIf");
    const name = exception ? property.slice("ExceptIf".length) : property;
    if (isCondition(name)) {
      const problem = problemOf(name, value);
      if (problem === undefined) conditions.push({ name, exception, values: valuesOf(value) });
      else unmodelled.push(`${property}: ${problem}`);
    } else if (isAction(property)) actions.push({ name: property, values: valuesOf(value) });
    else unmodelled.push(`${property}: not in the table of parameters`);
  }
  return {
    name: text(raw.Name) ?? "(no name)",
    enabled: !isOff(raw.Enabled),
    priority: integer(raw.Priority) ?? position,
    stopProcessingRules: isOn(raw.StopProcessingRules),
    conditions,
    actions,
    unmodelled,
  };
};

const serviceNames = /^(?:Junk E-mail Rule$|Microsoft\.Exchange\.OOF\.)/iu;

/**
 * The hidden rules by which the service keeps the junk configuration and automatic replies: the first is read from
 * `Get-MailboxJunkEmailConfiguration`, the others move nothing. One that shows an action is somebody's own, whatever its name.
 */
const isServiceRule = (raw: RawObject): boolean =>
  serviceNames.test(text(raw.Name) ?? "") &&
  !Object.entries(raw).some(([property, value]) => isAction(property) && isSet(value));

/** Of rules that are on at one priority it is not known which comes first. */
const withOrder = (rule: InboxRule, _place: number, rules: readonly InboxRule[]): InboxRule => {
  const isSharing = rules.some((one) => one !== rule && one.enabled && one.priority === rule.priority);
  if (!rule.enabled || !isSharing) return rule;
  const problem = `Priority: ${rule.priority} is that of another rule too`;
  return { ...rule, unmodelled: [...rule.unmodelled, problem] };
};

/** The rules of one mailbox in order of priority. */
export const inboxRulesOf = (items: readonly RawObject[]): readonly InboxRule[] =>
  items
    .filter((raw) => !isServiceRule(raw))
    .map(inboxRule)
    .map(withOrder)
    .sort((left, right) => left.priority - right.priority);
