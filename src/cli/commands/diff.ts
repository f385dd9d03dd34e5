/** `diff`: what a change of the tenant does to Aircall mail. No network; nothing is written but the report. */
import type { Command } from "commander";
import {
  type ComparedTenants,
  compareTenants,
  type ReadTenant,
} from "../../report/difference/compared-tenants";
import type { DifferenceLocale } from "../../report/difference/sentences";
import { type Locale, type LocaleName, loadLocale, localeNames } from "../../report/locales/locale";
import { loadExchangeExport } from "../../tenants/exchange/export/read-file";
import { assertDeliverable, deliver, type Format, formats, paintFor } from "../deliver";
import { choice, moment, senders } from "../options";

interface DiffOptions {
  readonly users?: string;
  readonly senders?: string;
  readonly asOf?: string;
  readonly format: string;
  readonly out?: string;
  readonly locale: string;
}

const read = async (file: string): Promise<ReadTenant> => {
  const { tenant, warnings } = await loadExchangeExport(file);
  for (const warning of warnings) process.stderr.write(`warning: ${file}: ${warning}\n`);
  return { file, tenant };
};

const usersOf = async (file: string | undefined): Promise<readonly string[] | undefined> => {
  if (file === undefined) return undefined;
  const { readUsers, userAddresses } = await import("../../tenants/users");
  return userAddresses(await readUsers(file));
};

const styleOf = async (locale: Locale): Promise<DifferenceLocale> => ({
  locale,
  words:
    locale.name === "fr"
      ? (await import("../../report/difference/fr")).words
      : (await import("../../report/difference/en")).words,
});

const render = async (
  compared: ComparedTenants,
  format: Format,
  style: DifferenceLocale,
  out: string | undefined,
): Promise<string> => {
  switch (format) {
    case "json":
      return (await import("../../report/difference/json")).differenceJson(compared, style);
    case "markdown":
      return (await import("../../report/difference/markdown")).differenceMarkdown(compared, style);
    case "text":
      return (await import("../../report/difference/text")).differenceText(compared, {
        ...style,
        paint: paintFor(out),
      });
  }
};

/**
 * @param before the path of a saved export, as the tenant was.
 * @param after the path of another, as it is or will be.
 * @returns the exit code.
 */
export const diff = async (before: string, after: string, given: DiffOptions): Promise<number> => {
  const format = choice("--format", formats, given.format);
  const localeName: LocaleName = choice("--locale", localeNames, given.locale);
  const asOf = moment("--as-of", given.asOf);
  const asked = senders("--senders", given.senders);
  await assertDeliverable(given.out);
  const users = await usersOf(given.users);
  const compared = await compareTenants(await read(before), await read(after), {
    asOf,
    senders: asked,
    ...(users === undefined ? {} : { users }),
  });
  const style = await styleOf(await loadLocale(localeName));
  await deliver(await render(compared, format, style, given.out), given.out);
  return compared.exitCode;
};

const exitCodes = `
Exit codes: 0 nothing got worse · 1 newly blocked or newly too wide · 2 bad input or usage ·
            3 newly undecided, no longer guaranteed, or blocked with text Aircall is unlikely to write`;

export const declare = (command: Command, exit: (code: number) => void): void => {
  command
    .argument("<before>", "a saved export: ScubaGear's ProviderSettingsExport.json, or one of this program")
    .argument("<after>", "another export, of the same tenant after the change")
    .option("--users <file>", "CSV of the Aircall users with a column Email; every recipient where absent")
    .option(
      "--senders <addresses>",
      "senders that must arrive, separated by commas; all five published ones where absent",
    )
    .option("--as-of <moment>", "compare at this date or moment; now where absent")
    .option("--format <format>", `the report's form: ${formats.join(", ")}`, "text")
    .option("--out <file>", "write the report there instead of printing it")
    .option("--locale <locale>", `the report's language: ${localeNames.join(" or ")}`, "en")
    .addHelpText("after", exitCodes)
    .action(async (before: string, after: string, options: DiffOptions) =>
      exit(await diff(before, after, options)),
    );
};
