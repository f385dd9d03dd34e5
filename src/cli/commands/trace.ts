/** `trace`: one mail, one user, stage by stage, in words for a help desk. No network; nothing is written but the report. */
import type { Command } from "commander";
import { aircallSenders } from "../../mailflow/aircall";
import type { Message } from "../../mailflow/message";
import type { Scope } from "../../mailflow/outcome";
import { typicalMessage } from "../../mailflow/typical-message";
import { type Locale, type LocaleName, loadLocale, localeNames } from "../../report/locales/locale";
import type { TraceLocale } from "../../report/trace/story";
import { exitCodeOfTrace, type TracedMail, traceMail } from "../../report/trace/traced-mail";
import { loadExchangeExport } from "../../tenants/exchange/export/read-file";
import { InputError } from "../../tenants/input-error";
import { isPlausibleAddress } from "../../tenants/users";
import { assertDeliverable, deliver, type Format, formats, paintFor } from "../deliver";
import { choice, moment } from "../options";

const scopes: readonly Scope[] = ["organisation", "mailbox"];

interface TraceOptions {
  readonly exchange: string;
  readonly user: string;
  readonly from?: string;
  readonly eml?: string;
  readonly route?: string;
  readonly asOf?: string;
  readonly scope: string;
  readonly format: string;
  readonly out?: string;
  readonly locale: string;
}

const address = (option: string, given: string): string => {
  if (isPlausibleAddress(given.trim())) return given.trim();
  throw new InputError({ file: option, found: JSON.stringify(given), expected: "one e-mail address" });
};

const messageOf = async ({ eml, from, user, route }: TraceOptions): Promise<Message> => {
  const recipient = address("--user", user);
  if (eml !== undefined && from !== undefined)
    throw new InputError({
      file: "--from",
      found: "--eml as well",
      expected: "one of them: a saved mail has a sender of its own",
    });
  const message =
    eml === undefined
      ? typicalMessage(address("--from", from ?? aircallSenders[0]).toLowerCase(), recipient)
      : await (await import("../saved-mail")).readSavedMail(eml, recipient);
  return route === undefined ? message : { ...message, route };
};

const wordsOf = async (locale: Locale): Promise<TraceLocale> => ({
  locale,
  words:
    locale.name === "fr"
      ? (await import("../../report/trace/fr")).words
      : (await import("../../report/trace/en")).words,
});

const render = async (
  traced: TracedMail,
  format: Format,
  style: TraceLocale,
  out: string | undefined,
): Promise<string> => {
  const { traceJson, traceMarkdown, traceText } = await import("../../report/trace/format");
  if (format === "json") return traceJson(traced, style);
  return format === "markdown" ? traceMarkdown(traced, style) : traceText(traced, style, paintFor(out));
};

/** @returns the exit code. */
export const trace = async (given: TraceOptions): Promise<number> => {
  const format = choice("--format", formats, given.format);
  const scope = choice("--scope", scopes, given.scope);
  const localeName: LocaleName = choice("--locale", localeNames, given.locale);
  const asOf = moment("--as-of", given.asOf);
  await assertDeliverable(given.out);
  const message = await messageOf(given);
  const { tenant, warnings } = await loadExchangeExport(given.exchange);
  for (const warning of warnings) process.stderr.write(`warning: ${given.exchange}: ${warning}\n`);
  const traced = traceMail(tenant, { message, isTypical: given.eml === undefined, asOf, scope });
  const style = await wordsOf(await loadLocale(localeName));
  await deliver(await render(traced, format, style, given.out), given.out);
  return exitCodeOfTrace(traced);
};

export const declare = (command: Command, exit: (code: number) => void): void => {
  command
    .requiredOption(
      "--exchange <file>",
      "ScubaGear's ProviderSettingsExport.json, or an export of this program",
    )
    .requiredOption("--user <address>", "the one who waits for the mail; any address of the mailbox")
    .option("--from <address>", `the sender of a typical mail with a code (default: "${aircallSenders[0]}")`)
    .option("--eml <file>", "a real mail, saved with its header fields, instead of a typical one")
    .option("--route <connector>", "the inbound connector of the gateway it came through, where there is one")
    .option("--as-of <moment>", "follow it at this date or moment; now where absent")
    .option("--scope <scope>", `what to look at: ${scopes.join(" or ")}`, "organisation")
    .option("--format <format>", `the report's form: ${formats.join(", ")}`, "text")
    .option("--out <file>", "write the report there instead of printing it")
    .option("--locale <locale>", `the report's language: ${localeNames.join(" or ")}`, "en")
    .action(async (options: TraceOptions) => exit(await trace(options)));
};
