/** Two readings of a tenant become what the change between them does to Aircall mail, and what it leaves as it was. */
import { type Assumption, aircallSenders } from "./aircall";
import { type Decision, decide, type VerdictChange } from "./decide";
import { type Change, changeKinds, joinChanges } from "./difference/change";
import { compareMail } from "./difference/compare-mail";
import { confirmed } from "./difference/confirm";
import { compareFindings } from "./difference/finding-differences";
import { compareDoubts } from "./difference/issue-differences";
import { differingParts } from "./difference/parts";
import { pairRecipients } from "./difference/recipient-pairs";
import { type EditedRule, editedRules, pairRules } from "./difference/rule-changes";
import { exitCodeOfChange, grewWorse } from "./difference/severity";
import { sideOf } from "./difference/side";
import type { ExchangeTenant, TransportRule } from "./exchange/tenant";
import type { AffectedRecipients } from "./finding";
import type { DeliveryVerdict, NarrownessVerdict } from "./outcome";

export type { Change, ChangeKind } from "./difference/change";
export type { About, Fate } from "./difference/fate";
export type { RuleEdit } from "./difference/rule-changes";

export interface DifferenceOptions {
  readonly asOf: Date;
  /** Header From addresses that must arrive; the five published ones where absent. */
  readonly senders?: readonly string[];
  /** Addresses of the Aircall users; every recipient that was read where absent. */
  readonly users?: readonly string[];
}

/** What an edit of a rule does; `none-now` where only dates were edited, `not-settled` where a budget ran out. */
export type RuleEffect = "changes" | "none" | "none-now" | "not-settled";

export interface RuleChange extends Omit<EditedRule, "inert" | "dated"> {
  readonly effect: RuleEffect;
}

export interface Verdicts {
  readonly delivery: DeliveryVerdict;
  readonly narrowness: NarrownessVerdict;
}

export interface Difference {
  readonly before: Verdicts;
  readonly after: Verdicts;
  /** Worst first. */
  readonly changes: readonly Change[];
  /** Every edited transport rule. */
  readonly rules: readonly RuleChange[];
  /** Parts other than transport rules that differ, by their names in the tenant. */
  readonly parts: readonly string[];
  readonly recipients: {
    readonly onlyBefore: AffectedRecipients;
    readonly onlyAfter: AffectedRecipients;
    /** Users asked for whom neither reading holds. */
    readonly missing: readonly string[];
  };
  /** Changes of the verdict to come that the tenant did not have before. */
  readonly later: readonly VerdictChange[];
  readonly assumptions: readonly Assumption[];
}

const verdictsOf = ({ verdict, narrowness }: Decision): Verdicts => ({
  delivery: verdict,
  narrowness: narrowness.verdict,
});

const effectOf = (
  { rule, inert, dated }: EditedRule,
  changes: readonly Change[],
  exhausted: boolean,
): RuleEffect => {
  if (inert) return dated ? "none-now" : "none";
  if (changes.some(({ rules }) => rules.includes(rule))) return "changes";
  if (exhausted) return "not-settled";
  return dated ? "none-now" : "none";
};

/**
 * A verdict that grew worse is not passed over in silence where the comparison may have missed why. Where rules alone were
 * edited and none outgrew a budget, the comparison knows better than the verdicts, which may see one tenant less sharply.
 */
const unexplained = (
  before: Verdicts,
  after: Verdicts,
  found: readonly Change[],
  { onlyBefore, onlyAfter }: Difference["recipients"],
  senders: readonly string[],
): readonly Change[] => {
  if (found.some((change) => exitCodeOfChange(change) !== 0)) return [];
  return (["delivery", "narrowness"] as const)
    .filter((about) => grewWorse(before, after, about))
    .map((about) => ({
      kind: "newly-undecided",
      about,
      senders,
      recipients: onlyAfter,
      before: { fate: "undecided" },
      after: { fate: "undecided" },
      because:
        onlyBefore.count + onlyAfter.count > 0
          ? "the verdict grew worse, and recipients that only one of the two holds were not compared"
          : "the verdict grew worse, and no message was found that shows why",
      rules: [],
    }));
};

