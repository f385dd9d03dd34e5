/** Conditions on recipients and groups: one named person is enough for a block, and nobody else is hit. */
import { userMailbox } from "./healthy-tenant";
import { aboveTheAllow, type LabelledTenant, quarantine } from "./labelled-tenant";

const toBob = { recipient: "bob@contoso.example" };
const withBob = (conditions: Readonly<Record<string, unknown>>) =>
  aboveTheAllow(quarantine("Recipients", conditions)).withMailbox("bob@contoso.example", "Bob Baker");
const blocked = { stage: "transport-rules", rule: "Recipients", outcome: "quarantined" } as const;
const certainlyBlocked = { ...blocked, certainty: "certain" } as const;

export const recipientsAndGroups: readonly LabelledTenant[] = [
  {
    title: "a rule for one user blocks that user and nobody else",
    cites: "exchange-online.md 2.3",
    rows: ["2.3 SentTo"],
    export: withBob({ SentTo: ["bob@contoso.example"] }).build(),
    verdict: "blocked",
    finding: certainlyBlocked,
    messages: [
      { message: toBob, outcome: "quarantined", why: "he is named" },
      { message: {}, outcome: "inbox", why: "she is not" },
    ],
  },
  {
    title: "a rule for a user may name him by display name",
    cites: "exchange-online.md 2.2, 2.3",
    export: withBob({ SentTo: ["Bob Baker"] }).build(),
    verdict: "blocked",
    finding: certainlyBlocked,
    messages: [{ message: toBob, outcome: "quarantined", why: "the name is his" }],
  },
  {
    title: "a rule for an address that no mailbox has blocks nobody",
    cites: "exchange-online.md 2.3",
    export: withBob({ SentTo: ["left-in-2019@contoso.example"] }).build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a rule that names an alias never matches while addresses are resolved",
    cites: "exchange-online.md 2.3, 9.4",
    rows: ["2.3 RecipientAddressType Resolved", "9.4"],
    export: aboveTheAllow(
      quarantine("Alias", { RecipientAddressContainsWords: ["a.miller@contoso.example"] }),
    )
      .with("Get-Recipient", [
        userMailbox("anna@contoso.example", "Anna Miller", {
          EmailAddresses: ["SMTP:anna@contoso.example", "smtp:a.miller@contoso.example"],
        }),
      ])
      .with("Get-Mailbox", [
        userMailbox("anna@contoso.example", "Anna Miller", {
          EmailAddresses: ["SMTP:anna@contoso.example", "smtp:a.miller@contoso.example"],
        }),
      ])
      .build(),
    verdict: "proven",
    narrowness: "narrow",
    messages: [{ message: {}, outcome: "inbox", why: "only the primary address is looked at" }],
  },
  {
    title: "a word on the recipient address is a whole word",
    cites: "exchange-online.md 2.3, 2.6",
    rows: ["2.3 RecipientAddressContainsWords"],
    export: withBob({ RecipientAddressContainsWords: ["ann", "bo"] }).build(),
    verdict: "proven",
    narrowness: "narrow",
    messages: [{ message: {}, outcome: "inbox", why: "anna is another word than ann" }],
  },
  {
    title: "a word on the recipient address finds the local part",
    cites: "exchange-online.md 2.3, 2.6",
    rows: ["2.3 RecipientAddressContainsWords"],
    export: withBob({ RecipientAddressContainsWords: ["bob"] }).build(),
    verdict: "blocked",
    finding: blocked,
    messages: [
      { message: toBob, outcome: "quarantined", why: "@ delimits the word" },
      { message: {}, outcome: "inbox", why: "her address lacks it" },
    ],
  },
  {
    title: "a pattern on the recipient address is a substring search",
    cites: "exchange-online.md 2.3, 2.6",
    rows: ["2.3 RecipientAddressMatchesPatterns"],
    export: withBob({ RecipientAddressMatchesPatterns: ["nn"] }).build(),
    verdict: "blocked",
    finding: certainlyBlocked,
    messages: [
      { message: {}, outcome: "quarantined", why: "anna holds nn" },
      { message: toBob, outcome: "inbox", why: "bob does not" },
    ],
  },
  {
    title: "a rule for the company's own domain blocks everybody",
    cites: "exchange-online.md 2.3",
    export: withBob({ RecipientDomainIs: ["contoso.example"] }).build(),
    verdict: "blocked",
    finding: certainlyBlocked,
  },
  {
    title: "a rule for a recipient domain reaches mailboxes in its subdomains",
    cites: "exchange-online.md 2.3",
    rows: ["2.3 RecipientDomainIs"],
    export: aboveTheAllow(quarantine("Recipients", { RecipientDomainIs: ["fabrikam.example"] }))
      .withMailbox("carl@mail.fabrikam.example", "Carl")
      .with("Get-AcceptedDomain", [
        { DomainName: "contoso.example", DomainType: "Authoritative" },
        { DomainName: "mail.fabrikam.example", DomainType: "Authoritative" },
      ])
      .build(),
    verdict: "blocked",
    finding: certainlyBlocked,
    messages: [
      { message: { recipient: "carl@mail.fabrikam.example" }, outcome: "quarantined", why: "a subdomain" },
      { message: {}, outcome: "inbox", why: "another domain" },
    ],
  },
  {
    title: "a rule for another company's domain blocks nobody",
    cites: "exchange-online.md 2.3",
    export: withBob({ RecipientDomainIs: ["fabrikam.example"] }).build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a rule for the members of a group blocks its members",
    cites: "exchange-online.md 2.3",
    rows: ["2.3 SentToMemberOf"],
    export: withBob({ SentToMemberOf: ["sales@contoso.example"] })
      .withGroup("sales@contoso.example", ["bob@contoso.example"])
      .build(),
    verdict: "blocked",
    finding: certainlyBlocked,
    messages: [
      { message: toBob, outcome: "quarantined", why: "a member" },
      { message: {}, outcome: "inbox", why: "not a member" },
    ],
  },
  {
    title: "a rule for the members of a group that no mailbox is in blocks nobody",
    cites: "exchange-online.md 2.3",
    export: withBob({ SentToMemberOf: ["sales@contoso.example"] })
      .withGroup("sales@contoso.example", ["guest@fabrikam.example"])
      .build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a rule for the members of a group whose members were not read is undecided",
    cites: "exchange-online.md 2.3; design 2",
    export: withBob({ SentToMemberOf: ["sales@contoso.example"] })
      .withGroup("sales@contoso.example", ["bob@contoso.example"])
      .without("Get-DistributionGroupMember")
      .build(),
    verdict: "undecided",
    finding: { stage: "transport-rules", rule: "Recipients", names: "Get-DistributionGroupMember" },
    messages: [{ message: {}, outcome: "undecided", why: "whether she is a member was not read" }],
  },
  {
    title: "a rule for the members of a deleted group does nothing",
    cites: "exchange-online.md 2.3",
    rows: ["2.3 SentToMemberOf"],
    export: withBob({ SentToMemberOf: ["gone@contoso.example"] })
      .with("Get-DynamicDistributionGroupMember", [])
      .with("Get-UnifiedGroupLinks", [])
      .build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a rule for recipients inside the organisation reaches mail from the Internet",
    cites: "exchange-online.md 2.3",
    rows: ["2.3 SentToScope"],
    export: withBob({ SentToScope: "InOrganization" }).build(),
    verdict: "blocked",
    finding: certainlyBlocked,
  },
  {
    title: "a rule for recipients outside the organisation reaches no mailbox of it",
    cites: "exchange-online.md 2.3",
    rows: ["2.3 SentToScope"],
    export: withBob({ SentToScope: "NotInOrganization" }).build(),
    verdict: "proven",
    narrowness: "narrow",
  },
];
