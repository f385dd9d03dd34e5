/** The table of allows and blocks against the filter's verdicts, cell by cell (exchange-online.md 3.4). */
import type { FilterVerdict, Message } from "../../../../src/mailflow/message";
import type { Outcome } from "../../../../src/mailflow/outcome";
import {
  allowBlockListItem,
  antiPhishPolicy,
  connectionFilterPolicy,
  contentFilterPolicy,
  malwareFilterPolicy,
} from "./healthy-tenant";
import {
  aircallSenders,
  allowAircall,
  fromOutside,
  type LabelledMessage,
  type LabelledTenant,
  type RawObject,
  tenant,
} from "./labelled-tenant";
import { isReferenceRow, type ReferenceRow } from "./reference-rows";

type Column = "malware" | "HPHSH" | "PHSH" | "HSPM" | "clean";

/** The verdicts that share a column of the table. */
const columns: Readonly<Record<Column, readonly FilterVerdict[]>> = {
  malware: ["malware"],
  HPHSH: ["high-confidence-phish"],
  PHSH: ["phish", "spoof"],
  HSPM: ["high-confidence-spam", "spam", "bulk"],
  clean: ["clean"],
};

/** The outcome of each verdict that the cells of a row name. */
type Cells = Readonly<Partial<Record<Column, Outcome | Readonly<Partial<Record<FilterVerdict, Outcome>>>>>>;

const columnNames = Object.keys(columns) as readonly Column[];

export const cellRows = (setting: string, cells: Cells): readonly ReferenceRow[] =>
  columnNames
    .filter((column) => cells[column] !== undefined)
    .map((column) => `3.4 ${setting} / ${column}`)
    .filter(isReferenceRow);

/** One message for each verdict of a named cell. */
export const cellMessages = (
  setting: string,
  cells: Cells,
  message: Partial<Message> = {},
): readonly LabelledMessage[] =>
  columnNames.flatMap((column) =>
    columns[column].flatMap((filterVerdict) => {
      const cell = cells[column];
      const outcome = typeof cell === "object" ? cell[filterVerdict] : cell;
      if (outcome === undefined) return [];
      return [{ message: { ...message, filterVerdict }, outcome, why: `${setting} meets ${filterVerdict}` }];
    }),
  );

/** Each verdict ends elsewhere: phish redirected, spam in Junk, high-confidence spam deleted, bulk quarantined. */
const distinctActions = {
  SpamAction: "MoveToJmf",
  HighConfidenceSpamAction: "Delete",
  PhishSpamAction: "Redirect",
  BulkSpamAction: "Quarantine",
  HighConfidencePhishAction: "Quarantine",
};

/** Spam of each kind goes to Junk, phish is redirected: a blocked or stamped mail ends in one place whatever its kind. */
const withSpamInJunk = (overrides: RawObject = {}) =>
  tenant().with("Get-HostedContentFilterPolicy", [
    contentFilterPolicy({ PhishSpamAction: "Redirect", ...overrides }),
  ]);
const withDistinct = (overrides: RawObject = {}) => withSpamInJunk({ ...distinctActions, ...overrides });

const filterStands = { malware: "quarantined", HPHSH: "quarantined" } as const;
const lifted: Cells = { ...filterStands, PHSH: "inbox", HSPM: "inbox" };
const marked: Cells = { ...filterStands, PHSH: { phish: "redirected" }, HSPM: "junk", clean: "junk" };
const taken = (outcome: Outcome): Cells => ({
  malware: outcome,
  HPHSH: outcome,
  PHSH: outcome,
  HSPM: outcome,
  clean: outcome,
});

const listed = { sourceIp: "54.240.8.17" };
const allows = aircallSenders.map((address) =>
  allowBlockListItem(address, { Action: "Allow", ExpirationDate: "2026-12-10T00:00:00Z" }),
);
const spoofPair = (action: "Allow" | "Block"): RawObject => ({
  SpoofedUser: "aircall.io",
  SendingInfrastructure: "*",
  SpoofType: "External",
  Action: action,
});

interface Row {
  readonly setting: string;
  readonly tenant: LabelledTenant["export"];
  readonly cells: Cells;
  readonly label: Pick<LabelledTenant, "verdict" | "narrowness" | "finding">;
  readonly message?: Partial<Message>;
}

const proven = { verdict: "proven" } as const;
const notGuaranteed = { verdict: "not-guaranteed", finding: { stage: "anti-spam" } } as const;

