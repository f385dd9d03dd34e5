/** Fullness, delivery restrictions, moderation and forwarding of one mailbox (exchange-online.md 4.1, 4.2). */
import type { Outcome } from "../../../../src/mailflow/outcome";
import { aircallSenders, type LabelledTenant, type RawObject } from "./labelled-tenant";
import { anna, mailboxTenant, statistics } from "./mailbox-tenant";
import type { ReferenceRow } from "./reference-rows";

const scope = "mailbox" as const;
const full = "100 GB (107,374,182,400 bytes)";

/** Contacts named "Aircall 0" to "Aircall 4" for the five senders. */
const contactNames = aircallSenders.map((_address, index) => `Aircall ${index}`);
const withContacts = () =>
  aircallSenders.reduce(
    (builder, address, index) => builder.withMailContact(address, `Aircall ${index}`),
    mailboxTenant(),
  );

type Case = readonly [string, RawObject, ...ReferenceRow[]];

const cites = "exchange-online.md 4.1, 4.2, 4.4, 9.10, 9.14, 9.15";

const exported = (settings: RawObject) => withContacts().withMailboxSettings(anna, settings).build();

const delivers = ([title, settings, ...rows]: Case): LabelledTenant => ({
  title,
  cites,
  rows,
  scope,
  export: exported(settings),
  verdict: "proven",
  messages: [{ message: {}, outcome: "inbox", why: "nothing on the mailbox keeps it out" }],
});

/** Whether the header's or the envelope's address is compared with contacts is not published (9.2). */
const mayDeliver = ([title, settings, ...rows]: Case): LabelledTenant => ({
  title,
  cites: `${cites}, 9.2`,
  rows,
  scope,
  export: exported(settings),
  verdict: "undecided",
  finding: { stage: "mailbox" },
});

const stops =
  (outcome: Outcome) =>
  ([title, settings, ...rows]: Case): LabelledTenant => ({
    title,
    cites,
    rows,
    scope,
    export: exported(settings),
    verdict: "blocked",
    finding: { stage: "mailbox", certainty: "certain", outcome },
    messages: [{ message: {}, outcome, why: "the mailbox says so" }],
  });

// biome-ignore format: one setting, one line
const open: readonly Case[] = [
  ["a mailbox of its own with room and no restriction takes Aircall mail", {}, "4.4 UserMailbox", "4.1 ProhibitSendReceiveQuota"],
  ["restrictions that print as null are no restrictions", { AcceptMessagesOnlyFrom: null, RejectMessagesFrom: null, ModeratedBy: null, ForwardingAddress: null, ModerationEnabled: null, RequireSenderAuthenticationEnabled: null }, "9.15"],
  ["a limit of no size receives without end", { ProhibitSendReceiveQuota: "Unlimited" }, "4.1 unlimited"],
  ["a rejected colleague is not Aircall", { RejectMessagesFrom: ["Anna Miller"], RejectMessagesFromSendersOrMembers: ["Anna Miller"] }, "4.2 RejectMessagesFrom", "4.2 RejectMessagesFromSendersOrMembers"],
  ["moderators of a moderation that is off moderate nothing", { ModerationEnabled: false, ModeratedBy: ["Anna Miller"] }, "4.2 ModerationEnabled"],
  ["a size limit of megabytes is above every Aircall mail", { MaxReceiveSize: "25 MB (26,214,400 bytes)" }, "4.2 MaxReceiveSize"],
  ["forwarding that keeps a copy leaves the mail in the mailbox", { ForwardingAddress: "Bob Baker", DeliverToMailboxAndForward: true }, "4.2 ForwardingAddress", "4.2 DeliverToMailboxAndForward"],
  ["forwarding out that keeps a copy leaves the mail in the mailbox", { ForwardingSmtpAddress: "smtp:anna@private.example", DeliverToMailboxAndForward: true }, "4.2 ForwardingSmtpAddress", "4.2 DeliverToMailboxAndForward"],
  ["a disabled account receives", { AccountDisabled: true }, "4.2 AccountDisabled"],
  ["a mailbox on litigation hold receives", { LitigationHoldEnabled: true }, "4.2 LitigationHoldEnabled"],
  ["a mailbox hidden from lists receives", { HiddenFromAddressListsEnabled: true }, "4.2 HiddenFromAddressListsEnabled"],
];

// biome-ignore format: one setting, one line
const byContact: readonly Case[] = [
  ["contacts for the five senders help, if the header is compared, with a mailbox that accepts them", { AcceptMessagesOnlyFrom: contactNames }, "4.2 AcceptMessagesOnlyFrom"],
  ["contacts for the five senders help, if the header is compared, with a mailbox that accepts senders or members", { AcceptMessagesOnlyFromSendersOrMembers: contactNames }, "4.2 AcceptMessagesOnlyFromSendersOrMembers"],
  ["moderation lets senders pass that bypass it, if the header is compared", { ModerationEnabled: true, ModeratedBy: ["Anna Miller"], BypassModerationFromSendersOrMembers: contactNames }, "4.2 ModerationEnabled", "4.2 BypassModerationFromSendersOrMembers"],
];

