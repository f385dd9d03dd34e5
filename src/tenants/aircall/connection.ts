/** GET requests to Aircall with patience: paced, repeated where that helps, and never sent to another origin. */
import { setTimeout as wait } from "node:timers/promises";
import type { Sleep } from "../exchange/invoke-command/retry";
import { AircallError } from "./aircall-error";
import type { AircallCredentials } from "./credentials";
import { type Asked, cancelled, failureOf, invalidAnswer, unreachable } from "./failures";
import { type Clock, createPace, waitAfterThrottling } from "./rate-limit";

export interface ConnectionOptions extends AircallCredentials {
  readonly baseAddress: string;
  /** The `fetch` to use; the built-in one where absent. */
  readonly fetch?: typeof fetch;
  readonly clock?: Clock;
  readonly sleep?: Sleep;
  /** Milliseconds after which an unanswered request is given up; half a minute where absent. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

export interface AircallConnection {
  /**
   * The JSON that stands at a path such as `/v2/users?page=1`.
   *
   * @throws AircallError
   */
  readonly get: (path: string) => Promise<unknown>;
}

/** How often a request is sent at most, the first time included. */
const attempts = 4;
/** Milliseconds before the second attempt after a lost request or a 5xx, doubled each time. */
const firstDelay = 1_000;

const patiently: Sleep = async (milliseconds, signal) => {
  await wait(milliseconds, undefined, signal === undefined ? {} : { signal });
};

const parsed = (text: string, asked: Asked): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidAnswer(asked, text.trim() === "" ? "an empty body" : "a body that is not JSON");
  }
};

/** A connection with one key; its requests share one pace. */
export const createAircallConnection = (options: ConnectionOptions): AircallConnection => {
  const { baseAddress, apiId, apiToken, signal } = options;
  const { fetch: send = fetch, clock = Date.now, sleep = patiently, timeout = 30_000 } = options;
  const authorization = `Basic ${Buffer.from(`${apiId}:${apiToken}`, "utf8").toString("base64")}`;
  const pace = createPace(clock, sleep);

  const sendOnce = async (path: string): Promise<{ readonly reply: Response; readonly text: string }> => {
    const limit = AbortSignal.timeout(timeout);
    const reply = await send(`${baseAddress}${path}`, {
      headers: { Accept: "application/json", Authorization: authorization },
      // A client that follows redirects may carry the key along.
      redirect: "manual",
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    });
    return { reply, text: await reply.text() };
  };

  /** The answer, or how long to wait before asking again and what to say when patience ends. */
  const attempt = async (
    path: string,
    asked: Asked,
    count: number,
  ): Promise<{ readonly text: string } | { readonly wait: number; readonly failure: AircallError }> => {
    const backoff = firstDelay * 2 ** (count - 1);
    await pace.next(signal);
    try {
      const { reply, text } = await sendOnce(path);
      pace.learn(reply.headers);
      if (reply.status === 200) return { text };
      const failure = failureOf(asked, reply.status);
      if (reply.status === 429) return { wait: waitAfterThrottling(reply.headers, clock()), failure };
      if (reply.status >= 500) return { wait: backoff, failure };
      throw failure;
    } catch (error) {
      if (error instanceof AircallError || signal?.aborted === true) throw error;
      return { wait: backoff, failure: unreachable(asked, error) };
    }
  };

  return {
    get: async (path) => {
      const asked: Asked = { request: `GET ${path}`, baseAddress };
      try {
        for (let count = 1; ; count += 1) {
          const result = await attempt(path, asked, count);
          if ("text" in result) return parsed(result.text, asked);
          if (count >= attempts) throw result.failure;
          await sleep(result.wait, signal);
        }
      } catch (error) {
        throw signal?.aborted === true ? cancelled(asked) : error;
      }
    },
  };
};
