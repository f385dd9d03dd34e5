/** An evidence report as text, Markdown or JSON: contradictions first. */
import type { Pair } from "../../mailflow/evidence";
import { catalogue, type Finding, fillIn } from "../../mailflow/finding";
import { labelled, type Paint, type Style, table, visible, wrapped } from "../layout";
import { escaped } from "../markdown-escape";
import { type EvidenceLocale, evidenceVerdict, type HeldEvidence } from "./held-evidence";
import type { EvidenceVerdict } from "./words";

const width = 100;
const indent = "   ";
/** Most pairs and names a report for people lists. */
const pairLimit = 40;
const nameLimit = 10;

const styles: Readonly<Record<EvidenceVerdict, readonly Style[]>> = {
  contradicted: ["bold", "red"],
  stopped: ["bold", "red"],
  confirmed: ["bold", "green"],
  nothing: ["bold", "yellow"],
};

const some = (names: readonly string[]): string =>
  [...names.slice(0, nameLimit), ...(names.length > nameLimit ? ["…"] : [])].join(", ");

const whom = ({ recipients: { count, sample } }: Finding, { locale: { words } }: EvidenceLocale): string => {
  const many = count === 1 ? words.oneRecipient : fillIn(words.recipients, { count: String(count) });
  return `${many}, ${fillIn(words.suchAs, { sample: sample.join(", ") })}`;
};

const aboutOf = (held: HeldEvidence, { words, locale }: EvidenceLocale): readonly string[] => {
  const { decision, judged, otherRows } = held.evidence;
  const date = held.asOf.toISOString().replace(/:\d\d\.\d+Z$/u, "Z");
  return [
    `${held.tenant}, ${fillIn(locale.words.asOf, { date, scope: locale.words.scope[held.scope] })}`,
    `${fillIn(words.decided, { verdict: locale.words.delivery[decision.verdict] })}${locale.words.semicolon}${fillIn(words.counted, { rows: String(judged.length), other: String(otherRows) })}`,
  ];
};

const notesOf = ({ evidence }: HeldEvidence, { words }: EvidenceLocale): readonly string[] => [
  ...(evidence.unseen.length === 0 ? [] : [fillIn(words.unseen, { users: some(evidence.unseen) })]),
  ...(evidence.sendingAddresses.length === 0
    ? []
    : [fillIn(words.addresses, { addresses: some(evidence.sendingAddresses) })]),
];

const rowOf = (
  { user, sender, verdict, judgement, count }: Pair,
  style: EvidenceLocale,
): readonly string[] => [
  user,
  sender,
  verdict === undefined ? style.words.notRead : style.locale.words.delivery[verdict],
  (["delivered", "junk", "stopped", "open"] as const)
    .filter((arrival) => count[arrival] > 0)
    .map((arrival) => `${count[arrival]} ${style.words.arrival[arrival]}`)
    .join(", "),
  style.words.judgement[judgement],
];

const heads = ({ words }: EvidenceLocale): readonly string[] => [
  words.user,
  words.sender,
  words.decidedAs,
  words.shows,
  "",
];

const leftOut = (pairs: readonly Pair[], { words }: EvidenceLocale): readonly string[] =>
  pairs.length > pairLimit ? [fillIn(words.morePairs, { count: String(pairs.length - pairLimit) })] : [];

