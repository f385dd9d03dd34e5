/** Requests with patience: renews a token once, waits where the service asks to, gives up with a typed error. */
import { type ExchangeError, isExchangeError, withDoubt } from "../exchange-error";
import { readErrorBody } from "./error-body";
import { failureOf } from "./failures";
import {
  cancelled,
  createSendOnce,
  type HttpOptions,
  type HttpReply,
  type HttpRequest,
  type TokenSource,
} from "./http";
import { isRetryable, type RetryPolicy, retryAfterMilliseconds, retryDelay } from "./retry";

export interface ConnectionOptions extends HttpOptions {
  readonly token: TokenSource;
  readonly retry: RetryPolicy;
}

export interface Connection {
  /**
   * Sends a request until it succeeds.
   *
   * @throws `ExchangeError` for every answer that is not 2xx, and where no answer came.
   */
  readonly send: (request: HttpRequest, signal?: AbortSignal) => Promise<HttpReply>;
  /** Waits as the policy says after attempt number `attempt`. */
  readonly pause: (
    what: string,
    attempt: number,
    retryAfter: string | null,
    signal?: AbortSignal,
  ) => Promise<void>;
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** Whether a network failure may be answered by sending again. */
const mayRepeat = (request: HttpRequest, error: ExchangeError): boolean =>
  error.kind === "unreachable" && (request.safety !== "once" || !error.mayHaveBeenApplied);

/** A connection to one endpoint with one credential. */
export const createConnection = (options: ConnectionOptions): Connection => {
  const sendOnce = createSendOnce(options);
  const { retry, token } = options;

  const pause: Connection["pause"] = async (what, attempt, retryAfter, signal) => {
    const delay = retryDelay(retry, attempt, retryAfterMilliseconds(retryAfter, Date.now()));
    try {
      await retry.sleep(delay, signal);
    } catch (error) {
      throw signal?.aborted === true ? cancelled(what) : error;
    }
  };

  const send: Connection["send"] = async (request, signal) => {
    let renewed = false;
    // Once one try may have been carried out, the failure of a later one must still say so.
    let doubt = false;
    for (let attempt = 1; ; attempt += 1) {
      if (signal?.aborted === true) {
        throw cancelled(request.what);
      }
      const last = attempt >= retry.attempts;
      let reply: HttpReply | undefined;
      try {
        reply = await sendOnce(request, await token(), signal);
        if (reply.status === 401 && !renewed) {
          renewed = true;
          reply = await sendOnce(request, await token({ renew: true }), signal);
        }
      } catch (error) {
        if (!isExchangeError(error) || last || !mayRepeat(request, error)) {
          throw error;
        }
        doubt ||= error.mayHaveBeenApplied;
      }
      if (reply !== undefined) {
        if (isSuccess(reply.status)) {
          return reply;
        }
        const { what, safety } = request;
        const answered = reply.status === 500 && readErrorBody(reply.text).fromCmdlet;
        if (last || answered || !isRetryable(reply.status, safety)) {
          const failure = failureOf({
            what,
            safety,
            status: reply.status,
            body: reply.text,
            attempts: attempt,
          });
          throw doubt ? withDoubt(failure) : failure;
        }
        doubt ||= reply.status !== 429 && safety !== "read";
      }
      await pause(request.what, attempt, reply?.headers.get("retry-after") ?? null, signal);
    }
  };

  return { send, pause };
};
