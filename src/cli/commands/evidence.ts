/** `evidence`: a saved message trace against the verdict. No network; nothing is written but the report. */
import type { Command } from "commander";
import { holdEvidence } from "../../mailflow/hold-evidence";
import type { Scope } from "../../mailflow/outcome";
import {
  type EvidenceLocale,
  exitCodeOfEvidence,
  type HeldEvidence,
} from "../../report/evidence/held-evidence";
import { type Locale, type LocaleName, loadLocale, localeNames } from "../../report/locales/locale";
import { loadExchangeExport } from "../../tenants/exchange/export/read-file";
import { readMessageTrace } from "../../tenants/message-trace";
import { assertDeliverable, deliver, type Format, formats, paintFor } from "../deliver";
import { choice, moment, senders } from "../options";

const scopes: readonly Scope[] = ["organisation", "mailbox"];

interface EvidenceOptions {
  readonly messageTrace: string;
  readonly exchange: string;
  readonly users?: string;
  readonly senders?: string;
  readonly asOf?: string;
  readonly scope: string;
  readonly format: string;
  readonly out?: string;
  readonly locale: string;
}

const usersOf = async (file: string | undefined): Promise<readonly string[] | undefined> => {
  if (file === undefined) return undefined;
  const { readUsers, userAddresses } = await import("../../tenants/users");
  return userAddresses(await readUsers(file));
};

const wordsOf = async (locale: Locale): Promise<EvidenceLocale> => ({
  locale,
  words:
    locale.name === "fr"
      ? (await import("../../report/evidence/fr")).words
      : (await import("../../report/evidence/en")).words,
});

const render = async (
  held: HeldEvidence,
  format: Format,
  style: EvidenceLocale,
  out: string | undefined,
): Promise<string> => {
  const { evidenceJson, evidenceMarkdown, evidenceText } = await import("../../report/evidence/format");
  if (format === "json") return evidenceJson(held, style);
  return format === "markdown" ? evidenceMarkdown(held, style) : evidenceText(held, style, paintFor(out));
};

/** @returns the exit code. */
export const evidence = async (given: EvidenceOptions): Promise<number> => {
  const format = choice("--format", formats, given.format);
  const scope = choice("--scope", scopes, given.scope);
  const localeName: LocaleName = choice("--locale", localeNames, given.locale);
  const asOf = moment("--as-of", given.asOf);
  const wanted = senders("--senders", given.senders);
  await assertDeliverable(given.out);
  const rows = await readMessageTrace(given.messageTrace);
  const users = await usersOf(given.users);
  const { tenant, warnings } = await loadExchangeExport(given.exchange);
  for (const warning of warnings) process.stderr.write(`warning: ${given.exchange}: ${warning}\n`);
  const options = { asOf, scope, senders: wanted, ...(users === undefined ? {} : { users }) };
  const held = { tenant: tenant.name, asOf, scope, evidence: holdEvidence(tenant, rows, options) };
  const style = await wordsOf(await loadLocale(localeName));
  await deliver(await render(held, format, style, given.out), given.out);
  return exitCodeOfEvidence(held);
};

export const declare = (command: Command, exit: (code: number) => void): void => {
  command
    .requiredOption(
      "--message-trace <file>",
      "what Get-MessageTraceV2 printed, through Export-Csv or ConvertTo-Json",
    )
    .requiredOption(
      "--exchange <file>",
      "ScubaGear's ProviderSettingsExport.json, or an export of this program",
    )
    .option(
      "--users <file>",
      "CSV of the Aircall users with a column Email; everybody in the trace where absent",
    )
    .option(
      "--senders <addresses>",
      "senders to look for, separated by commas; all five published ones where absent",
    )
    .option("--as-of <moment>", "the verdict of the headline is for this date or moment; now where absent")
    .option("--scope <scope>", `what to look at: ${scopes.join(" or ")}`, "organisation")
    .option("--format <format>", `the report's form: ${formats.join(", ")}`, "text")
    .option("--out <file>", "write the report there instead of printing it")
    .option("--locale <locale>", `the report's language: ${localeNames.join(" or ")}`, "en")
    .action(async (options: EvidenceOptions) => exit(await evidence(options)));
};
