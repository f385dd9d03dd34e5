/** `export exchange`: reads a live tenant into the native export. It only runs `Get-` cmdlets. */
import type { Command } from "commander";
import { createExchangeClient } from "../../tenants/exchange/invoke-command/client";
import { type NotRead, type ReadProgress, readExchangeTenant } from "../../tenants/exchange/read-tenant";
import { createClientCredentialsToken } from "../../tenants/exchange/token";
import { InputError } from "../../tenants/input-error";
import { required } from "../options";
import { assertWritable, writeWholeFile } from "../write-file";

interface ExportOptions {
  readonly tenant?: string;
  readonly clientId?: string;
  readonly clientSecretEnv: string;
  readonly endpoint?: string;
  readonly authority?: string;
  readonly mailboxes?: boolean;
  readonly out: string;
}

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** One line that is written over; only where somebody watches. */
const showProgress = ({ cmdlet, objects, notRead, done, total }: ReadProgress): void => {
  const state =
    notRead !== undefined
      ? "not read"
      : objects !== undefined
        ? `${objects} read`
        : `${done ?? 0} of ${total ?? 0}`;
  process.stderr.write(`\r\u001b[K${cmdlet}: ${state}`);
};

const summary = (cmdlets: number, notRead: readonly NotRead[], file: string): readonly string[] => [
  `${file}: ${cmdlets} parts read${notRead.length === 0 ? "" : `, ${notRead.length} not read`}`,
  ...notRead.map(({ cmdlet, why }) => `  not read: ${cmdlet}: ${why}`),
];

/**
 * Reads and writes.
 *
 * @throws InputError, ExchangeError; nothing is written then.
 */
export const exportExchange = async (options: ExportOptions, environment = process.env): Promise<void> => {
  const variable = (name: string, option: string | undefined) => option ?? environment[name];
  const tenant = required(
    "--tenant",
    variable("AIRCALL_MAILFLOW_TENANT", options.tenant),
    "the tenant's GUID or initial domain such as contoso.onmicrosoft.com (or AIRCALL_MAILFLOW_TENANT)",
  );
  const clientId = required(
    "--client-id",
    variable("AIRCALL_MAILFLOW_CLIENT_ID", options.clientId),
    "the application (client) id of the app registration (or AIRCALL_MAILFLOW_CLIENT_ID)",
  );
  const clientSecret = required(
    options.clientSecretEnv,
    environment[options.clientSecretEnv],
    "the app's client secret in this environment variable",
  );
  const authority = variable("AIRCALL_MAILFLOW_AUTHORITY", options.authority);
  const endpoint = variable("AIRCALL_MAILFLOW_ENDPOINT", options.endpoint);
  await assertWritable(options.out);
  const isWatched = process.stderr.isTTY === true;
  const token = createClientCredentialsToken({
    tenant,
    clientId,
    clientSecret,
    ...(authority === undefined ? {} : { authority }),
  });
  // A wrong credential or an unreachable service is told at once, before the patience meant for long reads.
  await token();
  const client = createExchangeClient({
    tenant,
    token,
    ...(endpoint === undefined ? {} : { endpoint }),
    onWarning: (text) => say(`warning: ${text}`),
  });
  const { tenant: parts, notRead } = await readExchangeTenant(client, {
    mailboxes: options.mailboxes ?? false,
    ...(isWatched ? { onProgress: showProgress } : {}),
  }).finally(() => {
    if (isWatched) process.stderr.write("\r\u001b[K");
  });
  const cmdlets = Object.keys(parts).length;
  if (cmdlets === 0)
    throw new InputError({
      file: tenant,
      found: `no part that this app may read: ${notRead[0]?.why ?? ""}`,
      expected: "an app with the Entra role Global Reader, or an Exchange role group that may read",
    });
  await writeWholeFile(options.out, `${JSON.stringify(parts, undefined, 1)}\n`);
  for (const line of summary(cmdlets, notRead, options.out)) say(line);
};

export const declare = (command: Command, exit: (code: number) => void): void => {
  command
    .command("exchange")
    .description("read an Exchange Online tenant")
    .option("--tenant <tenant>", "GUID or initial domain; AIRCALL_MAILFLOW_TENANT where absent")
    .option("--client-id <id>", "the app's client id; AIRCALL_MAILFLOW_CLIENT_ID where absent")
    .option(
      "--client-secret-env <name>",
      "the environment variable that holds the secret",
      "AIRCALL_MAILFLOW_CLIENT_SECRET",
    )
    .option("--endpoint <address>", "the Exchange admin API, for sovereign clouds or an embedded tenant")
    .option("--authority <address>", "the token service, for sovereign clouds or an embedded tenant")
    .option(
      "--mailboxes",
      "read statistics, junk lists and inbox rules of every mailbox too (slow, personal)",
    )
    .requiredOption("--out <file>", "the file to write; only its owner may read it")
    .action(async (options: ExportOptions) => {
      await exportExchange(options);
      exit(0);
    });
};
