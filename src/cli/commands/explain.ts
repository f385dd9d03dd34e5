/** `explain`: what a finding code means, what to do about it, and where that is written. */
import type { Command } from "commander";
import { catalogue, type FindingCode, type FindingDefinition } from "../../mailflow/finding";
import { labelled } from "../../report/layout";
import { type Locale, type LocaleName, loadLocale, localeNames } from "../../report/locales/locale";
import { InputError } from "../../tenants/input-error";
import { choice } from "../options";

const codes = Object.keys(catalogue) as readonly FindingCode[];

const isCode = (text: string): text is FindingCode => codes.some((code) => code === text);

/** Placeholders as a reader expects them. */
const readable = (text: string): string => text.replace(/\{(\w+)\}/gu, "<$1>");

const explanation = (code: FindingCode, { words, template }: Locale): string => {
  const { severity, about, source }: FindingDefinition = catalogue[code];
  const { message, fix } = template(code);
  const rows = [
    [words.meaning, readable(message)],
    [words.severityLabel, words.severity[severity]],
    [words.concerns, words.about[about]],
    [words.fix, readable(fix)],
    [words.source, source],
  ] as const;
  const column = Math.max(...rows.map(([label]) => label.length)) + 2;
  return [code, ...rows.flatMap(([label, text]) => labelled(label, text, column, 100)), ""].join("\n");
};

const list = ({ words }: Locale): string =>
  [`${words.codes}${words.colon}`.trimEnd(), ...codes.map((code) => `  ${code}`), ""].join("\n");

/** The codes a slip of the pen may have meant. */
const near = (text: string): readonly FindingCode[] =>
  codes.filter((code) => text.split(/[^a-z]+/u).some((word) => word.length > 3 && code.includes(word)));

/** @throws InputError for a code that is not in the catalogue. */
export const explain = async (code: string | undefined, localeName: LocaleName): Promise<string> => {
  const locale = await loadLocale(localeName);
  if (code === undefined) return list(locale);
  const wanted = code.toLowerCase();
  if (isCode(wanted)) return explanation(wanted, locale);
  const others = near(wanted);
  throw new InputError({
    file: "explain",
    found: JSON.stringify(code),
    expected: `a finding code such as ${(others.length > 0 ? others : codes.slice(0, 3)).join(", ")}; explain alone lists them`,
  });
};

export const declare = (command: Command, exit: (code: number) => void): void => {
  command
    .argument("[code]", "a finding code; without it all are listed")
    .option("--locale <locale>", `the language: ${localeNames.join(" or ")}`, "en")
    .action(async (code: string | undefined, options: { readonly locale: string }) => {
      process.stdout.write(await explain(code, choice("--locale", localeNames, options.locale)));
      exit(0);
    });
};
