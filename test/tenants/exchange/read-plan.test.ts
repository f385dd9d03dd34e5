/** What an export reads is what the reader of exports looks at. */
import assert from "node:assert/strict";
import { advancedFilterNames } from "../../../src/mailflow/exchange/advanced-filters";
import {
  inboxRuleActions,
  inboxRuleConditions,
} from "../../../src/mailflow/exchange/mailbox/inbox-rule-table";
import { toTenant } from "../../../src/tenants/exchange/export/native-export";
import { readPlan } from "../../../src/tenants/exchange/read-plan";

/** What each cmdlet's object was asked for while a tenant was made of it. */
const askedFor = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const asked = new Map<string, Set<string>>();
  const watched = (cmdlet: string, object: Readonly<Record<string, unknown>>) => {
    const names = asked.get(cmdlet) ?? new Set<string>();
    asked.set(cmdlet, names);
    return new Proxy(object, {
      get: (target, name) => {
        if (typeof name === "string") names.add(name);
        return Reflect.get(target, name);
      },
    });
  };
  const values: Readonly<Record<string, object>> = {
    "Get-AntiPhishPolicy": {
      EnableTargetedUserProtection: true,
      TargetedUsersToProtect: ["Anna"],
      EnableTargetedDomainsProtection: true,
      TargetedDomainsToProtect: ["contoso.example"],
      EnableOrganizationDomainsProtection: true,
      EnableMailboxIntelligenceProtection: true,
    },
    "Get-HostedContentFilterPolicy": { EnableLanguageBlockList: true, EnableRegionBlockList: true },
    "Get-Mailbox": { PrimarySmtpAddress: "anna@contoso.example" },
    "Get-MailboxStatistics": { Mailbox: "anna@contoso.example" },
    "Get-MailboxJunkEmailConfiguration": { Mailbox: "anna@contoso.example" },
  };
  toTenant(
    Object.fromEntries(
      readPlan
        .filter(({ keep }) => keep !== undefined)
        .map(({ cmdlet }) => [cmdlet, [watched(cmdlet, { Name: "x", ...values[cmdlet] })]]),
    ),
    "t",
  );
  return asked;
};

/** Asked of every object alike, or for exports made by hand; no setting, and not printed by the cmdlet itself. */
const asides: Readonly<Record<string, readonly string[]>> = {
  "*": [
    "Enabled",
    "Count",
    "WindowsEmailAddress",
    "ExternalDirectoryObjectId",
    "RecipientType",
    "DefaultDomain",
  ],
  "Get-MailboxStatistics": ["Mailbox", "MailboxOwnerId"],
  "Get-MailboxJunkEmailConfiguration": ["Mailbox", "MailboxGuid", "MailboxOwnerId"],
  "Get-ATPProtectionPolicyRule": ["HostedContentFilterPolicy", "AntiPhishPolicy", "MalwareFilterPolicy"],
  "Get-DistributionGroupMember": ["Group", "UserPrincipalName"],
  "Get-UnifiedGroupLinks": ["Group", "UserPrincipalName"],
  "Get-DynamicDistributionGroupMember": ["Group", "UserPrincipalName"],
  "Get-DistributionGroup": ["UserPrincipalName"],
  "Get-Recipient": ["UserPrincipalName"],
  "Get-User": ["PrimarySmtpAddress"],
};

describe("the plan of an export", () => {
  const asked = askedFor();
  for (const { cmdlet, keep } of readPlan)
    if (keep !== undefined && asked.has(cmdlet))
      it(`asks ${cmdlet} for every property that is read of it`, () => {
        const known = new Set<string>([...keep, ...(asides["*"] ?? []), ...(asides[cmdlet] ?? [])]);
        assert.deepEqual(
          [...(asked.get(cmdlet) ?? [])].filter((name) => !known.has(name)),
          [],
        );
      });

  it("asks for every advanced spam setting by the name it has in the table", () => {
    const keep = readPlan.find(({ cmdlet }) => cmdlet === "Get-HostedContentFilterPolicy")?.keep ?? [];
    assert.deepEqual(
      advancedFilterNames.filter((name) => !keep.includes(name)),
      [],
    );
  });

  it("leaves out no parameter of an inbox rule, known or not, and hidden ones are asked for", () => {
    const reading = readPlan.find(({ cmdlet }) => cmdlet === "Get-InboxRule");
    assert.equal(reading?.keep, undefined);
    for (const name of [...Object.keys(inboxRuleConditions), ...Object.keys(inboxRuleActions)])
      assert.ok(!reading?.drop?.includes(name) && !reading?.drop?.includes(`ExceptIf${name}`), name);
    assert.equal(reading?.per?.parameters("x").IncludeHidden, true);
  });

  it("reads what sits on mailboxes on request only", () =>
    assert.deepEqual(
      readPlan.filter(({ per }) => per?.label === "Mailbox").map(({ cmdlet }) => cmdlet),
      ["Get-MailboxStatistics", "Get-MailboxJunkEmailConfiguration", "Get-InboxRule"],
    ));
});
