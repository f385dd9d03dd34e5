/** The Exchange client: cmdlets over `InvokeCommand`, isolated here because no support promise exists (exchange-online.md 1.1). */
import { ExchangeError } from "../exchange-error";
import { type BatchOptions, type BatchResult, runBatch } from "./batch";
import {
  type CmdletCall,
  callBody,
  callHeaders,
  callSafety,
  invokeCommandAddress,
  moduleFileAddress,
  type Target,
} from "./call";
import { createConnection } from "./connection";
import { invalidAnswer } from "./failures";
import { checkedEndpoint, trustedAddress } from "./hosts";
import type { TokenSource } from "./http";
import { addPage, createCollected, readPageText, restartAfter } from "./pages";
import { moduleFileSchema, parsedJson } from "./replies";
import { defaultRetryPolicy, type RetryPolicy } from "./retry";
import { createSerialQueue } from "./serial-queue";

export interface ExchangeClientOptions {
  /** Tenant GUID, or its initial domain such as `contoso.onmicrosoft.com`. */
  readonly tenant: string;
  /** `https://outlook.office365.com` where absent. */
  readonly endpoint?: string;
  readonly token: TokenSource;
  /** Aborts every call of this client. */
  readonly signal?: AbortSignal;
  /** Receives each warning of the service once per call. */
  readonly onWarning?: (text: string) => void;
  /** Objects per page, 1 to 1000. */
  readonly pageSize?: number;
  readonly retry?: Partial<RetryPolicy>;
  /** Milliseconds after which one unanswered request is given up; 5 minutes where absent. */
  readonly timeout?: number;
  /** The `fetch` to use; the built-in one where absent. */
  readonly fetch?: typeof fetch;
}

export interface InvokeOptions {
  readonly signal?: AbortSignal;
  /** Properties to keep in the answer; all where absent. */
  readonly select?: readonly string[];
}

export interface InvokeResult {
  readonly value: readonly unknown[];
  readonly warnings: readonly string[];
}

export interface ExchangeClient {
  readonly tenant: string;
  readonly endpoint: string;
  /** Runs one cmdlet and reads all pages of its answer. Writes of one client run one after the other. */
  readonly invoke: (
    cmdlet: string,
    parameters?: Readonly<Record<string, unknown>>,
    options?: InvokeOptions,
  ) => Promise<InvokeResult>;
  /** Runs many reads, ten per request; results stand in the order of the calls. */
  readonly invokeBatch: (
    calls: readonly CmdletCall[],
    options?: BatchOptions,
  ) => Promise<readonly BatchResult[]>;
  /** The cmdlets this caller may run, as the service writes them: a cheap check for missing roles. */
  readonly exportedCmdlets: (options?: { readonly signal?: AbortSignal }) => Promise<ReadonlySet<string>>;
}

const tenantName = /^[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?$/i;

const checkedTenant = (tenant: string): string => {
  if (!tenantName.test(tenant)) {
    throw new ExchangeError({
      kind: "bad-input",
      problem: `${JSON.stringify(tenant)} is not a tenant.`,
      nextStep: "Give the tenant's GUID or its initial domain, such as contoso.onmicrosoft.com.",
    });
  }
  return tenant;
};

/**
 * A client for one tenant.
 *
 * @throws {@link ExchangeError} from every function; `bad-input` here for a tenant or endpoint that cannot be used.
 * @example
 * ```ts
 * const client = createExchangeClient({ tenant: "contoso.onmicrosoft.com", token });
 * const { value } = await client.invoke("Get-TransportRule", { ResultSize: "Unlimited" });
 * ```
 */
export const createExchangeClient = (options: ExchangeClientOptions): ExchangeClient => {
  const target: Target = {
    tenant: checkedTenant(options.tenant),
    endpoint: checkedEndpoint(options.endpoint ?? "https://outlook.office365.com"),
  };
  const pageSize = Math.min(1_000, Math.max(1, Math.trunc(options.pageSize ?? 1_000)));
  const retry: RetryPolicy = { ...defaultRetryPolicy, ...options.retry };
  const connection = createConnection({
    endpoint: target.endpoint,
    fetch: options.fetch ?? fetch,
    timeout: options.timeout ?? 300_000,
    token: options.token,
    retry,
  });
  const inWriteOrder = createSerialQueue();
  const signalOf = (signal: AbortSignal | undefined): AbortSignal | undefined => {
    const signals = [options.signal, signal].filter((one) => one !== undefined);
    return signals.length > 1 ? AbortSignal.any(signals) : signals[0];
  };
  const warn = (warnings: Iterable<string>): void => {
    for (const warning of warnings) {
      options.onWarning?.(warning);
    }
  };

  const run = async (call: CmdletCall, signal: AbortSignal | undefined): Promise<InvokeResult> => {
    const { cmdlet } = call;
    const safety = callSafety(cmdlet);
    const first = invokeCommandAddress(target, call.select);
    const headers = callHeaders(target, pageSize, cmdlet);
    const body = JSON.stringify(callBody(call));
    const collected = createCollected();
    let address: string | undefined = first;
    while (address !== undefined) {
      try {
        const reply = await connection.send(
          { what: cmdlet, method: "POST", address, headers, body, safety },
          signal,
        );
        const page = readPageText(cmdlet, safety, reply.text, reply.headers.get("x-warnings"));
        const next = addPage(collected, cmdlet, page);
        // The next page is asked for with the same body: never after a write, which would run twice.
        address =
          next === undefined || safety !== "read"
            ? undefined
            : trustedAddress(target.endpoint, reply.address, next);
      } catch (error) {
        if (address === first || !restartAfter(collected, error)) {
          throw error;
        }
        address = first;
      }
    }
    warn(collected.warnings);
    return { value: collected.value, warnings: [...collected.warnings] };
  };

  return {
    ...target,
    invoke: (cmdlet, parameters = {}, { signal, select } = {}) => {
      const call: CmdletCall = { cmdlet, parameters, ...(select === undefined ? {} : { select }) };
      const start = () => run(call, signalOf(signal));
      return callSafety(cmdlet) === "read" ? start() : inWriteOrder(start);
    },
    invokeBatch: async (calls, batchOptions = {}) => {
      const signal = signalOf(batchOptions.signal);
      const results = await runBatch(target, connection, pageSize, retry.attempts, calls, {
        ...batchOptions,
        ...(signal === undefined ? {} : { signal }),
      });
      warn(new Set(results.flatMap((result) => (result.ok ? result.warnings : []))));
      return results;
    },
    exportedCmdlets: async ({ signal } = {}) => {
      const what = "EXOModuleFile";
      const reply = await connection.send(
        {
          what,
          method: "GET",
          address: moduleFileAddress(target),
          headers: { ...callHeaders(target, pageSize), CommandName: "*" },
          safety: "read",
        },
        signalOf(signal),
      );
      const parsed = moduleFileSchema.safeParse(parsedJson(reply.text));
      if (!parsed.success) {
        throw invalidAnswer(what, "read", "it holds no list of cmdlets", reply.text);
      }
      const files = Array.isArray(parsed.data.value) ? parsed.data.value : [parsed.data.value];
      return new Set(
        files
          .flatMap((file) => file.exportedCmdlets)
          .map((name) => name.trim())
          .filter((name) => name !== ""),
      );
    },
  };
};
