/** What Check saw of the rest of the tenant, reduced to what a decision needs: recipient classes, no people. */
import { decide } from "../../mailflow/decide";
import type { ExchangeTenant, Recipient } from "../../mailflow/exchange/tenant";
import { conditions, parameters } from "../../mailflow/exchange/transport-rules/table";
import type { Finding } from "../../mailflow/finding";
import { domainOf } from "../../mailflow/message";
import type { DeliveryVerdict, NarrownessVerdict } from "../../mailflow/outcome";
import { classifyRecipients } from "../../mailflow/recipients";
import { type NativeExport, tenantNameOf, toTenant } from "../../tenants/exchange/export/native-export";
import { type RawObject, text } from "../../tenants/exchange/export/properties";
import { inOrder, priorityOf } from "./desired-rules";

/** The verdict on the tenant before the update, so that what was blocked already is told from what is new. */
export interface VerdictBefore {
  readonly verdict: DeliveryVerdict;
  readonly narrowness: NarrownessVerdict;
  /** Keys of the findings that block or bypass. */
  readonly findings: readonly string[];
}

export interface Observed {
  readonly source: "live" | "export";
  readonly tenant: string;
  /** ISO moment of the reading. */
  readonly readAt: string;
  /** The native export without what the resource owns and without people. */
  readonly parts: NativeExport;
  readonly before?: VerdictBefore;
  /** Whether the tenant was proven at this or an earlier reading: from then on no block is tolerated. */
  readonly provenOnce: boolean;
  /** Addresses of Aircall users that belong to no recipient read. */
  readonly unknownUsers: readonly string[];
}

/** Why nothing could be observed. */
export interface NotObserved {
  readonly source: "live" | "export";
  readonly problem: string;
}

export type Observation = Observed | NotObserved;

export const isObserved = (observation: Observation): observation is Observed => !("problem" in observation);

/** Findings of the same key are the same trouble, before and after an update. */
export const findingKey = ({ code, rule, certainty, outcome, details, senders }: Finding): string =>
  JSON.stringify([
    code,
    rule ?? "",
    certainty ?? "",
    outcome ?? "",
    details.entry ?? "",
    details.policy ?? "",
    senders,
  ]);

export interface ObserveOptions {
  readonly source: "live" | "export";
  readonly now: Date;
  /** Names of the rules the resource owns: listed now, or listed before. */
  readonly owned: ReadonlySet<string>;
  /** The rules the resource lists, as printed. */
  readonly desired: readonly RawObject[];
  readonly senders?: readonly string[];
  readonly users?: readonly string[];
  readonly userGroup?: string;
  readonly provenBefore: boolean;
}

const written: ReadonlySet<string> = new Set(parameters.map(({ name }) => name));

/** A rule without bookkeeping: who wrote it when, and its comments, decide nothing. */
const essential = (rule: RawObject): RawObject =>
  Object.fromEntries(
    Object.entries(rule).filter(
      ([name, value]) =>
        value !== null &&
        value !== false &&
        name !== "Comments" &&
        !(Array.isArray(value) && value.length === 0) &&
        (written.has(name) ||
          name === "Name" ||
          name === "Priority" ||
          name === "State" ||
          !readback.has(name)),
    ),
  );

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

const addressConditions = (Object.keys(conditions) as (keyof typeof conditions)[]).filter((name) =>
  /RecipientAddress/u.test(name),
);

/** Whether some rule looks at the letters of addresses, so that one cannot stand for another. */
const looksAtAddresses = (rules: readonly RawObject[]): boolean =>
  rules.some((rule) =>
    addressConditions.some((name) => rule[name] !== undefined || rule[`ExceptIf${name}`] !== undefined),
  );

