/** The sentences of a comparison, the same in every format. */
import type { Change, Fate, RuleChange } from "../../mailflow/difference";
import type { RuleEdit } from "../../mailflow/difference/rule-changes";
import { type AffectedRecipients, fillIn, nameSenders } from "../../mailflow/finding";
import type { Locale } from "../locales/locale";
import type { ComparedTenants } from "./compared-tenants";
import type { DifferenceWords } from "./words";

/** The words of a report, and those of a comparison. */
export interface DifferenceLocale {
  readonly locale: Locale;
  readonly words: DifferenceWords;
}

const fateText = ({ fate, outcome, rule, stage }: Fate, { locale, words }: DifferenceLocale): string => {
  const by =
    rule !== undefined
      ? fillIn(words.byRule, { rule })
      : stage === undefined
        ? ""
        : fillIn(words.byStage, { stage: locale.words.stage[stage] });
  return fillIn(words.fate[fate], {
    outcome: outcome === undefined ? "" : locale.words.outcome[outcome],
    by,
  });
};

const reasonText = (because: string, { locale, words }: DifferenceLocale): string =>
  words.reason(because) ?? locale.cause(because);

/** What a change says, in one sentence. */
export const changeText = (
  { senders: asked }: Pick<ComparedTenants, "senders">,
  change: Change,
  style: DifferenceLocale,
): string => {
  const { words, locale } = style;
  const { kind, about, senders, before, after, because = "", finding } = change;
  if (finding !== undefined) {
    const { message } = locale.finding(finding);
    return kind === "newly-undecided" ? message : fillIn(words.noLonger, { message });
  }
  const every = senders.length === asked && asked > 1;
  const sender = every ? words.everySender : nameSenders(senders, asked);
  const subject = fillIn(words.subject[about], { sender });
  if (kind === "newly-undecided")
    return fillIn(words.nowOpen[about], { subject, because: reasonText(because, style) });
  if (kind === "no-longer-undecided")
    return fillIn(words.noLongerOpen, {
      subject,
      because: reasonText(because, style),
      after: fateText(after, style),
    });
  return fillIn(words.fares, { subject, before: fateText(before, style), after: fateText(after, style) });
};

/** How sure a change is, where that says something. */
export const certaintyText = ({ certainty }: Change, { locale }: DifferenceLocale): string | undefined =>
  certainty === undefined ? undefined : locale.words.certainty[certainty];

export const recipientsText = (
  { count, sample }: AffectedRecipients,
  { locale: { words } }: DifferenceLocale,
): string => {
  if (count === 0 && sample.length === 0) return words.allRecipients;
  const many = count === 1 ? words.oneRecipient : fillIn(words.recipients, { count: String(count) });
  return sample.length === 0 ? many : `${many}, ${fillIn(words.suchAs, { sample: sample.join(", ") })}`;
};

const editText = (edit: RuleEdit, rule: string, words: DifferenceWords): string =>
  fillIn(words.edit[edit.kind], {
    to: rule,
    parameters: edit.kind === "changed" ? edit.parameters.join(", ") : "",
  });

/** What was done to a rule and what comes of it: `The transport rule "X" was renamed to "Y": no effect.` */
export const ruleText = (
  { rule, edits, effect }: RuleChange,
  changes: readonly Change[],
  { words }: DifferenceLocale,
): string => {
  const renamed = edits.find((edit) => edit.kind === "renamed");
  const places = changes.flatMap((change, place) => (change.rules.includes(rule) ? [place + 1] : []));
  const see = places.length === 0 ? "" : fillIn(words.see, { places: places.join(", ") });
  return fillIn(words.ruleLine, {
    rule: renamed?.from ?? rule,
    edits: edits.map((edit) => editText(edit, rule, words)).join(words.and),
    effect: `${words.effect[effect]}${effect === "changes" ? see : ""}`,
  });
};

/** `hostedContentFilterPolicies` as words. */
export const partText = (part: string): string =>
  part.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
