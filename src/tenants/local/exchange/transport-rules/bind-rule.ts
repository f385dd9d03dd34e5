/** Binds the parameters of New- and Set-TransportRule to a rule, and checks the rule that results. */
import { parameterNamed, parameters } from "../../../../mailflow/exchange/transport-rules/table";
import type { CmdletObject } from "../../../exchange/identity";
import { badArgument, CmdletError, exceptionTypes, unknownParameter } from "../cmdlet-error";
import { bindValue, type ClearingQuirks } from "./bind-value";
import { printedAs, unsetValue } from "./rule-object";

/** Parameters of the cmdlets themselves, not of a rule. */
const ownParameters: ReadonlySet<string> = new Set(["Identity", "Name", "Priority", "Enabled", "Confirm"]);

const isUnset = (value: unknown): boolean => value === null || value === undefined || value === false;

/** The disclaimer's place and fallback stand only beside a disclaimer (exchange-online.md 2.7). */
const withDisclaimerDefaults = (rule: CmdletObject): CmdletObject =>
  isUnset(rule.ApplyHtmlDisclaimerText)
    ? { ...rule, ApplyHtmlDisclaimerLocation: null, ApplyHtmlDisclaimerFallbackAction: null }
    : {
        ...rule,
        ApplyHtmlDisclaimerLocation: rule.ApplyHtmlDisclaimerLocation ?? "Append",
        ApplyHtmlDisclaimerFallbackAction: rule.ApplyHtmlDisclaimerFallbackAction ?? "Wrap",
      };

const checkRule = (rule: CmdletObject): void => {
  for (const parameter of parameters) {
    const partner = parameter.with === undefined ? undefined : parameterNamed(parameter.with);
    if (partner !== undefined && !isUnset(rule[parameter.name]) && isUnset(rule[printedAs(partner)])) {
      throw new CmdletError(exceptionTypes.argument, `${parameter.name} needs ${partner.name} beside it.`);
    }
  }
  const acts = parameters.some(
    (parameter) => parameter.role === "action" && !isUnset(rule[printedAs(parameter)]),
  );
  if (!acts) {
    throw new CmdletError(exceptionTypes.argument, "A rule needs at least one action.");
  }
};

/**
 * The rule with the given parameters bound.
 *
 * @throws `CmdletError` for an unknown parameter, one that the cmdlet does not take, a value that does not fit, or a
 * rule that could not stand. Nothing is bound then.
 */
export const bindRule = (
  cmdlet: "New-TransportRule" | "Set-TransportRule",
  rule: CmdletObject,
  wire: Readonly<Record<string, unknown>>,
  quirks: ClearingQuirks,
): CmdletObject => {
  const bound: Record<string, unknown> = { ...rule };
  for (const [name, value] of Object.entries(wire)) {
    if (ownParameters.has(name)) {
      continue;
    }
    const parameter = parameterNamed(name);
    if (parameter === undefined || (parameter.newOnly === true && cmdlet === "Set-TransportRule")) {
      throw unknownParameter(name);
    }
    const property = printedAs(parameter);
    bound[property] = bindValue(parameter, value, rule[property], quirks) ?? unsetValue(parameter);
  }
  const result = withDisclaimerDefaults(bound);
  checkRule(result);
  return result;
};

/** `Name` of New- and Set-TransportRule: at most 64 characters (exchange-online.md 2.10). */
export const boundName = (value: unknown): string => {
  const name = typeof value === "string" ? value.trim() : "";
  if (name === "" || name.length > 64) {
    throw badArgument("Name", "It has 1 to 64 characters.");
  }
  return name;
};

/** `Priority`: 0 to `most`, else the service's own complaint (exchange-online.md 1.8). */
export const boundPriority = (value: unknown, most: number): number => {
  const priority = typeof value === "number" || typeof value === "string" ? Number(value) : Number.NaN;
  if (!Number.isInteger(priority) || priority < 0 || priority > most) {
    throw new CmdletError(
      exceptionTypes.rule,
      `The rule priority is invalid. The priority should be between 0 and ${most}.`,
    );
  }
  return priority;
};
