/** Parts of mailboxes printed in another shape (exchange-online.md 1.4, 4.2, 4.3). */

import { userMailbox } from "./healthy-tenant";
import type { LabelledTenant } from "./labelled-tenant";
import { anna, inboxRule, junkConfiguration, mailboxTenant } from "./mailbox-tenant";

export const printedMailboxes: readonly LabelledTenant[] = [
  {
    title: "a mailbox of which no setting on delivery was printed may refuse all mail",
    cites: "exchange-online.md 4.1, 4.2",
    export: mailboxTenant()
      .with("Get-Mailbox", [userMailbox(anna, "Anna Miller")])
      .build(),
    scope: "mailbox",
    verdict: "undecided",
    finding: { stage: "mailbox" },
  },
  {
    title: "a limit on the size of mail that cannot be read may be any",
    cites: "exchange-online.md 1.4, 4.2",
    export: mailboxTenant().withMailboxSettings(anna, { MaxReceiveSize: "100 Ko (102 400 octets)" }).build(),
    scope: "mailbox",
    verdict: "undecided",
    finding: { stage: "mailbox" },
  },
  {
    title: "the organisation's limit on the size of mail, where it cannot be read, may be any",
    cites: "exchange-online.md 1.4, 4.2",
    export: mailboxTenant()
      .withMailboxSettings(anna, { MaxReceiveSize: null })
      .with("Get-TransportConfig", [{ MaxReceiveSize: "100 Ko (102 400 octets)" }])
      .build(),
    scope: "mailbox",
    verdict: "undecided",
    finding: { stage: "edge" },
    messages: [{ message: {}, outcome: "undecided", why: "the limit may be below the mail" }],
  },
  {
    title: "a forwarding address printed as an object forwards",
    cites: "exchange-online.md 4.2",
    export: mailboxTenant()
      .withMailboxSettings(anna, { ForwardingSmtpAddress: { Address: "smtp:out@fabrikam.example" } })
      .build(),
    scope: "mailbox",
    verdict: "blocked",
    finding: { stage: "mailbox", certainty: "certain", outcome: "redirected" },
  },
  {
    title: "a user's blocked sender that cannot be read may be Aircall",
    cites: "exchange-online.md 4.3",
    export: mailboxTenant()
      .with("Get-MailboxJunkEmailConfiguration", [
        junkConfiguration(anna, { BlockedSendersAndDomains: [{ Depth: 3 }] }),
      ])
      .build(),
    scope: "mailbox",
    verdict: "undecided",
    finding: { stage: "mailbox" },
  },
  {
    title: "an inbox rule under a user name in a domain nobody is known in may be anybody's",
    cites: "exchange-online.md 4.3",
    export: mailboxTenant()
      .with("Get-InboxRule", [
        inboxRule("Clear", 1, { Mailbox: "amiller@contoso.local", DeleteMessage: true }),
      ])
      .build(),
    scope: "mailbox",
    verdict: "undecided",
    finding: { stage: "mailbox" },
  },
];
