/** The report as Markdown, for the comment on a pull request. */
import { type Finding, fillIn } from "../mailflow/finding";
import { type CheckedTenant, type CheckResult, isChecked, mostUrgentFirst } from "./checked-tenant";
import { confirmedBy } from "./confirmed-by";
import { explanationText } from "./explanation-text";
import { shortened, visible } from "./layout";
import type { Locale } from "./locales/locale";
import { escaped } from "./markdown-escape";
import { summaryRows } from "./summary";
import { testMessageLine } from "./test-message";

/** Lines to copy, in a fence longer than any run of backticks in them. */
const codeBlock = (commands: readonly string[]): readonly string[] => {
  if (commands.length === 0) return [];
  const longest = Math.max(2, ...[...commands.join("\n").matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return [`    ${fence}powershell`, ...commands.map((command) => `    ${visible(command)}`), `    ${fence}`];
};

const findingLines = (checked: CheckedTenant, finding: Finding, locale: Locale): readonly string[] => {
  const { words } = locale;
  const { message, fix } = locale.finding(finding);
  const explained = explanationText(checked, finding, locale);
  const { explanation } = locale;
  const listed = (label: string, texts: readonly string[]): readonly string[] =>
    texts.map((text) => `  - ${label}${words.colon}${escaped(text)}`);
  const witness = checked.witnesses.get(finding)?.message;
  const shown =
    witness === undefined
      ? []
      : [
          `  - ${words.shownBy}${words.colon}${words.subject} \`${shortened(visible(witness.subject), 80).replaceAll("`", "'")}\``,
          `  - ${words.liveTest}${words.colon}\`${visible(testMessageLine(witness)).replaceAll("`", "'")}\``,
        ];
  return [
    `- **${words.severity[finding.severity]}** \`${finding.code}\`${words.colon}${escaped(message)}`,
    ...listed(words.who, explained.where === undefined ? [] : [explained.where]),
    ...listed(explanation.rescueLabel, explained.wouldRescue),
    ...listed(explanation.shadowLabel, explained.shadows),
    ...listed(explanation.behindLabel, explained.behind),
    `  - ${words.fix}${words.colon}${escaped(fix)}`,
    ...listed(explanation.fixLabel, explained.fix === undefined ? [] : [explained.fix.text]),
    ...codeBlock(explained.fix?.commands ?? []),
    ...listed(explanation.skippedLabel, explained.skipped === undefined ? [] : [explained.skipped]),
    ...shown,
  ];
};

const tenantLines = (checked: CheckedTenant, locale: Locale): readonly string[] => {
  const { words } = locale;
  const { verdict, findings, narrowness, changesAt, assumptions } = checked.decision;
  const date = checked.asOf.toISOString();
  const list = (all: readonly Finding[]) =>
    mostUrgentFirst(all).flatMap((finding) => findingLines(checked, finding, locale));
  return [
    `### ${words.delivery[verdict]}${words.colon}${words.deliverySays[verdict]}`,
    "",
    `${escaped(checked.tenant)}, ${fillIn(words.asOf, { date, scope: words.scope[checked.scope] })}`,
    "",
    ...(findings.length === 0 ? [words.nothingFound] : list(findings)),
    "",
    `**${words.forgedMail}${words.colon}${words.narrowness[narrowness.verdict]}**${words.colon}${words.narrownessSays[narrowness.verdict]}`,
    "",
    ...list(narrowness.findings),
    ...(changesAt.length === 0 ? [] : ["", `**${words.changes}**`, ""]),
    ...changesAt.map(
      ({ at, verdict: then, cause }) =>
        `- ${at}${words.colon}${words.delivery[then]}, ${escaped(locale.cause(cause))}`,
    ),
    "",
    `<details><summary>${words.assumptions}</summary>`,
    "",
    ...assumptions.map(
      (one) => `- ${escaped([locale.assumption(one), ...confirmedBy(one, words)].join(" "))}`,
    ),
    "",
    "</details>",
    "",
  ];
};

const summaryLines = (results: readonly CheckResult[], { words }: Locale): readonly string[] => {
  const [head = [], ...rows] = summaryRows(results, words).map(
    (row) => `| ${row.map(escaped).join(" | ")} |`,
  );
  return [`### ${words.summary}`, "", head, `|${" --- |".repeat(5)}`, ...rows, ""].flat();
};

/** For several inputs one summary first; then one section per tenant. Inputs that failed are named. */
export const markdownReport = (results: readonly CheckResult[], locale: Locale): string =>
  `${[
    ...(results.length > 1 ? summaryLines(results, locale) : []),
    ...results.flatMap((result) =>
      isChecked(result)
        ? tenantLines(result, locale)
        : [
            `### ${locale.words.notChecked}${locale.words.colon}${escaped(result.file)}`,
            "",
            escaped(result.error),
            "",
          ],
    ),
  ]
    .join("\n")
    .trimEnd()}\n`;
