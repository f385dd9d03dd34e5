/** Which Safe Links policy binds a recipient, and what it makes of the links of an invitation (exchange-online.md 3.3). */
import assert from "node:assert/strict";
import { type LinkRuling, linkRulings } from "../../../src/mailflow/exchange/safe-links";
import { toTenant } from "../../../src/tenants/exchange/export/native-export";
import { policyRule, type RawObject } from "./labelled/healthy-tenant";
import { type TenantBuilder, tenant } from "./labelled/tenant-builder";

const anna = "anna@contoso.example";
const spared = ["*.awstrack.me/*", "https://email-verification.aircall.io/*"];

const policy = (Name: string, overrides: RawObject = {}): RawObject => ({
  Name,
  IsBuiltInProtection: false,
  EnableSafeLinksForEmail: true,
  DisableUrlRewrite: false,
  DoNotRewriteUrls: [],
  ...overrides,
});
const builtIn = policy("Built-In Protection Policy", { IsBuiltInProtection: true, DisableUrlRewrite: true });
const rule = (name: string, priority: number, overrides: RawObject = {}): RawObject =>
  policyRule(name, priority, { SafeLinksPolicy: name, ...overrides });

const withPolicies = (...policies: readonly RawObject[]): TenantBuilder =>
  tenant()
    .with("Get-SafeLinksPolicy", [...policies, builtIn])
    .with("Get-SafeLinksRule", []);

const rulingIn = (builder: TenantBuilder): LinkRuling => {
  const read = toTenant(builder.build(), "t");
  return linkRulings(read, new Date("2026-11-22T12:00:00Z"))(read.recipients?.[0]);
};

const all = policy("All");
const forAll = rule("All", 0, { RecipientDomainIs: ["contoso.example"] });
const onlyAll = (overrides: RawObject): TenantBuilder =>
  withPolicies(policy("All", overrides)).with("Get-SafeLinksRule", [forAll]);

const unknown = (because: "not-read" | "policy-unknown", cmdlet: string, name?: string): LinkRuling => ({
  kind: "unknown",
  because,
  cmdlet,
  ...(name === undefined ? {} : { policy: name }),
});