const usersOf = (
  tenant: ExchangeTenant,
  { users, userGroup }: ObserveOptions,
): { readonly recipients: readonly Recipient[] | undefined; readonly unknown: readonly string[] } => {
  const members =
    userGroup === undefined
      ? undefined
      : tenant.groups?.find(({ identities }) => identities.includes(userGroup.toLowerCase()))?.members;
  const wanted = [...(users ?? []), ...(members ?? [])].map((address) => address.toLowerCase());
  if (users === undefined && userGroup === undefined) return { recipients: tenant.recipients, unknown: [] };
  if (userGroup !== undefined && members === undefined)
    return { recipients: [], unknown: [`the members of the group ${userGroup}`] };
  const found = wanted.map((address) =>
    tenant.recipients?.find(({ proxyAddresses }) => proxyAddresses.includes(address)),
  );
  return {
    recipients:
      tenant.recipients === undefined
        ? undefined
        : [...new Set(found.flatMap((recipient) => recipient ?? []))],
    unknown:
      tenant.recipients === undefined ? [] : wanted.filter((_address, place) => found[place] === undefined),
  };
};

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
    rules,
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

/** Parts the model reads as they are: they hold settings, no people. */
const settingParts = [
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
  "Get-UnifiedGroupLinks",
  "Get-DynamicDistributionGroupMember",
] as const;

/** The protected people of an anti-phishing policy: that there are some matters, who they are does not. */
const withoutPeople = (object: unknown): unknown => {
  const people = (object as RawObject).TargetedUsersToProtect;
  return Array.isArray(people) && people.length > 0
    ? { ...(object as RawObject), TargetedUsersToProtect: ["(somebody)"] }
    : object;
};

const present = (source: NativeExport, names: readonly string[]): NativeExport =>
  Object.fromEntries(
    names.flatMap((name) =>
      source[name] === undefined ? [] : [[name, source[name].map(withoutPeople)] as const],
    ),
  );

/** Reduces what was read of the live tenant. @throws InputError where an object cannot be read. */
export const observe = (source: NativeExport, options: ObserveOptions): Observed => {
  const name = tenantNameOf(source) ?? "tenant";
  const live = toTenant(source, name);
  const rules = (source["Get-TransportRule"] as readonly RawObject[] | undefined) ?? [];
  const others = [...rules]
    .sort((left, right) => priorityOf(left) - priorityOf(right))
    .filter((rule) => !options.owned.has(text(rule.Name) ?? ""));
  const all = inOrder([...options.desired, ...others]);
  const after = toTenant({ ...source, "Get-TransportRule": all }, name);
  const users = usersOf(live, options);
  const reduced = users.recipients === undefined ? undefined : reduceRecipients(after, users.recipients, all);
  const before = decide(live, {
    asOf: options.now,
    ...(options.senders === undefined ? {} : { senders: options.senders }),
    ...(users.recipients === undefined || (options.users === undefined && options.userGroup === undefined)
      ? {}
      : { users: users.recipients.map(({ address }) => address) }),
  });
  return {
    source: options.source,
    tenant: name,
    readAt: options.now.toISOString(),
    parts: {
      ...present(source, settingParts),
      ...(source["Get-TransportRule"] === undefined ? {} : { "Get-TransportRule": others.map(essential) }),
      ...(reduced === undefined ? {} : { "Get-Mailbox": reduced.mailboxes }),
      ...(source["Get-DistributionGroup"] === undefined || reduced === undefined
        ? {}
        : { "Get-DistributionGroup": reduced.groups }),
      ...(source["Get-DistributionGroupMember"] === undefined || reduced === undefined
        ? {}
        : { "Get-DistributionGroupMember": reduced.members }),
    },
    before: {
      verdict: before.verdict,
      narrowness: before.narrowness.verdict,
      findings: [...before.findings, ...before.narrowness.findings]
        .filter(({ implies }) => implies === "blocked" || implies === "too-wide")
        .map(findingKey),
    },
    provenOnce: options.provenBefore || before.verdict === "proven",
    unknownUsers: users.unknown,
  };
};
