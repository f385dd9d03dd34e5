/** Allow entries that lapse 45 days after their last use, and spoof pairs (exchange-online.md 3.4, 5). */
import { allowBlockListItem, antiPhishPolicy } from "./healthy-tenant";
import { aircallSenders, allowAircall, type LabelledTenant, type RawObject, tenant } from "./labelled-tenant";

const lapsing = (lastUsed: string | null, expiration: string | null = null) =>
  tenant()
    .with(
      "Get-TenantAllowBlockListItems",
      aircallSenders.map((address) =>
        allowBlockListItem(address, {
          Action: "Allow",
          RemoveAfter: 45,
          LastUsedDate: lastUsed,
          ExpirationDate: expiration,
        }),
      ),
    )
    .build();

const pair = (overrides: RawObject = {}): RawObject => ({
  SpoofedUser: "aircall.io",
  SendingInfrastructure: "*",
  SpoofType: "External",
  Action: "Block",
  ...overrides,
});
const withPair = (item: RawObject) => tenant().with("Get-TenantAllowBlockListSpoofItems", [item]);
/** The spoof verdict is acted on where the anti-phishing policy is (exchange-online.md 3.6). */
const junk = { stage: "anti-phishing", outcome: "junk" } as const;
const notGuaranteed = { verdict: "not-guaranteed", finding: { stage: "anti-spam" } } as const;
const undecided = { verdict: "undecided", finding: { stage: "tenant-allow-block-list" } } as const;

const infrastructures = ["amazonses.com", "54.240.8.0/24", "aircall.io", "bulk.example"] as const;

