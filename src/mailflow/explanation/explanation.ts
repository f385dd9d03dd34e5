/** What an explanation of a finding holds: codes and values only, worded by the reports. */
import type { Finding, FindingDetails } from "../finding";
import type { DeliveryVerdict, NarrownessVerdict } from "../outcome";

/** Why a rule that would allow the message does not. */
export type RescueReason =
  | "stopped-above"
  | "does-not-stop"
  | "overwritten-below"
  | "disabled"
  | "not-yet-active"
  | "expired"
  | "only-audits"
  | "condition-fails"
  | "condition-unsure"
  | "exempts";

/** A rule that would allow the witness if it had the chance. */
export interface Rescue {
  readonly rule: string;
  readonly priority: number;
  readonly reason: RescueReason;
  /** `rule`, `priority`, and what the reason names: `by`, `condition`, `date` or `mode`. */
  readonly details: FindingDetails;
}

/** A rule that another one keeps from acting. */
export interface Shadow {
  readonly rule: string;
  /** The rule above that stops or ends the message; absent where the rule's own conditions never hold. */
  readonly by?: string;
  /** Whether the rule acts on no Aircall mail at all, to nobody; `false` where only the witness is known of. */
  readonly neverActs: boolean;
}

/** The closed list of changes a fix is made of. */
export type EditKind =
  | "put-allow-first"
  | "turn-on-allow-first"
  | "let-allow-stop"
  | "add-senders-to-allow"
  | "add-allow-first"
  | "except-senders"
  | "require-dmarc"
  | "disable-rule"
  | "remove-blocked-entries"
  | "remove-allowed-entries"
  | "remove-tenant-list-entry"
  | "remove-spoof-entry"
  | "remove-blocked-addresses"
  | "remove-allowed-addresses"
  | "narrow-connector"
  | "lift-connector-restriction"
  | "treat-as-external"
  | "skip-gateway"
  | "remove-blocked-language"
  | "remove-blocked-region"
  | "turn-off-advanced-filter"
  | "raise-bulk-threshold"
  | "raise-size-limit"
  | "keep-copy"
  | "turn-off-moderation"
  | "clear-restriction"
  | "unblock-for-user"
  | "trust-for-user"
  | "turn-off-inbox-rule"
  | "allow-file-types"
  | "exempt-from-impersonation";

export interface EditStep {
  readonly kind: EditKind;
  readonly details: FindingDetails;
}

/** A change that was applied to the tenant as data and decided again: the finding is gone, and no new trouble came. */
export interface CheckedFix {
  readonly kind: "found";
  readonly steps: readonly EditStep[];
  /** PowerShell lines that make the change, in order. */
  readonly commands: readonly string[];
  readonly verdictAfter: DeliveryVerdict;
  readonly narrownessAfter: NarrownessVerdict;
  /** Whether nothing at all is then left to do, now or at any later date. */
  readonly provesTenant: boolean;
}

/**
 * Why there is no checked fix: none of the changes tried helps, more must be read first, a preset's policy cannot be
 * changed (exchange-online.md 3.3), somebody must judge, or the budget ran out.
 */
export type NoFixReason =
  | "no-single-change"
  | "needs-reading"
  | "preset-policy"
  | "needs-a-person"
  | "budget";

export interface NoFix {
  readonly kind: "none";
  readonly because: NoFixReason;
}

/** What tells recipients apart. */
export type RecipientTermKind =
  | "named"
  | "member"
  | "domain"
  | "address-words"
  | "address-patterns"
  | "attribute"
  | "policy"
  | "condition";

export interface RecipientTerm {
  readonly kind: RecipientTermKind;
  /** Whether it is those for whom it does not hold. */
  readonly negated: boolean;
  readonly details: FindingDetails;
}

/** Who is affected: everybody, those for whom all terms hold, or those that are counted and sampled only. */
export type RecipientsWhere =
  | { readonly kind: "all" }
  | { readonly kind: "where"; readonly terms: readonly RecipientTerm[] }
  | { readonly kind: "these"; readonly count: number };

export type SkipReason = "slow" | "many-findings";

export interface Explained {
  readonly kind: "explained";
  readonly wouldRescue: readonly Rescue[];
  readonly shadows: readonly Shadow[];
  readonly fix: CheckedFix | NoFix;
  /** Findings that appear only once this one's cause is gone, nearest first. */
  readonly behind: readonly Finding[];
  readonly recipientsWhere: RecipientsWhere;
}

export type Explanation = Explained | { readonly kind: "skipped"; readonly because: SkipReason };
