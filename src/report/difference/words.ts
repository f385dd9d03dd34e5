/** The words of a comparison; each language has them all. `{name}` stands for a value. */
import type { About, ChangeKind, Fate, RuleEffect } from "../../mailflow/difference";
import type { RuleEdit } from "../../mailflow/difference/rule-changes";

export interface DifferenceWords {
  /** By exit code. */
  readonly verdict: Readonly<Record<0 | 1 | 3, string>>;
  readonly verdictSays: Readonly<Record<0 | 1 | 3, string>>;
  readonly kind: Readonly<Record<ChangeKind, string>>;
  /** Whose mail: `{sender}`. */
  readonly subject: Readonly<Record<About, string>>;
  readonly everySender: string;
  /** `{subject}`, `{before}`, `{after}` */
  readonly fares: string;
  /** `{subject}`, `{because}` */
  readonly nowOpen: Readonly<Record<About, string>>;
  /** `{subject}`, `{because}`, `{after}` */
  readonly noLongerOpen: string;
  /** `{message}` */
  readonly noLonger: string;
  /** What becomes of the mail; `{outcome}`, `{by}`. */
  readonly fate: Readonly<Record<Fate["fate"], string>>;
  /** `{rule}` */
  readonly byRule: string;
  /** `{stage}` */
  readonly byStage: string;
  /** Label of the edited rules a change comes from. */
  readonly through: string;
  readonly shownBy: string;
  readonly replayed: string;
  readonly before: string;
  readonly after: string;
  readonly delivery: string;
  readonly forgedMail: string;
  readonly nothingFares: string;
  readonly rules: string;
  /** `{rule}`, `{edits}`, `{effect}` */
  readonly ruleLine: string;
  /** `{to}`, `{parameters}` */
  readonly edit: Readonly<Record<RuleEdit["kind"], string>>;
  readonly and: string;
  readonly effect: Readonly<Record<RuleEffect, string>>;
  /** `{places}` */
  readonly see: string;
  readonly parts: string;
  readonly onlyBefore: string;
  readonly onlyAfter: string;
  readonly missing: string;
  readonly later: string;
  /** `{date}` */
  readonly asOf: string;
  /** Reasons that the comparison itself words; `undefined` for others. */
  readonly reason: (because: string) => string | undefined;
}
