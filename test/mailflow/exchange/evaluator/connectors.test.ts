/** Inbound connectors, one message at a time (exchange-online.md 3.8). */
import assert from "node:assert/strict";
import type { ExchangeTenant, InboundConnector } from "../../../../src/mailflow/exchange/tenant";
import { allow, connector, ends, run, withRules } from "./given";

const through = (...connectors: readonly Partial<InboundConnector>[]): ExchangeTenant => ({
  ...withRules([allow]),
  inboundConnectors: connectors.map(connector),
});

const gateway = "203.0.113.9";
const locked = { restrictDomainsToIpAddresses: true, senderIpAddresses: ["203.0.113.0/24"] } as const;
const certified = {
  restrictDomainsToCertificate: true,
  tlsSenderCertificateName: "*.gateway.example",
} as const;

describe("inbound connectors (exchange-online.md 3.8)", () => {
  it("refuse mail from outside the addresses they are locked to, before any rule", () => {
    assert.equal(ends(through(locked), { sourceIp: "54.240.8.17" }), "rejected");
    assert.equal(ends(through(locked), { sourceIp: gateway }), "inbox");
    assert.equal(ends(through(locked)), "undecided");
  });
  it("refuse mail without TLS where they demand it", () => {
    assert.equal(ends(through({ requireTls: true }), { tls: false }), "rejected");
    assert.equal(ends(through({ requireTls: true }), { tls: true }), "inbox");
    assert.equal(ends(through({ requireTls: true })), "undecided");
  });
  it("refuse mail without the certificate they demand", () => {
    assert.equal(ends(through(certified), { certificateNames: ["mx.gateway.example"] }), "inbox");
    assert.equal(ends(through(certified), { certificateNames: ["amazonses.com"] }), "rejected");
    assert.equal(ends(through(certified)), "undecided");
  });
  it("restrict on the Partner type only, and only while enabled", () => {
    assert.equal(
      ends(through({ ...locked, connectorType: "OnPremises" }), { sourceIp: "54.240.8.17" }),
      "inbox",
    );
    assert.equal(ends(through({ ...locked, enabled: false }), { sourceIp: "54.240.8.17" }), "inbox");
  });
  it("cover a bare domain without, a wildcard with its subdomains (9.1)", () => {
    const from = {
      from: "noreply@notify.aircall.io",
      envelopeFrom: "b@notify.aircall.io",
      sourceIp: "54.240.8.17",
    };
    const tenant = (domain: string) => ({
      ...through({ ...locked, senderDomains: [domain] }),
      transportRules: withRules([{ SetSCL: -1 }]).transportRules,
    });
    assert.equal(ends(tenant("aircall.io"), from), "inbox");
    assert.equal(ends(tenant("*.aircall.io"), from), "rejected");
  });
  it("whether the header or the envelope is covered is not published (9.2)", () =>
    assert.equal(
      ends(through({ ...locked, senderDomains: ["aircall.io"] }), { sourceIp: "54.240.8.17" }),
      "undecided",
    ));
  it("whether a narrower connector wins over a lock of all domains is not confirmed", () => {
    const narrower = { name: "Aircall", senderDomains: ["aircall.io", "*.amazonses.com"] };
    assert.equal(ends(through(locked, narrower), { sourceIp: "54.240.8.17" }), "undecided");
  });
  it("a restriction to no address contradicts itself", () =>
    assert.equal(ends(through({ restrictDomainsToIpAddresses: true }), { sourceIp: gateway }), "undecided"));
  it("take mail that comes through them as a gateway, and doubt a route that does not exist", () => {
    assert.equal(ends(through({ ...locked, requireTls: true }), { route: "gateway" }), "inbox");
    assert.equal(ends(through(locked), { route: "Gateway", sourceIp: "54.240.8.17" }), "rejected");
    assert.equal(ends(through(locked), { route: "Elsewhere" }), "undecided");
  });
  it("leave open what was not read", () =>
    assert.equal(ends({ ...withRules([allow]), inboundConnectors: undefined }), "undecided"));
  it("show in the trace what was demanded and what was there", () => {
    const { trace } = run(through(locked), { sourceIp: "54.240.8.17" });
    const step = trace.find(({ rule }) => rule === "Gateway");
    assert.deepEqual(step?.conditions?.[1], {
      parameter: "SenderIPAddresses",
      expected: "203.0.113.0/24",
      found: "54.240.8.17",
      holds: false,
    });
  });
});
