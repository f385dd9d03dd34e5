/** A native export, one JSON object keyed by cmdlet, becomes a tenant (design section 7). Key absent: not read. */
import { z } from "zod";
import type { ExchangeTenant, PolicyRule, TransportRule } from "../../../mailflow/exchange/tenant";
import { readTransportRule } from "../../../mailflow/exchange/transport-rules/read";
import { InputError } from "../../input-error";
import { antiPhishPolicy } from "./anti-phish-policy";
import { eachNameOnce, hostedContentFilterPolicy } from "./content-filter-policy";
import { groupsOf } from "./groups";
import { assertOrder, part } from "./parts";
import * as policies from "./policies";
import { flag, isRawObject, type RawObject, text, texts } from "./properties";
import { mailContactsOf, otherRecipientsOf, recipientsOf } from "./recipients";
import { safeLinksPolicy } from "./safe-links-policy";

/** Cmdlet name to the objects it printed. */
export type NativeExport = Readonly<Record<string, readonly unknown[]>>;

/** The `dns` part: MX hosts per domain. */
const dnsPart = () => z.object({ mx: z.record(z.string(), z.array(z.string())) });

/** One object, in a list of its own where parts are kept as lists. */
const oneObject = (part: unknown): unknown => (Array.isArray(part) && part.length === 1 ? part[0] : part);

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
  assertOrder(rules, "Get-TransportRule", file);
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
  const policyRules = (cmdlet: string, property: string): readonly PolicyRule[] | undefined => {
    const rules = each(cmdlet, policies.policyRule(property));
    // A disabled rule decides nothing, wherever it stands (exchange-online.md 3.3).
    assertOrder(rules?.filter(({ enabled }) => enabled) ?? [], cmdlet, file);
    return rules;
  };
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
  const [mailboxes, recipients, contacts, distributionGroups] = [
    "Get-Mailbox",
    "Get-Recipient",
    "Get-MailContact",
    "Get-DistributionGroup",
  ].map(read);
  const dns = source.dns === undefined ? undefined : dnsPart().safeParse(oneObject(source.dns));
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
    hostedContentFilterPolicies: eachNameOnce(
      each("Get-HostedContentFilterPolicy", hostedContentFilterPolicy),
    ),
    hostedContentFilterRules: policyRules("Get-HostedContentFilterRule", "HostedContentFilterPolicy"),
    hostedConnectionFilterPolicies: each(
      "Get-HostedConnectionFilterPolicy",
      policies.hostedConnectionFilterPolicy,
    ),
    antiPhishPolicies: each("Get-AntiPhishPolicy", antiPhishPolicy),
    antiPhishRules: policyRules("Get-AntiPhishRule", "AntiPhishPolicy"),
    malwareFilterPolicies: each("Get-MalwareFilterPolicy", policies.malwareFilterPolicy),
    malwareFilterRules: policyRules("Get-MalwareFilterRule", "MalwareFilterPolicy"),
    eopProtectionPolicyRules: each("Get-EOPProtectionPolicyRule", policies.presetRule),
    atpProtectionPolicyRules: each("Get-ATPProtectionPolicyRule", policies.defenderPresetRule),
    safeLinksPolicies: each("Get-SafeLinksPolicy", safeLinksPolicy),
    safeLinksRules: policyRules("Get-SafeLinksRule", "SafeLinksPolicy"),
    tenantAllowBlockListItems: each("Get-TenantAllowBlockListItems", policies.tenantAllowBlockListItem),
    tenantAllowBlockListSpoofItems: each(
      "Get-TenantAllowBlockListSpoofItems",
      policies.tenantAllowBlockListSpoofItem,
    ),
    inboundConnectors: each("Get-InboundConnector", policies.inboundConnector),
    acceptedDomains: each("Get-AcceptedDomain", (raw) => ({
      domainName: text(raw.DomainName) ?? "",
      domainType: text(raw.DomainType) ?? "",
      matchSubDomains: flag(raw.MatchSubDomains),
    })),
    transportConfig: each("Get-TransportConfig", policies.transportConfig)?.[0],
    disablePlusAddressInRecipients: each(
      "Get-OrganizationConfig",
      policies.disablePlusAddressInRecipients,
    )?.[0],
    hostedOutboundSpamFilterPolicies: each(
      "Get-HostedOutboundSpamFilterPolicy",
      policies.hostedOutboundSpamFilterPolicy,
    ),
    recipients: recipientsOf(mailboxes, recipients, read("Get-User"), {
      statistics: read("Get-MailboxStatistics"),
      junkEmail: read("Get-MailboxJunkEmailConfiguration"),
      inboxRules: read("Get-InboxRule"),
    }),
    otherRecipients: otherRecipientsOf(mailboxes, recipients, [contacts, distributionGroups]),
    groups: groupsOf(
      distributionGroups,
      members[0] === undefined ? undefined : members.flatMap((one) => one ?? []),
    ),
    groupsAreComplete: groupParts.every((cmdlet) => source[cmdlet] !== undefined),
    mailContacts: mailContactsOf(contacts),
    mailExchangers: dns?.data?.mx,
  };
};

/** The initial domain of the tenant, where the export tells it. */
export const tenantNameOf = (source: Readonly<Record<string, unknown>>): string | undefined => {
  const domains = source["Get-AcceptedDomain"];
  if (!Array.isArray(domains) || !domains.every(isRawObject)) return undefined;
  const initial =
    domains.find((raw) => raw.InitialDomain === true) ?? domains.find((raw) => raw.Default === true);
  return texts(initial?.DomainName)[0];
};
