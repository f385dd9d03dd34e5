/** An explanation as JSON: codes and names for programs, each with its text for people. */
import type { CheckedFix, Explained, NoFix } from "../mailflow/explanation/explanation";
import { type Finding, fillIn } from "../mailflow/finding";
import { stepsText, whereText } from "./explanation-text";
import type { Locale } from "./locales/locale";

const fixJson = (fix: CheckedFix | NoFix, locale: Locale) =>
  fix.kind === "none"
    ? { found: false, because: fix.because, text: locale.explanation.noFix[fix.because] }
    : {
        found: true,
        text: stepsText(fix, locale),
        steps: fix.steps.map(({ kind }) => kind),
        commands: fix.commands,
        verdictAfter: fix.verdictAfter,
        narrownessAfter: fix.narrownessAfter,
        provesTenant: fix.provesTenant,
      };

const explainedJson = (finding: Finding, explained: Explained, locale: Locale) => ({
  wouldRescue: explained.wouldRescue.map(({ rule, priority, reason, details }) => ({
    rule,
    priority,
    reason,
    text: fillIn(locale.explanation.rescue[reason], details),
  })),
  shadows: explained.shadows,
  fix: fixJson(explained.fix, locale),
  behind: explained.behind.map((other) => ({
    code: other.code,
    rule: other.rule,
    message: locale.finding(other).message,
  })),
  recipientsWhere: whereText(finding, locale),
});

/** `undefined` where there is none: nothing was explained, or the replay contradicts the finding. */
export const explanationJson = (finding: Finding, locale: Locale) => {
  const { explanation, code } = finding;
  if (explanation === undefined || code === "semantics-disagree") return undefined;
  return explanation.kind === "skipped"
    ? { skipped: explanation.because, text: locale.explanation.skipped[explanation.because] }
    : explainedJson(finding, explanation, locale);
};
