/** What may let forged mail past the filter, and must not be called narrow (exchange-online.md 3.4, 5). */
import {
  allowBlockListItem,
  connectionFilterPolicy,
  contentFilterPolicy,
  policyRule,
} from "./healthy-tenant";
import {
  aircallSenders,
  allowAircall,
  type LabelledTenant,
  type RawObject,
  type TenantBuilder,
  tenant,
} from "./labelled-tenant";
import { anna, junkConfiguration, mailboxTenantWithoutAllow } from "./mailbox-tenant";

type Verdicts = Pick<LabelledTenant, "verdict"> & {
  readonly narrowness: NonNullable<LabelledTenant["narrowness"]>;
};

const notSure: Verdicts = { verdict: "not-guaranteed", narrowness: "undecided" };
const unknown: Verdicts = { verdict: "undecided", narrowness: "undecided" };

const labelled = (
  title: string,
  cites: string,
  builder: TenantBuilder,
  verdicts: Verdicts,
  more: Partial<LabelledTenant> = {},
): LabelledTenant => ({ title, cites, export: builder.build(), ...verdicts, ...more });

const items = "Get-TenantAllowBlockListItems";
const policies = "Get-HostedContentFilterPolicy";
const allowing = (item: RawObject): TenantBuilder =>
  tenant().with(items, [allowBlockListItem("aircall.io", { Action: "Allow", ...item })]);
const wide = contentFilterPolicy({
  Name: "Wide",
  Identity: "Wide",
  IsDefault: false,
  AllowedSenderDomains: ["aircall.io"],
});
const bypass = (conditions: RawObject): TenantBuilder =>
  tenant().withRule({ Name: "Bypass", From: aircallSenders, SetSCL: -1, ...conditions });
const boss = ["boss@contoso.example"];

export const narrownessInDoubt: readonly LabelledTenant[] = [
  labelled(
    "an allow entry without a known end may let forged mail in",
    "exchange-online.md 5",
    allowing({}),
    notSure,
  ),
  labelled(
    "an allow entry whose last use is not known may let forged mail in",
    "exchange-online.md 5",
    allowing({ RemoveAfter: 45 }),
    notSure,
  ),
  labelled(
    "an allow entry with a wildcard may let forged mail in",
    "exchange-online.md 5, 7.2",
    tenant().with(items, [
      allowBlockListItem("*.aircall.io", { Action: "Allow", ExpirationDate: "2026-12-10T00:00:00Z" }),
    ]),
    notSure,
  ),
  labelled(
    "an allow entry that has lapsed lets nothing in",
    "exchange-online.md 5",
    allowing({ RemoveAfter: 45, LastUsedDate: "2026-08-01T00:00:00Z" }),
    { verdict: "not-guaranteed", narrowness: "no-bypass" },
  ),
  labelled(
    "a list of allows that was not read may let forged mail in",
    "exchange-online.md 3.4",
    tenant().withRule(allowAircall()).without(items),
    unknown,
  ),
  labelled(
    "allowed addresses that were not read may let forged mail in",
    "exchange-online.md 3.4, 3.8",
    tenant().withRule(allowAircall()).without("Get-HostedConnectionFilterPolicy"),
    unknown,
  ),
  labelled(
    "allowed addresses that begin with private ones reach into public ones",
    "exchange-online.md 3.8",
    tenant()
      .with("Get-HostedConnectionFilterPolicy", [
        connectionFilterPolicy({ IPAllowList: ["10.255.255.200-11.0.0.50"] }),
      ])
      .withRule(allowAircall()),
    { verdict: "proven", narrowness: "undecided" },
  ),
  labelled(
    "a policy that allows the domain may bind the recipient, where members were not read",
    "exchange-online.md 3.3, 5",
    tenant()
      .with(policies, [contentFilterPolicy(), wide])
      .with("Get-HostedContentFilterRule", [
        policyRule("Wide", 0, {
          HostedContentFilterPolicy: "Wide",
          SentToMemberOf: ["staff@contoso.example"],
        }),
      ])
      .without("Get-DistributionGroup"),
    unknown,
  ),
  labelled(
    "a policy that binds and was not read may allow the domain",
    "exchange-online.md 3.3, 5",
    tenant()
      .withRule(allowAircall())
      .with("Get-HostedContentFilterRule", [
        policyRule("Gone", 0, { HostedContentFilterPolicy: "Gone", RecipientDomainIs: ["contoso.example"] }),
      ]),
    unknown,
  ),
  labelled(
    "an allowed domain is too wide also where no user is known",
    "exchange-online.md 5",
    tenant().with(policies, [contentFilterPolicy({ AllowedSenderDomains: ["aircall.io"] })]),
    { verdict: "undecided", narrowness: "too-wide" },
    { users: ["nobody@contoso.example"] },
  ),
  labelled(
    "a forger may name somebody else in Cc",
    "exchange-online.md 2.3, 5",
    bypass({ AnyOfCcHeader: boss }),
    notSure,
  ),
  labelled(
    "a forger may name somebody else in To",
    "exchange-online.md 2.3, 5",
    bypass({ AnyOfToHeader: boss }),
    notSure,
  ),
  labelled(
    "a forger may write to somebody else as well",
    "exchange-online.md 2.3, 5",
    bypass({ AnyOfRecipientAddressContainsWords: ["boss"] }),
    notSure,
  ),
  labelled(
    "a user's safe list lets in whoever writes the address",
    "exchange-online.md 3.4",
    mailboxTenantWithoutAllow().with("Get-MailboxJunkEmailConfiguration", [
      junkConfiguration(anna, { TrustedSendersAndDomains: aircallSenders }),
    ]),
    { verdict: "proven", narrowness: "undecided" },
    { scope: "mailbox" },
  ),
];
