/** One user's safe and blocked senders against the tenant's verdict (exchange-online.md 3.4, 4.3, 9.10). */
import { allowBlockListItem, connectionFilterPolicy, contentFilterPolicy } from "./healthy-tenant";
import { aircallSenders, fromOutside, type LabelledTenant, type RawObject } from "./labelled-tenant";
import { anna, junkConfiguration, mailboxTenant, mailboxTenantWithoutAllow } from "./mailbox-tenant";
import { cellMessages, cellRows } from "./precedence-table";
import type { ReferenceRow } from "./reference-rows";
import type { TenantBuilder } from "./tenant-builder";

const scope = "mailbox" as const;
const cites = "exchange-online.md 3.4, 4.3, 9.10";

const lists = (builder: TenantBuilder, junk: RawObject) =>
  builder.with("Get-MailboxJunkEmailConfiguration", [junkConfiguration(anna, junk)]);
const safe = { TrustedSendersAndDomains: aircallSenders };
const blocking = { BlockedSendersAndDomains: ["noreply@aircall.io"] };
const junk = {
  verdict: "blocked",
  finding: { stage: "mailbox", certainty: "certain", outcome: "junk" },
} as const;
const undecided = { verdict: "undecided", finding: { stage: "mailbox" } } as const;
const proven = { verdict: "proven" } as const;

type Case = readonly [
  string,
  TenantBuilder,
  Pick<LabelledTenant, "verdict" | "finding" | "messages" | "absent">,
  ...ReferenceRow[],
];

const filterStands = { malware: "quarantined", HPHSH: "quarantined" } as const;
const againstSafe = { ...filterStands, PHSH: "inbox", HSPM: "inbox", clean: "inbox" } as const;
const againstBlocked = {
  ...filterStands,
  PHSH: { phish: "redirected" },
  HSPM: "junk",
  clean: "junk",
} as const;

const withPolicy = (builder: TenantBuilder, policy: RawObject) =>
  builder.with("Get-HostedContentFilterPolicy", [contentFilterPolicy(policy)]);
const without = mailboxTenantWithoutAllow;
const allows = aircallSenders.map((address) =>
  allowBlockListItem(address, { Action: "Allow", ExpirationDate: "2026-12-10T00:00:00Z" }),
);
const spam = { filterVerdict: "spam" } as const;
const fromNotify = { from: "noreply@notify.aircall.io" };

