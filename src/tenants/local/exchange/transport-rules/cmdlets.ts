/** The transport-rule cmdlets (exchange-online.md 1.8, 2.9, 2.10). */
import { isDeepStrictEqual } from "node:util";
import { type CmdletObject, hasIdentity } from "../../../exchange/identity";
import {
  type Cmdlet,
  checkParameters,
  demandNoConfirmation,
  limited,
  mandatoryIdentity,
  nothingChanged,
} from "../cmdlet";
import { CmdletError, exceptionTypes, notFound, unknownParameter } from "../cmdlet-error";
import { transportRules, withObjects } from "../state";
import { bindRule, boundName, boundPriority } from "./bind-rule";
import { insertRule, moveRule, removeRule } from "./priorities";
import { named, newRule } from "./rule-object";

const key = "Get-TransportRule";

/** Rules a tenant may have (exchange-online.md 2.10). */
const ruleLimit = 300;

const indexOf = (rules: readonly CmdletObject[], identity: string): number => {
  const index = rules.findIndex((rule) => hasIdentity(rule, identity));
  if (index === -1) {
    throw notFound(identity);
  }
  return index;
};

const refuseTakenName = (rules: readonly CmdletObject[], name: string): void => {
  if (rules.some((rule) => String(rule.Name).toLowerCase() === name.toLowerCase())) {
    throw new CmdletError(exceptionTypes.exists, `The rule "${name}" already exists. Choose another name.`);
  }
};

const getTransportRule: Cmdlet = (state, parameters) => {
  checkParameters(parameters, ["Identity", "ResultSize", "State"]);
  const rules = transportRules(state);
  const { Identity: identity, State: ruleState, ResultSize: resultSize } = parameters;
  const named = typeof identity === "string" ? rules.filter((rule) => hasIdentity(rule, identity)) : [];
  // The documented trap: a null or unknown Identity returns every rule (exchange-online.md 1.4).
  const chosen = named.length === 0 ? rules : named;
  return limited(
    ruleState === undefined ? chosen : chosen.filter((rule) => rule.State === ruleState),
    resultSize,
  );
};

const newTransportRule: Cmdlet = (state, parameters, { tenant, now, quirks }) => {
  const rules = transportRules(state);
  const name = boundName(parameters.Name);
  if ("Identity" in parameters) {
    throw unknownParameter("Identity");
  }
  refuseTakenName(rules, name);
  if (rules.length >= ruleLimit) {
    throw new CmdletError(exceptionTypes.rule, `There are ${ruleLimit} rules already, which is the limit.`);
  }
  const priority =
    parameters.Priority === undefined || parameters.Priority === null
      ? rules.length
      : boundPriority(parameters.Priority, rules.length);
  const blank = newRule(name, tenant, String(parameters.Enabled ?? true).toLowerCase() === "true", now());
  const rule = bindRule("New-TransportRule", blank, parameters, quirks);
  const next = insertRule(rules, rule, priority);
  return { value: next.slice(priority, priority + 1), state: withObjects(state, key, next) };
};

const setTransportRule: Cmdlet = (state, parameters, { tenant, now, quirks }) => {
  const rules = transportRules(state);
  const identity = mandatoryIdentity(parameters);
  const index = indexOf(rules, identity);
  const rule = rules[index] ?? {};
  if ("Enabled" in parameters) {
    throw unknownParameter("Enabled");
  }
  const name = parameters.Name === undefined ? undefined : boundName(parameters.Name);
  if (name !== undefined) {
    refuseTakenName(rules.toSpliced(index, 1), name);
  }
  const priority =
    parameters.Priority === undefined ? index : boundPriority(parameters.Priority, rules.length - 1);
  const bound = {
    ...bindRule("Set-TransportRule", rule, parameters, quirks),
    ...(name === undefined || name === rule.Name ? {} : named(name, tenant)),
  };
  if (priority === index && isDeepStrictEqual(bound, rule)) {
    return { warnings: [nothingChanged(identity)] };
  }
  const next = moveRule(rules, index, { ...bound, WhenChanged: now().toISOString() }, priority);
  return { state: withObjects(state, key, next) };
};

const switchTransportRule =
  (target: "Enabled" | "Disabled"): Cmdlet =>
  (state, parameters, { now }) => {
    checkParameters(parameters, ["Identity", "Confirm", "Mode"]);
    if (target === "Disabled") {
      demandNoConfirmation(parameters);
    }
    const rules = transportRules(state);
    const identity = mandatoryIdentity(parameters);
    const index = indexOf(rules, identity);
    const rule = rules[index] ?? {};
    return rule.State === target
      ? { warnings: [nothingChanged(identity)] }
      : {
          state: withObjects(
            state,
            key,
            rules.with(index, { ...rule, State: target, WhenChanged: now().toISOString() }),
          ),
        };
  };

const removeTransportRule: Cmdlet = (state, parameters) => {
  checkParameters(parameters, ["Identity", "Confirm"]);
  demandNoConfirmation(parameters);
  const rules = transportRules(state);
  return { state: withObjects(state, key, removeRule(rules, indexOf(rules, mandatoryIdentity(parameters)))) };
};

/** By name, as a client writes them. */
export const transportRuleCmdlets: Readonly<Record<string, Cmdlet>> = {
  "Get-TransportRule": getTransportRule,
  "New-TransportRule": newTransportRule,
  "Set-TransportRule": setTransportRule,
  "Enable-TransportRule": switchTransportRule("Enabled"),
  "Disable-TransportRule": switchTransportRule("Disabled"),
  "Remove-TransportRule": removeTransportRule,
};
