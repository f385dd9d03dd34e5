/** The embedded Exchange tenant of the demonstration: a realistic company, on this machine, for a few minutes. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Decision, decide } from "../../mailflow/decide";
import { tenantNameOf, toTenant } from "../../tenants/exchange/export/native-export";
import { createExchangeClient, type ExchangeClient } from "../../tenants/exchange/invoke-command/client";
import { readExchangeTenant } from "../../tenants/exchange/read-tenant";
import { createClientCredentialsToken } from "../../tenants/exchange/token";
import { type ExchangeTenantServer, startExchangeTenant } from "../../tenants/local/exchange/start";

export interface EmbeddedCompany {
  readonly server: ExchangeTenantServer;
  readonly client: ExchangeClient;
  /** Environment of programs that talk to it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Reads the live tenant and decides. */
  readonly decide: () => Promise<Decision>;
}

/** The export the tenant starts from. */
export const readSeed = (file: string): Readonly<Record<string, readonly unknown[]>> =>
  JSON.parse(readFileSync(file, "utf8"));

export const startEmbeddedCompany = async (
  folder: string,
  seed: Readonly<Record<string, readonly unknown[]>>,
): Promise<EmbeddedCompany> => {
  const tenant = tenantNameOf(seed) ?? "contoso.onmicrosoft.com";
  const credentials = { tenant, clientId: randomUUID(), clientSecret: randomUUID() };
  const server = await startExchangeTenant({
    ...credentials,
    stateFile: join(folder, "tenant.json"),
    journal: join(folder, "journal.jsonl"),
    seed,
  });
  const token = createClientCredentialsToken({ ...credentials, authority: server.authority });
  const client = createExchangeClient({ tenant, endpoint: server.endpoint, token });
  return {
    server,
    client,
    environment: {
      AIRCALL_MAILFLOW_TENANT: tenant,
      AIRCALL_MAILFLOW_CLIENT_ID: credentials.clientId,
      AIRCALL_MAILFLOW_CLIENT_SECRET: credentials.clientSecret,
      AIRCALL_MAILFLOW_ENDPOINT: server.endpoint,
      AIRCALL_MAILFLOW_AUTHORITY: server.authority,
    },
    decide: async () => {
      const read = await readExchangeTenant(client);
      return decide(toTenant(read.tenant, tenant), { asOf: new Date() });
    },
  };
};

/** Write calls the tenant carried out. */
export const writes = (server: ExchangeTenantServer): number =>
  server.journal().filter(({ outcome }) => outcome === "applied").length;