// biome-ignore format: one mailbox, few lines
const cases: readonly Case[] = [
  ["a sender that the user blocks goes to Junk past the tenant's allow rule", lists(mailboxTenant(), blocking), junk, "4.3 BlockedSendersAndDomains", "3.4 organisation allow against user block", "9.10"],
  ["a domain that the user blocks goes to Junk past the tenant's allow rule", lists(mailboxTenant(), { BlockedSendersAndDomains: ["aircall.io"] }), { ...junk, messages: [
    { message: {}, outcome: "junk", why: "its domain is blocked" },
    { message: fromNotify, outcome: "undecided", why: "whether the list reaches subdomains is not published" },
  ] }, "4.3 BlockedSendersAndDomains", "4.3 subdomains"],
  ["a subdomain that the user blocks takes the invitations", lists(mailboxTenant(), { BlockedSendersAndDomains: ["notify.aircall.io"] }), { ...junk, messages: [
    { message: {}, outcome: "inbox", why: "the parent domain is not blocked" }, { message: fromNotify, outcome: "junk", why: "blocked" },
  ] }, "4.3 subdomains"],
  ["a block by the user beats the tenant's list of allowed senders", lists(withPolicy(without(), { AllowedSenders: aircallSenders }), blocking), junk, "3.4 organisation allow against user block"],
  ["a block by the user beats the Tenant Allow/Block List's allow", lists(without().with("Get-TenantAllowBlockListItems", allows), blocking), junk, "3.4 organisation allow against user block"],
  ["a block by the user beats an allowed address", lists(without().with("Get-HostedConnectionFilterPolicy", [connectionFilterPolicy({ IPAllowList: ["54.240.8.0/24"] })]), blocking),
    { ...junk, messages: [{ message: { sourceIp: "54.240.8.17" }, outcome: "junk", why: "the user wins" }] }, "3.4 organisation allow against user block"],
  ["a sender both safe and blocked is safe", lists(mailboxTenant(), { ...safe, ...blocking }), proven, "3.4 safe before blocked"],
  ["a blocked sender that is not Aircall's is nothing", lists(mailboxTenant(), { BlockedSendersAndDomains: ["spam@bulk.example", "call.io"] }), proven, "4.3 BlockedSendersAndDomains"],
  ["a mailbox that trusts its lists only, and lists nobody, junks everything", lists(mailboxTenant(), { TrustedListsOnly: true }), { ...junk, messages: [{ message: {}, outcome: "junk", why: "not on a safe list" }] }, "4.3 TrustedListsOnly", "9.10"],
  ["a mailbox that trusts its lists only takes the five senders on them", lists(mailboxTenant(), { TrustedListsOnly: true, ...safe }), proven, "4.3 TrustedListsOnly", "4.3 TrustedSendersAndDomains"],
  ["a mailbox that trusts its lists only takes both domains on them", lists(mailboxTenant(), { TrustedListsOnly: true, TrustedSendersAndDomains: ["aircall.io", "notify.aircall.io"] }), proven, "4.3 TrustedListsOnly", "4.3 subdomains"],
  ["whether a safe domain covers its subdomain is not published", lists(mailboxTenant(), { TrustedListsOnly: true, TrustedSendersAndDomains: ["aircall.io"] }), { ...undecided, messages: [
    { message: {}, outcome: "inbox", why: "its domain is listed" }, { message: fromNotify, outcome: "undecided", why: "the parent domain is" },
  ] }, "4.3 subdomains"],
  ["a mailbox that trusts its lists only junks the sender that is missing", lists(mailboxTenant(), { TrustedListsOnly: true, TrustedSendersAndDomains: aircallSenders.slice(1) }), junk, "4.3 TrustedListsOnly"],
  ["whether Aircall is among the user's contacts was not read", lists(mailboxTenant(), { TrustedListsOnly: true, ContactsTrusted: true }), undecided, "4.3 ContactsTrusted"],
  ["trusted contacts move nothing where other mail is taken too", lists(mailboxTenant(), { ContactsTrusted: true }), proven, "4.3 ContactsTrusted"],
  ["a switched-off configuration with empty lists moves nothing", lists(mailboxTenant(), { Enabled: false }), proven, "4.3 Enabled"],
  ["whether a switched-off configuration still blocks is disputed", lists(mailboxTenant(), { Enabled: false, ...blocking }), undecided, "4.3 Enabled"],
  ["whether a switched-off configuration still trusts its lists only is disputed", lists(mailboxTenant(), { Enabled: false, TrustedListsOnly: true }), undecided, "4.3 Enabled"],
  ["safe senders of a switched-off configuration help nobody", lists(without(), { Enabled: false, ...safe }), { verdict: "not-guaranteed", finding: { stage: "anti-spam" } }, "4.3 Enabled", "4.3 TrustedSendersAndDomains"],
  ["a junk configuration that was not read may block", mailboxTenant().without("Get-MailboxJunkEmailConfiguration"), { verdict: "undecided", finding: { stage: "mailbox", names: "Get-MailboxJunkEmailConfiguration" } }],
  ["a mailbox that the junk configurations leave out may block", mailboxTenant().with("Get-MailboxJunkEmailConfiguration", [junkConfiguration("bob@contoso.example")]), undecided],
  ["the five senders on the user's safe list prove delivery without an allow of the tenant", lists(without(), safe), { ...proven, messages: cellMessages("User Safe Sender", againstSafe) },
    "4.3 TrustedSendersAndDomains", ...cellRows("User Safe Sender", againstSafe)],
  ["User Blocked Sender against each verdict of the filter", lists(withPolicy(without(), { PhishSpamAction: "Redirect" }), blocking), { ...junk, messages: cellMessages("User Blocked Sender", againstBlocked) },
    ...cellRows("User Blocked Sender", againstBlocked)],
  ["a safe address is honoured where spam is quarantined", lists(withPolicy(without(), { SpamAction: "Quarantine", HighConfidenceSpamAction: "Quarantine", PhishSpamAction: "Quarantine", BulkSpamAction: "Quarantine" }), safe),
    { ...proven, messages: [{ message: spam, outcome: "inbox", why: "the entry is an address" }] }, "3.4 safe domain under Quarantine"],
  ["a block is shown by a mail that says something, where saying nothing leads to a milder action that a safe domain undoes",
    lists(
      withPolicy(without().withRule({ Name: "Large", MessageSizeOver: "500 KB", ExceptIfSubjectOrBodyContainsWords: ["io"], StopRuleProcessing: true }).withRule({ Name: "Low", SetSCL: 0 }), {
        ...{ SpamAction: "Quarantine", HighConfidenceSpamAction: "MoveToJmf", MarkAsSpamEmptyMessages: "On" },
        BlockedSenders: aircallSenders,
      }),
      { TrustedSendersAndDomains: ["aircall.io", "notify.aircall.io"] },
    ),
    { verdict: "blocked", finding: { stage: "anti-spam", outcome: "quarantined" }, absent: ["semantics-disagree"], messages: [
      { message: { filterVerdict: "clean" }, outcome: "quarantined", why: "a blocked sender's mail is spam, and the entry is a domain" },
      { message: { subject: "", body: "", filterVerdict: "clean" }, outcome: "inbox", why: "an empty mail is high-confidence spam, which goes to Junk, and the user wins there" },
    ] }, "3.4 safe domain under Quarantine"],
  ["a safe address is honoured where spam is quarantined, also behind its domain on the list",
    lists(withPolicy(without(), { SpamAction: "Quarantine", BlockedSenders: aircallSenders }), { TrustedSendersAndDomains: ["aircall.io", "notify.aircall.io", ...aircallSenders] }),
    { ...proven, messages: [{ message: spam, outcome: "inbox", why: "one entry is an address" }] }, "3.4 safe domain under Quarantine"],
  ["a safe domain is not honoured where spam is quarantined", lists(withPolicy(without(), { SpamAction: "Quarantine" }), { TrustedSendersAndDomains: ["aircall.io", "notify.aircall.io"] }),
    { verdict: "not-guaranteed", messages: [{ message: spam, outcome: "quarantined", why: "the entry is a domain" }] }, "3.4 safe domain under Quarantine"],
  ["the user's safe list beats the tenant's list of blocked senders", lists(withPolicy(without(), { BlockedSenders: aircallSenders }), safe), { ...proven, messages: [{ message: {}, outcome: "inbox", why: "the user wins" }] }, "3.4 organisation block against user safe"],
  ["the user's safe list beats an SCL that a rule stamps", lists(without().withRule({ Name: "Stamp", ...fromOutside, SetSCL: 6 }), safe), { ...proven, messages: [{ message: {}, outcome: "inbox", why: "the user wins" }] }, "3.4 organisation block against user safe"],
  ["a block in the Tenant Allow/Block List beats the user's safe list", lists(without().with("Get-TenantAllowBlockListItems", [allowBlockListItem("aircall.io")]), safe),
    { verdict: "blocked", finding: { stage: "tenant-allow-block-list", certainty: "certain", outcome: "quarantined" } }, "3.4 organisation block against user safe"],
];

export const mailboxJunk: readonly LabelledTenant[] = cases.map(([title, builder, label, ...rows]) => ({
  title,
  cites,
  rows,
  scope,
  export: builder.build(),
  ...label,
}));
