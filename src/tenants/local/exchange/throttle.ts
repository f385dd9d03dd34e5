/** Says when a request has to wait: on demand, or above a rate (exchange-online.md 1.6). */

/** At most `requests` in each period of `perSeconds`. */
export interface ThrottleRate {
  readonly requests: number;
  readonly perSeconds: number;
}

export interface Throttle {
  /** The next `count` requests are told to wait this many seconds. */
  readonly next: (count: number, retryAfterSeconds: number) => void;
  /** Seconds this request has to wait, or `undefined` where it may pass. */
  readonly waitSeconds: (now: number) => number | undefined;
}

export const createThrottle = (rate: ThrottleRate | undefined): Throttle => {
  const demanded: number[] = [];
  let periodStart = Number.NEGATIVE_INFINITY;
  let passed = 0;
  return {
    next: (count, retryAfterSeconds) => {
      demanded.push(...Array.from({ length: count }, () => retryAfterSeconds));
    },
    waitSeconds: (now) => {
      const seconds = demanded.shift();
      if (seconds !== undefined || rate === undefined) {
        return seconds;
      }
      const period = rate.perSeconds * 1_000;
      if (now - periodStart >= period) {
        periodStart = now;
        passed = 0;
      }
      passed += 1;
      return passed <= rate.requests
        ? undefined
        : Math.max(1, Math.ceil((periodStart + period - now) / 1_000));
    },
  };
};
