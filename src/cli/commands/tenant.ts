/** `tenant serve`: embedded tenants on this machine that speak the services' own protocols: Exchange, Aircall. */
import { once } from "node:events";
import type { Command } from "commander";
import { required } from "../options";
import type { AircallServeOptions } from "../tenant/serve-aircall";
import type { ExchangeServeOptions } from "../tenant/serve-exchange";
import type { Serving } from "../tenant/serving";

type ServeOptions = Omit<ExchangeServeOptions, "state"> &
  Omit<AircallServeOptions, "aircall"> & { readonly state?: string; readonly aircall?: string };

const startExchange = async (options: ServeOptions): Promise<Serving> => {
  const state = required(
    "--state",
    options.state,
    "a file to keep an Exchange tenant in, or --aircall with a file of users",
  );
  return (await import("../tenant/serve-exchange")).serveExchange({ ...options, state });
};

const startAircall = async (options: ServeOptions, aircall: string): Promise<Serving> =>
  (await import("../tenant/serve-aircall")).serveAircall({ ...options, aircall });

/** Exchange unless only Aircall is asked for; where the second cannot start, the first is stopped again. */
const start = async (options: ServeOptions): Promise<readonly Serving[]> => {
  const { aircall, state, seed } = options;
  if (aircall === undefined) return [await startExchange(options)];
  const company = await startAircall(options, aircall);
  if (state === undefined && seed === undefined) return [company];
  try {
    return [await startExchange(options), company];
  } catch (error) {
    await company.close();
    throw error;
  }
};

/** Runs until a signal comes. */
export const serve = async (options: ServeOptions): Promise<void> => {
  const servings = await start(options);
  for (const { announcement } of servings) process.stdout.write(`${announcement.join("\n")}\n`);
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await Promise.all(servings.map(({ close }) => close()));
};

export const declare = (command: Command, exit: (code: number) => void): void => {
  command
    .command("serve")
    .description("run an Exchange tenant (--state), an Aircall company (--aircall) or both until Ctrl-C")
    .option("--state <file>", "where the tenant lives between runs; an existing file wins over --seed")
    .option("--seed <export>", "an export to start from")
    .option("--port <number>", "the tenant's port on 127.0.0.1; 0 is any free one", "0")
    .option("--tenant <name>", "what the tenant is called", "contoso.onmicrosoft.com")
    .option("--client-id <id>", "the client id it accepts", "11111111-1111-4111-8111-111111111111")
    .option(
      "--client-secret <secret>",
      "the secret it accepts; it guards nothing but this machine's own tenant",
      "embedded-tenant",
    )
    .option("--aircall <users>", "users of an Aircall company, to read only: CSV, or JSON of Aircall's API")
    .option("--aircall-port <number>", "the company's port on 127.0.0.1; 0 is any free one", "0")
    .action(async (options: ServeOptions) => {
      await serve(options);
      exit(0);
    });
};
