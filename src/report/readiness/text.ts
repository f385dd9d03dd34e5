/** The readiness report for a terminal: the verdict, the counts, who is not ready, and the plan. */
import type { Readiness } from "../../readiness/check";
import type { CheckVerdict } from "../../readiness/reasons";
import { labelled, type Paint, type Style, table, visible, wrapped } from "../layout";
import { type AnswerText, answerTexts, asText } from "./answer-text";
import { groupedPeople, type PeopleGroup } from "./grouped-people";
import { noticeText } from "./notice-text";
import { overviewOf } from "./overview";
import { planTexts } from "./plan-text";
import type { ReadinessRun } from "./run";
import { sourcesText } from "./source-text";
import type { ReadinessStyle } from "./style";

const width = 100;
const indent = "   ";
/** Most groups of people, and most notices, that a terminal shows. */
const limit = 30;

const styles: Readonly<Record<Readiness | CheckVerdict, Style>> = {
  yes: "green",
  pass: "green",
  no: "red",
  fail: "red",
  unknown: "yellow",
};

interface Appearance extends ReadinessStyle {
  readonly paint: Paint;
}

const overviewLines = (run: ReadinessRun, style: Appearance): readonly string[] => {
  const { words, paint } = style;
  const { overall, headline, about, checks } = overviewOf(run, style);
  const rows = checks.map(({ title, pass, fail, unknown }) => [title, pass, fail, unknown]);
  return [
    `${paint(["bold", styles[overall]], words.overall[overall])}${words.colon}${headline}`,
    paint(["dim"], about.join(words.semicolon)),
    "",
    ...table([
      [words.label.checks, words.verdict.pass, words.verdict.fail, words.verdict.unknown],
      ...rows,
    ]).map((row) => indent + row),
    "",
  ];
};

/** `Vera Lang <vera@contoso.example>, …` */
const whoText = ({ people, count }: PeopleGroup, { masking, words }: Appearance): string => {
  const names = people.map(({ person }) => {
    const { email, name } = masking.who(person);
    return name === "" ? email : `${name} <${email}>`;
  });
  return [...names, ...(count === people.length ? [] : [words.morePeople(count - people.length)])].join(", ");
};

const pointLines = (
  { check, verdict, reason, action, owner }: AnswerText,
  evidence: string,
  { words, paint }: Appearance,
): readonly string[] => {
  const { label } = words;
  const column =
    indent.length + Math.max(...[label.action, label.owner, label.evidence].map(({ length }) => length)) + 4;
  const row = (title: string, text: string): readonly string[] =>
    text === "" ? [] : labelled(`${indent}  ${title}`, visible(text), column, width);
  return [
    `${indent}${paint([styles[verdict]], words.verdict[verdict])}  ${paint(["bold"], words.check[check])}`,
    ...wrapped(visible(reason), width - indent.length - 2).map((line) => `${indent}  ${line}`),
    ...row(label.action, action ?? ""),
    ...row(label.owner, owner === undefined ? "" : words.owner[owner]),
    ...row(label.evidence, evidence),
  ];
};

const groupLines = (group: PeopleGroup, place: number, style: Appearance): readonly string[] => {
  const [first] = group.people;
  if (first === undefined) return [];
  const { words, paint } = style;
  // Evidence differs from one person to the next, so that of several would mislead.
  const evidenceOf = (point: AnswerText): string => {
    const answer = first.answers.find(({ reason }) => reason === point.code);
    return group.count > 1 || answer === undefined ? "" : sourcesText(answer.evidence, style, first.person);
  };
  const number = `${place}. `.padEnd(indent.length);
  const state = words.ready[first.ready];
  const column = indent.length + state.length + 2;
  const who = wrapped(visible(whoText(group, style)), width - column).map((line) => paint(["bold"], line));
  return [
    ...who.map((line, row) =>
      row === 0 ? `${number}${paint([styles[first.ready]], state)}  ${line}` : `${" ".repeat(column)}${line}`,
    ),
    ...group.points.flatMap((point) => pointLines(point, evidenceOf(point), style)),
    "",
  ];
};

const peopleLines = (run: ReadinessRun, style: Appearance): readonly string[] => {
  const { words, paint } = style;
  const { everybody, groups, others } = groupedPeople(run.judged, answerTexts(style, asText), limit);
  if (groups.length === 0) return [words.nobodyOpen, ""];
  return [
    paint(["bold"], words.label.notReady),
    "",
    ...(everybody.length === 0 ? [] : [paint(["bold"], words.label.everybody)]),
    ...everybody.flatMap((point) => pointLines(point, "", style)),
    ...(everybody.length === 0 ? [] : [""]),
    ...groups.flatMap((group, place) => groupLines(group, place + 1, style)),
    ...(others === 0 ? [] : [words.moreUsers(others), ""]),
  ];
};

const planLines = (run: ReadinessRun, style: Appearance): readonly string[] => {
  const { words, paint } = style;
  const steps = planTexts(run.plan, style);
  if (steps.length === 0) return [];
  return [
    paint(["bold"], words.label.plan),
    "",
    ...steps.flatMap(({ title, text, about }, place) => [
      `${`${place + 1}. `.padEnd(indent.length)}${paint(["bold"], title)} (${about})`,
      ...wrapped(text, width - indent.length).map((line) => indent + line),
    ]),
    "",
  ];
};

const noticeLines = (run: ReadinessRun, style: Appearance): readonly string[] => {
  const { words, paint } = style;
  const rest = run.notices.length - limit;
  return run.notices.length === 0
    ? []
    : [
        paint(["bold"], words.label.notices),
        ...run.notices
          .slice(0, limit)
          .flatMap((notice) =>
            labelled(`${indent}-`, visible(noticeText(notice, style)), indent.length + 2, width),
          ),
        ...(rest <= 0 ? [] : [`${indent}${words.more(rest)}`]),
        "",
      ];
};

/** Groups of people beyond the limit are counted only; `--format csv` lists everybody. */
export function* readinessText(run: ReadinessRun, style: Appearance): Generator<string> {
  for (const part of [overviewLines, peopleLines, planLines, noticeLines]) {
    const lines = part(run, style);
    if (lines.length > 0) yield `${lines.join("\n")}\n`;
  }
}
