/** `ready`: who is ready for adaptive MFA, who is not, and who has to do what. Reads files, and Aircall where asked. */
import type { Command } from "commander";
import { readFiles } from "../../readiness/inputs/read-files";
import { join } from "../../readiness/join";
import { judge } from "../../readiness/judge";
import type { MailSystem } from "../../readiness/mail-system";
import { planOf } from "../../readiness/plan";
import { readinessExitCode, summaryOf } from "../../readiness/summary";
import { localeNames } from "../../report/locales/locale";
import { maskingOf, unmasked } from "../../report/readiness/mask";
import { readinessFormats, readinessReport } from "../../report/readiness/report";
import type { ReadinessRun } from "../../report/readiness/run";
import { loadReadinessLocale } from "../../report/readiness/style";
import { progressLine } from "../check/progress";
import { paintFor } from "../deliver";
import { makePlanFolder, writePlan } from "../ready/plan-folder";
import { readingProgress } from "../ready/reading-progress";
import { type ReadyOptions, type ReadyRequest, readyRequest } from "../ready/request";
import { warningLines } from "../ready/warnings";
import { deliverPieces } from "../write-pieces";
import { declare as declareDiff } from "./ready-diff";

const warn = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Reads everything, then judges everybody. */
const runOf = async (request: ReadyRequest, told: (warning: string) => void): Promise<ReadinessRun> => {
  const line = progressLine(process.stderr);
  try {
    const files = await readFiles(request, (file) => readingProgress(line, file));
    const aircall =
      request.aircall === undefined
        ? undefined
        : await (await import("../ready/aircall-users")).readAircall(request.aircall, files.users, line);
    const users = aircall?.users ?? files.users ?? [];
    let mail: MailSystem | undefined;
    if (request.exchange !== undefined) {
      line.clear();
      const { readExchangeMail } = await import("../ready/exchange-mail");
      mail = await readExchangeMail(request.exchange, users, request, told);
    }
    const { devices, mailboxes, directory } = files;
    const { asOf, defaultLogin } = request;
    const judged = judge(join({ users, devices, mailboxes, directory, mail }), { asOf, defaultLogin });
    return {
      asOf,
      judged,
      summary: summaryOf(judged, files.unusable.length + (aircall?.unusable ?? 0)),
      plan: planOf(judged),
      notices: [...files.notices, ...(aircall?.notices ?? [])],
    };
  } finally {
    line.clear();
  }
};

/** @returns the exit code. */
export const ready = async (given: ReadyOptions, environment = process.env): Promise<number> => {
  const request = await readyRequest(given, environment);
  const warnings: string[] = [];
  const run = await runOf(request, (warning) => warnings.push(warning));
  const locale = await loadReadinessLocale(request.locale);
  // Learning all names takes a while with 100,000 people.
  const isMasked = request.mask || warnings.length > 0 || run.notices.length > 0;
  const masking = isMasked ? maskingOf(run.judged.map(({ person }) => person)) : unmasked;
  for (const text of warnings) warn(masking.text(text));
  // A report on a terminal tells the notices itself, right below.
  const tellsItself = request.format === "text" && request.out === undefined && process.stdout.isTTY === true;
  if (!tellsItself) for (const text of warningLines(run.notices, { ...locale, masking })) warn(text);
  const style = { ...locale, masking: request.mask ? masking : unmasked };
  const { out, plan, format } = request;
  // A plan that cannot be written is told before anything is reported.
  if (plan !== undefined) await makePlanFolder(plan);
  await deliverPieces(await readinessReport(format, run, style, paintFor(out)), out);
  if (plan !== undefined) {
    const { planFiles } = await import("../../report/readiness/tickets/plan-files");
    await writePlan(plan, planFiles(run, style));
  }
  return readinessExitCode(run.summary);
};

const exitCodes = `
Exit codes: 0 everybody concerned is ready · 1 somebody is not · 2 bad input or usage · 3 somebody is not known to be`;

export const declare = (command: Command, exit: (code: number) => void): void => {
  command
    // Options behind `diff` are those of `diff`.
    .enablePositionalOptions()
    .option("--users <file>", "CSV of the Aircall users: First name, Last name, Email, Role, Status")
    .option(
      "--aircall [address]",
      "read the users from Aircall too; the key stands in AIRCALL_API_ID and AIRCALL_API_TOKEN",
    )
    .option(
      "--devices <files...>",
      "devices and app versions: Intune, Jamf Pro, GAM, or Email, Platform, App, App version",
    )
    .option("--mailboxes <files...>", "mailbox usage: Microsoft's report, GAM, or Email, Used, Limit")
    .option("--directory <files...>", "what addresses are: Get-Recipient, GAM, or Email, Type, Aliases")
    .option("--exchange <file>", "ScubaGear's ProviderSettingsExport.json, or an export of this program")
    .option("--as-of <moment>", "judge for this date or moment; now where absent")
    .option(
      "--senders <addresses>",
      "senders that must arrive, separated by commas; all five published ones where absent",
    )
    .option("--assume <file>", "facts nobody publishes, with owner and last day (YAML or JSON)")
    .option(
      "--login <method>",
      "how users sign in of whom the list does not say: password or sso; unknown where absent",
    )
    .option("--format <format>", `the report's form: ${readinessFormats.join(", ")}`, "text")
    .option("--out <file>", "write the report there instead of printing it")
    .option("--plan <folder>", "write a ticket for each owner, the invitations to resend and a message there")
    .option("--mask", "hide names and addresses")
    .option("--locale <locale>", `the report's language: ${localeNames.join(" or ")}`, "en")
    .addHelpText("after", exitCodes)
    .action(async (options: ReadyOptions) => exit(await ready(options)));
  declareDiff(command.command("diff"), exit);
};
