/** `tenant serve`: an embedded Exchange tenant on this machine that speaks the service's own protocol. */
import { once } from "node:events";
import type { Command } from "commander";
import { loadExchangeExport } from "../../tenants/exchange/export/read-file";
import { InputError } from "../../tenants/input-error";
import { type ExchangeTenantServer, startExchangeTenant } from "../../tenants/local/exchange/start";

interface ServeOptions {
  readonly state: string;
  readonly seed?: string;
  readonly port: string;
  readonly tenant: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const portOf = (given: string): number => {
  const port = Number(given);
  if (/^\d{1,5}$/u.test(given) && port <= 65_535) return port;
  throw new InputError({
    file: "--port",
    found: JSON.stringify(given),
    expected: "a number from 0 (any free port) to 65535",
  });
};

const announcement = (server: ExchangeTenantServer, { clientId, clientSecret }: ServeOptions): string =>
  [
    `The tenant ${server.tenant} listens on ${server.endpoint}. Ctrl-C stops it; its state stays in its file.`,
    "",
    `export AIRCALL_MAILFLOW_TENANT=${server.tenant}`,
    `export AIRCALL_MAILFLOW_ENDPOINT=${server.endpoint}`,
    `export AIRCALL_MAILFLOW_AUTHORITY=${server.authority}`,
    `export AIRCALL_MAILFLOW_CLIENT_ID=${clientId}`,
    `export AIRCALL_MAILFLOW_CLIENT_SECRET=${clientSecret}`,
    "",
  ].join("\n");

const start = async (options: ServeOptions): Promise<ExchangeTenantServer> => {
  const port = portOf(options.port);
  const seed = options.seed === undefined ? undefined : (await loadExchangeExport(options.seed)).native;
  const { state, tenant, clientId, clientSecret } = options;
  try {
    return await startExchangeTenant({
      stateFile: state,
      tenant,
      clientId,
      clientSecret,
      port,
      ...(seed === undefined ? {} : { seed }),
    });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE")
      throw new InputError({
        file: "--port",
        found: `${port}, which is taken`,
        expected: "a free port, or 0 for any",
      });
    if (error instanceof Error)
      throw new InputError({
        file: "--state",
        found: error.message,
        expected: "a file this program may keep the tenant in",
      });
    throw error;
  }
};

/** Runs until a signal comes. */
export const serve = async (options: ServeOptions): Promise<void> => {
  const server = await start(options);
  process.stdout.write(announcement(server, options));
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await server.close();
};

export const declare = (command: Command, exit: (code: number) => void): void => {
  command
    .command("serve")
    .description("run the tenant until Ctrl-C")
    .requiredOption(
      "--state <file>",
      "where the tenant lives between runs; an existing file wins over --seed",
    )
    .option("--seed <export>", "an export to start from")
    .option("--port <number>", "the port on 127.0.0.1; 0 is any free one", "0")
    .option("--tenant <name>", "what the tenant is called", "contoso.onmicrosoft.com")
    .option("--client-id <id>", "the client id it accepts", "11111111-1111-4111-8111-111111111111")
    .option(
      "--client-secret <secret>",
      "the secret it accepts; it guards nothing but this machine's own tenant",
      "embedded-tenant",
    )
    .action(async (options: ServeOptions) => {
      await serve(options);
      exit(0);
    });
};
