/** What an answer says in a language: why, and what to do next. */
import type { Finding } from "../../mailflow/finding";
import type { Answer } from "../../readiness/check";
import type { UserEntry } from "../../readiness/facts";
import {
  type CheckId,
  type CheckVerdict,
  type Owner,
  type ReasonCode,
  type ReasonDefinition,
  reasonOf,
  reasons,
} from "../../readiness/reasons";
import type { FindingText } from "../locales/locale";
import type { Who } from "./mask";
import { joined, sourcesText } from "./source-text";
import type { ReadinessStyle } from "./style";
import { type Template, templateOf } from "./template";

export interface AnswerText {
  readonly check: CheckId;
  readonly verdict: CheckVerdict;
  readonly code: ReasonCode;
  readonly reason: string;
  /** `undefined` where nothing is to be done; so is the owner. */
  readonly action: string | undefined;
  readonly owner: Owner | undefined;
}

/** Most people of one answer that are named. */
const peopleLimit = 5;
/** How many texts of one reason are kept. */
const keptTexts = 2_000;

const because = ["links-intact", "links-unknown"] as const satisfies readonly ReasonCode[];

/** `Nora Petit (nora@contoso.example, users.csv, line 9)` */
export const personText = (entry: UserEntry, style: ReadinessStyle): string => {
  const { email, name } = style.masking.who(entry);
  const place = sourcesText([entry.source], style);
  return name === "" ? `${email} (${place})` : `${name} (${email}, ${place})`;
};

const peopleText = (people: readonly UserEntry[], count: number, style: ReadinessStyle): string => {
  const shown = people.slice(0, count > peopleLimit ? peopleLimit - 1 : peopleLimit);
  const rest = count - shown.length;
  return joined(
    [...shown.map((entry) => personText(entry, style)), ...(rest === 0 ? [] : [style.words.more(rest)])],
    style.words,
  );
};

const detailText = (
  { reason, people, peopleCount }: Answer,
  name: string,
  value: string,
  who: Who,
  style: ReadinessStyle,
): string => {
  const { words, masking } = style;
  if (name === "others" && people !== undefined && people.length > 0)
    return peopleText(people, peopleCount ?? people.length, style);
  if (name === "because" && because.some((code) => code === reason))
    return (words.because as Readonly<Record<string, string>>)[value] ?? value;
  if (value === "") return name === "used" ? words.notKnown : words.empty;
  return masking.text(words.value(value), { who });
};

/** A reason's texts, ready to be filled, and what was made of them by the value of their one placeholder. */
interface Worded<Rendered> {
  readonly definition: ReasonDefinition;
  readonly reason: Template;
  readonly action: Template | undefined;
  readonly kept: Map<string, Rendered>;
}

const wordedReasons = <Rendered>({ words }: ReadinessStyle): ReadonlyMap<ReasonCode, Worded<Rendered>> =>
  new Map(
    (Object.keys(reasons) as readonly ReasonCode[]).map((code) => {
      const { reason, action } = words.reasons[code];
      const worded = {
        definition: reasonOf(code),
        reason: templateOf(reason),
        action: action === undefined ? undefined : templateOf(action),
        kept: new Map<string, Rendered>(),
      };
      return [code, worded];
    }),
  );

/** Findings are shared by everybody they concern, so each is told once. */
const findingTexts = ({ locale, masking }: ReadinessStyle): ((finding: Finding) => FindingText) => {
  const known = new WeakMap<Finding, FindingText>();
  return (finding) => {
    const before = known.get(finding);
    if (before !== undefined) return before;
    const { message, fix } = locale.finding(finding);
    const template = locale.template(finding.code);
    const text = {
      message: masking.text(message, { keep: template.message }),
      fix: masking.text(fix, { keep: template.fix }),
    };
    known.set(finding, text);
    return text;
  };
};

/**
 * @param render what is made of each text; of equal answers it is made once.
 * @returns what gives an answer its text, or what was made of it.
 */
export const answerTexts = <Rendered>(
  style: ReadinessStyle,
  render: (text: AnswerText) => Rendered,
): ((answer: Answer, who: Who) => Rendered) => {
  const { words, masking } = style;
  const worded = wordedReasons<Rendered>(style);
  const findingText = findingTexts(style);

  const textOf = (answer: Answer, { definition, reason, action }: Worded<Rendered>, who: Who): AnswerText => {
    const { check, verdict, owner } = definition;
    const code = answer.reason;
    const [worst, ...others] = verdict === "pass" ? [] : (answer.findings ?? []);
    if (worst !== undefined) {
      const { message, fix } = findingText(worst);
      const more = others.length === 0 ? "" : ` ${words.moreFindings(others.length)}`;
      return { check, verdict, code, owner, reason: `${message}${more}`, action: fix };
    }
    const detailOf = (name: string): string =>
      detailText(answer, name, answer.details[name] ?? "", who, style);
    return { check, verdict, code, owner, reason: reason(detailOf), action: action?.(detailOf) };
  };

  return (answer, who) => {
    const found = worded.get(answer.reason);
    if (found === undefined) throw new TypeError(`unknown reason ${answer.reason}`);
    const [name, ...others] = found.definition.details ?? [];
    // Figures differ from one person to the next, and what is masked depends on whose answer it is.
    const isShared = others.length === 0 && (name === undefined || !masking.masked);
    if (!isShared || answer.people !== undefined || answer.findings !== undefined)
      return render(textOf(answer, found, who));
    const value = name === undefined ? "" : (answer.details[name] ?? "");
    const before = found.kept.get(value);
    if (before !== undefined) return before;
    const rendered = render(textOf(answer, found, who));
    if (found.kept.size < keptTexts) found.kept.set(value, rendered);
    return rendered;
  };
};

/** The text as it is. */
export const asText = (text: AnswerText): AnswerText => text;
