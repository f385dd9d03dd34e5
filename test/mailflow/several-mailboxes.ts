/** Random whole tenants with several mailboxes of different settings, and addresses that are no mailbox. */
import fc from "fast-check";
import { wholeTenant } from "../properties/arbitrary-settings";
import type { RawObject } from "./exchange/labelled/healthy-tenant";
import { mailboxTenant } from "./exchange/labelled/mailbox-tenant";

export const people = ["anna", "ben", "cleo", "dan", "eve"].map((name) => `${name}@contoso.example`);
/** A group, somebody outside, nobody of an authoritative domain, and an address of another organisation. */
export const others = [
  "all@contoso.example",
  "guest@contoso.example",
  "nobody@contoso.example",
  "zoe@elsewhere.example",
];

const perMailbox = ["Get-MailboxStatistics", "Get-MailboxJunkEmailConfiguration", "Get-InboxRule"] as const;

/** What is a person's own, and mostly about other mail than Aircall's. */
interface Personal {
  readonly entries: readonly string[];
  readonly rule: RawObject | undefined;
}

const personal: fc.Arbitrary<Personal> = fc.record({
  entries: fc.oneof(
    { weight: 2, arbitrary: fc.constant<readonly string[]>([]) },
    {
      weight: 1,
      arbitrary: fc.subarray(
        ["spam@example.org", "example.org", "@example.org", "io", "*.aircall.io", "l.io"],
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
    },
  ),
  rule: fc.option(
    fc.record({
      From: fc.constantFrom(
        ['"News" [SMTP:news@example.org]'],
        ["news@example.org", "News"],
        ['"Boss" [EX:/o=Contoso/cn=boss]'],
        ["aircall contact"],
        ["all@contoso.example"],
        ["news@example.org", '"Codes" [SMTP:noreply@notify.aircall.io]'],
      ),
      Enabled: fc.constantFrom(true, true, false),
      MoveToFolder: fc.constantFrom("News", "Codes"),
      StopProcessingRules: fc.boolean(),
      Priority: fc.constantFrom(0, 9),
    }),
    { nil: undefined },
  ),
});

/** The one mailbox of a drawn tenant, moved to another address, with what is personal added. */
const moved = (
  drawn: Readonly<Record<string, unknown>>,
  address: string,
  { entries, rule }: Personal,
): Readonly<Record<string, readonly RawObject[]>> => {
  const objects = (cmdlet: string) => (drawn[cmdlet] ?? []) as readonly RawObject[];
  const box = objects("Get-Mailbox").map((raw) => ({
    ...raw,
    Name: address,
    DisplayName: address,
    Alias: address,
    PrimarySmtpAddress: address,
    EmailAddresses: [`SMTP:${address}`, `smtp:alias.${address}`],
  }));
  return {
    "Get-Mailbox": box,
    "Get-Recipient": box,
    "Get-MailboxStatistics": objects("Get-MailboxStatistics").map((raw) => ({ ...raw, Mailbox: address })),
    "Get-MailboxJunkEmailConfiguration": objects("Get-MailboxJunkEmailConfiguration").map((raw) => ({
      ...raw,
      Mailbox: address,
      BlockedSendersAndDomains: [...(raw.BlockedSendersAndDomains as readonly string[]), ...entries],
    })),
    "Get-InboxRule": [
      ...objects("Get-InboxRule").map((raw) => ({ ...raw, Mailbox: address })),
      ...(rule === undefined ? [] : [{ Mailbox: address, Name: "Personal", ...rule }]),
    ],
  };
};

const noMailboxes: readonly RawObject[] = [
  { PrimarySmtpAddress: "all@contoso.example", RecipientTypeDetails: "MailUniversalDistributionGroup" },
  { PrimarySmtpAddress: "guest@contoso.example", RecipientTypeDetails: "MailContact" },
];

const joined = (
  organisation: Readonly<Record<string, unknown>>,
  mailboxes: readonly Readonly<Record<string, readonly RawObject[]>>[],
): Readonly<Record<string, unknown>> => ({
  ...organisation,
  "Get-OrganizationConfig": [{ DisablePlusAddressInRecipients: false }],
  ...Object.fromEntries(
    ["Get-Mailbox", "Get-Recipient", ...perMailbox].map((cmdlet) => [
      cmdlet,
      [...mailboxes.flatMap((one) => one[cmdlet] ?? []), ...(cmdlet === "Get-Recipient" ? noMailboxes : [])],
    ]),
  ),
});

/** Parts that an export may lack. */
const lost = fc.oneof(
  { weight: 4, arbitrary: fc.constant<readonly string[]>([]) },
  {
    weight: 1,
    arbitrary: fc.subarray(["Get-Mailbox", "Get-Recipient", "Get-MailContact", ...perMailbox], {
      minLength: 1,
      maxLength: 3,
    }),
  },
);

/** Where nothing is in the way: most random tenants have something, and none would ever be proven. */
const calm = mailboxTenant().build();

const organisationOrMailbox: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.oneof(
  { weight: 2, arbitrary: wholeTenant.map((whole) => whole.export) },
  { weight: 1, arbitrary: fc.constant(calm) },
);

/** Exports with the mailboxes of `people`. */
export const severalMailboxes: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc
  .tuple(
    organisationOrMailbox,
    fc.array(organisationOrMailbox, { minLength: 2, maxLength: 3 }),
    fc.array(fc.tuple(fc.nat(), personal), { minLength: people.length, maxLength: people.length }),
    lost,
  )
  .map(([organisation, kinds, choices, missing]) => {
    const mailboxes = people.map((address, place) => {
      const [number, own] = choices[place] ?? [0, { entries: [], rule: undefined }];
      const kind = kinds[number % kinds.length] ?? organisation;
      return moved(kind, address, own);
    });
    const all = joined(organisation, mailboxes);
    return Object.fromEntries(Object.entries(all).filter(([cmdlet]) => !missing.includes(cmdlet)));
  });
