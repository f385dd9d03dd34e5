/** Which transport rules were edited between two readings of a tenant, and how. */
import type { TransportRule } from "../exchange/tenant";
import { isInForce } from "../exchange/transport-rules/match";
import { changedParameters, ruleForm } from "./rule-form";

export type RuleEdit =
  | { readonly kind: "added" | "removed" | "moved" | "enabled" | "disabled" }
  /** Its name before. */
  | { readonly kind: "renamed"; readonly from: string }
  | { readonly kind: "changed"; readonly parameters: readonly string[] };

/** One rule before and after; absent where it is on one side only. */
export interface RulePair {
  readonly before?: TransportRule;
  readonly after?: TransportRule;
}

export interface EditedRule {
  /** Its name after the change, or before where it was removed. */
  readonly rule: string;
  readonly edits: readonly RuleEdit[];
  /** Nothing it does can differ at this moment: a name, a comment, the order of a list, or a rule not in force. */
  readonly inert: boolean;
  /** The moment from which or until which it acts was edited. */
  readonly dated: boolean;
}

const inOrder = (rules: readonly TransportRule[]): readonly TransportRule[] =>
  [...rules].sort((left, right) => left.priority - right.priority);

/** Finds each rule of one side on the other: by name, then by identity, then by what it does. */
export const pairRules = (
  before: readonly TransportRule[],
  after: readonly TransportRule[],
): readonly RulePair[] => {
  const left = new Set(inOrder(before));
  const right = new Set(inOrder(after));
  const pairs: RulePair[] = [];
  const pairBy = (keyOf: (rule: TransportRule) => string | undefined): void => {
    for (const one of left) {
      const key = keyOf(one);
      const other = key === undefined ? undefined : [...right].find((rule) => keyOf(rule) === key);
      if (other === undefined) continue;
      left.delete(one);
      right.delete(other);
      pairs.push({ before: one, after: other });
    }
  };
  pairBy(({ name }) => name);
  pairBy(({ name }) => name.toLowerCase());
  pairBy(({ guid }) => guid?.toLowerCase());
  pairBy(ruleForm);
  return [
    ...pairs,
    ...[...left].map((one) => ({ before: one })),
    ...[...right].map((other) => ({ after: other })),
  ];
};

/** The rules that must move so that one order becomes the other: all but a longest run that keeps its order. */
const movedRules = (pairs: readonly RulePair[]): ReadonlySet<TransportRule> => {
  const kept = pairs
    .flatMap(({ before, after }) => (before === undefined || after === undefined ? [] : [{ before, after }]))
    .sort((left, right) => left.before.priority - right.before.priority);
  interface Run {
    readonly length: number;
    readonly last: TransportRule;
    readonly earlier: Run | undefined;
  }
  const runs: Run[] = [];
  for (const { after } of kept) {
    const earlier = runs
      .filter(({ last }) => last.priority < after.priority)
      .reduce<Run | undefined>((best, run) => (run.length > (best?.length ?? 0) ? run : best), undefined);
    runs.push({ length: (earlier?.length ?? 0) + 1, last: after, earlier });
  }
  let run = runs.reduce<Run | undefined>(
    (best, one) => (one.length > (best?.length ?? 0) ? one : best),
    undefined,
  );
  const still = new Set<TransportRule>();
  for (; run !== undefined; run = run.earlier) still.add(run.last);
  return new Set(kept.map(({ after }) => after).filter((rule) => !still.has(rule)));
};

const editsOf = ({ before, after }: RulePair, moved: ReadonlySet<TransportRule>): readonly RuleEdit[] => {
  if (after === undefined) return [{ kind: "removed" }];
  if (before === undefined) return [{ kind: "added" }];
  const parameters = changedParameters(before, after);
  return [
    ...(before.name === after.name ? [] : [{ kind: "renamed", from: before.name } as const]),
    ...(moved.has(after) ? [{ kind: "moved" } as const] : []),
    ...(before.enabled === after.enabled ? [] : [{ kind: after.enabled ? "enabled" : "disabled" } as const]),
    ...(parameters.length === 0 ? [] : [{ kind: "changed", parameters } as const]),
  ];
};

const isDated = ({ before, after }: RulePair): boolean =>
  (["ActivationDate", "ExpiryDate"] as const).some(
    (name) => before?.parameters[name] !== after?.parameters[name],
  );

/** The edited rules, in the order in which they stand afterwards; removed ones last. */
export const editedRules = (pairs: readonly RulePair[], asOf: Date): readonly EditedRule[] => {
  const moved = movedRules(pairs);
  const place = ({ after }: RulePair): number => after?.priority ?? Number.POSITIVE_INFINITY;
  return [...pairs]
    .sort((left, right) => place(left) - place(right))
    .flatMap((pair): readonly EditedRule[] => {
      const { before, after } = pair;
      const edits = editsOf(pair, moved);
      const rule = (after ?? before)?.name;
      if (edits.length === 0 || rule === undefined) return [];
      const acts = [before, after].some((one) => one !== undefined && isInForce(one, asOf));
      const sameForm =
        before !== undefined &&
        after !== undefined &&
        ruleForm(before) === ruleForm(after) &&
        !moved.has(after);
      return [{ rule, edits, inert: sameForm || !acts, dated: isDated(pair) }];
    });
};
