/** A transport rule as `Get-TransportRule` prints it: every parameter of the table, null where it is not set (exchange-online.md 1.8). */
import { randomUUID } from "node:crypto";
import { type Parameter, parameters } from "../../../../mailflow/exchange/transport-rules/table";
import { type CmdletObject, textProperty } from "../../../exchange/identity";

/** Under which property a parameter is printed: `NotifySender` comes back as `SenderNotificationType` (exchange-online.md 2.7). */
export const printedAs = (parameter: Parameter): string =>
  parameter.name === "NotifySender" ? "SenderNotificationType" : parameter.name;

/** What a parameter shows while it is not set: flags false, settings their default, all else null. */
export const unsetValue = (parameter: Parameter): unknown => {
  if (parameter.kind === "flag") {
    return false;
  }
  return parameter.role === "setting" ? (parameter.default ?? null) : null;
};

const blank: CmdletObject = Object.fromEntries(
  parameters.map((parameter) => [printedAs(parameter), unsetValue(parameter)]),
);

/** Properties that follow the name. */
export const named = (name: string, tenant: string): CmdletObject => ({
  Name: name,
  Identity: name,
  DistinguishedName: `CN=${name.replace(/([,\\#+<>;"=])/g, "\\$1")},CN=TransportVersioned,CN=Rules,CN=Transport Settings,CN=Configuration,CN=${tenant}`,
});

/** A rule with nothing set yet. */
export const newRule = (name: string, tenant: string, enabled: boolean, now: Date): CmdletObject => {
  const guid = randomUUID();
  return {
    Priority: 0,
    State: enabled ? "Enabled" : "Disabled",
    IsRuleConfigurationSupported: true,
    RuleConfigurationUnsupportedReason: "",
    ...blank,
    ...named(name, tenant),
    Guid: guid,
    ImmutableId: guid,
    OrganizationId: tenant,
    IsValid: true,
    WhenChanged: now.toISOString(),
    ObjectState: "Unchanged",
  };
};

/** A rule of a seed with everything an export may have left out. */
export const seededRule = (rule: CmdletObject): CmdletObject => {
  const guid = textProperty(rule, "Guid") ?? randomUUID();
  const name = textProperty(rule, "Name") ?? textProperty(rule, "Identity") ?? guid;
  const state = textProperty(rule, "State") ?? (rule.Enabled === false ? "Disabled" : "Enabled");
  return {
    ...blank,
    IsValid: true,
    ...rule,
    Name: name,
    Identity: name,
    Guid: guid,
    ImmutableId: guid,
    State: state,
  };
};
