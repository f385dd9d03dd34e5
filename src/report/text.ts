/** The report as text: the verdict first, then what happens, to whom, why, and what to do. */
import { catalogue, type Finding, fillIn } from "../mailflow/finding";
import type { DeliveryVerdict, NarrownessVerdict } from "../mailflow/outcome";
import { type CheckedTenant, type CheckResult, isChecked, mostUrgentFirst } from "./checked-tenant";
import { confirmedBy } from "./confirmed-by";
import { explanationText } from "./explanation-text";
import { labelled, type Paint, type Style, shortened, table, visible, wrapped } from "./layout";
import type { Locale } from "./locales/locale";
import type { Words } from "./locales/words";
import { summaryRows } from "./summary";
import { testMessageLine } from "./test-message";

const width = 100;
const indent = "   ";

const verdictStyles: Readonly<Record<DeliveryVerdict | NarrownessVerdict, readonly Style[]>> = {
  proven: ["bold", "green"],
  narrow: ["bold", "green"],
  "no-bypass": ["bold", "green"],
  "not-guaranteed": ["bold", "yellow"],
  undecided: ["bold", "yellow"],
  blocked: ["bold", "red"],
  "too-wide": ["bold", "red"],
};

interface Appearance {
  readonly locale: Locale;
  readonly paint: Paint;
}

const whom = (
  { recipients: { count, sample } }: Finding,
  where: string | undefined,
  words: Words,
): string => {
  if (count === 0 && sample.length === 0) return words.allRecipients;
  const number = count === 1 ? words.oneRecipient : fillIn(words.recipients, { count: String(count) });
  const many = where === undefined ? number : `${number} (${where})`;
  return sample.length === 0 ? many : `${many}, ${fillIn(words.suchAs, { sample: sample.join(", ") })}`;
};

const whyOf = ({ stage, certainty, code }: Finding, words: Words): string =>
  [
    words.stage[stage],
    ...(certainty === undefined ? [] : [words.certainty[certainty]]),
    catalogue[code].source,
  ].join(words.semicolon);

const witnessLines = (checked: CheckedTenant, finding: Finding, words: Words): readonly string[] => {
  const witness = checked.witnesses.get(finding);
  if (witness === undefined) return [];
  const { from, displayName, envelopeFrom, recipient, subject, body } = witness.message;
  const says =
    finding.outcome === undefined
      ? words.passesFilter
      : fillIn(words.endsAs, { outcome: words.outcome[finding.outcome] });
  const field = (name: string, value: string): string =>
    `${name}${words.colon}${value === "" ? words.empty : shortened(visible(value), 160)}`;
  return [
    says,
    field(words.from, `${displayName} <${from}>`),
    field(words.envelope, envelopeFrom),
    field(words.to, recipient),
    field(words.subject, subject),
    field(words.body, body),
    // One line, however long: it is copied into a shell.
    `${words.liveTest}${words.colon}${visible(testMessageLine(witness.message))}`,
  ];
};

const findingLines = (
  checked: CheckedTenant,
  finding: Finding,
  place: number,
  style: Appearance,
): readonly string[] => {
  const { words, finding: textOf } = style.locale;
  const { message, fix } = textOf(finding);
  const explained = explanationText(checked, finding, style.locale);
  const { explanation } = style.locale;
  const labels = [
    ...[words.who, words.why, words.fix, words.shownBy],
    ...[explanation.rescueLabel, explanation.shadowLabel, explanation.fixLabel, explanation.behindLabel],
    ...(explained.skipped === undefined ? [] : [explanation.skippedLabel]),
  ];
  const column = indent.length + Math.max(...labels.map((label) => label.length)) + 2;
  const row = (label: string, text: string) => labelled(indent + label, visible(text), column, width);
  const [says, ...fields] = witnessLines(checked, finding, words);
  const severity = style.paint(
    finding.severity === "error" ? ["red"] : ["yellow"],
    words.severity[finding.severity],
  );
  return [
    `${place}. ${severity}  ${style.paint(["dim"], finding.code)}`,
    ...wrapped(visible(message), width - indent.length).map((line) => indent + style.paint(["bold"], line)),
    ...row(words.who, whom(finding, explained.where, words)),
    ...row(words.why, whyOf(finding, words)),
    ...explained.wouldRescue.flatMap((text) => row(explanation.rescueLabel, text)),
    ...explained.shadows.flatMap((text) => row(explanation.shadowLabel, text)),
    ...explained.behind.flatMap((text) => row(explanation.behindLabel, text)),
    ...row(words.fix, fix),
    ...(explained.fix === undefined ? [] : row(explanation.fixLabel, explained.fix.text)),
    // A command stays on one line, to be copied whole.
    ...(explained.fix?.commands ?? []).map((command) => " ".repeat(column) + visible(command)),
    ...(explained.skipped === undefined ? [] : row(explanation.skippedLabel, explained.skipped)),
    ...(says === undefined ? [] : row(words.shownBy, says)),
    ...fields.map((line) => " ".repeat(column) + line),
    "",
  ];
};

