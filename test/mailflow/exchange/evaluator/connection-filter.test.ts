/** The connection filter, and what an address is behind a gateway (exchange-online.md 3.4, 3.8). */
import assert from "node:assert/strict";
import { holdsAddress } from "../../../../src/mailflow/exchange/evaluator/ip-address";
import { allow, connector, ends, withConnection, withRules } from "./given";

describe("an entry of an IP list (exchange-online.md 2.2, 3.8)", () => {
  it("is an address, a range or a CIDR block, with both ends", () => {
    assert.equal(holdsAddress(["54.240.8.17"], "54.240.8.17"), true);
    assert.equal(holdsAddress(["54.240.8.17-54.240.8.20"], "54.240.8.20"), true);
    assert.equal(holdsAddress(["54.240.8.17-54.240.8.20"], "54.240.8.21"), false);
    assert.equal(holdsAddress(["54.240.8.0/24"], "54.240.8.255"), true);
    assert.equal(holdsAddress(["54.240.8.0/24"], "54.240.9.0"), false);
    assert.equal(holdsAddress(["2001:db8::/32"], "2001:db8::1"), true);
    assert.equal(holdsAddress(["54.240.8.0/24"], "2001:db8::1"), false);
  });
  it("holds an address that is not known perhaps, but never where no Internet mail comes from", () => {
    assert.equal(holdsAddress(["54.240.8.0/24"], undefined), undefined);
    assert.equal(holdsAddress(["10.0.0.0/24", "192.168.1.7"], undefined), false);
    assert.equal(holdsAddress(["0.0.0.0/0"], undefined), undefined);
    assert.equal(holdsAddress([], undefined), false);
  });
  it("holds perhaps what it holds where it cannot be read", () =>
    assert.equal(holdsAddress(["mail.example"], "54.240.8.17"), undefined));
});

describe("the connection filter (exchange-online.md 3.8)", () => {
  const sourceIp = "54.240.8.17";
  it("lets an allow beat a block of the same address", () => {
    const both = withConnection(
      { ipAllowList: [sourceIp], ipBlockList: ["54.240.8.0/24"] },
      withRules([allow]),
    );
    assert.equal(ends(both, { sourceIp }), "inbox");
    assert.equal(ends(both, { sourceIp: "54.240.8.18" }), "rejected");
  });
  it("cannot refuse an unknown address whose every block is allowed too", () =>
    assert.equal(
      ends(withConnection({ ipAllowList: ["54.240.8.0/24"], ipBlockList: [sourceIp] }, withRules([allow]))),
      "inbox",
    ));
  it("leaves the service's own safe list open", () => {
    assert.equal(ends(withConnection({ enableSafeList: true }), { filterVerdict: "spam" }), "undecided");
    assert.equal(
      ends(withConnection({ enableSafeList: true }, withRules([allow])), { filterVerdict: "spam" }),
      "inbox",
    );
  });
  it("leaves open what was not read", () =>
    assert.equal(ends({ ...withRules([allow]), hostedConnectionFilterPolicies: undefined }), "undecided"));
  it("sees the gateway's address, and an unknown one where Enhanced Filtering skips it (9.13)", () => {
    const gateway = { sourceIp, route: "Gateway" };
    const blocked = withConnection({ ipBlockList: [sourceIp] }, withRules([allow]));
    assert.equal(ends({ ...blocked, inboundConnectors: [connector({})] }, gateway), "rejected");
    assert.equal(
      ends({ ...blocked, inboundConnectors: [connector({ efSkipLastIp: true })] }, gateway),
      "undecided",
    );
  });
});
