/** Runs an embedded tenant with a client for one test, in a folder of its own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createExchangeClient,
  type ExchangeClient,
  type ExchangeClientOptions,
} from "../../../../src/tenants/exchange/invoke-command/client";
import { createClientCredentialsToken } from "../../../../src/tenants/exchange/token";
import {
  type ExchangeTenantOptions,
  type ExchangeTenantServer,
  startExchangeTenant,
} from "../../../../src/tenants/local/exchange/start";

export const tenant = "contoso.onmicrosoft.com";
export const credentials = {
  tenant,
  clientId: "6f4a6f5e-0f0d-4f6e-9d3f-2f5f3c1d9a10",
  clientSecret: "the-secret-of-the-test",
} as const;

export interface RunningTenant {
  readonly server: ExchangeTenantServer;
  readonly client: ExchangeClient;
  /** Milliseconds the client was asked to sleep, in order; it does not really sleep. */
  readonly sleeps: readonly number[];
  readonly folder: string;
  readonly stateFile: string;
}

/** A client whose waits cost no time. */
export const clientOf = (
  server: Pick<ExchangeTenantServer, "endpoint" | "authority">,
  sleeps: number[],
  options: Partial<ExchangeClientOptions> = {},
): ExchangeClient =>
  createExchangeClient({
    tenant,
    endpoint: server.endpoint,
    token: createClientCredentialsToken({ ...credentials, authority: server.authority }),
    ...options,
    retry: {
      ...options.retry,
      sleep: async (milliseconds) => {
        sleeps.push(milliseconds);
      },
    },
  });

/** Runs `body` against a fresh tenant and cleans up whatever happens. */
export const withTenant = async (
  options: Partial<ExchangeTenantOptions>,
  body: (running: RunningTenant) => Promise<void>,
  clientOptions: Partial<ExchangeClientOptions> = {},
): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), "exchange-tenant-"));
  const stateFile = join(folder, "state.json");
  const server = await startExchangeTenant({ ...credentials, stateFile, ...options });
  const sleeps: number[] = [];
  try {
    await body({ server, client: clientOf(server, sleeps, clientOptions), sleeps, folder, stateFile });
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
};

/** Rules of a seed: a name and what is set. */
export const seededRules = (count: number): readonly Readonly<Record<string, unknown>>[] =>
  Array.from({ length: count }, (_, index) => ({
    Name: `Rule ${index}`,
    Priority: index,
    State: "Enabled",
    SubjectContainsWords: [`word${index}`],
    PrependSubject: "[x] ",
  }));

/** Mailboxes of a seed, with the quotas of a 50 GB plan. */
export const seededMailboxes = (count: number): readonly Readonly<Record<string, unknown>>[] =>
  Array.from({ length: count }, (_, index) => ({
    Name: `user${index}`,
    Identity: `user${index}`,
    PrimarySmtpAddress: `user${index}@contoso.example`,
    EmailAddresses: [`SMTP:user${index}@contoso.example`, `smtp:alias${index}@contoso.example`],
    RecipientTypeDetails: "UserMailbox",
    IssueWarningQuota: "49 GB (52,613,349,376 bytes)",
    ProhibitSendQuota: "49.5 GB (53,150,220,288 bytes)",
    ProhibitSendReceiveQuota: "50 GB (53,687,091,200 bytes)",
    UseDatabaseQuotaDefaults: false,
    ModerationEnabled: false,
  }));
