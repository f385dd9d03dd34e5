/** A native export, one JSON object keyed by cmdlet, becomes a tenant (design section 7). Key absent: not read. */
import { z } from "zod";
import type { ExchangeTenant, TransportRule } from "../../../mailflow/exchange/tenant";
import { readTransportRule } from "../../../mailflow/exchange/transport-rules/read";
import { InputError } from "../../input-error";
import * as policies from "./policies";
import { type RawObject, rawObject, text, texts } from "./properties";
import { groupsOf, mailContactsOf, recipientsOf } from "./recipients";

/** Cmdlet name to the objects it printed. */
export type NativeExport = Readonly<Record<string, readonly unknown[]>>;

const items = z.array(rawObject);

/** The `dns` part: MX hosts per domain. */
const dnsPart = z.object({ mx: z.record(z.string(), z.array(z.string())) });

const part = (
  source: Readonly<Record<string, unknown>>,
  cmdlet: string,
  file: string,
): readonly RawObject[] | undefined => {
  const raw = source[cmdlet];
  if (raw === undefined) return undefined;
  // ConvertTo-Json prints a single object without brackets.
  const list = Array.isArray(raw) ? raw : [raw];
  const parsed = items.safeParse(list.filter((item) => item !== null));
  if (parsed.success) return parsed.data;
  const place = parsed.error.issues[0]?.path.join(".") ?? "";
  throw new InputError({
    file,
    place: `${cmdlet}[${place}]`,
    found: "something that is no object",
    expected: "objects as ConvertTo-Json prints them",
  });
};

const rulesOf = (
  raw: readonly RawObject[] | undefined,
  file: string,
): readonly TransportRule[] | undefined => {
  if (raw === undefined) return undefined;
  const rules = raw.map((object, position) => {
    const rule = readTransportRule(object, position);
    if (typeof rule === "string")
      throw new InputError({
        file,
        place: `Get-TransportRule[${position}]`,
        found: rule,
        expected: "a rule as Get-TransportRule prints it",
      });
    return rule;
  });
  const seen = new Map<number, string>();
  for (const { name, priority } of rules) {
    const other = seen.get(priority);
    if (other !== undefined)
      throw new InputError({
        file,
        place: "Get-TransportRule",
        found: `Priority ${priority} on both "${other}" and "${name}"`,
        expected: "each priority once: the order of rules decides, so it must be exported again",
      });
    seen.set(priority, name);
  }
  return rules;
};

/**
 * @param name how the tenant is called in reports.
 * @param file what errors name.
 * @throws InputError
 */
export const toTenant = (
  source: Readonly<Record<string, unknown>>,
  name: string,
  file: string = name,
): ExchangeTenant => {
  const read = (cmdlet: string) => part(source, cmdlet, file);
  const each = <T>(
    cmdlet: string,
    convert: (raw: RawObject, position: number) => T,
  ): readonly T[] | undefined => read(cmdlet)?.map(convert);
  const groupParts = [
    "Get-DistributionGroup",
    "Get-DistributionGroupMember",
    "Get-UnifiedGroupLinks",
    "Get-DynamicDistributionGroupMember",
  ];
  const members = [
    "Get-DistributionGroupMember",
    "Get-UnifiedGroupLinks",
    "Get-DynamicDistributionGroupMember",
  ].map(read);
  const dns = source.dns === undefined ? undefined : dnsPart.safeParse(source.dns);
  if (dns?.success === false)
    throw new InputError({
      file,
      place: "dns",
      found: "another shape",
      expected: '{"mx":{"domain":["host"]}}',
    });
  return {
    kind: "exchange",
    name,
    transportRules: rulesOf(read("Get-TransportRule"), file),
    hostedContentFilterPolicies: each("Get-HostedContentFilterPolicy", policies.hostedContentFilterPolicy),
    hostedContentFilterRules: each(
      "Get-HostedContentFilterRule",
      policies.policyRule("HostedContentFilterPolicy"),
    ),
    hostedConnectionFilterPolicies: each(
      "Get-HostedConnectionFilterPolicy",
      policies.hostedConnectionFilterPolicy,
    ),
    antiPhishPolicies: each("Get-AntiPhishPolicy", policies.antiPhishPolicy),
    antiPhishRules: each("Get-AntiPhishRule", policies.policyRule("AntiPhishPolicy")),
    malwareFilterPolicies: each("Get-MalwareFilterPolicy", policies.malwareFilterPolicy),
    malwareFilterRules: each("Get-MalwareFilterRule", policies.policyRule("MalwareFilterPolicy")),
    eopProtectionPolicyRules: each("Get-EOPProtectionPolicyRule", policies.presetRule),
    atpProtectionPolicyRules: each("Get-ATPProtectionPolicyRule", policies.presetRule),
    tenantAllowBlockListItems: each("Get-TenantAllowBlockListItems", policies.tenantAllowBlockListItem),
    tenantAllowBlockListSpoofItems: each(
      "Get-TenantAllowBlockListSpoofItems",
      policies.tenantAllowBlockListSpoofItem,
    ),
    inboundConnectors: each("Get-InboundConnector", policies.inboundConnector),
    acceptedDomains: each("Get-AcceptedDomain", (raw) => ({
      domainName: text(raw.DomainName) ?? "",
      domainType: text(raw.DomainType) ?? "",
    })),
    recipients: recipientsOf(read("Get-Mailbox"), read("Get-Recipient"), read("Get-User")),
    groups: groupsOf(
      read("Get-DistributionGroup"),
      members[0] === undefined ? undefined : members.flatMap((one) => one ?? []),
    ),
    groupsAreComplete: groupParts.every((cmdlet) => source[cmdlet] !== undefined),
    mailContacts: mailContactsOf(read("Get-MailContact")),
    mailExchangers: dns?.data?.mx,
  };
};

/** The initial domain of the tenant, where the export tells it. */
export const tenantNameOf = (source: Readonly<Record<string, unknown>>): string | undefined => {
  const domains = items.safeParse(source["Get-AcceptedDomain"]);
  if (!domains.success) return undefined;
  const initial =
    domains.data.find((raw) => raw.InitialDomain === true) ??
    domains.data.find((raw) => raw.Default === true);
  return texts(initial?.DomainName)[0];
};
