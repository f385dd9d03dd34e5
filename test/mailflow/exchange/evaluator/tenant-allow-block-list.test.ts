/** Which entries of the Tenant Allow/Block List cover a message, and for how long (exchange-online.md 5). */
import assert from "node:assert/strict";
import type {
  TenantAllowBlockListItem,
  TenantAllowBlockListSpoofItem,
} from "../../../../src/mailflow/exchange/tenant";
import type { Message } from "../../../../src/mailflow/message";
import { allow, ends, healthy, withList, withRules } from "./given";

const block = (value: string, message: Partial<Message> = {}) =>
  ends(withList([{ value }]), { filterVerdict: "clean", ...message });

const allowed = (item: Partial<TenantAllowBlockListItem>, message: Partial<Message> = {}) =>
  ends(withList([{ action: "Allow", ...item }]), { filterVerdict: "spam", ...message });

const day = (number: number): string => `2026-11-${String(number).padStart(2, "0")}T12:00:00Z`;

describe("a sender block of the list (exchange-online.md 5)", () => {
  it("of a domain does not cover subdomains (9.1)", () => {
    assert.equal(block("aircall.io"), "quarantined");
    assert.equal(block("aircall.io", { from: "noreply@notify.aircall.io" }), "inbox");
  });
  it("with a wildcard covers what stands below", () => {
    assert.equal(block("*.io"), "quarantined");
    assert.equal(block("*.aircall.io", { from: "noreply@notify.aircall.io" }), "quarantined");
    assert.equal(block("*.aircall.io"), "undecided");
    assert.equal(block("*.com", { envelopeFrom: "b@aircall.io" }), "inbox");
  });
  it("of the envelope's domain is not known to act (9.2)", () =>
    assert.equal(block("eu-west.amazonses.com"), "undecided"));
  it("ends on its date", () => {
    assert.equal(ends(withList([{ expirationDate: day(21) }]), { filterVerdict: "clean" }), "inbox");
    assert.equal(ends(withList([{ expirationDate: day(23) }]), { filterVerdict: "clean" }), "quarantined");
  });
});

describe("a sender allow of the list (exchange-online.md 5, 9.11)", () => {
  it("counts until its date", () => {
    assert.equal(allowed({ expirationDate: day(23) }), "inbox");
    assert.equal(allowed({ expirationDate: day(21) }), "junk");
  });
  it("counts until so many days after its last use", () => {
    assert.equal(allowed({ removeAfterDays: 10, lastUsedDate: day(12) }), "inbox");
    assert.equal(allowed({ removeAfterDays: 9, lastUsedDate: day(12) }), "junk");
  });
  it("whose last use or end is not known cannot be counted on", () => {
    assert.equal(allowed({ removeAfterDays: 45 }), "undecided");
    assert.equal(allowed({}), "undecided");
  });
  it("of a domain covers subdomains perhaps (7.2)", () =>
    assert.equal(
      allowed({ value: "aircall.io", expirationDate: day(30) }, { from: "noreply@notify.aircall.io" }),
      "undecided",
    ));
});

describe("a spoofed pair (exchange-online.md 5)", () => {
  const pair = (item: Partial<TenantAllowBlockListSpoofItem>, message: Partial<Message> = {}) =>
    ends(
      {
        ...healthy,
        tenantAllowBlockListSpoofItems: [
          {
            spoofedUser: "aircall.io",
            sendingInfrastructure: "*",
            spoofType: "External",
            action: "Block",
            ...item,
          },
        ],
      },
      { filterVerdict: "clean", ...message },
    );
  it("matches any infrastructure, a signing domain or a network", () => {
    assert.equal(pair({}), "junk");
    assert.equal(pair({ sendingInfrastructure: "aircall.io" }), "junk");
    assert.equal(pair({ sendingInfrastructure: "54.240.8.0/24" }, { sourceIp: "54.240.8.1" }), "junk");
    assert.equal(pair({ sendingInfrastructure: "54.240.8.0/24" }, { sourceIp: "54.240.9.1" }), "inbox");
  });
  it("matches perhaps where the reverse name or the address is not known", () => {
    assert.equal(pair({ sendingInfrastructure: "amazonses.com" }), "undecided");
    assert.equal(pair({ sendingInfrastructure: "54.240.8.0/24" }), "undecided");
  });
  it("of another sender says nothing", () =>
    assert.equal(pair({ spoofedUser: "fabrikam.example" }), "inbox"));
  it("matches an address, any user, and a subdomain perhaps", () => {
    assert.equal(pair({ spoofedUser: "noreply@aircall.io" }), "junk");
    assert.equal(pair({ spoofedUser: "*", sendingInfrastructure: "aircall.io" }), "junk");
    assert.equal(pair({}, { from: "noreply@notify.aircall.io" }), "undecided");
  });
});

describe("what else the list holds", () => {
  it("is open where it was not read", () => {
    assert.equal(ends({ ...withRules([allow]), tenantAllowBlockListItems: undefined }), "undecided");
    assert.equal(ends({ ...withRules([allow]), tenantAllowBlockListSpoofItems: undefined }), "undecided");
  });
  it("a blocked link that the body holds is open, another says nothing", () => {
    const link = (value: string) => withList([{ listType: "Url", value }], withRules([allow]));
    assert.equal(ends(link("*.aircall.io/*")), "undecided");
    assert.equal(ends(link("evil.example")), "inbox");
  });
});
