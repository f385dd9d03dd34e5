/** The way to a tenant: one per process and configuration, shared by all resources of the tenant. */
import { status } from "@grpc/grpc-js";
import type { ProviderConfig } from "../../resources/generated/provider";
import { providerConfig } from "../../resources/provider-config";
import { createExchangeClient, type ExchangeClient } from "../../tenants/exchange/invoke-command/client";
import type { RetryPolicy } from "../../tenants/exchange/invoke-command/retry";
import { createSerialQueue, type SerialQueue } from "../../tenants/exchange/invoke-command/serial-queue";
import { createClientCredentialsToken } from "../../tenants/exchange/token";
import { ProviderError } from "../kit";

export interface TenantConnection {
  readonly tenant: string;
  /** For reads somebody waits for: gives up after seconds, where a writer still waits. */
  readonly reader: ExchangeClient;
  readonly writer: ExchangeClient;
  /** Runs a whole sequence of writes with no other beside it (exchange-online.md 1.6). */
  readonly exclusively: SerialQueue;
  /** How many sequences of writes have ended: what was read before is old where it grew. */
  readonly sequences: () => number;
}

/** The connection for a configuration. @throws ProviderError that names what is missing. */
export type Connect = (config: ProviderConfig) => TenantConnection;

/** Unreachable is told after some four seconds; a wait the service itself asks for is kept in any case. */
const impatient: Partial<RetryPolicy> = { attempts: 5, baseDelay: 250 };

/** The client tries again on its own, so the token's source need not be patient too. */
const tokenRetry: Partial<RetryPolicy> = { attempts: 2, baseDelay: 250 };

const credential = (config: ProviderConfig, name: "clientId" | "clientSecret"): string => {
  const value = config[name] ?? "";
  if (value !== "") return value;
  throw new ProviderError(
    `the tenant ${config.tenant} cannot be reached without \`${name}\`: set it in the provider's arguments or with \`pulumi config set ${name === "clientSecret" ? "--secret " : ""}mailflow:${name}\`, or in the environment variable ${providerConfig[name]?.environment}`,
    status.INVALID_ARGUMENT,
  );
};

/** @param retry - replaces parts of how long and how often is waited, for reads and writes alike. */
export const createConnections = (retry: Partial<RetryPolicy> = {}): Connect => {
  const open = new Map<string, TenantConnection>();
  return (config) => {
    const { tenant, endpoint, authority } = config;
    const clientId = credential(config, "clientId");
    const clientSecret = credential(config, "clientSecret");
    const key = JSON.stringify([tenant, endpoint, authority, clientId, clientSecret]);
    const known = open.get(key);
    if (known !== undefined) return known;
    const token = createClientCredentialsToken({
      tenant,
      clientId,
      clientSecret,
      ...(authority === undefined ? {} : { authority }),
      retry: { ...tokenRetry, ...retry },
    });
    const target = { tenant, token, ...(endpoint === undefined ? {} : { endpoint }) };
    const queue = createSerialQueue();
    let sequences = 0;
    const connection: TenantConnection = {
      tenant,
      reader: createExchangeClient({ ...target, retry: { ...impatient, ...retry } }),
      writer: createExchangeClient({ ...target, retry }),
      exclusively: (task) =>
        queue(async () => {
          try {
            return await task();
          } finally {
            sequences += 1;
          }
        }),
      sequences: () => sequences,
    };
    open.set(key, connection);
    return connection;
  };
};
