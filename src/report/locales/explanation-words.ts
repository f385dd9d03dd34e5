/** The words of an explanation; each language has them all. `{name}` stands for a value. */
import type {
  EditKind,
  NoFixReason,
  RecipientTermKind,
  RescueReason,
  SkipReason,
} from "../../mailflow/explanation/explanation";

export interface ExplanationWords {
  readonly rescueLabel: string;
  readonly shadowLabel: string;
  readonly fixLabel: string;
  readonly behindLabel: string;
  readonly skippedLabel: string;
  /** `{priority}`, `{rule}`, and what the reason names. */
  readonly rescue: Readonly<Record<RescueReason, string>>;
  /** `{rule}`, `{by}` */
  readonly shadowed: string;
  readonly neverActs: string;
  readonly neverMatches: string;
  /** `{rule}`, `{policy}`, `{connector}`, `{entries}`, `{senders}`, `{mailboxes}`, `{setting}`, `{limit}` */
  readonly edit: Readonly<Record<EditKind, string>>;
  /** What stands between two changes of one fix. */
  readonly andThen: string;
  /** `{delivery}`, `{narrowness}` */
  readonly after: string;
  readonly provesTenant: string;
  /** The same change as for a finding above. */
  readonly asAbove: string;
  readonly noFix: Readonly<Record<NoFixReason, string>>;
  readonly skipped: Readonly<Record<SkipReason, string>>;
  readonly everyRecipient: string;
  /** `{condition}`, `{values}`, `{policy}` */
  readonly where: Readonly<Record<RecipientTermKind, string>>;
  readonly everybody: string;
  /** `{those}`, `{others}` */
  readonly except: string;
  /** What stands between groups that somebody must be in all of, and in any of. */
  readonly atOnce: string;
  readonly or: string;
}
