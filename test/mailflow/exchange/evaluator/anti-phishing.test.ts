/** Spoof, DMARC and impersonation (exchange-online.md 3.6). */
import assert from "node:assert/strict";
import type { AntiPhishPolicy, ImpersonationAction } from "../../../../src/mailflow/exchange/tenant";
import type { Message } from "../../../../src/mailflow/message";
import { allow, connector, ends, healthy, run, withList, withPhish, withRules } from "./given";

const asked = (action: string): Partial<Message> => ({
  filterVerdict: "spoof",
  dmarc: "fail",
  headers: { "authentication-results": [`spf=fail; dmarc=fail action=${action} header.from=aircall.io`] },
});

const spoof = (policy: Partial<AntiPhishPolicy>, message: Partial<Message>) =>
  ends(withPhish(policy), message);

describe("spoof (exchange-online.md 3.6)", () => {
  it("follows what the sender's domain asks for, where that is honoured", () => {
    assert.equal(spoof({}, asked("oreject")), "rejected");
    assert.equal(spoof({ dmarcRejectAction: "Quarantine" }, asked("oreject")), "quarantined");
    assert.equal(spoof({}, asked("quarantine")), "quarantined");
    assert.equal(spoof({ dmarcQuarantineAction: "MoveToJmf" }, asked("quarantine")), "junk");
    assert.equal(spoof({}, asked("none")), "junk");
    assert.equal(spoof({ authenticationFailAction: "Quarantine" }, asked("none")), "quarantined");
  });
  it("is open where what the domain asks for is not stamped, or counts for a part of the mail", () => {
    assert.equal(spoof({}, { filterVerdict: "spoof", dmarc: "fail" }), "undecided");
    assert.equal(spoof({}, asked("pct.reject")), "undecided");
  });
  it("follows AuthenticationFailAction where DMARC is not honoured or says nothing", () => {
    assert.equal(spoof({ honorDmarcPolicy: false }, asked("oreject")), "junk");
    assert.equal(spoof({}, { filterVerdict: "spoof", dmarc: "none" }), "junk");
  });
  it("is open where neither spoof intelligence nor DMARC is honoured, for the pages disagree", () =>
    assert.equal(
      spoof({ honorDmarcPolicy: false, enableSpoofIntelligence: false }, asked("oreject")),
      "undecided",
    ));
  it("behind a gateway DMARC is honoured with Enhanced Filtering only (9.13)", () => {
    const through = (overrides: object) => ({ ...withPhish({}), inboundConnectors: [connector(overrides)] });
    const message = { ...asked("oreject"), route: "Gateway" };
    assert.equal(ends(through({}), message), "junk");
    assert.equal(ends(through({ efSkipLastIp: true }), message), "rejected");
    assert.equal(
      ends(through({ efSkipLastIp: true, efUsers: ["bob@contoso.example"] }), message),
      "undecided",
    );
    assert.equal(ends(through({ efSkipLastIp: true, efTestMode: true }), message), "undecided");
  });
  it("is lifted by SCL -1 even where the domain asks for a refusal (3.4; 7.5)", () => {
    const { outcome, bypassed } = run(withRules([allow]), asked("oreject"));
    assert.deepEqual({ outcome, bypassed }, { outcome: "inbox", bypassed: true });
  });
  it("is no possible verdict of mail that passes DMARC", () => {
    const lists = { ...withPhish({ authenticationFailAction: "Quarantine" }) };
    const outcomes = run(lists)
      .endings.map(({ because }) => because)
      .join();
    assert.doesNotMatch(outcomes, /quarantined/u);
    assert.match(
      run(lists, { dmarc: "none" })
        .endings.map(({ because }) => because)
        .join(),
      /quarantined/u,
    );
  });
});

const watching = (
  action: ImpersonationAction,
  more: Partial<AntiPhishPolicy> = {},
): Partial<AntiPhishPolicy> => ({
  impersonationProtections: [{ kind: "users", action }],
  ...more,
});

describe("impersonation (exchange-online.md 3.6)", () => {
  const taken: Partial<Message> = { filterVerdict: "impersonation" };
  const outcomes = {
    NoAction: "inbox",
    BccMessage: "inbox",
    MoveToJmf: "junk",
    Quarantine: "quarantined",
    Redirect: "redirected",
    Delete: "deleted",
  } as const;
  for (const [action, outcome] of Object.entries(outcomes) as [
    ImpersonationAction,
    (typeof outcomes)[ImpersonationAction],
  ][])
    it(`${action}: ${outcome}`, () => assert.equal(spoof(watching(action), taken), outcome));
  it("may take mail that SCL -1 lets through otherwise", () => {
    const { outcome, endings } = run(withPhish(watching("Quarantine"), withRules([allow])));
    assert.equal(outcome, "undecided");
    assert.deepEqual(
      endings.map((one) => [one.outcome, one.bypassed]),
      [
        ["inbox", true],
        ["undecided", false],
      ],
    );
  });
  it("takes no mail of a sender or domain that is excluded; a domain is excluded without its subdomains (9.1)", () => {
    const under = (more: Partial<AntiPhishPolicy>, from: string) =>
      ends(withPhish(watching("Quarantine", more), withRules([{ SetSCL: -1 }])), { from });
    assert.equal(under({ excludedSenders: ["noreply@aircall.io"] }, "noreply@aircall.io"), "inbox");
    assert.equal(under({ excludedDomains: ["aircall.io"] }, "noreply@aircall.io"), "inbox");
    assert.equal(under({ excludedDomains: ["notify.aircall.io"] }, "noreply@aircall.io"), "undecided");
    assert.equal(under({ excludedDomains: ["aircall.io"] }, "noreply@notify.aircall.io"), "undecided");
  });
  it("takes no mail where the action only marks", () =>
    assert.equal(ends(withPhish(watching("NoAction"), withRules([allow]))), "inbox"));
  it("is not undone by the Tenant Allow/Block List", () =>
    assert.equal(
      ends(
        withPhish(
          watching("Quarantine"),
          withList([{ action: "Allow", expirationDate: "2026-12-01T00:00:00Z" }]),
        ),
        taken,
      ),
      "quarantined",
    ));
  it("may take mail where no policy can be named", () =>
    assert.equal(ends({ ...withRules([allow]), antiPhishPolicies: undefined }), "undecided"));
  it("takes nothing where nobody looks for it", () => assert.equal(ends(healthy, taken), "inbox"));
});
