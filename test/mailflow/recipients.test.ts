/** Recipients share a class only where no rule and no policy tells them apart: each is asked here by itself. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { selectPolicy } from "../../src/mailflow/exchange/policy-selection";
import { endingOf } from "../../src/mailflow/exchange/transport-rules/effect";
import { matchOf } from "../../src/mailflow/exchange/transport-rules/match";
import { initialState } from "../../src/mailflow/exchange/transport-rules/state";
import { aircallClass } from "../../src/mailflow/message-class";
import { classifyRecipients, recipientKey } from "../../src/mailflow/recipients";
import { toTenant } from "../../src/tenants/exchange/export/native-export";
import { runs } from "../properties/runs";
import { contentFilterPolicy, healthyTenant } from "./exchange/labelled/healthy-tenant";

const names = ["anna", "ben", "cleo", "dan", "eve"] as const;
const domains = ["contoso.example", "sales.contoso.example"] as const;
const addresses = names.flatMap((name) => domains.map((domain) => `${name}@${domain}`));

const some = <Value>(values: readonly Value[]) =>
  fc.subarray([...values], { minLength: 1, maxLength: Math.min(3, values.length) });

const people = some([...addresses, "Anna", "Team Sales", "nobody", "nobody@contoso.example"]);
const groups = some([
  "sales@contoso.example",
  "Team Sales",
  "unread@contoso.example",
  "gone@contoso.example",
]);

const condition = fc.oneof(
  people.map((value) => ["SentTo", value] as const),
  people.map((value) => ["AnyOfToCcHeader", value] as const),
  groups.map((value) => ["SentToMemberOf", value] as const),
  some(domains).map((value) => ["RecipientDomainIs", value] as const),
  some(["anna", "ben", "sales"]).map((value) => ["RecipientAddressContainsWords", value] as const),
  some(["^an", "n@", "sales"]).map((value) => ["RecipientAddressMatchesPatterns", value] as const),
  some(["Department:Sales", "City:Paris,Lyon"]).map(
    (value) => ["RecipientADAttributeContainsWords", value] as const,
  ),
);

const rule = fc
  .tuple(
    fc.array(condition, { minLength: 0, maxLength: 2 }),
    fc.array(condition, { minLength: 0, maxLength: 2 }),
    fc.oneof(
      fc.constant({ Quarantine: true }),
      people.map((RedirectMessageTo) => ({ RedirectMessageTo })),
    ),
  )
  .map(([all, except, action]) => ({
    ...Object.fromEntries(all),
    ...Object.fromEntries(except.map(([name, value]) => [`ExceptIf${name}`, value])),
    ...action,
  }));

const mailbox = fc.record({
  PrimarySmtpAddress: fc.constantFrom(...addresses),
  Alias: fc.constantFrom("anna", "x"),
  DisplayName: fc.constantFrom("Anna", "Other"),
  EmailAddresses: some(addresses.map((address) => `smtp:${address}`)),
  Department: fc.constantFrom("Sales", "Support"),
  City: fc.constantFrom("Paris", "Rome"),
});

const member = fc.record({
  Group: fc.constantFrom("sales@contoso.example", "Team Sales"),
  PrimarySmtpAddress: fc.constantFrom(...addresses),
});

const filter = fc
  .tuple(people, groups, some(domains))
  .chain(([SentTo, ExceptIfSentToMemberOf, RecipientDomainIs]) =>
    fc.constantFrom<Readonly<Record<string, readonly string[]>>>(
      { SentTo },
      { RecipientDomainIs, ExceptIfSentToMemberOf },
      { SentTo, ExceptIfSentToMemberOf },
    ),
  );

const { "Get-Recipient": _recipients, ...withoutRecipients } = healthyTenant;

const tenants = fc
  .tuple(
    fc.array(rule, { minLength: 1, maxLength: 4 }),
    fc.uniqueArray(mailbox, {
      minLength: 2,
      maxLength: 8,
      selector: ({ PrimarySmtpAddress }) => PrimarySmtpAddress,
    }),
    fc.array(member, { maxLength: 6 }),
    fc.array(filter, { maxLength: 2 }),
  )
  .map(([rules, mailboxes, members, filters]) =>
    toTenant(
      {
        ...withoutRecipients,
        "Get-TransportRule": rules.map((one, Priority) => ({
          Name: `Rule ${Priority}`,
          State: "Enabled",
          Mode: "Enforce",
          Priority,
          ...one,
        })),
        "Get-HostedContentFilterPolicy": [
          contentFilterPolicy(),
          ...filters.map((_filter, place) => contentFilterPolicy({ Name: `P${place}`, IsDefault: false })),
        ],
        "Get-HostedContentFilterRule": filters.map((one, Priority) => ({
          Name: `R${Priority}`,
          HostedContentFilterPolicy: `P${Priority}`,
          State: "Enabled",
          Priority,
          ...one,
        })),
        "Get-Mailbox": mailboxes,
        "Get-DistributionGroup": [
          { Name: "Team Sales", PrimarySmtpAddress: "sales@contoso.example" },
          { Name: "Unread", PrimarySmtpAddress: "unread@contoso.example" },
        ],
        "Get-DistributionGroupMember": members,
      },
      "random",
    ),
  );

const messages = aircallClass("noreply@aircall.io");

describe("classes of recipients", () => {
  it("hold only recipients that every rule and every policy treats alike", () => {
    fc.assert(
      fc.property(tenants, (tenant) => {
        const rules = tenant.transportRules ?? [];
        const treatment = new Map<string, string>();
        const keyOf = recipientKey(tenant, rules);
        for (const recipient of tenant.recipients ?? []) {
          const treated = JSON.stringify([
            rules.map((one) => [
              matchOf(one, { tenant, messages, recipient, state: initialState }),
              endingOf(one, recipient),
            ]),
            selectPolicy("hostedContentFilterPolicy", tenant.hostedContentFilterRules, "", recipient, tenant),
          ]);
          const key = keyOf(recipient);
          assert.equal(treatment.get(key) ?? treated, treated, recipient.address);
          treatment.set(key, treated);
        }
      }),
      runs(300),
    );
  });

  it("are few where the rules name few: the others share one", () => {
    const Names = Array.from({ length: 500 }, (_none, index) => ({
      PrimarySmtpAddress: `user${index}@contoso.example`,
      EmailAddresses: [`SMTP:user${index}@contoso.example`],
    }));
    const tenant = toTenant(
      {
        ...withoutRecipients,
        "Get-TransportRule": [1, 2, 3].map((index) => ({
          Name: `Rule ${index}`,
          State: "Enabled",
          Mode: "Enforce",
          Priority: index,
          SentTo: [`user${index}@contoso.example`],
          PrependSubject: "[x] ",
        })),
        "Get-Mailbox": Names,
      },
      "x",
    );
    const classes = classifyRecipients(tenant, tenant.transportRules ?? [], tenant.recipients);
    assert.deepEqual(
      classes.map(({ count }) => count),
      [497, 1, 1, 1],
    );
  });
});
