/** Whether links are left as they are, per user: gateways first, then Safe Links (aircall.md 1.3). */
import assert from "node:assert/strict";
import { exchangeMailSystem } from "../../../src/readiness/exchange/mail-system";
import { toTenant } from "../../../src/tenants/exchange/export/native-export";
import {
  inboundConnector,
  policyRule,
  type RawObject,
} from "../../mailflow/exchange/labelled/healthy-tenant";
import { tenant } from "../../mailflow/exchange/labelled/tenant-builder";

const anna = "anna@contoso.example";
const file = "export.json";
const provider = "contoso-example.mail.protection.outlook.com";

const policies = [
  {
    Name: "Built-In Protection Policy",
    IsBuiltInProtection: true,
    EnableSafeLinksForEmail: true,
    DisableUrlRewrite: true,
  },
  { Name: "Sales", EnableSafeLinksForEmail: true, DisableUrlRewrite: false, DoNotRewriteUrls: [] },
];
const sales = policyRule("Sales", 0, { SafeLinksPolicy: "Sales", SentTo: [anna] });
const read = tenant()
  .withMailbox("ben@contoso.example", "Ben")
  .with("Get-SafeLinksPolicy", policies)
  .with("Get-SafeLinksRule", [sales]);

const linksIn = (raw: Readonly<Record<string, unknown>>, email = anna) =>
  exchangeMailSystem(toTenant(raw, "t"), file, [], { asOf: new Date("2026-11-22T12:00:00Z") }).linksOf(email);

const source = (object: string) => ({ kind: "object", file, object }) as const;

describe("the answer about links to each user", () => {
  it("is that of the policy that binds the user", () => {
    assert.deepEqual(linksIn(read.build(), "Anna@contoso.example"), {
      kind: "rewritten",
      policy: "Sales",
      source: source("Get-SafeLinksPolicy Sales"),
    });
    assert.deepEqual(linksIn(read.build(), "ben@contoso.example"), {
      kind: "intact",
      because: "no-rewriting",
      source: source("Get-SafeLinksPolicy Built-In Protection Policy"),
    });
  });

  it("is not known where Safe Links was not read", () => {
    assert.deepEqual(linksIn(tenant().build()), {
      kind: "unknown",
      because: "not-read",
      source: source("Get-SafeLinksPolicy"),
    });
  });

  it("is not known for who is no mailbox here", () => {
    const withGuest = read.withMailContact("zoe@elsewhere.example", "Zoe").build();
    for (const email of ["zoe@elsewhere.example", "gone@contoso.example", "max@other.example"])
      assert.equal((linksIn(withGuest, email) as { because?: string }).because, "recipient-unknown", email);
  });

  it("is not known behind a gateway, which rewrites links too", () => {
    const none = read.with("Get-SafeLinksPolicy", []);
    const unknown = (object: string) => ({
      kind: "unknown",
      because: "gateway-in-front",
      source: source(object),
    });
    assert.deepEqual(linksIn(none.withDns("mx.gateway.example").build()), unknown("dns mx contoso.example"));
    assert.deepEqual(
      linksIn(none.withDns(provider, "mx.gateway.example").build()),
      unknown("dns mx contoso.example"),
    );
    assert.equal(linksIn(none.withDns(provider).build()).kind, "intact");
  });

  it("is not known where a connector shows a gateway and the MX record was not read", () => {
    const behind = (overrides: RawObject) =>
      read.with("Get-SafeLinksPolicy", []).with("Get-InboundConnector", [inboundConnector(overrides)]);
    const locked = behind({ RestrictDomainsToIPAddresses: true, SenderIPAddresses: ["192.0.2.0/24"] });
    assert.deepEqual(linksIn(locked.build()), {
      kind: "unknown",
      because: "gateway-in-front",
      source: source("Get-InboundConnector Inbound"),
    });
    assert.equal(linksIn(behind({ EFSkipLastIP: true }).build()).kind, "unknown");
    assert.equal(linksIn(locked.withDns(provider).build()).kind, "intact");
    assert.equal(linksIn(behind({}).build()).kind, "intact");
    assert.equal(linksIn(behind({ EFSkipLastIP: true, Enabled: false }).build()).kind, "intact");
  });

  it("asks for the domain's gateway though no recipient was read", () => {
    const unread = read.without("Get-Mailbox").without("Get-Recipient").with("Get-SafeLinksPolicy", []);
    assert.equal(linksIn(unread.build()).kind, "intact");
    const behind = linksIn(unread.withDns("mx.gateway.example").build());
    assert.equal(behind.kind === "unknown" && behind.because, "gateway-in-front");
  });
});
