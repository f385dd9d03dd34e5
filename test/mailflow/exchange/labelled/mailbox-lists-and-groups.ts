/** Restrictions that name groups, restrictions that cannot be resolved, and what is equal on the wire (4.2, 9.15). */
import { aircallSenders, allowAircall, type LabelledTenant, type RawObject } from "./labelled-tenant";
import { anna, mailboxTenant, openMailbox } from "./mailbox-tenant";
import { tenant } from "./tenant-builder";

const scope = "mailbox" as const;
const cites = "exchange-online.md 4.2, 9.15";
const group = "aircall-senders@contoso.example";

/** Contacts for the five senders, all of them members of one group; `members` overrides the group's. */
const withGroup = (settings: RawObject, members: readonly string[] = aircallSenders) =>
  aircallSenders
    .reduce(
      (builder, address, index) => builder.withMailContact(address, `Aircall ${index}`),
      mailboxTenant(),
    )
    .withGroup(group, members)
    .withMailboxSettings(anna, settings);

const rejected = {
  verdict: "blocked",
  finding: { stage: "mailbox", certainty: "certain", outcome: "rejected" },
} as const;
const undecided = { verdict: "undecided", finding: { stage: "mailbox" } } as const;

/** `Get-Mailbox` of Anna without those properties. */
const lacking = (...properties: readonly string[]): RawObject =>
  Object.fromEntries(Object.entries(openMailbox).filter(([name]) => !properties.includes(name)));

export const mailboxListsAndGroups: readonly LabelledTenant[] = [
  {
    title: "a mailbox that accepts a group takes mail from contacts in it, if the header is compared",
    cites,
    rows: ["4.2 AcceptMessagesOnlyFromDLMembers"],
    scope,
    export: withGroup({ AcceptMessagesOnlyFromDLMembers: [group] }).build(),
    verdict: "undecided",
    finding: { stage: "mailbox" },
  },
  {
    title: "a mailbox that accepts a group refuses a sender whose contact is not in it",
    cites,
    rows: ["4.2 AcceptMessagesOnlyFromDLMembers"],
    scope,
    export: withGroup({ AcceptMessagesOnlyFromDLMembers: [group] }, aircallSenders.slice(1)).build(),
    ...rejected,
  },
  {
    title: "a mailbox that accepts a group whose members were not read is undecided",
    cites: `${cites}; design 2`,
    rows: ["4.2 AcceptMessagesOnlyFromDLMembers"],
    scope,
    export: withGroup({ AcceptMessagesOnlyFromDLMembers: [group] })
      .without("Get-DistributionGroupMember")
      .build(),
    ...undecided,
  },
  {
    title: "a mailbox that rejects a group refuses mail from a contact in it",
    cites,
    rows: ["4.2 RejectMessagesFromDLMembers"],
    scope,
    export: withGroup({ RejectMessagesFromDLMembers: [group] }, ["team@aircall.io"]).build(),
    ...rejected,
    messages: [
      { message: { from: "team@aircall.io" }, outcome: "rejected", why: "its contact is a member" },
      { message: {}, outcome: "inbox", why: "its contact is not" },
    ],
  },
  {
    title: "a mailbox that rejects a group without Aircall's contacts takes its mail",
    cites,
    rows: ["4.2 RejectMessagesFromDLMembers"],
    scope,
    export: withGroup({ RejectMessagesFromDLMembers: [group] }, [anna]).build(),
    verdict: "proven",
  },
  {
    title: "lists that were printed empty and lists that were not printed are the same",
    cites,
    rows: ["9.15"],
    scope,
    export: mailboxTenant()
      .with("Get-Mailbox", [
        {
          Name: "Anna Miller",
          DisplayName: "Anna Miller",
          Alias: "anna",
          PrimarySmtpAddress: anna,
          EmailAddresses: [`SMTP:${anna}`],
          RecipientTypeDetails: "UserMailbox",
          ...lacking(
            "AcceptMessagesOnlyFrom",
            "AcceptMessagesOnlyFromDLMembers",
            "AcceptMessagesOnlyFromSendersOrMembers",
            "RejectMessagesFrom",
            "RejectMessagesFromDLMembers",
            "RejectMessagesFromSendersOrMembers",
            "RequireSenderAuthenticationEnabled",
            "ModerationEnabled",
            "ModeratedBy",
            "BypassModerationFromSendersOrMembers",
            "ForwardingAddress",
            "ForwardingSmtpAddress",
            "DeliverToMailboxAndForward",
          ),
        },
      ])
      .build(),
    verdict: "proven",
  },
  {
    title: "one mailbox that refuses Aircall is enough, and the others' mail is delivered",
    cites,
    scope,
    export: mailboxTenant().withMailboxSettings(anna, { RequireSenderAuthenticationEnabled: true }).build(),
    ...rejected,
  },
  {
    title: "in organisation scope nothing on one mailbox counts",
    cites: "design 2",
    export: mailboxTenant()
      .withMailboxSettings(anna, {
        RequireSenderAuthenticationEnabled: true,
        ForwardingAddress: "Bob Baker",
        ModerationEnabled: true,
      })
      .build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "in mailbox scope a tenant whose mailbox parts were not read is undecided",
    cites: "design 2",
    scope,
    export: tenant().withRule(allowAircall()).build(),
    ...undecided,
  },
  {
    title: "a block by the tenant stands in mailbox scope too",
    cites: "design 2",
    scope,
    export: mailboxTenant()
      .withRule({ Name: "Low", SenderDomainIs: ["partner.example"], DeleteMessage: true })
      .with("Get-TenantAllowBlockListItems", [
        { ListType: "Sender", Value: "aircall.io", Action: "Block", ExpirationDate: null },
      ])
      .build(),
    verdict: "blocked",
    finding: { stage: "tenant-allow-block-list", certainty: "certain", outcome: "quarantined" },
  },
];
