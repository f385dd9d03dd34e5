/** What `export` reads of mailboxes, groups and other recipients (exchange-online.md 4). */
import { inboxRuleBookkeeping } from "./export/inbox-rules";
import { deliveryProperties } from "./export/mailbox-settings";
import { type CmdletObject, textProperty } from "./identity";
import { type CallParameters, type CmdletReading, identifiers, quotas, unlimited } from "./reading";

const recipient = [
  ...identifiers,
  "Alias",
  "DisplayName",
  "DistinguishedName",
  "PrimarySmtpAddress",
  "EmailAddresses",
  "RecipientTypeDetails",
  ...Array.from({ length: 15 }, (_, index) => `CustomAttribute${index + 1}`),
] as const;

const identityCall = (identity: string): CallParameters => ({ Identity: identity });

const ofType =
  (type: RegExp) =>
  (object: CmdletObject): boolean =>
    type.test(textProperty(object, "RecipientTypeDetails") ?? "");

/** The recipients' part of the plan, in the order of the export. */
export const recipientReadings: readonly CmdletReading[] = [
  {
    cmdlet: "Get-Mailbox",
    calls: [unlimited],
    keep: [
      ...recipient,
      ...quotas,
      "ExchangeGuid",
      "UserPrincipalName",
      "MailboxPlan",
      ...deliveryProperties,
    ],
  },
  {
    cmdlet: "Get-MailboxStatistics",
    calls: [],
    keep: ["Identity", "MailboxGuid", "DisplayName", "TotalItemSize", "TotalDeletedItemSize", "ItemCount"],
    per: { of: "Get-Mailbox", parameters: identityCall, label: "Mailbox" },
  },
  {
    cmdlet: "Get-MailboxJunkEmailConfiguration",
    calls: [],
    keep: [
      "Identity",
      "Enabled",
      "TrustedListsOnly",
      "ContactsTrusted",
      "TrustedSendersAndDomains",
      "BlockedSendersAndDomains",
    ],
    per: { of: "Get-Mailbox", parameters: identityCall, label: "Mailbox" },
  },
  {
    // No selection: a condition or action this program does not know must stay visible.
    cmdlet: "Get-InboxRule",
    calls: [],
    drop: inboxRuleBookkeeping,
    per: {
      of: "Get-Mailbox",
      // Hidden rules, made by mail programs, move mail just the same (exchange-online.md 4.3).
      parameters: (identity) => ({ Mailbox: identity, IncludeHidden: true }),
      label: "Mailbox",
    },
  },
  {
    cmdlet: "Get-Recipient",
    calls: [unlimited],
    keep: [
      ...recipient,
      "Title",
      "Department",
      "Office",
      "City",
      "StateOrProvince",
      "CountryOrRegion",
      "Company",
      "Manager",
    ],
  },
  {
    cmdlet: "Get-DistributionGroup",
    calls: [unlimited],
    keep: [...recipient, "RequireSenderAuthenticationEnabled", "ModerationEnabled", "GroupType"],
  },
  {
    cmdlet: "Get-DistributionGroupMember",
    calls: [],
    keep: [...identifiers, "PrimarySmtpAddress", "RecipientTypeDetails"],
    per: {
      of: "Get-DistributionGroup",
      parameters: (identity) => ({ Identity: identity, ...unlimited }),
      label: "Group",
    },
  },
  {
    cmdlet: "Get-DynamicDistributionGroupMember",
    calls: [],
    keep: [...identifiers, "PrimarySmtpAddress", "RecipientTypeDetails"],
    per: {
      of: "Get-Recipient",
      where: ofType(/^DynamicDistributionGroup$/i),
      parameters: (identity) => ({ Identity: identity, ...unlimited }),
      label: "Group",
    },
  },
  {
    cmdlet: "Get-UnifiedGroupLinks",
    calls: [],
    keep: [...identifiers, "PrimarySmtpAddress", "RecipientTypeDetails"],
    per: {
      of: "Get-Recipient",
      where: ofType(/^GroupMailbox$/i),
      parameters: (identity) => ({ Identity: identity, LinkType: "Members", ...unlimited }),
      label: "Group",
    },
  },
  { cmdlet: "Get-MailContact", calls: [unlimited], keep: [...recipient, "ExternalEmailAddress"] },
  {
    cmdlet: "Get-User",
    calls: [unlimited],
    keep: [
      ...identifiers,
      "UserPrincipalName",
      "WindowsEmailAddress",
      "Title",
      "Department",
      "Office",
      "City",
      "StateOrProvince",
      "CountryOrRegion",
      "Company",
      "Manager",
    ],
  },
];
