/** What was read of a tenant, reduced to what a decision needs: settings, and recipients as classes without people. */
import type { ExchangeTenant, Recipient } from "../../mailflow/exchange/tenant";
import { conditions, parameters } from "../../mailflow/exchange/transport-rules/table";
import { domainOf } from "../../mailflow/message";
import { classifyRecipients } from "../../mailflow/recipients";
import type { NativeExport } from "../../tenants/exchange/export/native-export";
import { type RawObject, texts } from "../../tenants/exchange/export/properties";
import { settingsWithoutPeople } from "./observed-settings";

/** Parts the model reads as they are: they hold settings, no people. */
export const settingParts = [
  "Get-HostedContentFilterPolicy",
  "Get-HostedContentFilterRule",
  "Get-HostedConnectionFilterPolicy",
  "Get-AntiPhishPolicy",
  "Get-AntiPhishRule",
  "Get-MalwareFilterPolicy",
  "Get-MalwareFilterRule",
  "Get-EOPProtectionPolicyRule",
  "Get-ATPProtectionPolicyRule",
  "Get-TenantAllowBlockListItems",
  "Get-TenantAllowBlockListSpoofItems",
  "Get-InboundConnector",
  "Get-AcceptedDomain",
  "Get-TransportConfig",
  "Get-HostedOutboundSpamFilterPolicy",
] as const;

/** Parts about groups; the first names them, the others hold members. */
export const groupParts = [
  "Get-DistributionGroup",
  "Get-DistributionGroupMember",
  "Get-UnifiedGroupLinks",
  "Get-DynamicDistributionGroupMember",
] as const;

const written: ReadonlySet<string> = new Set(parameters.map(({ name }) => name));

/** Properties that say nothing about a message and may name people. */
const readback: ReadonlySet<string> = new Set([
  "CreatedBy",
  "LastModifiedBy",
  "Description",
  "DistinguishedName",
  "OrganizationId",
  "Identity",
  "Guid",
  "ImmutableId",
  "WhenChanged",
  "RuleVersion",
  "Size",
  "Conditions",
  "Exceptions",
  "Actions",
  "IsValid",
  "ObjectState",
  "ManuallyModified",
  "DlpPolicyId",
  "RegexSize",
  "IsRuleConfigurationSupported",
  "RuleConfigurationUnsupportedReason",
]);

const decides = (name: string): boolean =>
  written.has(name) || ["Name", "Priority", "State"].includes(name) || !readback.has(name);

/** A rule without bookkeeping: who wrote it when, and its comments, decide nothing. */
export const essential = (rule: RawObject): RawObject =>
  Object.fromEntries(
    Object.entries(rule).filter(
      ([name, value]) =>
        value !== null &&
        value !== false &&
        name !== "Comments" &&
        !(Array.isArray(value) && value.length === 0) &&
        decides(name),
    ),
  );

const addressConditions = (Object.keys(conditions) as (keyof typeof conditions)[]).filter((name) =>
  /RecipientAddress/u.test(name),
);

/** Whether some rule looks at the letters of addresses, so that one cannot stand for another. */
const looksAtAddresses = (rules: readonly RawObject[]): boolean =>
  rules.some((rule) =>
    addressConditions.some((name) => texts([rule[name], rule[`ExceptIf${name}`]].flat()).length > 0),
  );

interface ReducedRecipients {
  readonly mailboxes: readonly RawObject[];
  readonly groups: readonly RawObject[];
  readonly members: readonly RawObject[];
}

const reduceRecipients = (
  tenant: ExchangeTenant,
  recipients: readonly Recipient[],
  rules: readonly RawObject[],
): ReducedRecipients => {
  const mentions = JSON.stringify([
    rules.map(essential),
    tenant.hostedContentFilterRules,
    tenant.antiPhishRules,
    tenant.malwareFilterRules,
    tenant.eopProtectionPolicyRules,
  ]).toLowerCase();
  const keepAddresses = looksAtAddresses(rules);
  const attributes = [...new Set(mentions.match(/"([a-z0-9]+):/gu) ?? [])].map((found) => found.slice(1, -1));
  const classes = classifyRecipients(tenant, tenant.transportRules ?? [], recipients);
  const groups = (tenant.groups ?? []).filter(({ identities }) =>
    identities.some((name) => mentions.includes(JSON.stringify(name).toLowerCase())),
  );
  const members: RawObject[] = [];
  const mailboxes = classes.flatMap(({ representative, count }, place): readonly RawObject[] => {
    if (representative === undefined) return [];
    const named = keepAddresses || mentions.includes(representative.address.toLowerCase());
    const PrimarySmtpAddress = named
      ? representative.address
      : `recipient-${place + 1}@${domainOf(representative.address)}`;
    for (const { identities, members: inGroup } of groups)
      if (inGroup?.has(representative.address.toLowerCase()))
        members.push({ Group: identities[0], PrimarySmtpAddress });
    const names = representative.identities.filter(
      (name) => !name.includes("@") && mentions.includes(JSON.stringify(name)),
    );
    const facts = Object.entries(representative.attributes).filter(([name]) =>
      attributes.includes(name.toLowerCase()),
    );
    return [
      {
        PrimarySmtpAddress,
        EmailAddresses: [`SMTP:${PrimarySmtpAddress}`],
        RecipientTypeDetails: representative.recipientTypeDetails ?? "UserMailbox",
        Count: count,
        ...(names[0] === undefined ? {} : { Alias: names[0] }),
        ...Object.fromEntries(facts),
      },
    ];
  });
  return {
    mailboxes,
    groups: groups.map(({ identities }) => ({
      Name: identities[0],
      PrimarySmtpAddress: identities.find((name) => name.includes("@")) ?? identities[0],
      Alias: identities[0],
      DisplayName: identities[1] ?? identities[0],
    })),
    members,
  };
};

const where = (source: NativeExport, name: string, objects: readonly unknown[] | undefined): NativeExport =>
  source[name] === undefined || objects === undefined ? {} : { [name]: objects };

/**
 * The parts of an export that a decision needs, without its transport rules.
 *
 * @param tenant - the same export as a tenant, with every rule that is to be decided on.
 * @param recipients - those that count; `undefined` where they were not read.
 * @param rules - the rules of `tenant` as printed.
 */
export const reducedParts = (
  source: NativeExport,
  tenant: ExchangeTenant,
  recipients: readonly Recipient[] | undefined,
  rules: readonly RawObject[],
): NativeExport => {
  const reduced = recipients === undefined ? undefined : reduceRecipients(tenant, recipients, rules);
  const [groups, members, ...otherMembers] = groupParts;
  return {
    ...Object.fromEntries(
      settingParts.flatMap((name) =>
        source[name] === undefined ? [] : [[name, settingsWithoutPeople(name, source[name])] as const],
      ),
    ),
    ...where(source, "dns", source.dns),
    ...(reduced === undefined ? {} : { "Get-Mailbox": reduced.mailboxes }),
    ...where(source, groups, reduced?.groups),
    ...where(source, members, reduced?.members),
    // Members of every kind of group stand in the one list above; that these were read must stay visible.
    ...Object.assign({}, ...otherMembers.map((name) => where(source, name, []))),
  };
};