/** For a terminal or a plain file. */
export const evidenceText = (held: HeldEvidence, style: EvidenceLocale, paint: Paint): string => {
  const { words, locale } = style;
  const { findings, pairs } = held.evidence;
  const verdict = evidenceVerdict(held.evidence);
  const labels = [locale.words.who, locale.words.fix];
  const column = indent.length + Math.max(...labels.map((label) => label.length)) + 2;
  const notes = notesOf(held, style);
  const lines = [
    `${paint(styles[verdict], words.verdict[verdict])}${locale.words.colon}${words.says[verdict]}`,
    ...aboutOf(held, style)
      .flatMap((line) => wrapped(visible(line), width))
      .map((line) => paint(["dim"], line)),
    "",
    ...findings.flatMap((finding, place) => {
      const { message, fix } = locale.finding(finding);
      const severity = locale.words.severity[finding.severity];
      return [
        `${place + 1}. ${paint(finding.severity === "error" ? ["red"] : ["yellow"], severity)}  ${paint(["dim"], finding.code)}`,
        ...wrapped(visible(message), width - indent.length).map((line) => indent + paint(["bold"], line)),
        ...labelled(indent + locale.words.who, visible(whom(finding, style)), column, width),
        ...labelled(indent + locale.words.fix, visible(fix), column, width),
        "",
      ];
    }),
    ...(pairs.length === 0 ? [] : [`${words.perPair}${locale.words.colon}`.trimEnd()]),
    ...(pairs.length === 0
      ? []
      : table([
          heads(style),
          ...pairs.slice(0, pairLimit).map((pair) => rowOf(pair, style).map(visible)),
        ]).map((row) => indent + row)),
    ...leftOut(pairs, style).map((line) => indent + line),
    ...(pairs.length === 0 ? [] : [""]),
    ...notes.flatMap((line) => wrapped(visible(line), width)),
    ...(notes.length === 0 ? [] : [""]),
    `${words.remember}${locale.words.colon}`.trimEnd(),
    ...words.limits.flatMap((line) => labelled(`${indent}-`, line, indent.length + 2, width)),
  ];
  return `${lines.join("\n")}\n`;
};

const markdownRow = (cells: readonly string[]): string => `| ${cells.map(escaped).join(" | ")} |`;

/** For a ticket or a comment. */
export const evidenceMarkdown = (held: HeldEvidence, style: EvidenceLocale): string => {
  const { words, locale } = style;
  const { findings, pairs } = held.evidence;
  const verdict = evidenceVerdict(held.evidence);
  const { colon } = locale.words;
  const lines = [
    `### ${words.verdict[verdict]}${colon}${words.says[verdict]}`,
    "",
    aboutOf(held, style).map(escaped).join("  \n"),
    "",
    ...findings.flatMap((finding) => {
      const { message, fix } = locale.finding(finding);
      return [
        `- **${locale.words.severity[finding.severity]}** \`${finding.code}\`${colon}${escaped(message)}`,
        `  - ${locale.words.who}${colon}${escaped(whom(finding, style))}`,
        `  - ${locale.words.fix}${colon}${escaped(fix)}`,
      ];
    }),
    ...(findings.length === 0 ? [] : [""]),
    ...(pairs.length === 0 ? [] : [markdownRow(heads(style)), `|${" --- |".repeat(5)}`]),
    ...pairs.slice(0, pairLimit).map((pair) => markdownRow(rowOf(pair, style))),
    ...leftOut(pairs, style).flatMap((line) => ["", line]),
    ...(pairs.length === 0 ? [] : [""]),
    ...notesOf(held, style).flatMap((line) => [escaped(line), ""]),
    `**${words.remember}**`,
    "",
    ...words.limits.map((line) => `- ${escaped(line)}`),
  ];
  return `${lines.join("\n")}\n`;
};

/** For machines: every pair and every row of Aircall's mail. */
export const evidenceJson = (
  { tenant, asOf, scope, evidence }: HeldEvidence,
  { locale }: EvidenceLocale,
): string => {
  const { decision, findings, judged, pairs, otherRows, unseen, sendingAddresses } = evidence;
  const value = {
    tenant,
    asOf: asOf.toISOString(),
    scope,
    evidence: evidenceVerdict(evidence),
    verdict: decision.verdict,
    narrowness: decision.narrowness.verdict,
    findings: findings.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      sender: finding.senders.join(", "),
      ...locale.finding(finding),
      source: catalogue[finding.code].source,
      recipients: finding.recipients,
    })),
    pairs,
    rows: judged.map(({ row, origin, user, arrival, verdict, judgement }) => ({
      ...row,
      received: row.received.toISOString(),
      user,
      aircallSender: origin.sender,
      isSure: origin.isSure,
      arrival,
      verdict,
      judgement,
    })),
    otherRows,
    unseen,
    sendingAddresses,
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
};
