/** `check`: decides from saved exports. No network; nothing is written but the report. */
import type { Command } from "commander";
import type { DecideOptions } from "../../mailflow/decide";
import type { Scope } from "../../mailflow/outcome";
import { type CheckResult, checkTenant, worstExitCode } from "../../report/checked-tenant";
import { colourPaint, plainPaint } from "../../report/layout";
import { type Locale, type LocaleName, loadLocale, localeNames } from "../../report/locales/locale";
import { loadExchangeExport } from "../../tenants/exchange/export/read-file";
import { failureOf, isExpectedFailure } from "../failure";
import { choice, moment, senders } from "../options";
import { assertWritable, writeWholeFile } from "../write-file";

const formats = ["text", "json", "markdown"] as const;
type Format = (typeof formats)[number];
const scopes: readonly Scope[] = ["organisation", "mailbox"];

interface CheckOptions {
  readonly exchange?: readonly string[];
  readonly users?: string;
  readonly senders?: string;
  readonly asOf?: string;
  readonly scope: string;
  readonly format: string;
  readonly out?: string;
  readonly locale: string;
}

const warn = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const usersOf = async (file: string | undefined): Promise<readonly string[] | undefined> => {
  if (file === undefined) return undefined;
  const { readUsers, userAddresses } = await import("../../tenants/users");
  return userAddresses(await readUsers(file));
};

/** One input; where it cannot be used, why, so that the others are still decided. */
const checkFile = async (file: string, options: DecideOptions): Promise<CheckResult> => {
  try {
    const { tenant, warnings } = await loadExchangeExport(file);
    for (const warning of warnings) warn(`warning: ${file}: ${warning}`);
    return await checkTenant(file, tenant, options);
  } catch (error) {
    if (!isExpectedFailure(error)) throw error;
    warn(failureOf(error).text);
    return { file, error: error.message };
  }
};

const render = async (
  results: readonly CheckResult[],
  format: Format,
  locale: Locale,
  inColour: boolean,
): Promise<string> => {
  switch (format) {
    case "json":
      return (await import("../../report/json")).jsonReport(results, locale);
    case "markdown":
      return (await import("../../report/markdown")).markdownReport(results, locale);
    case "text":
      return (await import("../../report/text")).textReport(
        results,
        locale,
        inColour ? colourPaint : plainPaint,
      );
  }
};

/** @returns the exit code. */
export const check = async (given: CheckOptions): Promise<number> => {
  const format = choice("--format", formats, given.format);
  const scope = choice("--scope", scopes, given.scope);
  const locale: LocaleName = choice("--locale", localeNames, given.locale);
  if (given.out !== undefined) await assertWritable(given.out);
  const users = await usersOf(given.users);
  const options: DecideOptions = {
    asOf: moment("--as-of", given.asOf),
    scope,
    senders: senders("--senders", given.senders),
    ...(users === undefined ? {} : { users }),
  };
  const results: CheckResult[] = [];
  for (const file of given.exchange ?? []) results.push(await checkFile(file, options));
  // A single input that failed has been told already; there is nothing to report on.
  if (results.length > 1 || results.some((result) => "decision" in result)) {
    const inColour =
      given.out === undefined && process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
    const report = await render(results, format, await loadLocale(locale), inColour);
    if (given.out === undefined) process.stdout.write(report);
    else await writeWholeFile(given.out, report);
  }
  return worstExitCode(results);
};

export const declare = (command: Command, exit: (code: number) => void): void => {
  command
    .requiredOption(
      "--exchange <files...>",
      "ScubaGear's ProviderSettingsExport.json, or an export of this program",
    )
    .option("--users <file>", "CSV of the Aircall users with a column Email; every recipient where absent")
    .option(
      "--senders <addresses>",
      "senders that must arrive, separated by commas; all five published ones where absent",
    )
    .option("--as-of <moment>", "decide for this date or moment; now where absent")
    .option("--scope <scope>", `what to look at: ${scopes.join(" or ")}`, "organisation")
    .option("--format <format>", `the report's form: ${formats.join(", ")}`, "text")
    .option("--out <file>", "write the report there instead of printing it")
    .option("--locale <locale>", `the report's language: ${localeNames.join(" or ")}`, "en")
    .action(async (options: CheckOptions) => exit(await check(options)));
};
