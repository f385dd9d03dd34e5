/** What the demonstration says: headings, verdicts, and a few lines of what a command printed. */
import { styleText } from "node:util";
import type { Decision } from "../../mailflow/decide";
import type { Finding } from "../../mailflow/finding";

const colours = process.stdout.isTTY === true;

const styled = (style: "bold" | "green" | "red" | "yellow" | "dim", text: string): string =>
  colours ? styleText(style, text) : text;

export const say = (text = ""): void => void process.stdout.write(`${text}\n`);

export const heading = (text: string): void => say(`\n${styled("bold", `== ${text}`)}`);

export const command = (text: string): void => say(styled("dim", `$ ${text}`));

const verdictStyle = (verdict: string): "green" | "red" | "yellow" =>
  ["proven", "narrow", "no-bypass"].includes(verdict)
    ? "green"
    : ["blocked", "too-wide"].includes(verdict)
      ? "red"
      : "yellow";

const shown = 3;

const line = ({ message, fix, witness }: Finding): string =>
  [
    `  - ${message}`,
    ...(witness === undefined ? [] : [`    shown by: from ${witness.from}, subject "${witness.subject}"`]),
    `    to do: ${fix}`,
  ].join("\n");

/** Verdict first, then the reasons. */
export const verdict = ({ verdict: delivery, narrowness, findings }: Decision): void => {
  say(
    `Delivery: ${styled(verdictStyle(delivery), delivery)} · Narrowness: ${styled(verdictStyle(narrowness.verdict), narrowness.verdict)}`,
  );
  const told = [...findings].sort(
    (left, right) => Number(right.implies === "blocked") - Number(left.implies === "blocked"),
  );
  for (const finding of [...told, ...narrowness.findings].slice(0, shown)) say(line(finding));
  const more = findings.length + narrowness.findings.length - shown;
  if (more > 0) say(`  (and ${more} more)`);
};

/** The lines of a command's output that match, indented. */
export const excerpt = (output: string, wanted: RegExp, limit = 14): void => {
  const lines = output
    .split("\n")
    .map((text) => text.trimEnd())
    .filter((text) => wanted.test(text));
  for (const text of lines.slice(0, limit)) say(`  ${text}`);
};