// biome-ignore format: one row of the table, few lines
const table: readonly Row[] = [
  { setting: "Rule SCL -1", tenant: withDistinct().withRule(allowAircall()).build(), cells: lifted, label: { ...proven, narrowness: "narrow" } },
  { setting: "Rule SCL 5-9", tenant: withSpamInJunk().withRule({ Name: "Stamp", ...fromOutside, SetSCL: 6 }).build(), cells: marked,
    label: { verdict: "blocked", finding: { stage: "anti-spam", rule: "Stamp", certainty: "certain", outcome: "junk" } } },
  { setting: "IP Allow List", tenant: withDistinct().with("Get-HostedConnectionFilterPolicy", [connectionFilterPolicy({ IPAllowList: ["54.240.8.0/24"] })]).build(), cells: lifted,
    label: notGuaranteed, message: listed },
  { setting: "IP Block List", tenant: withDistinct().withRule(allowAircall()).with("Get-HostedConnectionFilterPolicy", [connectionFilterPolicy({ IPBlockList: ["54.240.8.0/24"] })]).build(), cells: taken("rejected"),
    label: { verdict: "undecided", finding: { stage: "connection-filter", names: "IPBlockList" } }, message: listed },
  { setting: "Allowed sender", tenant: withDistinct({ AllowedSenders: aircallSenders }).build(), cells: lifted, label: { ...proven, narrowness: "too-wide" } },
  { setting: "Blocked sender", tenant: withSpamInJunk({ BlockedSenders: aircallSenders }).build(), cells: marked,
    label: { verdict: "blocked", finding: { stage: "anti-spam", certainty: "certain", outcome: "junk" } } },
  { setting: "TABL sender allow", tenant: withDistinct().with("Get-TenantAllowBlockListItems", allows).build(), cells: lifted, label: proven },
  { setting: "TABL sender block", tenant: withDistinct().withRule(allowAircall()).with("Get-TenantAllowBlockListItems", [allowBlockListItem("aircall.io")]).build(), cells: taken("quarantined"),
    label: { verdict: "blocked", finding: { stage: "tenant-allow-block-list", certainty: "certain", outcome: "quarantined" } } },
  { setting: "TABL spoof allow", tenant: withDistinct().with("Get-TenantAllowBlockListSpoofItems", [spoofPair("Allow")]).build(),
    cells: { PHSH: { spoof: "inbox", phish: "redirected" }, HSPM: { spam: "junk", "high-confidence-spam": "deleted", bulk: "quarantined" } }, label: notGuaranteed },
  { setting: "TABL spoof block",
    tenant: withSpamInJunk({ PhishSpamAction: "Quarantine" })
      .with("Get-AntiPhishPolicy", [antiPhishPolicy({ AuthenticationFailAction: "Quarantine" })])
      .with("Get-TenantAllowBlockListSpoofItems", [spoofPair("Block")]).build(),
    cells: { PHSH: "quarantined", clean: "quarantined" },
    label: { verdict: "blocked", finding: { stage: "anti-phishing", outcome: "quarantined" } } },
];

export const precedenceTable: readonly LabelledTenant[] = [
  ...table.map(
    ({ setting, tenant: parts, cells, label, message }): LabelledTenant => ({
      title: `${setting} against each verdict of the filter`,
      cites: "exchange-online.md 3.4",
      rows: cellRows(setting, cells),
      export: parts,
      ...label,
      messages: cellMessages(setting, cells, message),
    }),
  ),
  {
    title: "an allowed file or address of a link takes no classifier out of the question",
    cites: "exchange-online.md 3.4, 5",
    rows: ["3.4 TABL URL or file allow"],
    export: tenant()
      .with("Get-TenantAllowBlockListItems", [
        allowBlockListItem("aircall.io", {
          ListType: "Url",
          Action: "Allow",
          ExpirationDate: "2026-12-10T00:00:00Z",
        }),
      ])
      .build(),
    ...notGuaranteed,
  },
  {
    title: "no allow lifts the attachment type filter, which inline images may meet",
    cites: "exchange-online.md 3.4",
    rows: ["3.4 attachment type filter"],
    export: tenant()
      .withRule(allowAircall())
      .with("Get-TenantAllowBlockListItems", allows)
      .with("Get-MalwareFilterPolicy", [malwareFilterPolicy({ EnableFileFilter: true, FileTypes: ["png"] })])
      .build(),
    verdict: "undecided",
    finding: { stage: "malware-filter" },
  },
  {
    title: "no allow lifts high-confidence phish, whichever action it has",
    cites: "exchange-online.md 3.4, 3.5, 9.7",
    rows: ["3.4 secure by default", "3.5 HighConfidencePhishAction", "9.7"],
    export: withDistinct({ HighConfidencePhishAction: "Redirect", AllowedSenders: aircallSenders })
      .withRule(allowAircall())
      .build(),
    verdict: "proven",
    messages: cellMessages("an allow of each kind", { malware: "quarantined", HPHSH: "redirected" }),
  },
];
