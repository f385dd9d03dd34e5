/** A comparison of two readiness runs as text, JSON or Markdown. */
import { fillIn } from "../../../mailflow/finding";
import type { RunComparison } from "../../../readiness/compare";
import { labelled, type Paint, type Style, visible, wrapped } from "../../layout";
import type { LocaleName } from "../../locales/locale";
import { escaped } from "../../markdown-escape";
import type { ReadinessStyle } from "../style";
import { comparisonVerdict, entriesOf } from "./entries";
import { comparisonJson } from "./json";
import { changeLine } from "./lines";
import { type ChangeList, type ComparisonVerdict, type ComparisonWords, changeLists } from "./words";

export const comparisonFormats = ["text", "json", "markdown"] as const;
export type ComparisonFormat = (typeof comparisonFormats)[number];

/** How a comparison is to be written; {@link comparisonMasking} hides who people are. */
export interface ComparisonStyle extends ReadinessStyle {
  readonly comparison: ComparisonWords;
  /** Colours, for `text` alone. */
  readonly paint: Paint;
}

/** Loads only the language asked for. */
export const loadComparisonWords = async (name: LocaleName): Promise<ComparisonWords> =>
  (name === "fr" ? await import("./fr") : await import("./en")).words;

const width = 100;
const indent = "   ";
/** Most changes of one kind that a report for people lists; JSON has them all. */
const limit = 50;

const styles: Readonly<Record<ComparisonVerdict, Style>> = {
  "fell-back": "red",
  worse: "yellow",
  better: "green",
  same: "green",
};

const lists = (compared: RunComparison) =>
  changeLists
    .map((list) => ({ list, entries: entriesOf(compared, list) }))
    .filter(({ entries }) => entries.length > 0);

const titleOf = (list: ChangeList, count: number, { comparison, words }: ComparisonStyle): string =>
  `${comparison.title[list]} (${words.number(count)})`;

const headOf = (compared: RunComparison, { comparison, words, masking }: ComparisonStyle) => ({
  verdict: comparisonVerdict(compared),
  headline: comparison.headline(compared),
  about: [fillIn(comparison.between, compared.asOf), ...(masking.masked ? [words.masked] : [])].join(
    words.semicolon,
  ),
});

const textLines = (compared: RunComparison, style: ComparisonStyle): readonly string[] => {
  const { comparison, words, paint } = style;
  const { verdict, headline, about } = headOf(compared, style);
  return [
    `${paint(["bold", styles[verdict]], comparison.verdict[verdict])}${words.colon}${headline}`,
    paint(["dim"], visible(about)),
    "",
    ...lists(compared).flatMap(({ list, entries }) => [
      paint(["bold"], titleOf(list, entries.length, style)),
      ...entries.slice(0, limit).flatMap((entry) => {
        const { who, what, notes } = changeLine(entry, style);
        return [
          ...labelled(`${indent}-`, visible(`${who}${words.semicolon}${what}`), indent.length + 2, width),
          ...notes.flatMap((note) =>
            wrapped(visible(note), width - indent.length - 4).map((line) => `${indent}    ${line}`),
          ),
        ];
      }),
      ...(entries.length > limit ? [`${indent}${words.more(entries.length - limit)}`] : []),
      "",
    ]),
  ];
};

const markdownLines = (compared: RunComparison, style: ComparisonStyle): readonly string[] => {
  const { comparison, words } = style;
  const { verdict, headline, about } = headOf(compared, style);
  return [
    `### ${comparison.verdict[verdict]}${words.colon}${headline}`,
    "",
    escaped(about),
    "",
    ...lists(compared).flatMap(({ list, entries }) => [
      `**${titleOf(list, entries.length, style)}**`,
      "",
      ...entries.slice(0, limit).flatMap((entry) => {
        const { who, what, notes } = changeLine(entry, style);
        return [
          `- ${escaped(who)}${words.semicolon}${escaped(what)}`,
          ...notes.map((note) => `  - ${escaped(note)}`),
        ];
      }),
      ...(entries.length > limit ? [`- ${words.more(entries.length - limit)}`] : []),
      "",
    ]),
  ];
};

/** What got worse stands first; texts of checks are in the language in which the later run was saved. */
export const comparisonReport = (
  format: ComparisonFormat,
  compared: RunComparison,
  style: ComparisonStyle,
): Iterable<string> => {
  switch (format) {
    case "json":
      return comparisonJson(compared, style);
    case "text":
      return [`${textLines(compared, style).join("\n").trimEnd()}\n`];
    case "markdown":
      return [`${markdownLines(compared, style).join("\n").trimEnd()}\n`];
  }
};
