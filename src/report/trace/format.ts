/** A trace as text, Markdown or JSON. */
import { exchangeStages } from "../../mailflow/outcome";
import { labelled, type Paint, type Style, visible, wrapped } from "../layout";
import { escaped } from "../markdown-escape";
import { storyOf, type TraceLocale } from "./story";
import { distinctEndings, exitCodeOfTrace, type TracedMail } from "./traced-mail";

const width = 100;
const indent = "   ";

const headlineStyles: Readonly<Record<0 | 1 | 3, readonly Style[]>> = {
  0: ["bold", "green"],
  1: ["bold", "red"],
  3: ["bold", "yellow"],
};

/** For a terminal or a plain file. */
export const traceText = (traced: TracedMail, style: TraceLocale, paint: Paint): string => {
  const { verdict, says, about, rows, steps, remember } = storyOf(traced, style);
  const { colon } = style.locale.words;
  const column = indent.length + Math.max(...rows.map(([label]) => label.length)) + 2;
  const lines = [
    `${paint(headlineStyles[exitCodeOfTrace(traced)], verdict)}${colon}${says}`,
    ...about.flatMap((line) => wrapped(visible(line), width)).map((line) => paint(["dim"], line)),
    "",
    ...rows.flatMap(([label, text]) => labelled(indent + label, visible(text), column, width)),
    "",
    `${style.words.stepByStep}${colon}`.trimEnd(),
    ...steps.flatMap(({ title, lines: said }) => [
      `${indent}${paint(["bold"], title)}`,
      ...said.flatMap((line) => labelled(`${indent}  -`, visible(line), indent.length + 4, width)),
    ]),
    "",
    `${style.words.remember}${colon}`.trimEnd(),
    ...remember.flatMap((line) => labelled(`${indent}-`, line, indent.length + 2, width)),
  ];
  return `${lines.join("\n")}\n`;
};

/** For a ticket or a comment. */
export const traceMarkdown = (traced: TracedMail, style: TraceLocale): string => {
  const { verdict, says, about, rows, steps, remember } = storyOf(traced, style);
  const { colon } = style.locale.words;
  const lines = [
    `### ${verdict}${colon}${says}`,
    "",
    about.map(escaped).join("  \n"),
    "",
    ...rows.map(([label, text]) => `- **${label}**${colon}${escaped(text)}`),
    "",
    `**${style.words.stepByStep}**`,
    "",
    ...steps.flatMap(({ title, lines: said }) => [
      `- ${escaped(title)}`,
      ...said.map((line) => `  - ${escaped(line)}`),
    ]),
    "",
    `**${style.words.remember}**`,
    "",
    ...remember.map((line) => `- ${escaped(line)}`),
  ];
  return `${lines.join("\n")}\n`;
};

/** For machines: every rule with every condition, and the words of the text in `explanation`. */
export const traceJson = (traced: TracedMail, style: TraceLocale): string => {
  const { verdict, says, rows } = storyOf(traced, style);
  const { message, evaluation, tenant, asOf, scope, isTypical, isKnownRecipient } = traced;
  const value = {
    tenant: tenant.name,
    asOf: asOf.toISOString(),
    scope,
    outcome: evaluation.outcome,
    bypassed: evaluation.bypassed,
    explanation: [`${verdict}: ${says}`, ...rows.map(([label, text]) => `${label}: ${text}`)],
    endings: distinctEndings(evaluation).map((ending) => ({
      ...ending,
      step: exchangeStages.indexOf(ending.stage) + 1,
    })),
    steps: evaluation.trace.map((step) => ({ step: exchangeStages.indexOf(step.stage) + 1, ...step })),
    isTypical,
    isKnownRecipient,
    message,
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
};
