/** An explanation in the words of a language: what every format of a report prints of it. */
import type { CheckedFix, RecipientTerm } from "../mailflow/explanation/explanation";
import { type Finding, fillIn } from "../mailflow/finding";
import { type CheckedTenant, mostUrgentFirst } from "./checked-tenant";
import type { Locale } from "./locales/locale";

export interface FixText {
  /** What to do, and what the verdict then is; or why nothing is proposed. */
  readonly text: string;
  /** PowerShell lines; none where the same were told for a finding above. */
  readonly commands: readonly string[];
}

export interface ExplanationText {
  /** Whom the finding concerns, where that can be said in words. */
  readonly where?: string;
  readonly wouldRescue: readonly string[];
  readonly shadows: readonly string[];
  readonly fix?: FixText;
  readonly behind: readonly string[];
  /** Why there is no explanation; said once for all findings that have none. */
  readonly skipped?: string;
}

const nothing: ExplanationText = { wouldRescue: [], shadows: [], behind: [] };

/** All of some groups, except any of the others. */
const termsText = (terms: readonly RecipientTerm[], { explanation }: Locale): string => {
  const [others, those] = [true, false].map((wanted) =>
    terms
      .filter(({ negated }) => negated === wanted)
      .map(({ kind, details }) => fillIn(explanation.where[kind], details)),
  );
  const all = those?.join(explanation.atOnce) || explanation.everybody;
  const none = others?.join(explanation.or) ?? "";
  return none === "" ? all : fillIn(explanation.except, { those: all, others: none });
};

/** Whom the finding concerns; absent where only a number and a sample are known. */
export const whereText = ({ explanation }: Finding, locale: Locale): string | undefined => {
  if (explanation?.kind !== "explained") return undefined;
  const { recipientsWhere } = explanation;
  switch (recipientsWhere.kind) {
    case "all":
      return locale.explanation.everyRecipient;
    case "where":
      return termsText(recipientsWhere.terms, locale);
    case "these":
      return undefined;
  }
};

/** What the fix changes, in words. */
export const stepsText = ({ steps }: CheckedFix, { explanation }: Locale): string =>
  steps.map(({ kind, details }) => fillIn(explanation.edit[kind], details)).join(explanation.andThen);

const afterText = (fix: CheckedFix, { words, explanation }: Locale): string =>
  [
    fillIn(explanation.after, {
      delivery: words.delivery[fix.verdictAfter],
      narrowness: words.narrowness[fix.narrownessAfter],
    }),
    ...(fix.provesTenant ? [explanation.provesTenant] : []),
  ].join(words.semicolon);

const commandsOf = ({ explanation }: Finding): string =>
  explanation?.kind === "explained" && explanation.fix.kind === "found"
    ? explanation.fix.commands.join("\n")
    : "";

/** Whether something that a finding says is said of a finding printed above too. */
const isToldAbove = (
  { decision }: CheckedTenant,
  finding: Finding,
  said: (finding: Finding) => string,
): boolean => {
  const printed = [...mostUrgentFirst(decision.findings), ...mostUrgentFirst(decision.narrowness.findings)];
  return printed.slice(0, printed.indexOf(finding)).some((other) => said(other) === said(finding));
};

const skipOf = ({ explanation }: Finding): string =>
  explanation?.kind === "skipped" ? explanation.because : "";

const fixText = (checked: CheckedTenant, finding: Finding, locale: Locale): FixText | undefined => {
  const { explanation } = finding;
  if (explanation?.kind !== "explained") return undefined;
  const { fix } = explanation;
  if (fix.kind === "none") return { text: locale.explanation.noFix[fix.because], commands: [] };
  const after = afterText(fix, locale);
  return isToldAbove(checked, finding, commandsOf)
    ? { text: `${locale.explanation.asAbove} (${after})`, commands: [] }
    : { text: `${stepsText(fix, locale)} (${after})`, commands: fix.commands };
};

/** What to print of a finding's explanation; a finding that the replay contradicts has none. */
export const explanationText = (
  checked: CheckedTenant,
  finding: Finding,
  locale: Locale,
): ExplanationText => {
  const { explanation } = finding;
  const { explanation: words } = locale;
  if (explanation === undefined || finding.code === "semantics-disagree") return nothing;
  if (explanation.kind === "skipped")
    return isToldAbove(checked, finding, skipOf)
      ? nothing
      : { ...nothing, skipped: words.skipped[explanation.because] };
  const where = whereText(finding, locale);
  const fix = fixText(checked, finding, locale);
  return {
    ...(where === undefined ? {} : { where }),
    wouldRescue: explanation.wouldRescue.map(({ reason, details }) => fillIn(words.rescue[reason], details)),
    shadows: explanation.shadows.map(({ rule, by, neverActs }) => {
      if (by === undefined) return fillIn(words.neverMatches, { rule });
      return fillIn(neverActs ? words.neverActs : words.shadowed, { rule, by });
    }),
    ...(fix === undefined ? {} : { fix }),
    behind: explanation.behind.map((other) => locale.finding(other).message),
  };
};
