/** The fix that is proposed, what hides behind a block, whom it concerns, and how far explaining goes. */
import assert from "node:assert/strict";
import type { CheckedFix, RecipientsWhere } from "../../../src/mailflow/explanation/explanation";
import { contentFilterPolicy, policyRule, type RawObject } from "../exchange/labelled/healthy-tenant";
import {
  allowAircall,
  allowWithoutStop,
  quarantine,
  type TenantBuilder,
  tenant,
} from "../exchange/labelled/tenant-builder";
import { explainedFindings, explanationOf } from "./explained-tenant";

const fixOf = (...asked: Parameters<typeof explanationOf>): CheckedFix => {
  const { fix } = explanationOf(...asked);
  assert.ok(fix.kind === "found");
  return fix;
};

describe("the fix of a finding", () => {
  it("moves the allow rule that is there, instead of adding another", () => {
    const parts = tenant().withRule(quarantine("Block", {})).withRule(allowAircall()).build();
    const fix = fixOf(parts, "rule-blocks");
    assert.deepEqual(fix.steps, [{ kind: "put-allow-first", details: { rule: "Allow Aircall" } }]);
    assert.deepEqual(fix.commands, ["Set-TransportRule -Identity 'Allow Aircall' -Priority 0"]);
    assert.equal(fix.provesTenant, true);
  });

  it("lets an allow rule that is above stop, and moves nothing", () => {
    const parts = tenant().withRule(allowWithoutStop()).withRule(quarantine("Block", {})).build();
    assert.deepEqual(fixOf(parts, "rule-blocks").commands, [
      "Set-TransportRule -Identity 'Allow Aircall' -StopRuleProcessing $true",
    ]);
  });

  it("does not call the tenant proven where the allow will lapse (2.9)", () => {
    const lapsing = allowWithoutStop({ ExpiryDate: "2027-01-01T00:00:00Z" });
    const parts = tenant().withRule(lapsing).withRule(quarantine("Block", {})).build();
    const { verdictAfter, provesTenant } = fixOf(parts, "rule-blocks");
    assert.deepEqual([verdictAfter, provesTenant], ["proven", false]);
  });

  it("turns a rule on that is off, expired and only reports", () => {
    const allow = allowAircall({
      State: "Disabled",
      Mode: "Audit",
      ExpiryDate: "2026-01-01T00:00:00Z",
      StopRuleProcessing: false,
    });
    const parts = tenant().withRule(quarantine("Block", {})).withRule(allow).build();
    assert.deepEqual(fixOf(parts, "rule-blocks").commands, [
      "Set-TransportRule -Identity 'Allow Aircall' -ExpiryDate $null -Mode 'Enforce' -StopRuleProcessing $true -Priority 0",
      "Enable-TransportRule -Identity 'Allow Aircall'",
    ]);
  });

  it("adds the senders that an allow rule forgot", () => {
    const allow = allowAircall({ From: ["noreply@aircall.io"], SetSCL: -1 });
    const parts = tenant().withRule(allow).withRule(quarantine("Block", {})).build();
    const fix = fixOf(parts, "rule-blocks");
    assert.deepEqual(
      fix.steps.map(({ kind }) => kind),
      ["add-senders-to-allow"],
    );
    assert.match(fix.commands[0] ?? "", /-From 'noreply@aircall.io','team@aircall.io',/u);
  });

  it("does not put an allow first that would let forged mail in", () => {
    const wide = allowAircall({ HeaderContainsMessageHeader: null, HeaderContainsWords: null });
    const parts = tenant().withRule(quarantine("Block", {})).withRule(wide).build();
    const fix = fixOf(parts, "rule-blocks");
    assert.deepEqual(
      fix.steps.map(({ kind }) => kind),
      ["add-allow-first"],
    );
    assert.match(fix.commands[0] ?? "", /^New-TransportRule -Name 'Allow Aircall 2' -Priority 0/u);
    assert.equal(fix.narrownessAfter, "narrow");
  });

  it("demands dmarc=pass of an allow that is too wide", () => {
    const wide = allowAircall({ HeaderContainsMessageHeader: null, HeaderContainsWords: null });
    const fix = fixOf(tenant().withRule(wide).build(), "bypass-without-authentication");
    assert.deepEqual(fix.commands, [
      "Set-TransportRule -Identity 'Allow Aircall' -HeaderContainsMessageHeader 'Authentication-Results' -HeaderContainsWords 'dmarc=pass'",
    ]);
    assert.equal(fix.provesTenant, true);
  });

  it("replaces an allowed domain by the allow rule, so that nothing is lost", () => {
    const policy = contentFilterPolicy({ AllowedSenderDomains: ["aircall.io", "notify.aircall.io"] });
    const parts = tenant().with("Get-HostedContentFilterPolicy", [policy]).build();
    const fix = fixOf(parts, "allowed-by-policy-list");
    assert.deepEqual(
      fix.steps.map(({ kind }) => kind),
      ["add-allow-first", "remove-allowed-entries"],
    );
    assert.equal(
      fix.commands[1],
      "Set-HostedContentFilterPolicy -Identity 'Default' -AllowedSenderDomains @{Remove='aircall.io','notify.aircall.io'}",
    );
    assert.equal(fix.provesTenant, true);
  });

  /** As many rules as a tenant may hold (exchange-online.md 2.10), so that none can be added. */
  const full = (...rules: readonly RawObject[]) => {
    const off = Array.from({ length: 300 - rules.length }, (_, place) =>
      quarantine(`Old ${place}`, { State: "Disabled" }),
    );
    return [...rules, ...off].reduce((built, rule) => built.withRule(rule), tenant()).build();
  };

  it("is an exception that keeps the others, where no rule can be added", () => {
    const block = quarantine("Block", { ExceptIfFrom: ["ceo@partner.example"] });
    assert.match(
      fixOf(full(block), "rule-blocks").commands[0] ?? "",
      /^Set-TransportRule -Identity 'Block' -ExceptIfFrom 'ceo@partner.example','noreply@aircall.io',/u,
    );
  });

  it("is none where the only change lets the next block act", () => {
    const first = quarantine("First", { StopRuleProcessing: true });
    assert.deepEqual(explanationOf(full(first, quarantine("Second", {})), "rule-blocks", "First").fix, {
      kind: "none",
      because: "no-single-change",
    });
  });

  it("is said not to be known where more must be read first", () => {
    const parts = tenant().without("Get-InboundConnector").build();
    assert.deepEqual(explanationOf(parts, "part-not-read").fix, { kind: "none", because: "needs-reading" });
  });
});