describe("the policy for links", () => {
  const rewritten = (name: string): LinkRuling => ({ kind: "rewritten", policy: name });
  const intact = (name: string): LinkRuling => ({ kind: "intact", because: "no-rewriting", policy: name });

  it("is not known where policies were not read", () => {
    assert.deepEqual(rulingIn(tenant()), unknown("not-read", "Get-SafeLinksPolicy"));
  });

  it("is none where the tenant has no licence for it", () => {
    assert.deepEqual(rulingIn(tenant().with("Get-SafeLinksPolicy", [])), {
      kind: "intact",
      because: "no-rewriting",
    });
  });

  it("is the built-in protection, which rewrites nothing, for whom no rule names", () => {
    const others = [rule("All", 0, { SentTo: ["ben@contoso.example"] })];
    const found = rulingIn(withPolicies(all).with("Get-SafeLinksRule", others));
    assert.deepEqual(found, intact("Built-In Protection Policy"));
  });

  it("is not known where the built-in protection is not among those read", () => {
    const found = tenant().with("Get-SafeLinksPolicy", [all]).with("Get-SafeLinksRule", []);
    assert.deepEqual(rulingIn(found), unknown("policy-unknown", "Get-SafeLinksPolicy"));
  });

  it("is the first custom rule by priority that covers the recipient and is on", () => {
    const policies = withPolicies(all, policy("Off"), policy("Second", { DisableUrlRewrite: true }));
    const off = rule("Off", 0, { RecipientDomainIs: ["contoso.example"], State: "Disabled" });
    const second = rule("Second", 1, { SentTo: [anna] });
    const last = { ...forAll, Priority: 2 };
    assert.deepEqual(rulingIn(policies.with("Get-SafeLinksRule", [last, off, second])), intact("Second"));
    const first = { ...forAll, Priority: 0 };
    assert.deepEqual(rulingIn(policies.with("Get-SafeLinksRule", [second, first])), rewritten("All"));
  });

  it("is the strict preset before the standard one, and both before custom rules", () => {
    const policies = withPolicies(
      policy("Strict"),
      policy("Standard"),
      policy("All", { DisableUrlRewrite: true }),
    ).with("Get-SafeLinksRule", [forAll]);
    const preset = (level: string, overrides: RawObject = {}) =>
      policyRule(`${level} Preset Security Policy`, level === "Strict" ? 0 : 1, {
        SafeLinksPolicy: level,
        ...overrides,
      });
    const both = policies.with("Get-ATPProtectionPolicyRule", [preset("Standard"), preset("Strict")]);
    assert.deepEqual(rulingIn(both), rewritten("Strict"));
    const elsewhere = { RecipientDomainIs: ["elsewhere.example"] };
    const one = policies.with("Get-ATPProtectionPolicyRule", [
      preset("Standard"),
      preset("Strict", elsewhere),
    ]);
    assert.deepEqual(rulingIn(one), rewritten("Standard"));
    const none = [preset("Standard", { State: "Disabled" }), preset("Strict", elsewhere)];
    assert.deepEqual(rulingIn(policies.with("Get-ATPProtectionPolicyRule", none)), intact("All"));
  });

  it("is not known where presets, rules or members of a named group were not read", () => {
    const policies = withPolicies(all).with("Get-SafeLinksRule", [forAll]);
    const notRead = (cmdlet: string) => unknown("not-read", cmdlet);
    const withoutPresets = policies.without("Get-ATPProtectionPolicyRule");
    assert.deepEqual(rulingIn(withoutPresets), notRead("Get-ATPProtectionPolicyRule"));
    assert.deepEqual(rulingIn(policies.without("Get-SafeLinksRule")), notRead("Get-SafeLinksRule"));
    const grouped = [rule("All", 0, { SentToMemberOf: ["sales@contoso.example"] })];
    assert.deepEqual(
      rulingIn(policies.with("Get-SafeLinksRule", grouped)),
      notRead("Get-DistributionGroupMember"),
    );
  });

  it("is not known where a rule names one that is not there", () => {
    const gone = [rule("Gone", 0, { SentTo: [anna] })];
    assert.deepEqual(
      rulingIn(withPolicies(all).with("Get-SafeLinksRule", gone)),
      unknown("policy-unknown", "Get-SafeLinksPolicy", "Gone"),
    );
  });

  it("does not matter where all leave the links alone", () => {
    const found = tenant().with("Get-SafeLinksPolicy", [
      builtIn,
      policy("All", { DoNotRewriteUrls: spared }),
    ]);
    assert.deepEqual(rulingIn(found), { kind: "intact", because: "spared" });
  });

  it("may be an evaluation of Defender, which no exported rule names", () => {
    const evaluated = withPolicies(
      policy("All", { DisableUrlRewrite: true }),
      policy("Evaluation Policy"),
    ).with("Get-SafeLinksRule", [forAll]);
    assert.deepEqual(
      rulingIn(evaluated),
      unknown("policy-unknown", "Get-SafeLinksPolicy", "Evaluation Policy"),
    );
  });

  it("rewrites unless it says otherwise", () => {
    assert.deepEqual(rulingIn(onlyAll({})), rewritten("All"));
    assert.deepEqual(rulingIn(onlyAll({ EnableSafeLinksForEmail: false, DisableUrlRewrite: undefined })), {
      kind: "intact",
      because: "no-rewriting",
    });
    assert.deepEqual(
      rulingIn(onlyAll({ DisableUrlRewrite: undefined })),
      unknown("policy-unknown", "Get-SafeLinksPolicy", "All"),
    );
  });

  it("spares an invitation only where it spares both of its links", () => {
    const sparing = (...DoNotRewriteUrls: readonly string[]) => rulingIn(onlyAll({ DoNotRewriteUrls }));
    assert.deepEqual(sparing(...spared), { kind: "intact", because: "spared" });
    assert.deepEqual(sparing("other.example/*", ...spared), { kind: "intact", because: "spared" });
    for (const one of spared) assert.deepEqual(sparing(one), rewritten("All"), one);
    assert.deepEqual(sparing("*.aircall.io/*", "*aircall*"), rewritten("All"));
    assert.deepEqual(
      sparing("*.awstrack.me/*", "*email-verification.aircall.io*"),
      unknown("policy-unknown", "Get-SafeLinksPolicy", "All"),
    );
  });

  it("may be skipped by a rule in force, what that does is not published", () => {
    const skip = (overrides: RawObject = {}) =>
      rulingIn(
        onlyAll({}).withRule({
          Name: "Skip",
          From: ["noreply@notify.aircall.io"],
          SetHeaderName: "X-MS-Exchange-Organization-SkipSafeLinksProcessing",
          SetHeaderValue: "1",
          ...overrides,
        }),
      );
    assert.deepEqual(skip(), unknown("policy-unknown", "Get-SafeLinksPolicy", "All"));
    assert.deepEqual(skip({ State: "Disabled" }), rewritten("All"));
    assert.deepEqual(skip({ SetHeaderName: "X-Other" }), rewritten("All"));
  });
});
