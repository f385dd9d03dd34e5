/** The words of a readiness report; each language has them all. */
import type { LinkBecause, LinkDoubt, Readiness, ScopeBecause } from "../../../readiness/check";
import type { CheckId, CheckVerdict, Owner } from "../../../readiness/reasons";
import type { LocaleName } from "../../locales/locale";
import type { NoticeTexts, UnusableTexts } from "./notice-texts";
import type { ReasonTexts } from "./reason-texts";
import type { StepTexts } from "./step-texts";
import type { TicketWords } from "./ticket-words";

/** How many users the verdict line counts; all of them in scope. */
export interface Counts {
  readonly inScope: number;
  readonly ready: number;
  readonly notReady: number;
  readonly unknown: number;
}

export interface ReadinessWords {
  readonly language: LocaleName;
  readonly reasons: ReasonTexts;
  readonly notices: NoticeTexts;
  readonly steps: StepTexts;
  readonly tickets: TicketWords;
  readonly unusable: UnusableTexts;
  /** What stands before the first line. */
  readonly overall: Readonly<Record<Readiness, string>>;
  readonly headline: (counts: Counts) => string;
  /** Below the headline: the moment, and who is left out. */
  readonly asOf: (date: string) => string;
  readonly outOfScope: (count: number) => string;
  readonly masked: string;
  readonly ready: Readonly<Record<Readiness, string>>;
  readonly notConcerned: string;
  readonly verdict: Readonly<Record<CheckVerdict, string>>;
  readonly check: Readonly<Record<CheckId, string>>;
  readonly owner: Readonly<Record<Owner, string>>;
  readonly scope: Readonly<Record<ScopeBecause, string>>;
  readonly because: Readonly<Record<LinkBecause | LinkDoubt, string>>;
  /** Titles of columns, labels of lines and fields. */
  readonly label: Readonly<Record<Label, string>>;
  /** Before a line on standard error that tells of an input. */
  readonly warning: string;
  readonly colon: string;
  readonly semicolon: string;
  readonly empty: string;
  /** A size that is not known. */
  readonly notKnown: string;
  readonly and: string;
  /** A place of a file: `line 4`, `lines 4 and 9`. */
  readonly line: (line: string) => string;
  readonly lines: (lines: string) => string;
  readonly more: (count: number) => string;
  /** Steps of the plan that come first: `1–4 and 7`. */
  readonly after: (steps: string) => string;
  readonly unusableRows: (count: number) => string;
  readonly nobody: string;
  readonly times: (count: number) => string;
  /** A value from outside inside a sentence. */
  readonly quoted: (text: string) => string;
  readonly moreFindings: (count: number) => string;
  readonly morePeople: (count: number) => string;
  readonly moreUsers: (count: number) => string;
  readonly people: (count: number) => string;
  readonly nobodyOpen: string;
  readonly number: (count: number) => string;
  /** Values that are words or units, such as `unlimited` and `50 GB`. */
  readonly value: (value: string) => string;
  readonly page: PageWords;
  /** What a spreadsheet of this language expects between cells. */
  readonly delimiter: "," | ";";
}

/** What only the page with its filters says. */
export interface PageWords {
  readonly search: string;
  readonly every: string;
  readonly reset: string;
  /** `{found}`, `{all}` */
  readonly count: string;
  /** `{page}`, `{pages}` */
  readonly page: string;
  readonly previous: string;
  readonly next: string;
  readonly open: string;
  readonly people: string;
  readonly sortable: string;
  readonly needsScript: string;
}

export const labels = [
  "title",
  "email",
  "name",
  "user",
  "ready",
  "check",
  "verdict",
  "reason",
  "action",
  "owner",
  "evidence",
  "checks",
  "notReady",
  "everybody",
  "plan",
  "notices",
] as const;
export type Label = (typeof labels)[number];
