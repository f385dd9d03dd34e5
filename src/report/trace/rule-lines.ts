/** What each transport rule did with the mail, in a sentence: whether it matches, which conditions decide, what it does. */
import type { ExchangeTenant, TransportRule } from "../../mailflow/exchange/tenant";
import type { TraceCondition, TraceStep } from "../../mailflow/exchange/trace";
import { actions, type ConditionName, conditions } from "../../mailflow/exchange/transport-rules/table";
import { fillIn } from "../../mailflow/finding";
import { shortened } from "../layout";
import type { Locale } from "../locales/locale";
import type { TraceWords } from "./words";

/** A rule of the trace, and what the mail met in it. */
export interface TracedRule {
  readonly step: TraceStep;
  readonly rule: TransportRule | undefined;
}

type Answer = "matches" | "mayMatch" | "matchesNot" | "notAsked";

const answerOf = (step: TraceStep): Answer => {
  // A rule that is disabled, or not in force, was not asked at all.
  if (!("matched" in step)) return "notAsked";
  return step.matched === true ? "matches" : step.matched === false ? "matchesNot" : "mayMatch";
};

const rank = (step: TraceStep): number =>
  ["notAsked", "matchesNot", "mayMatch", "matches"].indexOf(answerOf(step));

/** Each rule once: a rule that is met on several ways is told as the one in which it matches most. */
export const tracedRules = (tenant: ExchangeTenant, trace: readonly TraceStep[]): readonly TracedRule[] => {
  const steps = new Map<string, TraceStep>();
  for (const step of trace) {
    if (step.stage !== "transport-rules" || step.rule === undefined) continue;
    const earlier = steps.get(step.rule);
    if (earlier === undefined || rank(step) > rank(earlier)) steps.set(step.rule, step);
  }
  return [...steps.values()].map((step) => ({
    step,
    rule: tenant.transportRules?.find(({ name }) => name === step.rule),
  }));
};

const isCondition = (name: string): name is ConditionName => name in conditions;

const quoted = (value: unknown): string => {
  const items = Array.isArray(value) ? value : [value];
  const shown = items.slice(0, 6).map((item) => (typeof item === "string" ? `"${item}"` : String(item)));
  return shortened([...shown, ...(items.length > 6 ? ["…"] : [])].join(", "), 160);
};

/** Most of a value or a text that is told. */
const shownLength = 100;

/** "the subject contains one of these words: code (it is "Your code")". */
export const clauseOf = (
  { parameter, expected, found, holds }: TraceCondition,
  words: TraceWords,
): string => {
  const name = parameter.replace(/^ExceptIf/u, "");
  const { says, holdsValue } = isCondition(name)
    ? words.condition(name, expected)
    : { says: name, holdsValue: expected === "true" };
  const values =
    holdsValue || expected === "" || expected === "true"
      ? ""
      : `${words.colon}${shortened(expected, shownLength)}`;
  const truth = holds === true ? "" : `${holds === false ? words.holdsNot : words.isOpen} `;
  const what =
    found === ""
      ? words.foundNothing
      : fillIn(words.found, { found: `"${shortened(words.standIn(found), shownLength)}"` });
  return `${truth}${says}${values} (${what})`;
};

/** The conditions that decide: all that hold for a match, those that do not for a miss, those that are open otherwise. */
const decisive = ({ matched, conditions: all = [] }: TraceStep): readonly TraceCondition[] => {
  const isException = ({ parameter }: TraceCondition) => parameter.startsWith("ExceptIf");
  if (matched === true) return all.filter((one) => !isException(one));
  if (matched === undefined) return all.filter(({ holds }) => holds === undefined);
  return all.filter((one) => one.holds === isException(one)).slice(0, 1);
};

/** Why the rule matches, may match, or does not. */
export const ruleReason = ({ step, rule }: TracedRule, words: TraceWords): string => {
  const reasons = decisive(step).map((one) =>
    step.matched === false && one.parameter.startsWith("ExceptIf")
      ? `${words.exempt}${words.colon}${clauseOf(one, words)}`
      : clauseOf(one, words),
  );
  if (reasons.length > 0) return `${words.because} ${reasons.join(` ${words.and} `)}`;
  const hasCondition = rule === undefined || Object.keys(rule.parameters).some((name) => isCondition(name));
  return step.matched === true && !hasCondition ? words.always : "";
};

const actionsOf = (rule: TransportRule): string =>
  Object.entries(rule.parameters)
    .filter(([name]) => name in actions)
    .map(([name, value]) => (value === true ? name : `${name} ${quoted(value)}`))
    .join(", ");

export const ruleName = ({ step, rule }: TracedRule, words: TraceWords): string =>
  rule === undefined
    ? fillIn(words.rule, { rule: step.rule ?? "" })
    : fillIn(words.ruleWithPriority, { rule: rule.name, priority: String(rule.priority) });

/** "rule … matches because …"; a rule that was not asked tells why. */
export const ruleSentence = (traced: TracedRule, words: TraceWords): string => {
  const answer = answerOf(traced.step);
  const name = ruleName(traced, words);
  if (answer === "notAsked") return `${name} ${words.phrase(traced.step.text)}`;
  return [name, words[answer], ruleReason(traced, words)].filter((part) => part !== "").join(" ");
};

/** Most rules that do not match that are told one by one. */
const missesTold = 8;

/** A line per rule, in order; of those that do not match only some. */
export const ruleLines = (
  rules: readonly TracedRule[],
  words: TraceWords,
  { words: { semicolon } }: Locale,
): readonly string[] => {
  let misses = 0;
  const lines = rules.flatMap((traced) => {
    const answer = answerOf(traced.step);
    if (answer === "matchesNot" || answer === "notAsked") {
      misses += 1;
      return misses > missesTold ? [] : [ruleSentence(traced, words)];
    }
    const does = traced.rule === undefined ? "" : actionsOf(traced.rule);
    const sentence = ruleSentence(traced, words);
    return [does === "" ? sentence : `${sentence}${semicolon}${fillIn(words.does, { actions: does })}`];
  });
  const left = misses - missesTold;
  return left > 0 ? [...lines, fillIn(words.otherRules, { count: String(left) })] : lines;
};
