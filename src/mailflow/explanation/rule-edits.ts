/** Changes of transport rules, as data and as the commands that make them (exchange-online.md 1.8, 2.9). */
import type { ExchangeTenant, TransportRule } from "../exchange/tenant";
import type { TransportRuleParameters } from "../exchange/transport-rules/table";
import { type Edit, edit } from "./edit";
import { type Argument, line } from "./powershell";

/** Most rules a tenant may hold (exchange-online.md 2.10). */
const mostRules = 300;

/** By name, which is unique and readable; by GUID where the name cannot be printed as it is. */
export const identityOf = ({ name, guid }: TransportRule): string =>
  guid !== undefined && /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(name) ? guid : name;

const isSame = (left: TransportRule, right: TransportRule): boolean =>
  left.guid === undefined || right.guid === undefined ? left.name === right.name : left.guid === right.guid;

/** Priorities are dense: moving or inserting one shifts the others (exchange-online.md 1.8). */
const numbered = (rules: readonly TransportRule[]): readonly TransportRule[] =>
  rules.map((rule, priority) => ({ ...rule, priority }));

const inPlace = (rules: readonly TransportRule[]): readonly TransportRule[] =>
  [...rules].sort((left, right) => left.priority - right.priority);

const withRules = (
  tenant: ExchangeTenant,
  change: (rules: readonly TransportRule[]) => readonly TransportRule[],
): ExchangeTenant =>
  tenant.transportRules === undefined
    ? tenant
    : { ...tenant, transportRules: numbered(change(inPlace(tenant.transportRules))) };

/** Replaces the rule where it stands. */
export const withRule = (
  tenant: ExchangeTenant,
  rule: TransportRule,
  change: (rule: TransportRule) => TransportRule,
): ExchangeTenant =>
  withRules(tenant, (rules) => rules.map((one) => (isSame(one, rule) ? change(one) : one)));

const set = (rule: TransportRule, parameters: Readonly<Record<string, Argument>>): string =>
  line("Set-TransportRule", { Identity: identityOf(rule), ...parameters });

/** The rule as it acts: on, enforced, whatever the date, and the rules below see nothing of what it matched. */
const acting = (rule: TransportRule): TransportRule => {
  const { ActivationDate: _from, ExpiryDate: _until, Mode: _mode, ...parameters } = rule.parameters;
  return { ...rule, enabled: true, parameters: { ...parameters, StopRuleProcessing: true } };
};

/** Puts the rule above all others and lets it act and stop. */
export const putFirst = (rule: TransportRule): Edit => {
  const { ActivationDate, ExpiryDate, Mode, StopRuleProcessing } = rule.parameters;
  const isOff =
    !rule.enabled || ActivationDate !== undefined || ExpiryDate !== undefined || Mode !== undefined;
  return edit(
    isOff ? "turn-on-allow-first" : "put-allow-first",
    { rule: rule.name },
    [
      set(rule, {
        ...(ActivationDate === undefined ? {} : { ActivationDate: null }),
        ...(ExpiryDate === undefined ? {} : { ExpiryDate: null }),
        ...(Mode === undefined ? {} : { Mode: "Enforce" }),
        ...(StopRuleProcessing === true ? {} : { StopRuleProcessing: true }),
        Priority: 0,
      }),
      ...(rule.enabled ? [] : [line("Enable-TransportRule", { Identity: identityOf(rule) })]),
    ],
    (tenant) =>
      withRules(tenant, (rules) => [
        ...rules.filter((one) => isSame(one, rule)).map(acting),
        ...rules.filter((one) => !isSame(one, rule)),
      ]),
  );
};

/** Sets parameters of a rule, in the tenant as by the command. */
const setting = (
  kind: Parameters<typeof edit>[0],
  rule: TransportRule,
  details: Readonly<Record<string, string>>,
  parameters: TransportRuleParameters,
): Edit =>
  edit(
    kind,
    { rule: rule.name, ...details },
    [set(rule, parameters as Readonly<Record<string, Argument>>)],
    (tenant) =>
      withRule(tenant, rule, (one) => ({ ...one, parameters: { ...one.parameters, ...parameters } })),
  );

export const letStop = (rule: TransportRule): Edit =>
  setting("let-allow-stop", rule, {}, { StopRuleProcessing: true });

const joined = (left: readonly string[] | undefined, right: readonly string[]): readonly string[] => [
  ...(left ?? []),
  ...right.filter((one) => left?.some((other) => other.toLowerCase() === one.toLowerCase()) !== true),
];

/** The list of a rule replaces the one it had, so what it had is kept. */
export const exceptSenders = (rule: TransportRule, senders: readonly string[]): Edit =>
  setting(
    "except-senders",
    rule,
    { senders: senders.join(", ") },
    { ExceptIfFrom: joined(rule.parameters.ExceptIfFrom, senders) },
  );

export const addSenders = (rule: TransportRule, senders: readonly string[]): Edit =>
  setting(
    "add-senders-to-allow",
    rule,
    { senders: senders.join(", ") },
    { From: joined(rule.parameters.From, senders) },
  );

const authenticationResults = "Authentication-Results";
const isAuthentication = (name: string | undefined): boolean =>
  name === undefined || name.toLowerCase() === authenticationResults.toLowerCase();

/** The condition on dmarc=pass, in whichever of the two header conditions is free. */
const dmarcCondition = ({ parameters }: TransportRule): TransportRuleParameters | undefined => {
  if (isAuthentication(parameters.HeaderContainsMessageHeader))
    return { HeaderContainsMessageHeader: authenticationResults, HeaderContainsWords: ["dmarc=pass"] };
  return isAuthentication(parameters.HeaderMatchesMessageHeader)
    ? { HeaderMatchesMessageHeader: authenticationResults, HeaderMatchesPatterns: ["dmarc=pass"] }
    : undefined;
};

export const requireDmarc = (rule: TransportRule): readonly Edit[] => {
  const condition = dmarcCondition(rule);
  return condition === undefined ? [] : [setting("require-dmarc", rule, {}, condition)];
};

export const disableRule = (rule: TransportRule): Edit =>
  edit(
    "disable-rule",
    { rule: rule.name },
    [`${line("Disable-TransportRule", { Identity: identityOf(rule) })} -Confirm:$false`],
    (tenant) => withRule(tenant, rule, (one) => ({ ...one, enabled: false })),
  );

const freeName = (rules: readonly TransportRule[]): string => {
  const taken = new Set(rules.map(({ name }) => name.toLowerCase()));
  for (let place = 1; ; place += 1) {
    const name = place === 1 ? "Allow Aircall" : `Allow Aircall ${place}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
};

/** The allow rule that is recommended (design section 4, exchange-online.md 5). */
export const addAllowFirst = (tenant: ExchangeTenant, senders: readonly string[]): readonly Edit[] => {
  const rules = tenant.transportRules;
  if (rules === undefined || rules.length >= mostRules) return [];
  const name = freeName(rules);
  const parameters: TransportRuleParameters = {
    From: senders,
    HeaderContainsMessageHeader: authenticationResults,
    HeaderContainsWords: ["dmarc=pass"],
    SetSCL: -1,
    StopRuleProcessing: true,
  };
  const added: TransportRule = { name, priority: 0, enabled: true, parameters, unmodelled: [] };
  const command = line("New-TransportRule", {
    Name: name,
    Priority: 0,
    ...(parameters as Readonly<Record<string, Argument>>),
  });
  return [
    edit("add-allow-first", { rule: name, senders: senders.join(", ") }, [command], (before) =>
      withRules(before, (all) => [added, ...all]),
    ),
  ];
};
