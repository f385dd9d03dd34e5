/** Starts the embedded Exchange tenant for `tenant serve`. */
import { loadExchangeExport } from "../../tenants/exchange/export/read-file";
import { InputError } from "../../tenants/input-error";
import { startExchangeTenant } from "../../tenants/local/exchange/start";
import { portOf, portProblem, type Serving } from "./serving";

export interface ExchangeServeOptions {
  readonly state: string;
  readonly seed?: string;
  readonly port: string;
  readonly tenant: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const stateProblem = (error: unknown): unknown =>
  error instanceof Error
    ? new InputError({
        file: "--state",
        found: error.message,
        expected: "a file this program may keep the tenant in",
      })
    : error;

/** @throws InputError */
export const serveExchange = async (options: ExchangeServeOptions): Promise<Serving> => {
  const port = portOf("--port", options.port);
  const seed = options.seed === undefined ? undefined : (await loadExchangeExport(options.seed)).native;
  const { state, tenant, clientId, clientSecret } = options;
  const server = await startExchangeTenant({
    stateFile: state,
    tenant,
    clientId,
    clientSecret,
    port,
    ...(seed === undefined ? {} : { seed }),
  }).catch((error: unknown) => {
    throw portProblem(error, "--port", port, stateProblem);
  });
  return {
    announcement: [
      `The tenant ${server.tenant} listens on ${server.endpoint}. Ctrl-C stops it; its state stays in its file.`,
      "",
      `export AIRCALL_MAILFLOW_TENANT=${server.tenant}`,
      `export AIRCALL_MAILFLOW_ENDPOINT=${server.endpoint}`,
      `export AIRCALL_MAILFLOW_AUTHORITY=${server.authority}`,
      `export AIRCALL_MAILFLOW_CLIENT_ID=${clientId}`,
      `export AIRCALL_MAILFLOW_CLIENT_SECRET=${clientSecret}`,
    ],
    close: server.close,
  };
};
