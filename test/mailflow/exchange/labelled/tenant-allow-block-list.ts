/** Tenant Allow/Block List: blocks of addresses and domains, and allows that die. */
import { allowBlockListItem } from "./healthy-tenant";
import { aircallSenders, allowAircall, type LabelledTenant, type RawObject, tenant } from "./labelled-tenant";

const withItems = (...items: readonly RawObject[]) => tenant().with("Get-TenantAllowBlockListItems", items);
const blocked = { stage: "tenant-allow-block-list", certainty: "certain", outcome: "quarantined" } as const;
const allows = (expiration: string) =>
  aircallSenders.map((address) =>
    allowBlockListItem(address, { Action: "Allow", ExpirationDate: expiration }),
  );

export const tenantAllowBlockList: readonly LabelledTenant[] = [
  {
    title: "a block of one sender's address quarantines that sender's mail",
    cites: "exchange-online.md 3.4, 5",
    export: withItems(allowBlockListItem("noreply@aircall.io")).build(),
    verdict: "blocked",
    narrowness: "no-bypass",
    finding: blocked,
    messages: [{ message: {}, outcome: "quarantined", why: "clean mail is quarantined too" }],
  },
  {
    title: "a block of the domain aircall.io does not cover its subdomain, and no rule lifts it",
    cites: "exchange-online.md 3.4, 5, 9.1",
    rows: ["9.1"],
    export: withItems(allowBlockListItem("aircall.io")).withRule(allowAircall()).build(),
    verdict: "blocked",
    finding: blocked,
    messages: [
      {
        message: {},
        outcome: "quarantined",
        why: "treated as high-confidence phish, which SCL -1 never lifts",
      },
      { message: { from: "noreply@notify.aircall.io" }, outcome: "inbox", why: "a subdomain is not covered" },
    ],
  },
  {
    title: "a block of the subdomain quarantines the invitations",
    cites: "exchange-online.md 3.4, 5; aircall.md 1.3",
    export: withItems(allowBlockListItem("notify.aircall.io")).withRule(allowAircall()).build(),
    verdict: "blocked",
    finding: blocked,
    messages: [
      { message: { from: "noreply@notify.aircall.io" }, outcome: "quarantined", why: "the domain is listed" },
      { message: {}, outcome: "inbox", why: "the parent domain is not" },
    ],
  },
  {
    title: "a block of another sender does not touch Aircall mail",
    cites: "exchange-online.md 5",
    export: withItems(allowBlockListItem("noreply@bulk.example"), allowBlockListItem("call.io"))
      .withRule(allowAircall())
      .build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a block past its expiration date blocks nothing",
    cites: "exchange-online.md 5",
    export: withItems(allowBlockListItem("aircall.io", { ExpirationDate: "2026-11-20T00:00:00Z" }))
      .withRule(allowAircall())
      .build(),
    verdict: "proven",
    narrowness: "narrow",
  },
  {
    title: "a block before its expiration date blocks",
    cites: "exchange-online.md 5",
    export: withItems(allowBlockListItem("aircall.io", { ExpirationDate: "2026-12-20T00:00:00Z" }))
      .withRule(allowAircall())
      .build(),
    verdict: "blocked",
    finding: blocked,
  },
  {
    title: "a block beats an allow of the same sender",
    cites: "exchange-online.md 3.4, 9.11",
    rows: ["3.4 block beats allow", "9.11"],
    export: withItems(...allows("2026-12-10T00:00:00Z"), allowBlockListItem("team@aircall.io")).build(),
    verdict: "blocked",
    finding: blocked,
    messages: [
      { message: { from: "team@aircall.io" }, outcome: "quarantined", why: "block beats allow" },
      { message: {}, outcome: "inbox", why: "this address is only allowed" },
    ],
  },
  {
    title: "allows of the five senders prove delivery until they expire",
    cites: "exchange-online.md 3.4, 5",
    export: withItems(...allows("2026-12-10T00:00:00Z")).build(),
    verdict: "proven",
    messages: [{ message: {}, outcome: "inbox", why: "an allowed sender" }],
  },
  {
    title: "allows of the five senders that have expired protect nobody",
    cites: "exchange-online.md 5, 9.11",
    rows: ["9.11"],
    export: withItems(...allows("2026-12-10T00:00:00Z")).build(),
    asOf: "2026-12-11T00:00:00Z",
    verdict: "not-guaranteed",
    narrowness: "no-bypass",
    finding: { stage: "anti-spam" },
  },
  {
    title: "a spoof pair blocked for another domain does not touch Aircall mail",
    cites: "exchange-online.md 5",
    export: tenant()
      .withRule(allowAircall())
      .with("Get-TenantAllowBlockListSpoofItems", [
        {
          SpoofedUser: "bank.example",
          SendingInfrastructure: "bulk.example",
          SpoofType: "External",
          Action: "Block",
        },
      ])
      .build(),
    verdict: "proven",
    narrowness: "narrow",
  },
];
