/** Who is not ready as a sheet: one row for each user and each check that is no pass (aircall.md 4.5). */
import { stringify } from "csv-stringify/sync";
import type { JudgedPerson } from "../../readiness/check";
import type { Source } from "../../readiness/facts";
import { visible } from "../layout";
import { type AnswerText, answerTexts } from "./answer-text";
import { openAnswers, openPeople } from "./open-points";
import type { ReadinessRun } from "./run";
import { sourcesText } from "./source-text";
import type { ReadinessStyle } from "./style";
import type { ReadinessWords } from "./words/words";

/** Rows that are written at once. */
const batch = 1_000;

/**
 * Rows as CSV. A cell that a spreadsheet would take for a formula is escaped with an apostrophe.
 *
 * @param rows what comes from outside in them was made `visible`.
 * @param isFirst whether a byte order mark comes first, from which Excel knows UTF-8.
 */
export const csvRows = (
  rows: readonly (readonly string[])[],
  { delimiter }: ReadinessWords,
  isFirst: boolean,
): string =>
  stringify([...rows], { bom: isFirst, delimiter, escape_formulas: true, record_delimiter: "\r\n" });

/** What is the same for many people is made visible once. */
const visibleText = (text: AnswerText): AnswerText => ({
  ...text,
  reason: visible(text.reason),
  action: text.action === undefined ? undefined : visible(text.action),
});

function* pieces(judged: readonly JudgedPerson[], style: ReadinessStyle): Generator<string> {
  const { words, masking } = style;
  const { label } = words;
  const textOf = answerTexts(style, visibleText);
  yield csvRows(
    [
      [
        ...[label.email, label.name, label.check, label.verdict],
        ...[label.reason, label.action, label.owner, label.evidence],
      ],
    ],
    words,
    true,
  );
  let rows: string[][] = [];
  for (const open of openPeople(judged)) {
    const who = masking.who(open.person);
    const [email, name] = [visible(who.email), visible(who.name)];
    // Most answers about a person rest on the same lines.
    const places = new Map<readonly Source[], string>();
    const placesOf = (evidence: readonly Source[]): string => {
      const text = places.get(evidence) ?? visible(sourcesText(evidence, style, open.person));
      places.set(evidence, text);
      return text;
    };
    for (const answer of openAnswers(open)) {
      const { check, verdict, reason, action = "", owner } = textOf(answer, open.person);
      rows.push([
        ...[email, name, check, words.verdict[verdict], reason, action],
        owner === undefined ? "" : words.owner[owner],
        placesOf(answer.evidence),
      ]);
    }
    if (rows.length < batch) continue;
    yield csvRows(rows, words, false);
    rows = [];
  }
  if (rows.length > 0) yield csvRows(rows, words, false);
}

/** UTF-8 with a byte order mark; semicolons in French, where Excel expects them. */
export const readinessCsv = ({ judged }: ReadinessRun, style: ReadinessStyle): Iterable<string> =>
  pieces(judged, style);
