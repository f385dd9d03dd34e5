import assert from "node:assert/strict";
import { createPace, waitAfterThrottling } from "../../../src/tenants/aircall/rate-limit";

const now = Date.parse("2026-12-01T10:00:00Z");
const limits = (values: Readonly<Record<string, string>>): Headers =>
  new Headers(
    Object.entries(values).map(([name, value]): [string, string] => [`X-AircallApi-${name}`, value]),
  );

describe("the pace of requests to Aircall (aircall.md 2.4)", () => {
  it("waits after a 429 until the reset, which is in UNIX seconds", () => {
    assert.equal(waitAfterThrottling(limits({ Reset: String(now / 1_000 + 30) }), now), 30_000);
  });

  it("reckons the reset by the answer's own Date, since this machine's clock may be wrong", () => {
    const headers = limits({ Reset: String(now / 1_000 + 30) });
    headers.set("Date", new Date(now).toUTCString());
    assert.equal(waitAfterThrottling(headers, now - 3_600_000), 30_000);
  });

  it("waits a second at least, two minutes at most, and a minute where no header tells", () => {
    assert.equal(waitAfterThrottling(limits({ Reset: String(now / 1_000 - 30) }), now), 1_000);
    assert.equal(waitAfterThrottling(limits({ Reset: "99999999999" }), now), 120_000);
    assert.equal(waitAfterThrottling(limits({ Reset: "soon" }), now), 60_000);
    assert.equal(waitAfterThrottling(new Headers({ "Retry-After": "7" }), now), 7_000);
  });

  it("holds before the limit is used up by others", async () => {
    const sleeps: number[] = [];
    const pace = createPace(
      () => now,
      async (milliseconds) => void sleeps.push(milliseconds),
    );
    pace.learn(limits({ Limit: "120", Remaining: "0", Reset: String(now / 1_000 + 9) }));
    await pace.next();
    pace.learn(limits({ Limit: "120", Remaining: "119", Reset: String(now / 1_000 + 60) }));
    await pace.next();
    assert.deepEqual(sleeps, [9_000]);
  });
});
