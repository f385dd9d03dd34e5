import assert from "node:assert/strict";
import { covers } from "../../../src/mailflow/exchange/connection-filter";

describe("an entry of an IP list (exchange-online.md 3.8)", () => {
  for (const [entry, address, expected] of [
    ["192.0.2.7", "192.0.2.7", true],
    ["192.0.2.7", "192.0.2.8", false],
    ["192.0.2.0/24", "192.0.2.200", true],
    ["192.0.2.0/24", "192.0.3.1", false],
    ["192.0.2.10-192.0.2.20", "192.0.2.15", true],
    ["192.0.2.10-192.0.2.20", "192.0.2.21", false],
    ["192.0.2.10-192.0.2.20", "192.0.2.9", false],
    ["2001:db8::/32", "2001:db8::1", true],
    ["2001:db8::/32", "192.0.2.1", false],
    ["nonsense", "192.0.2.1", false],
  ] as const)
    it(`${entry} ${expected ? "covers" : "does not cover"} ${address}`, () =>
      assert.equal(covers(entry, address), expected));
});
