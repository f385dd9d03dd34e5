/** A trace in plain words, the deciding step first: the verdict, why, what happens, what to do, then step by step. */
import type { Ending, TraceStep } from "../../mailflow/exchange/trace";
import { fillIn } from "../../mailflow/finding";
import { type ExchangeStage, exchangeStages } from "../../mailflow/outcome";
import type { Locale } from "../locales/locale";
import { clauseOf, ruleLines, ruleSentence, type TracedRule, tracedRules } from "./rule-lines";
import { distinctEndings, isStopped, type TracedMail } from "./traced-mail";
import type { TraceWords } from "./words";

export interface TraceStory {
  readonly verdict: string;
  readonly says: string;
  readonly about: readonly string[];
  /** Labels and what is said under them, the most wanted first. */
  readonly rows: readonly (readonly [label: string, text: string])[];
  readonly steps: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly remember: readonly string[];
}

export interface TraceLocale {
  readonly locale: Locale;
  readonly words: TraceWords;
}

/** What the sentences are drawn from. */
interface Told {
  readonly rules: readonly TracedRule[];
  readonly trace: readonly TraceStep[];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const stepName = (stage: ExchangeStage, { locale, words }: TraceLocale): string =>
  fillIn(words.step, { step: String(exchangeStages.indexOf(stage) + 1), stage: locale.words.stage[stage] });

/** What the model worded, in the language of the report. */
const worded = (text: string, { locale, words }: TraceLocale): string => {
  const said = words.phrase(text);
  return said === text ? locale.cause(text) : said;
};

/** By the rule that ends it, by the setting with its value and what it met, or in the evaluator's words. */
const reasonOf = (ending: Ending, told: Told, style: TraceLocale): string => {
  const rule =
    ending.stage === "transport-rules" ? told.rules.find(({ step }) => step.rule === ending.rule) : undefined;
  if (rule !== undefined) return ruleSentence(rule, style.words);
  const setting = told.trace
    .flatMap(({ conditions = [] }) => conditions)
    .find(({ parameter }) => parameter === ending.because);
  return setting === undefined ? worded(ending.because, style) : clauseOf(setting, style.words);
};

/** The open questions a way rests on. */
const supposed = ({ when = [] }: Ending, style: TraceLocale): string => {
  const { words } = style;
  const all = when.map((one) => worded(one, style)).join(` ${words.and} `);
  return all === "" ? "" : ` (${fillIn(words.when, { when: all })})`;
};

/** Where the mail ends on one way, and by what. */
const way = (ending: Ending, told: Told, style: TraceLocale): string => {
  const { words, locale } = style;
  const where = ending.outcome === "undecided" ? words.ends.undecided : locale.words.outcome[ending.outcome];
  return `${where}${locale.words.colon}${stepName(ending.stage, style)}${locale.words.colon}${reasonOf(ending, told, style)}${supposed(ending, style)}`;
};

/** The ending a help desk is told of: one that stops the mail before one that is open, before one that does not. */
const decisiveEnding = (endings: readonly Ending[]): Ending | undefined =>
  endings.find(({ outcome }) => outcome !== "inbox" && outcome !== "undecided") ??
  endings.find(({ outcome }) => outcome === "undecided") ??
  endings[0];

const cureOf = ({ stage, rule, outcome }: Ending, words: TraceWords): string => {
  if (stage !== "transport-rules") return words.cure[stage];
  if (rule === undefined) return words.cure["anti-spam"];
  return fillIn(outcome === "undecided" ? words.cureUnsureRule : words.cure[stage], { rule });
};

/** Most ways a mail may end that are told. */
const waysTold = 8;

const rowsOf = (
  traced: TracedMail,
  told: Told,
  style: TraceLocale,
): readonly (readonly [string, string])[] => {
  const { words, locale } = style;
  const endings = distinctEndings(traced.evaluation);
  const ending = decisiveEnding(endings);
  if (ending === undefined) return [];
  const { outcome } = traced.evaluation;
  const why = `${capital(stepName(ending.stage, style))}${locale.words.colon}${reasonOf(ending, told, style)}.`;
  const ways = endings.slice(0, waysTold).map((one) => [words.mayEnd, way(one, told, style)] as const);
  return [
    ...(endings.length > 1 ? ways : [[words.why, why] as const]),
    [words.after, words.happens[outcome]],
    [words.whatNow, words.now[outcome]],
    ...(outcome === "inbox" ? [] : [[words.fix, cureOf(ending, words)] as const]),
  ];
};

/** A connector, policy or entry and what was found, with the questions that were not answered by a plain no. */
const stepLine = ({ rule, text, conditions = [] }: TraceStep, style: TraceLocale): string => {
  const { words, locale } = style;
  const asked = conditions.filter(({ holds }) => holds !== false).map((one) => clauseOf(one, words));
  const said = worded(text, style);
  const named = rule === undefined ? said : `"${rule}" ${said}`;
  return asked.length === 0 ? named : `${named}${locale.words.colon}${asked.join(locale.words.semicolon)}`;
};

/** What a stage did; every stage behind the last one reached is told as not reached. */
const stageLines = (
  stage: ExchangeStage,
  traced: TracedMail,
  rules: readonly TracedRule[],
  style: TraceLocale,
): readonly string[] => {
  const { words, locale } = style;
  const { trace } = traced.evaluation;
  const endings = distinctEndings(traced.evaluation);
  const ends = endings
    .filter((ending) => ending.stage === stage && ending.outcome !== "inbox")
    .map((ending) =>
      ending.outcome === "undecided"
        ? `${words.ends.undecided}${locale.words.colon}${worded(ending.because, style)}`
        : fillIn(words.thenEnds, { outcome: locale.words.outcome[ending.outcome] }),
    );
  const last = Math.max(...endings.map((ending) => exchangeStages.indexOf(ending.stage)));
  const told =
    stage === "transport-rules"
      ? ruleLines(rules, words, locale)
      : trace.filter((step) => step.stage === stage).map((step) => stepLine(step, style));
  const lines = [...new Set([...told, ...ends])];
  if (lines.length > 0) return lines;
  if (exchangeStages.indexOf(stage) > last && traced.evaluation.outcome !== "inbox")
    return [words.notReached];
  return [stage === "transport-rules" ? words.noRule : words.nothingStops];
};

const aboutOf = (
  { message, isTypical, tenant, asOf, scope }: TracedMail,
  { words, locale }: TraceLocale,
): readonly string[] => {
  const { from, recipient, subject } = message;
  const date = asOf.toISOString().replace(/:\d\d\.\d+Z$/u, "Z");
  return [
    capital(fillIn(words.mail, { from, to: recipient, subject })),
    ...(isTypical ? [`(${words.typicalMail})`] : []),
    `${tenant.name}, ${fillIn(locale.words.asOf, { date, scope: locale.words.scope[scope] })}`,
  ];
};

/** Nothing in it is marked up or wrapped yet. */
export const storyOf = (traced: TracedMail, style: TraceLocale): TraceStory => {
  const { words } = style;
  const { evaluation, message, isKnownRecipient } = traced;
  const rules = tracedRules(traced.tenant, evaluation.trace);
  const { outcome } = evaluation;
  const unknown = fillIn(words.unknownRecipient, { address: message.recipient });
  return {
    verdict: words.ends[outcome],
    says: outcome === "undecided" && isStopped(evaluation) ? words.saysStopped : words.says[outcome],
    about: [...aboutOf(traced, style), ...(isKnownRecipient === false ? [unknown] : [])],
    rows: rowsOf(traced, { rules, trace: evaluation.trace }, style),
    steps: exchangeStages
      .filter((stage) => stage !== "mailbox" || traced.scope === "mailbox")
      .map((stage) => ({
        title: capital(stepName(stage, style)),
        lines: stageLines(stage, traced, rules, style),
      })),
    remember: words.limits,
  };
};
