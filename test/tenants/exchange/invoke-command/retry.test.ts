import assert from "node:assert/strict";
import {
  defaultRetryPolicy,
  isRetryable,
  retryAfterMilliseconds,
  retryDelay,
} from "../../../../src/tenants/exchange/invoke-command/retry";

describe("how long to wait before asking again (exchange-online.md 1.6)", () => {
  it("reads Retry-After as seconds or as a date", () => {
    const now = Date.parse("2026-03-01T10:00:00Z");
    assert.equal(retryAfterMilliseconds("17", now), 17_000);
    assert.equal(retryAfterMilliseconds("Sun, 01 Mar 2026 10:00:30 GMT", now), 30_000);
    assert.equal(retryAfterMilliseconds("Sun, 01 Mar 2026 09:00:00 GMT", now), 0);
    assert.equal(retryAfterMilliseconds("soon", now), undefined);
    assert.equal(retryAfterMilliseconds(null, now), undefined);
  });

  it("waits as told, else twice as long each time, and never longer than the cap", () => {
    const policy = { ...defaultRetryPolicy, baseDelay: 1_000, maxDelay: 5_000 };
    assert.equal(retryDelay(policy, 1, 2_500), 2_500);
    assert.deepEqual(
      [1, 2, 3, 4].map((attempt) => retryDelay(policy, attempt, undefined)),
      [1_000, 2_000, 4_000, 5_000],
    );
    assert.equal(retryDelay(policy, 1, 3_600_000), 5_000);
  });

  it("repeats a read after a server error, a write only where it is safe", () => {
    assert.ok([429, 408, 503, 504, 500, 502].every((status) => isRetryable(status, "read")));
    assert.ok([429, 408, 503, 504].every((status) => isRetryable(status, "repeatable")));
    assert.ok(![500, 502].some((status) => isRetryable(status, "repeatable")));
    assert.ok(isRetryable(429, "once"));
    assert.ok(![408, 500, 502, 503, 504].some((status) => isRetryable(status, "once")));
    assert.ok(![400, 401, 403, 404].some((status) => isRetryable(status, "read")));
  });
});