const headline = (
  verdict: string,
  says: string,
  styles: readonly Style[],
  { locale, paint }: Appearance,
): string => `${paint(styles, verdict)}${locale.words.colon}${says}`;

const tenantLines = (checked: CheckedTenant, style: Appearance): readonly string[] => {
  const { locale, paint } = style;
  const { words } = locale;
  const { decision, tenant, asOf, scope } = checked;
  const { verdict, findings, narrowness, assumptions, changesAt } = decision;
  const date = asOf.toISOString().replace(/:\d\d\.\d+Z$/u, "Z");
  const each = (list: readonly Finding[]) =>
    mostUrgentFirst(list).flatMap((finding, place) => findingLines(checked, finding, place + 1, style));
  return [
    headline(words.delivery[verdict], words.deliverySays[verdict], verdictStyles[verdict], style),
    paint(["dim"], `${visible(tenant)}, ${fillIn(words.asOf, { date, scope: words.scope[scope] })}`),
    "",
    ...(findings.length === 0 ? [words.nothingFound, ""] : each(findings)),
    `${words.forgedMail}${words.colon}${headline(
      words.narrowness[narrowness.verdict],
      words.narrownessSays[narrowness.verdict],
      verdictStyles[narrowness.verdict],
      style,
    )}`,
    "",
    ...each(narrowness.findings),
    ...(changesAt.length === 0 ? [] : [`${words.changes}${words.colon}`.trimEnd()]),
    ...changesAt.map(
      ({ at, verdict: then, narrowness: open, cause }) =>
        `${indent}${at}  ${words.delivery[then]}, ${words.forgedMail} ${words.narrowness[open]}${words.colon}${visible(locale.cause(cause))}`,
    ),
    ...(changesAt.length === 0 ? [] : [""]),
    `${words.assumptions}${words.colon}`.trimEnd(),
    ...assumptions.flatMap((assumption) =>
      labelled(
        `${indent}-`,
        `${locale.assumption(assumption)} (${[assumption.source, ...confirmedBy(assumption, words)].join(words.semicolon)})`,
        indent.length + 2,
        width,
      ),
    ),
    "",
  ];
};

const summaryLines = (
  results: readonly CheckResult[],
  { locale: { words } }: Appearance,
): readonly string[] => [
  `${words.summary}${words.colon}`.trimEnd(),
  ...table(summaryRows(results, words).map((row) => row.map(visible))).map((row) => indent + row),
  "",
];

/** For several inputs one summary first; then each tenant's report, below the name of its file. */
export const textReport = (results: readonly CheckResult[], locale: Locale, paint: Paint): string => {
  const style = { locale, paint };
  const [only] = results;
  const lines =
    results.length === 1 && only !== undefined && isChecked(only)
      ? tenantLines(only, style)
      : [
          ...summaryLines(results, style),
          ...results
            .filter(isChecked)
            .flatMap((checked) => [paint(["bold"], visible(checked.file)), ...tenantLines(checked, style)]),
        ];
  return `${lines.join("\n").trimEnd()}\n`;
};
