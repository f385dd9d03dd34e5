/** The embedded company's limit: so many requests a minute, told by the headers of every answer (aircall.md 2.4). */

export interface RateState {
  readonly headers: Readonly<Record<string, string>>;
  readonly isPassed: boolean;
}

export interface RateLimit {
  /** The next `count` requests are refused, with a reset in so many seconds. */
  readonly refuseNext: (count: number, resetInSeconds: number) => void;
  /** Counts one request at this moment (milliseconds since 1970). */
  readonly take: (now: number) => RateState;
}

const minute = 60_000;

export const createRateLimit = (perMinute: number): RateLimit => {
  const refusals: number[] = [];
  let start = Number.NEGATIVE_INFINITY;
  let passed = 0;
  const state = (isPassed: boolean, remaining: number, reset: number): RateState => ({
    isPassed,
    headers: {
      "X-AircallApi-Limit": String(perMinute),
      "X-AircallApi-Remaining": String(remaining),
      // UNIX seconds.
      "X-AircallApi-Reset": String(Math.ceil(reset / 1_000)),
    },
  });
  return {
    refuseNext: (count, resetInSeconds) => {
      refusals.push(...Array.from({ length: count }, () => resetInSeconds));
    },
    take: (now) => {
      const refused = refusals.shift();
      if (refused !== undefined) return state(false, 0, now + refused * 1_000);
      if (now - start >= minute) [start, passed] = [now, 0];
      passed += 1;
      return state(passed <= perMinute, Math.max(0, perMinute - passed), start + minute);
    },
  };
};
