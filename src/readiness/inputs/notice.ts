/** What a reader of inputs has to tell of a file besides its facts: closed codes with details, no words of a language. */
import type { Source } from "../facts";

/** `information`: nothing is lost. `value`: one value of a row is taken for unknown. `row`: a row cannot be judged at all. */
export type NoticeSeverity = "information" | "value" | "row";

interface NoticeDefinition {
  readonly severity: NoticeSeverity;
  /** The text's placeholders. */
  readonly details: readonly string[];
}

// biome-ignore format: one notice, one line
export const noticeDefinitions = {
  /** Columns of a template that mean nothing to this program; once per file. */
  "columns-ignored":         { severity: "information", details: ["columns"] },
  /** The API's fields of opening hours: no evidence that somebody accepted an invitation (aircall.md 2.3). */
  "column-is-opening-hours": { severity: "information", details: ["column"] },
  /** Rows of other apps, or of devices that report none, which were left out; `number` of them, once per file. */
  "apps-left-out":           { severity: "information", details: ["number"] },
  /** Mailboxes that the report calls deleted, which were left out; once per file. */
  "mailboxes-deleted":       { severity: "information", details: ["number"] },
  /** The report hides its names behind hashes (aircall.md 4.3); once per file. */
  "names-concealed":         { severity: "information", details: ["column"] },
  /** Google's figure was read as a limit, though under pooled storage nobody publishes what it stands for; once per file. */
  "limit-may-be-pooled":     { severity: "information", details: ["column"] },
  "role-unknown":            { severity: "value", details: ["column", "value"] },
  "login-unknown":           { severity: "value", details: ["column", "value"] },
  /** Two columns say different things of how somebody signs in. */
  "login-contradicted":      { severity: "value", details: ["column", "value", "otherColumn", "otherValue"] },
  "date-unreadable":         { severity: "value", details: ["column", "value"] },
  /** Day or month first: nothing in the file tells. */
  "date-ambiguous":          { severity: "value", details: ["column", "value"] },
  /** Neither yes nor no. */
  "answer-unreadable":       { severity: "value", details: ["column", "value"] },
  "size-unreadable":         { severity: "value", details: ["column", "value"] },
  /** A comma or a point that divides thousands or decimals: nothing in the file tells. */
  "size-ambiguous":          { severity: "value", details: ["column", "value"] },
  /** A number that is too small for bytes. */
  "size-without-unit":       { severity: "value", details: ["column", "value"] },
  /** A build number where the version that people know is missing (aircall.md 3). */
  "version-is-build":        { severity: "value", details: ["column", "value"] },
  "application-unreadable":  { severity: "value", details: ["column"] },
  "kind-unknown":            { severity: "value", details: ["column", "value"] },
  /** PowerShell printed the type of a list in place of its addresses. */
  "aliases-unreadable":      { severity: "value", details: ["column"] },
  /** Users of the list whom Aircall does not know; `number` of them, once. */
  "users-not-at-aircall":    { severity: "information", details: ["number"] },
  /** Users whom Aircall knows and the list lacks; once. */
  "users-not-in-list":       { severity: "information", details: ["number"] },
  /** Aircall counts more users than it tells, or its list changed with every reading (aircall.md 2.4). */
  "aircall-incomplete":      { severity: "row", details: ["read", "total"] },
  "row-unusable":            { severity: "row", details: ["column", "found"] },
} as const satisfies Readonly<Record<string, NoticeDefinition>>;

export type NoticeCode = keyof typeof noticeDefinitions;

export type NoticeDetails<Code extends NoticeCode> = Readonly<
  Record<(typeof noticeDefinitions)[Code]["details"][number], string>
>;

export interface Notice {
  readonly code: NoticeCode;
  readonly source: Source;
  /** Values of the text's `{placeholders}`; an address among them is masked. */
  readonly details: Readonly<Record<string, string>>;
}

/** All notices of one code about one file. */
export interface NoticeGroup {
  readonly code: NoticeCode;
  readonly count: number;
  /** The first ones; fewer than `count` where there are many. */
  readonly examples: readonly Notice[];
}