/** A doubt that a stage raises is told by its finding, not once more by each message it leaves open. */
const withoutRepeated = (mail: readonly Change[], doubts: readonly Change[]): readonly Change[] =>
  mail.filter(({ kind, about, senders, before, after }) => {
    const stage = kind === "newly-undecided" ? after.stage : before.stage;
    return !doubts.some(
      (doubt) =>
        doubt.kind === kind &&
        doubt.about === about &&
        doubt.finding?.stage === stage &&
        senders.every((sender) => doubt.senders.includes(sender)),
    );
  });

const union = (left: readonly Assumption[], right: readonly Assumption[]): readonly Assumption[] => [
  ...new Map([...left, ...right].map((one) => [one.id, one])).values(),
];

const isSameLater = (left: VerdictChange, right: VerdictChange): boolean =>
  left.at === right.at && left.verdict === right.verdict && left.narrowness === right.narrowness;

/** Compares two readings of one tenant at one moment. */
export const differenceOf = (
  before: ExchangeTenant,
  after: ExchangeTenant,
  options: DifferenceOptions,
): Difference => {
  const { asOf, users } = options;
  const senders = options.senders?.length ? options.senders : aircallSenders;
  const pairs =
    before.transportRules === undefined || after.transportRules === undefined
      ? []
      : pairRules(before.transportRules, after.transportRules);
  const commonNames = new Map(
    pairs.flatMap(({ before: one, after: other }) => (one && other ? [[one, other.name] as const] : [])),
  );
  const nameOf = (rule: TransportRule): string => commonNames.get(rule) ?? rule.name;
  const sides = { before: sideOf(before, asOf, nameOf), after: sideOf(after, asOf, nameOf) };
  const paired = pairRecipients(sides.before, sides.after, users);
  const { onlyBefore, onlyAfter, missing } = paired;
  const parts = differingParts(before, after);
  const edited = editedRules(pairs, asOf);
  const found = compareMail(sides, paired.pairs, senders, asOf, {
    sameParts: parts.every((part) => part === "recipients"),
    sameRules: before.transportRules !== undefined && edited.every(({ inert }) => inert),
    editedRules: new Set(edited.map(({ rule }) => rule)),
  });
  const was = decide(sides.before.renamed, options);
  const is = decide(after, options);
  const verdicts = { before: verdictsOf(was), after: verdictsOf(is) };
  const recipients = { onlyBefore, onlyAfter, missing };
  // What differs through the rules alone is told by the messages that fare differently.
  const isOutsideRules = parts.length > 0 || pairs.length === 0;
  const doubts = isOutsideRules ? compareDoubts(was, is, senders.length) : [];
  const acting = new Set(edited.flatMap(({ rule, inert }) => (inert ? [] : [rule])));
  const mail = joinChanges(found.changes).flatMap((change) => confirmed(before, after, change, asOf));
  const behind = compareFindings({ before, after, was, is, asOf }, mail);
  const told = [...withoutRepeated(mail, doubts), ...behind, ...doubts].map((change) => ({
    ...change,
    rules: change.rules.filter((rule) => acting.has(rule)),
  }));
  const mayMiss = isOutsideRules || found.exhausted;
  const missed = mayMiss ? unexplained(verdicts.before, verdicts.after, told, recipients, senders) : [];
  const changes = [...told, ...missed].sort(
    (left, right) => changeKinds.indexOf(left.kind) - changeKinds.indexOf(right.kind),
  );
  return {
    ...verdicts,
    changes,
    rules: edited.map((one) => ({
      rule: one.rule,
      edits: one.edits,
      effect: effectOf(one, changes, found.exhausted),
    })),
    parts,
    recipients,
    later: is.changesAt.filter((one) => !was.changesAt.some((other) => isSameLater(one, other))),
    assumptions: union(was.assumptions, is.assumptions),
  };
};
