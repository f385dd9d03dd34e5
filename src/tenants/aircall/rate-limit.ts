/** How fast Aircall may be asked: sixty requests a minute until its headers say otherwise (aircall.md 2.4). */
import { retryAfterMilliseconds, type Sleep } from "../exchange/invoke-command/retry";

/** Milliseconds since 1970, as `Date.now` counts. */
export type Clock = () => number;

/** Sources disagree between 60 and 120: the lower one holds until a header tells. */
const cautiousLimit = 60;
const minute = 60_000;
/** Milliseconds. A limit is per minute: nothing that a header says makes sense beyond two. */
const longestWait = 2 * minute;
const shortestWait = 1_000;

const numberOf = (headers: Headers, name: string): number | undefined => {
  const text = headers.get(name)?.trim() ?? "";
  return /^\d{1,12}$/u.test(text) ? Number(text) : undefined;
};

/** Milliseconds until the limit starts anew; the answer's own `Date` is preferred to a clock that may be wrong. */
const untilReset = (headers: Headers, now: number): number | undefined => {
  const reset = numberOf(headers, "x-aircallapi-reset");
  if (reset === undefined) return undefined;
  const served = Date.parse(headers.get("date") ?? "");
  return reset * 1_000 - (Number.isNaN(served) ? now : served);
};

const bounded = (milliseconds: number): number => Math.min(longestWait, Math.max(shortestWait, milliseconds));

/** How long to wait after a 429, in milliseconds; a minute where no header tells. */
export const waitAfterThrottling = (headers: Headers, now: number): number =>
  bounded(untilReset(headers, now) ?? retryAfterMilliseconds(headers.get("retry-after"), now) ?? minute);

export interface Pace {
  /** Waits until one more request may be sent, and counts it. */
  readonly next: (signal?: AbortSignal) => Promise<void>;
  /** Learns from the headers of an answer. */
  readonly learn: (headers: Headers) => void;
}

/** A pace of one reader; other programs that share the key are seen through the headers only. */
export const createPace = (clock: Clock, sleep: Sleep): Pace => {
  let limit = cautiousLimit;
  let sent: readonly number[] = [];
  let notBefore = 0;
  return {
    next: async (signal) => {
      const now = clock();
      sent = sent.filter((moment) => moment > now - minute);
      // The oldest request that must have left the window before one more fits in.
      const blocking = sent.length < limit ? undefined : sent[sent.length - limit];
      const free = Math.max(notBefore, blocking === undefined ? 0 : blocking + minute);
      if (free > now) await sleep(Math.min(longestWait, free - now), signal);
      sent = [...sent, clock()];
    },
    learn: (headers) => {
      const now = clock();
      limit = Math.max(1, numberOf(headers, "x-aircallapi-limit") ?? limit);
      const isUsedUp = numberOf(headers, "x-aircallapi-remaining") === 0;
      const wait = untilReset(headers, now);
      notBefore = isUsedUp && wait !== undefined ? now + bounded(wait) : 0;
    },
  };
};
