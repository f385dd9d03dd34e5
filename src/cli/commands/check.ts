/** `check`: decides from saved exports. No network; nothing is written but the report. */
import type { Command } from "commander";
import type { DecideOptions } from "../../mailflow/decide";
import type { Message } from "../../mailflow/message";
import type { Scope } from "../../mailflow/outcome";
import { type CheckResult, worstExitCode } from "../../report/checked-tenant";
import { colourPaint, plainPaint } from "../../report/layout";
import { type Locale, type LocaleName, loadLocale, localeNames } from "../../report/locales/locale";
import { assumedFacts } from "../assumed-facts";
import { checkFiles } from "../check/check-files";
import { terminalProgress } from "../check/progress";
import { choice, moment, required, senders } from "../options";

const formats = ["text", "json", "markdown"] as const;
type Format = (typeof formats)[number];
const scopes: readonly Scope[] = ["organisation", "mailbox"];

interface CheckOptions {
  readonly exchange?: readonly string[];
  readonly users?: string;
  readonly senders?: string;
  readonly sample?: readonly string[];
  readonly assume?: string;
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

/** Real mails; reading mail takes a while to load, and most runs have none. */
const samplesOf = async (
  files: readonly string[] = [],
): Promise<{ readonly samples?: readonly Message[] }> => {
  if (files.length === 0) return {};
  const { readSample } = await import("../saved-mail");
  return { samples: await Promise.all(files.map(readSample)) };
};

/** What writes the report; asks before the work whether it can. */
const openOutput = async (file: string): Promise<(report: string) => Promise<void>> => {
  const { assertWritable, writeWholeFile } = await import("../write-file");
  await assertWritable(file);
  return (report) => writeWholeFile(file, report);
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

/**
 * @param files paths of saved exports.
 * @returns the exit code.
 */
export const check = async (files: readonly string[], given: CheckOptions): Promise<number> => {
  required(
    "--exchange",
    files[0],
    "a saved export: check FILE, or check --exchange FILE; several are decided in one run",
  );
  const format = choice("--format", formats, given.format);
  const scope = choice("--scope", scopes, given.scope);
  const locale: LocaleName = choice("--locale", localeNames, given.locale);
  const out = given.out === undefined ? undefined : await openOutput(given.out);
  const users = await usersOf(given.users);
  const asOf = moment("--as-of", given.asOf);
  const options: DecideOptions = {
    asOf,
    scope,
    senders: senders("--senders", given.senders),
    ...(users === undefined ? {} : { users }),
    ...(await samplesOf(given.sample)),
    ...(await assumedFacts(given.assume, asOf, warn)),
  };
  const results = await checkFiles(files, options, warn, terminalProgress(process.stderr));
  // A single input that failed has been told already; there is nothing to report on.
  if (results.length > 1 || results.some((result) => "decision" in result)) {
    const inColour =
      given.out === undefined && process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
    const report = await render(results, format, await loadLocale(locale), inColour);
    if (out === undefined) process.stdout.write(report);
    else await out(report);
  }
  return worstExitCode(results);
};

export const declare = (command: Command, exit: (code: number) => void): void => {
  command
    .argument("[files...]", "saved exports, as with --exchange")
    .option("--exchange <files...>", "ScubaGear's ProviderSettingsExport.json, or an export of this program")
    .option("--users <file>", "CSV of the Aircall users with a column Email; every recipient where absent")
    .option(
      "--senders <addresses>",
      "senders that must arrive, separated by commas; all five published ones where absent",
    )
    .option("--sample <files...>", "real mail from Aircall, saved with its header fields (.eml)")
    .option("--assume <file>", "facts nobody publishes, with owner and last day (YAML or JSON)")
    .option("--as-of <moment>", "decide for this date or moment; now where absent")
    .option("--scope <scope>", `what to look at: ${scopes.join(" or ")}`, "organisation")
    .option("--format <format>", `the report's form: ${formats.join(", ")}`, "text")
    .option("--out <file>", "write the report there instead of printing it")
    .option("--locale <locale>", `the report's language: ${localeNames.join(" or ")}`, "en")
    .action(async (files: readonly string[], options: CheckOptions) =>
      exit(await check([...files, ...(options.exchange ?? [])], options)),
    );
};
