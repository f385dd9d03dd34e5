/** A comparison as text: whether anything got worse first, then each change with its mail, then every edited rule. */
import type { Change } from "../../mailflow/difference";
import { fillIn } from "../../mailflow/finding";
import { labelled, type Paint, type Style, shortened, visible, wrapped } from "../layout";
import type { ComparedTenants } from "./compared-tenants";
import {
  certaintyText,
  changeText,
  type DifferenceLocale,
  partText,
  recipientsText,
  ruleText,
} from "./sentences";

const width = 100;
const indent = "   ";

interface Appearance extends DifferenceLocale {
  readonly paint: Paint;
}

const styles: Readonly<Record<0 | 1 | 3, readonly Style[]>> = {
  0: ["bold", "green"],
  1: ["bold", "red"],
  3: ["bold", "yellow"],
};

const kindStyle = (kind: Change["kind"]): Style => {
  if (kind === "newly-blocked" || kind === "newly-too-wide") return "red";
  return kind === "newly-undecided" || kind === "no-longer-guaranteed" ? "yellow" : "green";
};

const witnessLines = (compared: ComparedTenants, change: Change, { locale, words }: Appearance) => {
  const witness = compared.witnesses.get(change)?.message;
  if (witness === undefined) return [];
  const field = (name: string, value: string): string =>
    `${name}${locale.words.colon}${value === "" ? locale.words.empty : shortened(visible(value), 160)}`;
  return [
    words.replayed,
    field(locale.words.from, `${witness.displayName} <${witness.from}>`),
    field(locale.words.envelope, witness.envelopeFrom),
    field(locale.words.to, witness.recipient),
    field(locale.words.subject, witness.subject),
    field(locale.words.body, witness.body),
  ];
};

const changeLines = (
  compared: ComparedTenants,
  change: Change,
  place: number,
  style: Appearance,
): readonly string[] => {
  const { locale, words, paint } = style;
  const labels = [locale.words.who, locale.words.why, words.through, words.shownBy];
  const column = indent.length + Math.max(...labels.map(({ length }) => length)) + 2;
  const row = (label: string, text: string) => labelled(indent + label, visible(text), column, width);
  const certainty = certaintyText(change, style);
  const [says, ...fields] = witnessLines(compared, change, style);
  return [
    `${place}. ${paint([kindStyle(change.kind)], words.kind[change.kind])}`,
    ...wrapped(visible(changeText(compared, change, style)), width - indent.length).map(
      (line) => indent + paint(["bold"], line),
    ),
    ...row(locale.words.who, recipientsText(change.recipients, style)),
    ...(certainty === undefined ? [] : row(locale.words.why, certainty)),
    ...(change.rules.length === 0
      ? []
      : row(words.through, change.rules.map((rule) => `"${rule}"`).join(", "))),
    ...(says === undefined ? [] : row(words.shownBy, says)),
    ...fields.map((line) => " ".repeat(column) + line),
    "",
  ];
};

const listed = (label: string, items: readonly string[], { locale }: Appearance): readonly string[] =>
  items.length === 0
    ? []
    : [
        `${label}${locale.words.colon}`.trimEnd(),
        ...items.flatMap((item) => labelled(`${indent}-`, visible(item), indent.length + 2, width)),
        "",
      ];

/** What differs and cannot be told by a message: recipients and parts that only one holds, dates to come. */
const besides = (compared: ComparedTenants, style: Appearance): readonly string[] => {
  const { locale, words } = style;
  const { parts, recipients, later, assumptions } = compared.difference;
  const some = (who: typeof recipients.onlyBefore) => (who.count === 0 ? [] : [recipientsText(who, style)]);
  return [
    ...listed(words.parts, parts.map(partText), style),
    ...listed(words.onlyBefore, some(recipients.onlyBefore), style),
    ...listed(words.onlyAfter, some(recipients.onlyAfter), style),
    ...listed(words.missing, recipients.missing, style),
    ...listed(
      words.later,
      later.map(
        ({ at, verdict, narrowness, cause }) =>
          `${at}  ${locale.words.delivery[verdict]}, ${words.forgedMail} ${locale.words.narrowness[narrowness]}${locale.words.colon}${locale.cause(cause)}`,
      ),
      style,
    ),
    ...listed(
      locale.words.assumptions,
      assumptions.map((one) => `${locale.assumption(one)} (${one.source})`),
      style,
    ),
  ];
};

/** @returns the report, with a line end. */
export const differenceText = (compared: ComparedTenants, style: Appearance): string => {
  const { locale, words, paint } = style;
  const { before, after, asOf, exitCode, difference } = compared;
  const date = asOf.toISOString().replace(/:\d\d\.\d+Z$/u, "Z");
  const arrow = (left: string, right: string): string => `${left} → ${right}`;
  const lines = [
    `${paint(styles[exitCode], words.verdict[exitCode])}${locale.words.colon}${words.verdictSays[exitCode]}`,
    paint(["dim"], `${arrow(visible(before.file), visible(after.file))}, ${fillIn(words.asOf, { date })}`),
    "",
    `${words.delivery}${locale.words.colon}${arrow(
      locale.words.delivery[difference.before.delivery],
      locale.words.delivery[difference.after.delivery],
    )}`,
    `${words.forgedMail}${locale.words.colon}${arrow(
      locale.words.narrowness[difference.before.narrowness],
      locale.words.narrowness[difference.after.narrowness],
    )}`,
    "",
    ...(difference.changes.length === 0
      ? [words.nothingFares, ""]
      : difference.changes.flatMap((change, place) => changeLines(compared, change, place + 1, style))),
    ...listed(
      words.rules,
      difference.rules.map((rule) => ruleText(rule, difference.changes, style)),
      style,
    ),
    ...besides(compared, style),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
};
