/** A comparison as Markdown, for the comment on a pull request. */
import type { Change } from "../../mailflow/difference";
import { fillIn } from "../../mailflow/finding";
import { shortened, visible } from "../layout";
import { escaped } from "../markdown-escape";
import type { ComparedTenants } from "./compared-tenants";
import {
  certaintyText,
  changeText,
  type DifferenceLocale,
  partText,
  recipientsText,
  ruleText,
} from "./sentences";

const changeLines = (
  compared: ComparedTenants,
  change: Change,
  style: DifferenceLocale,
): readonly string[] => {
  const { locale, words } = style;
  const witness = compared.witnesses.get(change)?.message;
  const certainty = certaintyText(change, style);
  const code = (text: string): string => `\`${shortened(visible(text), 80).replaceAll("`", "'")}\``;
  return [
    `1. **${words.kind[change.kind]}**${locale.words.colon}${escaped(changeText(compared, change, style))}`,
    `   - ${locale.words.who}${locale.words.colon}${escaped(recipientsText(change.recipients, style))}`,
    ...(certainty === undefined
      ? []
      : [`   - ${locale.words.why}${locale.words.colon}${escaped(certainty)}`]),
    ...(witness === undefined
      ? []
      : [`   - ${words.shownBy}${locale.words.colon}${locale.words.subject} ${code(witness.subject)}`]),
  ];
};

const section = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : ["", `**${title}**`, "", ...items.map((item) => `- ${escaped(item)}`)];

/** @returns the report, with a line end. */
export const differenceMarkdown = (compared: ComparedTenants, style: DifferenceLocale): string => {
  const { locale, words } = style;
  const { before, after, asOf, exitCode, difference } = compared;
  const { changes, rules, parts, recipients, later, assumptions } = difference;
  const some = (who: typeof recipients.onlyBefore) => (who.count === 0 ? [] : [recipientsText(who, style)]);
  const lines = [
    `### ${words.verdict[exitCode]}${locale.words.colon}${words.verdictSays[exitCode]}`,
    "",
    `${escaped(before.file)} → ${escaped(after.file)}, ${fillIn(words.asOf, { date: asOf.toISOString() })}`,
    "",
    `| | ${words.before} | ${words.after} |`,
    "| --- | --- | --- |",
    `| ${words.delivery} | ${locale.words.delivery[difference.before.delivery]} | ${locale.words.delivery[difference.after.delivery]} |`,
    `| ${words.forgedMail} | ${locale.words.narrowness[difference.before.narrowness]} | ${locale.words.narrowness[difference.after.narrowness]} |`,
    "",
    ...(changes.length === 0
      ? [words.nothingFares]
      : changes.flatMap((change) => changeLines(compared, change, style))),
    ...section(
      words.rules,
      rules.map((rule) => ruleText(rule, changes, style)),
    ),
    ...section(words.parts, parts.map(partText)),
    ...section(words.onlyBefore, some(recipients.onlyBefore)),
    ...section(words.onlyAfter, some(recipients.onlyAfter)),
    ...section(words.missing, recipients.missing),
    ...section(
      words.later,
      later.map(
        ({ at, verdict, cause }) => `${at} ${locale.words.delivery[verdict]}, ${locale.cause(cause)}`,
      ),
    ),
    "",
    `<details><summary>${locale.words.assumptions}</summary>`,
    "",
    ...assumptions.map((one) => `- ${escaped(locale.assumption(one))}`),
    "",
    "</details>",
  ];
  return `${lines.join("\n")}\n`;
};
