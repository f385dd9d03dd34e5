/** The readiness report as Markdown, for a ticket or the comment on a pull request. */
import { escaped } from "../markdown-escape";
import { answerTexts, asText } from "./answer-text";
import { noticeText } from "./notice-text";
import { openAnswers, openPeople } from "./open-points";
import { overviewOf } from "./overview";
import { planTexts } from "./plan-text";
import type { ReadinessRun } from "./run";
import { sourcesText } from "./source-text";
import type { ReadinessStyle } from "./style";

/** Most users: a comment holds 64,000 characters (aircall.md 5.1). */
const limit = 50;

/** One row of a table; line ends were made visible by the escape. */
export const markdownRow = (cells: readonly string[]): string => headRow(cells.map(escaped));

/** A row of our own words, which need no escape. */
export const headRow = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

export const ruler = (columns: number): string => `|${" --- |".repeat(columns)}`;

const peopleLines = ({ judged }: ReadinessRun, style: ReadinessStyle): readonly string[] => {
  const { words, masking } = style;
  const { label } = words;
  const textOf = answerTexts(style, asText);
  const open = openPeople(judged);
  if (open.length === 0) return [words.nobodyOpen, ""];
  const rows = open.slice(0, limit).flatMap((one) => {
    const { email, name } = masking.who(one.person);
    return openAnswers(one).map((answer) => {
      const { check, verdict, reason, action = "", owner } = textOf(answer, one.person);
      return markdownRow([
        name === "" ? email : `${name}, ${email}`,
        `${words.check[check]}${words.colon}${words.verdict[verdict]}`,
        reason,
        action,
        owner === undefined ? "" : words.owner[owner],
        sourcesText(answer.evidence, style, one.person),
      ]);
    });
  });
  const heads = [label.user, label.check, label.reason, label.action, label.owner, label.evidence];
  return [
    `**${label.notReady}**`,
    "",
    headRow(heads),
    ruler(heads.length),
    ...rows,
    "",
    ...(open.length > limit ? [words.moreUsers(open.length - limit), ""] : []),
  ];
};

const lines = (run: ReadinessRun, style: ReadinessStyle): readonly string[] => {
  const { words } = style;
  const { label, verdict } = words;
  const { overall, headline, about, checks } = overviewOf(run, style);
  const steps = planTexts(run.plan, style);
  return [
    `### ${words.overall[overall]}${words.colon}${headline}`,
    "",
    about.join(words.semicolon),
    "",
    headRow([label.check, verdict.pass, verdict.fail, verdict.unknown]),
    ruler(4),
    ...checks.map(({ title, pass, fail, unknown }) => headRow([title, pass, fail, unknown])),
    "",
    ...peopleLines(run, style),
    ...(steps.length === 0 ? [] : [`**${label.plan}**`, ""]),
    ...steps.map(
      ({ title, text, about }, place) => `${place + 1}. **${title}** (${about})${words.colon}${text}`,
    ),
    ...(steps.length === 0 ? [] : [""]),
    ...(run.notices.length === 0 ? [] : [`**${label.notices}**`, ""]),
    ...run.notices.slice(0, limit).map((notice) => `- ${escaped(noticeText(notice, style))}`),
    ...(run.notices.length > limit ? [`- ${words.more(run.notices.length - limit)}`] : []),
  ];
};

/** At most fifty users; `--format csv` lists everybody. */
export function* readinessMarkdown(run: ReadinessRun, style: ReadinessStyle): Generator<string> {
  yield `${lines(run, style).join("\n").trimEnd()}\n`;
}
