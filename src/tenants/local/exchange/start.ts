/** Starts the embedded Exchange tenant on this machine: try a change here before it touches a real one. */
import { once } from "node:events";
import type { CmdletObject } from "../../exchange/identity";
import { parseSize } from "../../exchange/size";
import type { ErrorShape } from "./error-bodies";
import { createFaults, type Fault } from "./faults";
import type { CommandService } from "./invoke-command";
import { createJournal, type JournalEntry } from "./journal";
import { mailboxIndex } from "./mailboxes";
import { createPages } from "./pages";
import { createTenantServer } from "./server";
import { seededState } from "./state";
import { loadState, saveState } from "./state-file";
import { createThrottle, type ThrottleRate } from "./throttle";
import { createTokens } from "./tokens";
import type { ClearingQuirks } from "./transport-rules/bind-value";

export interface ExchangeTenantOptions {
  /** Where the tenant lives between runs. An existing file wins over `seed`. */
  readonly stateFile: string;
  /** A native export to start from: lists of objects by cmdlet. */
  readonly seed?: Readonly<Record<string, unknown>>;
  /** 0 or absent: any free port. */
  readonly port?: number;
  readonly tenant: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Answer 429 above this rate. */
  readonly throttle?: ThrottleRate;
  /** A file that gets one JSON line per write call. */
  readonly journal?: string;
  /** Cmdlets this client may run; all the tenant has where absent. */
  readonly allowedCmdlets?: readonly string[];
  /** How refusals are written; the service is known to write them in several ways. */
  readonly errorShape?: ErrorShape;
  readonly quirks?: Partial<ClearingQuirks>;
  /** Milliseconds a link to the next page lives; 5 minutes where absent. */
  readonly pageLifetime?: number;
  readonly now?: () => Date;
}

/** The running tenant. */
export interface ExchangeTenantServer {
  /** Base address of the admin API, for `createExchangeClient`. */
  readonly endpoint: string;
  /** Base address of the token service, for `createClientCredentialsToken`. */
  readonly authority: string;
  readonly tenant: string;
  readonly port: number;
  /** Every write call since the start, refused ones included. */
  readonly journal: () => readonly JournalEntry[];
  /** What the tenant holds now under a `Get-` cmdlet. */
  readonly objects: (cmdlet: string) => readonly CmdletObject[];
  /** Requests to the admin API since the start. */
  readonly requests: () => number;
  /** The next `count` requests get 429 with this Retry-After. */
  readonly throttleNext: (count: number, retryAfterSeconds: number) => void;
  /** The next call, or the next of one cmdlet, is carried out and its answer lost. */
  readonly loseNextReply: (cmdlet?: string) => void;
  /** The next call, or the next of one cmdlet, is lost before it is carried out. */
  readonly dropNextRequest: (cmdlet?: string) => void;
  /** The next call, or the next of one cmdlet, gets this answer instead. */
  readonly answerNext: (answer: Omit<Extract<Fault, { kind: "answer" }>, "kind">) => void;
  /** Lets all links to next pages lapse. */
  readonly lapsePages: () => void;
  /** Makes all tokens worthless. */
  readonly revokeTokens: () => void;
  /** Changes what a mailbox's licence allows, such as `"50GB"`. */
  readonly setLicenceCap: (mailbox: string, size: string) => Promise<void>;
  /** Stops listening and breaks what is still open. The state stays in its file. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the tenant.
 *
 * @throws Error that names the file where the state file is not one, or the port where it is taken.
 */
export const startExchangeTenant = async (options: ExchangeTenantOptions): Promise<ExchangeTenantServer> => {
  const { stateFile, tenant } = options;
  const stored = await loadState(stateFile);
  let state = stored ?? seededState(options.seed ?? {});
  const keep = async (next: typeof state): Promise<void> => {
    await saveState(stateFile, next);
    state = next;
  };
  if (stored === undefined) {
    await keep(state);
  }
  const now = options.now ?? (() => new Date());
  const faults = createFaults();
  const journal = createJournal(options.journal);
  const pages = createPages(options.pageLifetime ?? 300_000);
  const throttle = createThrottle(options.throttle);
  const tokens = createTokens(options);
  const service: CommandService = {
    state: () => state,
    keep,
    context: { tenant, now, quirks: { bareHashTableClears: true, removeWorks: true, ...options.quirks } },
    allowed: options.allowedCmdlets,
    faults,
    journal,
    pages,
    errorShape: () => options.errorShape ?? "fields",
  };
  let requests = 0;
  const server = createTenantServer({
    service,
    tenant,
    tokens,
    throttle,
    onRequest: () => {
      requests += 1;
    },
  });
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  const endpoint = `http://127.0.0.1:${port}`;
  const meant = (cmdlet: string | undefined) => (cmdlet === undefined ? {} : { cmdlet });

  return {
    endpoint,
    authority: endpoint,
    tenant,
    port,
    journal: journal.entries,
    objects: (cmdlet) => state.objects[cmdlet] ?? [],
    requests: () => requests,
    throttleNext: throttle.next,
    loseNextReply: (cmdlet) => faults.add({ kind: "lose-reply", ...meant(cmdlet) }),
    dropNextRequest: (cmdlet) => faults.add({ kind: "drop-request", ...meant(cmdlet) }),
    answerNext: (answer) => faults.add({ kind: "answer", ...answer }),
    lapsePages: pages.lapse,
    revokeTokens: tokens.revoke,
    setLicenceCap: async (mailbox, size) => {
      const bytes = parseSize(size);
      if (typeof bytes !== "number") {
        throw new Error(`${size} is no size such as "50GB".`);
      }
      const mailboxes = state.objects["Get-Mailbox"] ?? [];
      const guid = String(mailboxes[mailboxIndex(mailboxes, mailbox)]?.Guid);
      await keep({ ...state, licenceCaps: { ...state.licenceCaps, [guid]: bytes } });
    },
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
