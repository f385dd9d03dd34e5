/** The report as Markdown, for the comment on a pull request. */
import { type Finding, fillIn } from "../mailflow/finding";
import { type CheckedTenant, type CheckResult, isChecked, mostUrgentFirst } from "./checked-tenant";
import { shortened, visible } from "./layout";
import type { Locale } from "./locales/locale";

/** Names and mails come from outside: nothing in them may become markup, or a mention, which no backslash prevents. */
const escaped = (text: string): string =>
  visible(text)
    .replace(/[\\`*_{}[\]()#+!|<>~-]/gu, "\\$&")
    .replace(/(?<!\w)@/gu, "@\u200b");

const findingLines = (checked: CheckedTenant, finding: Finding, locale: Locale): readonly string[] => {
  const { words } = locale;
  const { message, fix } = locale.finding(finding);
  const witness = checked.witnesses.get(finding)?.message;
  const shown =
    witness === undefined
      ? []
      : [
          `  - ${words.shownBy}${words.colon}${words.subject} \`${shortened(visible(witness.subject), 80).replaceAll("`", "'")}\``,
        ];
  return [
    `- **${words.severity[finding.severity]}** \`${finding.code}\`${words.colon}${escaped(message)}`,
    `  - ${words.fix}${words.colon}${escaped(fix)}`,
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
    ...assumptions.map((one) => `- ${escaped(locale.assumption(one))}`),
    "",
    "</details>",
    "",
  ];
};

/** One section per tenant; inputs that failed are named. */
export const markdownReport = (results: readonly CheckResult[], locale: Locale): string =>
  `${results
    .flatMap((result) =>
      isChecked(result)
        ? tenantLines(result, locale)
        : [
            `### ${locale.words.notChecked}${locale.words.colon}${escaped(result.file)}`,
            "",
            escaped(result.error),
            "",
          ],
    )
    .join("\n")
    .trimEnd()}\n`;
