/** When to ask again, and how long to wait before (exchange-online.md 1.6). */
import { setTimeout as wait } from "node:timers/promises";
import type { CallSafety } from "./call";

export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

export interface RetryPolicy {
  /** How often a request is sent at most, the first time included. */
  readonly attempts: number;
  /** Wait before the second attempt in milliseconds, doubled each time, where the service names no time itself. */
  readonly baseDelay: number;
  /** Longest wait in milliseconds, whatever the service asks for. */
  readonly maxDelay: number;
  readonly sleep: Sleep;
}

export const defaultRetryPolicy: RetryPolicy = {
  attempts: 8,
  baseDelay: 1_000,
  maxDelay: 120_000,
  sleep: async (milliseconds, signal) => {
    await wait(milliseconds, undefined, signal === undefined ? {} : { signal });
  },
};

/** Milliseconds that a `Retry-After` header (seconds or an HTTP date) asks to wait; `undefined` where it says nothing. */
export const retryAfterMilliseconds = (
  header: string | null | undefined,
  now: number,
): number | undefined => {
  const text = header?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) {
    return Number(text) * 1_000;
  }
  const moment = text === "" ? Number.NaN : Date.parse(text);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now);
};

/** How long to wait after attempt number `attempt` (1 is the first). */
export const retryDelay = (policy: RetryPolicy, attempt: number, retryAfter: number | undefined): number =>
  Math.min(policy.maxDelay, retryAfter ?? policy.baseDelay * 2 ** (attempt - 1));

/**
 * Whether a status says "ask again" for a call of this safety.
 *
 * @remarks 500 and 502 only for reads (exchange-online.md 1.6). A call that makes an object is repeated only after
 * 429, which says that it was not carried out; after the others its writer looks for the object first.
 */
export const isRetryable = (status: number, safety: CallSafety): boolean => {
  if (status === 429) {
    return true;
  }
  if (safety === "once") {
    return false;
  }
  return [408, 503, 504].includes(status) || (safety === "read" && [500, 502].includes(status));
};