export const lapsingAllowsAndSpoofPairs: readonly LabelledTenant[] = [
  {
    title: "a block of the envelope's domain may hit, for nobody says that only the header is compared",
    cites: "exchange-online.md 5, 9.2",
    rows: ["9.2"],
    export: tenant()
      .withRule(allowAircall())
      .with("Get-TenantAllowBlockListItems", [allowBlockListItem("amazonses.com")])
      .build(),
    ...undecided,
  },
  {
    title: "a block of a link to Aircall's own site may hit, for nobody says what it does to mail",
    cites: "exchange-online.md 3.4, 5",
    export: tenant()
      .withRule(allowAircall())
      .with("Get-TenantAllowBlockListItems", [
        allowBlockListItem("dashboard.aircall.io/*", { ListType: "Url" }),
      ])
      .build(),
    ...undecided,
  },
  {
    title: "a block of somebody else's link is nothing to Aircall",
    cites: "exchange-online.md 3.4, 5; aircall.md 1.3",
    export: tenant()
      .withRule(allowAircall())
      .with("Get-TenantAllowBlockListItems", [allowBlockListItem("evil.example/*", { ListType: "Url" })])
      .build(),
    verdict: "proven",
  },
  {
    title: "allows that lapse 45 days after their last use prove delivery until then",
    cites: "exchange-online.md 5, 9.11",
    rows: ["9.11"],
    export: lapsing("2026-11-10T08:00:00Z"),
    verdict: "proven",
    changesAt: [{ at: "2026-12-25T08:00:00Z", verdict: "not-guaranteed" }],
  },
  {
    title: "an allow that prints a later date as well lapses 45 days after its last use",
    cites: "exchange-online.md 5, 9.11",
    rows: ["9.11"],
    export: lapsing("2026-10-01T08:00:00Z", "2026-12-10T00:00:00Z"),
    ...notGuaranteed,
  },
  {
    title: "an allow that was used lately ends at its date all the same",
    cites: "exchange-online.md 5, 9.11",
    rows: ["9.11"],
    export: lapsing("2026-11-10T08:00:00Z", "2026-12-10T00:00:00Z"),
    verdict: "proven",
    changesAt: [{ at: "2026-12-10T00:00:00Z", verdict: "not-guaranteed" }],
  },
  {
    title: "allows that were last used 46 days ago have lapsed",
    cites: "exchange-online.md 5, 9.11",
    rows: ["9.11"],
    export: lapsing("2026-10-07T11:59:00Z"),
    ...notGuaranteed,
  },
  {
    title: "allows that lapse after an unknown last use do not count",
    cites: "exchange-online.md 5, 9.11",
    rows: ["9.11"],
    export: lapsing(null),
    ...notGuaranteed,
  },
  {
    title: "allows with a date prove delivery until that date",
    cites: "exchange-online.md 5, 9.11",
    rows: ["9.11"],
    export: tenant()
      .with(
        "Get-TenantAllowBlockListItems",
        aircallSenders.map((address) =>
          allowBlockListItem(address, { Action: "Allow", ExpirationDate: "2026-12-10T00:00:00Z" }),
        ),
      )
      .build(),
    verdict: "proven",
    changesAt: [{ at: "2026-12-10T00:00:00Z", verdict: "not-guaranteed" }],
  },
  {
    title: "a block with a date ends at that date",
    cites: "exchange-online.md 5",
    export: tenant()
      .withRule(allowAircall())
      .with("Get-TenantAllowBlockListItems", [
        allowBlockListItem("team@aircall.io", { ExpirationDate: "2026-12-20T00:00:00Z" }),
      ])
      .build(),
    verdict: "blocked",
    finding: { stage: "tenant-allow-block-list", certainty: "certain", outcome: "quarantined" },
    changesAt: [{ at: "2026-12-20T00:00:00Z", verdict: "proven" }],
  },
  {
    title: "a block of a whole top-level domain quarantines Aircall's mail",
    cites: "exchange-online.md 5",
    export: tenant()
      .withRule(allowAircall())
      .with("Get-TenantAllowBlockListItems", [allowBlockListItem("*.io")])
      .build(),
    verdict: "blocked",
    finding: { stage: "tenant-allow-block-list", certainty: "certain", outcome: "quarantined" },
  },
  {
    title: "a blocked spoof pair for any infrastructure ends as the spoof action says",
    cites: "exchange-online.md 3.4, 5",
    rows: ["3.4 TABL spoof block / clean"],
    export: withPair(pair()).build(),
    verdict: "blocked",
    finding: junk,
    messages: [{ message: { filterVerdict: "clean" }, outcome: "junk", why: "the pair covers the sender" }],
  },
  {
    title: "a blocked spoof pair is quarantined where spoofs are",
    cites: "exchange-online.md 3.4, 3.6, 5",
    export: withPair(pair({ SpoofedUser: "noreply@aircall.io" }))
      .with("Get-AntiPhishPolicy", [antiPhishPolicy({ AuthenticationFailAction: "Quarantine" })])
      .build(),
    verdict: "blocked",
    finding: { ...junk, outcome: "quarantined" },
  },
  ...infrastructures.map(
    (infrastructure): LabelledTenant => ({
      title: `whether Aircall sends from the blocked infrastructure ${infrastructure} is not published`,
      cites: "exchange-online.md 5; aircall.md 1.3",
      export: withPair(pair({ SendingInfrastructure: infrastructure })).build(),
      ...undecided,
    }),
  ),
  {
    title: "a blocked infrastructure for any user may be Aircall's",
    cites: "exchange-online.md 5; aircall.md 1.3",
    export: withPair(pair({ SpoofedUser: "*", SendingInfrastructure: "amazonses.com" })).build(),
    ...undecided,
  },
  {
    title: "whether an allow lifts a blocked spoof pair is not published",
    cites: "exchange-online.md 3.4, 5",
    export: withPair(pair()).withRule(allowAircall()).build(),
    ...undecided,
  },
  {
    title: "an allowed spoof pair takes nothing but spoof out of the question",
    cites: "exchange-online.md 3.4, 5",
    export: withPair(pair({ Action: "Allow" })).build(),
    ...notGuaranteed,
  },
];