describe("what hides behind a block", () => {
  const stopping = quarantine("First", { StopRuleProcessing: true });

  it("is the equal block below, each layer of it", () => {
    const parts = tenant()
      .withRule(stopping)
      .withRule({ ...stopping, Name: "Second" })
      .withRule({ ...stopping, Name: "Third" })
      .build();
    const { behind } = explanationOf(parts, "rule-blocks", "First");
    assert.deepEqual(
      behind.map(({ code, rule }) => [code, rule]),
      [
        ["rule-blocks", "Second"],
        ["rule-blocks", "Third"],
        ["classifier-decides", undefined],
      ],
    );
  });

  it("is nothing where the rest of the tenant allows the mail", () => {
    const parts = tenant().withRule(stopping).withRule(allowAircall()).build();
    assert.deepEqual(explanationOf(parts, "rule-blocks").behind, []);
  });
});

describe("the recipients of a finding", () => {
  const two = tenant()
    .withMailbox("ben@contoso.example", "Ben")
    .withMailbox("cara@sales.contoso.example", "Cara", { Department: "Field sales" })
    .withGroup("finance@contoso.example", ["ben@contoso.example"]);

  const whereOf = (built: TenantBuilder): RecipientsWhere =>
    explanationOf(built.build(), "rule-blocks").recipientsWhere;

  it("are all of them, or the members of the group that the rule names", () => {
    assert.deepEqual(whereOf(two.withRule(quarantine("Block", {}))), { kind: "all" });
    const members = { SentToMemberOf: ["finance@contoso.example"] };
    assert.deepEqual(whereOf(two.withRule(quarantine("Block", members))), {
      kind: "where",
      terms: [
        {
          kind: "member",
          negated: false,
          details: { condition: "SentToMemberOf", values: "finance@contoso.example" },
        },
      ],
    });
  });

  it("are those under a domain, by an attribute, and all but an exception", () => {
    const termsOf = (conditions: Readonly<Record<string, unknown>>) => {
      const where = whereOf(two.withRule(quarantine("Block", conditions)));
      return where.kind === "where" ? where.terms.map(({ kind, negated }) => [kind, negated]) : [];
    };
    assert.deepEqual(termsOf({ RecipientDomainIs: ["sales.contoso.example"] }), [["domain", false]]);
    assert.deepEqual(termsOf({ RecipientADAttributeContainsWords: ["Department:sales"] }), [
      ["attribute", false],
    ]);
    assert.deepEqual(termsOf({ ExceptIfSentTo: ["ben@contoso.example"] }), [["named", true]]);
  });

  it("are those whom an allow above does not reach", () => {
    const allow = allowAircall({ SentToMemberOf: ["finance@contoso.example"] });
    const where = whereOf(two.withRule(allow).withRule(quarantine("Block", {})));
    assert.ok(where.kind === "where");
    assert.deepEqual(
      where.terms.map(({ kind, negated }) => [kind, negated]),
      [["member", true]],
    );
  });

  it("are those under a policy", () => {
    const custom = contentFilterPolicy({
      Name: "Custom",
      IsDefault: false,
      BlockedSenderDomains: ["aircall.io"],
    });
    const parts = two
      .with("Get-HostedContentFilterPolicy", [contentFilterPolicy(), custom])
      .with("Get-HostedContentFilterRule", [
        policyRule("Custom", 0, {
          HostedContentFilterPolicy: "Custom",
          SentToMemberOf: ["finance@contoso.example"],
        }),
      ])
      .build();
    const { recipientsWhere } = explanationOf(parts, "sender-blocked-by-policy");
    assert.deepEqual(recipientsWhere, {
      kind: "where",
      terms: [{ kind: "policy", negated: false, details: { policy: "Custom" } }],
    });
  });
});

describe("the work of explaining", () => {
  const parts = tenant().withRule(quarantine("Block", {})).withRule(allowAircall()).build();
  const allParts = tenant()
    .withRule(quarantine("Block", { SubjectContainsWords: ["code"] }))
    .build();

  it("ends with its budget, and says so", () => {
    const none = explainedFindings(parts, { decisions: 0 })[0]?.explanation;
    assert.ok(none?.kind === "explained");
    assert.deepEqual(none.fix, { kind: "none", because: "budget" });
    assert.deepEqual(explainedFindings(parts, { isOver: () => true })[0]?.explanation, {
      kind: "skipped",
      because: "slow",
    });
  });

  it("is done for the most urgent findings only", () => {
    const kinds = explainedFindings(allParts, { findings: 1 }).map(({ code, explanation }) => [
      code,
      explanation?.kind,
    ]);
    assert.deepEqual(kinds, [
      ["rule-blocks", "explained"],
      ["classifier-decides", "skipped"],
    ]);
  });
});