// biome-ignore format: one setting, one line
const rejecting: readonly Case[] = [
  ["a mailbox that accepts one colleague refuses everybody else", { AcceptMessagesOnlyFrom: ["Anna Miller"] }, "4.2 AcceptMessagesOnlyFrom"],
  ["a mailbox that accepts four of the five senders refuses the fifth", { AcceptMessagesOnlyFrom: contactNames.slice(1) }, "4.2 AcceptMessagesOnlyFrom"],
  ["a mailbox that accepts one colleague as sender or member refuses everybody else", { AcceptMessagesOnlyFromSendersOrMembers: ["Anna Miller"] }, "4.2 AcceptMessagesOnlyFromSendersOrMembers"],
  ["a mailbox that rejects the contact of a sender rejects that sender", { RejectMessagesFrom: ["Aircall 0"] }, "4.2 RejectMessagesFrom"],
  ["a mailbox that rejects the contact of a sender as sender or member rejects it", { RejectMessagesFromSendersOrMembers: ["Aircall 0"] }, "4.2 RejectMessagesFromSendersOrMembers"],
  ["a mailbox for authenticated senders refuses mail from the Internet", { RequireSenderAuthenticationEnabled: true }, "4.2 RequireSenderAuthenticationEnabled"],
  ["a size limit below every mail refuses every mail", { MaxReceiveSize: "512 B (512 bytes)" }, "4.2 MaxReceiveSize"],
];

// biome-ignore format: one setting, one line
const redirecting: readonly Case[] = [
  ["forwarding to a colleague leaves nothing in the mailbox", { ForwardingAddress: "Bob Baker" }, "4.2 ForwardingAddress", "9.10"],
  ["forwarding to an address outside leaves nothing in the mailbox", { ForwardingSmtpAddress: "smtp:anna@private.example" }, "4.2 ForwardingSmtpAddress", "9.10"],
  ["forwarding to both leaves nothing in the mailbox", { ForwardingAddress: "Bob Baker", ForwardingSmtpAddress: "smtp:anna@private.example" }, "4.2 ForwardingAddress", "4.2 DeliverToMailboxAndForward"],
];

/** The mailbox holds `used`, its settings are as given. */
const holding = (used: string, settings: RawObject = {}) =>
  withContacts()
    .withMailboxSettings(anna, settings)
    .with("Get-MailboxStatistics", [statistics(anna, { TotalItemSize: used })])
    .build();

const fullMailbox = {
  verdict: "blocked",
  finding: { stage: "mailbox", certainty: "certain", outcome: "rejected" },
} as const;
const undecided = { verdict: "undecided", finding: { stage: "mailbox" } } as const;
const lowQuota = { IssueWarningQuota: "10 GB (10,737,418,240 bytes)" };

type QuotaCase = readonly [
  string,
  LabelledTenant["export"],
  Pick<LabelledTenant, "verdict" | "finding">,
  ...ReferenceRow[],
];

// biome-ignore format: one mailbox, one line
const quotas: readonly QuotaCase[] = [
  ["a mailbox over its limit refuses mail", holding("101.2 GB (108,662,672,589 bytes)"), fullMailbox, "4.1 ProhibitSendReceiveQuota", "4.1 TotalItemSize"],
  ["a mailbox exactly at its limit refuses mail", holding(full), fullMailbox, "4.1 ProhibitSendReceiveQuota", "9.15"],
  ["a mailbox past its warning receives", holding("30 GB (32,212,254,720 bytes)", lowQuota), { verdict: "proven" }, "4.1 IssueWarningQuota"],
  ["a mailbox that may not send any more receives", holding("30 GB (32,212,254,720 bytes)", { ...lowQuota, ProhibitSendQuota: "20 GB (21,474,836,480 bytes)" }), { verdict: "proven" }, "4.1 ProhibitSendQuota"],
  ["a mailbox of any size without a limit receives", holding(full, { ProhibitSendReceiveQuota: "Unlimited" }), { verdict: "proven" }, "4.1 unlimited"],
  ["limits that stand in for the database's are void", holding("1 GB (1,073,741,824 bytes)", { UseDatabaseQuotaDefaults: true }), undecided, "4.1 UseDatabaseQuotaDefaults", "9.15"],
  ["a mailbox over a limit that is void is undecided too", holding(full, { UseDatabaseQuotaDefaults: true }), undecided, "4.1 UseDatabaseQuotaDefaults"],
  ["a mailbox whose statistics were not read may be full", withContacts().without("Get-MailboxStatistics").build(), undecided, "4.1 statistics not read"],
  ["a mailbox that the statistics leave out may be full", withContacts().with("Get-MailboxStatistics", [statistics("bob@contoso.example")]).build(), undecided, "4.1 statistics not read"],
];

export const mailboxQuotaAndRestrictions: readonly LabelledTenant[] = [
  ...open.map(delivers),
  ...byContact.map(mayDeliver),
  ...rejecting.map(stops("rejected")),
  ...redirecting.map(stops("redirected")),
  stops("held")([
    "moderation of a mailbox holds the mail until the code has expired",
    { ModerationEnabled: true, ModeratedBy: ["Bob Baker"] },
    "4.2 ModerationEnabled",
    "9.14",
  ]),
  ...quotas.map(([title, parts, label, ...rows]) => ({ title, cites, rows, scope, export: parts, ...label })),
];
