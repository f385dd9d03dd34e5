/** What kind of recipient an Aircall user's address is, and whether it is one at all (exchange-online.md 4.4, 4.5). */
import { userMailbox } from "./healthy-tenant";
import type { LabelledTenant, RawObject } from "./labelled-tenant";
import { anna, mailboxTenant, openMailbox } from "./mailbox-tenant";
import type { ReferenceRow } from "./reference-rows";
import type { TenantBuilder } from "./tenant-builder";

const scope = "mailbox" as const;
const cites = "exchange-online.md 4.4, 4.5";
const user = "sales@contoso.example";

/** The Aircall user's address belongs to a recipient of that type, which only `Get-Recipient` prints. */
const ofType = (type: string, overrides: RawObject = {}): TenantBuilder =>
  mailboxTenant().with("Get-Recipient", [
    userMailbox(anna, "Anna Miller"),
    userMailbox(user, "Sales", { RecipientTypeDetails: type, ...overrides }),
  ]);

const undecided = { verdict: "undecided" } as const;
const proven = { verdict: "proven" } as const;
const rejected = { verdict: "blocked", finding: { stage: "edge", outcome: "rejected" } } as const;
const left = { verdict: "blocked", finding: { stage: "mailbox", outcome: "left-tenant" } } as const;

/** Anna's own mailbox is of that type. */
const mailboxes = (["UserMailbox", "SharedMailbox", "LinkedMailbox"] as const).map(
  (type): LabelledTenant => ({
    title: `mail to a ${type} is delivered`,
    cites,
    rows: [`4.4 ${type}`],
    scope,
    export: mailboxTenant()
      .withMailboxSettings(anna, { RecipientTypeDetails: type })
      .with("Get-Recipient", [userMailbox(anna, "Anna Miller", { RecipientTypeDetails: type })])
      .build(),
    ...proven,
  }),
);

const others = (
  [
    "MailUser",
    "GuestMailUser",
    "RemoteUserMailbox",
    "GroupMailbox",
    "RoomMailbox",
    "EquipmentMailbox",
    "MailUniversalDistributionGroup",
    "MailUniversalSecurityGroup",
    "RoomList",
  ] as const
).map(
  (type): LabelledTenant => ({
    title: `where mail to a ${type} ends is not settled`,
    cites,
    rows: [`4.4 ${type}`],
    scope,
    users: [user],
    export: ofType(type, { ExternalEmailAddress: "SMTP:sales@elsewhere.example" }).build(),
    ...undecided,
  }),
);

const acceptedDomain = (domain: string, overrides: RawObject = {}): RawObject => ({
  Name: domain,
  DomainName: domain,
  DomainType: "Authoritative",
  MatchSubDomains: false,
  ...overrides,
});

const plus = (setting: readonly RawObject[] | undefined) =>
  setting === undefined ? mailboxTenant() : mailboxTenant().with("Get-OrganizationConfig", setting);

type Case = readonly [
  string,
  string,
  TenantBuilder,
  Pick<LabelledTenant, "verdict" | "finding">,
  ...ReferenceRow[],
];

const alias = {
  EmailAddresses: [`SMTP:${anna}`, "smtp:a.miller@contoso.example", "SIP:anna@sip.contoso.example"],
};
const contoso = acceptedDomain("contoso.example", { Default: true });

// biome-ignore format: one address, one line
const addresses: readonly Case[] = [
  ["an address of a mail contact leaves the tenant", user, ofType("MailContact", { ExternalEmailAddress: "SMTP:sales@elsewhere.example" }), left, "4.4 MailContact"],
  ["an alias is an address of its mailbox", "a.miller@contoso.example", mailboxTenant().withMailboxSettings(anna, alias).with("Get-Recipient", [userMailbox(anna, "Anna Miller", alias)]), proven, "4.4 EmailAddresses"],
  ["an address is compared without regard to case", "Anna@Contoso.example", mailboxTenant(), proven, "4.4 EmailAddresses"],
  ["an address for calls is no address for mail", "anna@sip.contoso.example", mailboxTenant().withMailboxSettings(anna, alias).with("Get-AcceptedDomain", [contoso, acceptedDomain("sip.contoso.example")]), rejected, "4.4 EmailAddresses", "4.5 Authoritative"],
  ["an unknown address in an authoritative domain is refused at the edge", "gone@contoso.example", mailboxTenant(), rejected, "4.5 Authoritative", "9.12"],
  ["an unknown address in an authoritative domain may exist where recipients were not read", "gone@contoso.example", mailboxTenant().without("Get-Recipient"), undecided, "4.5 Authoritative"],
  ["an unknown address in a relayed domain may be routed on", "gone@contoso.example", mailboxTenant().with("Get-AcceptedDomain", [acceptedDomain("contoso.example", { DomainType: "InternalRelay" })]), undecided, "4.5 InternalRelay"],
  ["an address in no accepted domain is another tenant's", "anna@fabrikam.example", mailboxTenant(), undecided, "4.5 no accepted domain"],
  ["an accepted domain does not cover its subdomains by itself", "gone@mail.contoso.example", mailboxTenant(), undecided, "4.5 MatchSubDomains"],
  ["an unknown address in a subdomain of a relayed domain may be routed on", "gone@mail.contoso.example", mailboxTenant().with("Get-AcceptedDomain", [acceptedDomain("contoso.example", { DomainType: "InternalRelay", MatchSubDomains: true })]), undecided, "4.5 MatchSubDomains"],
  ["the edge does not know dynamic groups and refuses mail to them", user, ofType("DynamicDistributionGroup"), rejected, "4.5 dynamic group", "4.4 DynamicDistributionGroup"],
  ["a plus address is the address before the plus", "anna+aircall@contoso.example", plus([{ DisablePlusAddressInRecipients: false }]), proven, "4.5 plus addressing"],
  ["a plus address is unknown where plus addresses are disabled", "anna+aircall@contoso.example", plus([{ DisablePlusAddressInRecipients: true }]), rejected, "4.5 plus addressing"],
  ["whether plus addresses work was not read", "anna+aircall@contoso.example", plus(undefined), undecided, "4.5 plus addressing"],
  ["a plus address of nobody is unknown", "gone+aircall@contoso.example", plus([{ DisablePlusAddressInRecipients: false }]), rejected, "4.5 plus addressing"],
];

export const recipientTypesAndAddresses: readonly LabelledTenant[] = [
  ...mailboxes,
  ...others,
  ...addresses.map(([title, address, builder, label, ...rows]) => ({
    title,
    cites: `${cites}, 9.12`,
    rows,
    scope,
    users: [address],
    export: builder.build(),
    ...label,
  })),
  {
    title: "two aliases of one mailbox are one user's mail",
    cites,
    rows: ["4.4 EmailAddresses"],
    scope,
    users: [anna, "a.miller@contoso.example"],
    export: mailboxTenant()
      .withMailboxSettings(anna, { ...openMailbox, ...alias })
      .with("Get-Recipient", [userMailbox(anna, "Anna Miller", alias)])
      .build(),
    ...proven,
  },
];
