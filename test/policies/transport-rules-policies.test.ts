import assert from "node:assert/strict";
import { aircallAllowNotTooWide } from "../../policies/aircall-allow-not-too-wide";
import { aircallAllowProvenNarrow } from "../../policies/aircall-allow-proven-narrow";
import { aircallMailAllowed } from "../../policies/aircall-mail-allowed";
import { aircallMailNotBlocked } from "../../policies/aircall-mail-not-blocked";
import { aircallMailWithUnlikelyText } from "../../policies/aircall-mail-with-unlikely-text";
import { policies } from "../../policies/catalogue";
import { tenantReadAsNeeded } from "../../policies/tenant-read-as-needed";
import { connectionFilterPolicy, contentFilterPolicy } from "../mailflow/exchange/labelled/healthy-tenant";
import { allowAircall, tenant } from "../mailflow/exchange/labelled/labelled-tenant";
import { allow, judged, quarantineCodes } from "./judged-tenant";

describe("aircall-mail-not-blocked", () => {
  const { violations } = aircallMailNotBlocked;
  it("Compliance: the allow rule above a rule on codes", () =>
    assert.deepEqual(violations(judged({ rules: [allow, quarantineCodes] })), []));
  it("Noncompliance: a rule on codes above the allow rule, with a message that shows it", () => {
    const [text] = violations(judged({ rules: [quarantineCodes, allow] }));
    assert.match(text ?? "", /quarantined by the transport rule "Codes"/u);
    assert.match(text ?? "", /from noreply@aircall\.io, subject "/u);
    assert.match(text ?? "", /To do: /u);
  });
  it("Noncompliance: the removal of an allow that shields from a block further down", () => {
    const live = tenant()
      .withRule(allowAircall())
      .withRule({ Name: "Below", FromScope: "NotInOrganization", Quarantine: true })
      .build();
    assert.deepEqual(violations(judged({ rules: [allow], live })), []);
    assert.equal(violations(judged({ rules: [{ ...allow, enabled: false }], live })).length, 1);
  });
  it("Compliance: a block that was there before, in a tenant never proven, is not new", () => {
    const live = tenant().withRule({ Name: "Old", FromScope: "NotInOrganization", Quarantine: true }).build();
    const changed = [{ ...allow, name: "Too low", stopRuleProcessing: false, enabled: false }];
    assert.deepEqual(violations(judged({ rules: changed, live })), []);
  });
  it("Noncompliance: the same block once the tenant was proven", () => {
    const live = tenant().withRule({ Name: "Old", FromScope: "NotInOrganization", Quarantine: true }).build();
    assert.equal(
      violations(judged({ rules: [{ ...allow, enabled: false }], live, provenBefore: true })).length,
      1,
    );
  });
});

describe("aircall-mail-allowed", () => {
  const { violations } = aircallMailAllowed;
  it("Compliance: the recommended allow rule", () =>
    assert.deepEqual(violations(judged({ rules: [allow] })), []));
  it("Noncompliance: no allow, so that the classifier decides", () =>
    assert.match(violations(judged({ rules: [] }))[0] ?? "", /classifier decides/u));
  it("Noncompliance: a rule that cannot be decided", () => {
    const odd = { name: "Network", senderIpRanges: ["203.0.113.0/24"], quarantine: true };
    assert.match(violations(judged({ rules: [odd, allow] }))[0] ?? "", /SenderIpRanges/u);
  });
  it("Noncompliance: a block that aircall-mail-not-blocked still tolerates", () => {
    const live = tenant().withRule({ Name: "Old", FromScope: "NotInOrganization", Quarantine: true }).build();
    const situation = judged({ rules: [], live });
    assert.deepEqual(aircallMailNotBlocked.violations(situation), []);
    assert.match(violations(situation).join(), /"Old"/u);
  });
  const exemption = {
    code: "classifier-decides",
    reason: "rollout",
    owner: "mail team",
    expires: "2026-12-31",
  };
  it("Compliance: an exempted finding", () =>
    assert.deepEqual(violations(judged({ rules: [], aircall: { exemptions: [exemption] } })), []));
  it("Noncompliance: an exemption that expired, and one that matches nothing", () => {
    const expired = violations(
      judged({ rules: [], aircall: { exemptions: [{ ...exemption, expires: "2026-11-21" }] } }),
    );
    assert.ok(expired.some((text) => text.includes("expired on 2026-11-21")));
    const idle = violations(judged({ rules: [allow], aircall: { exemptions: [exemption] } }));
    assert.ok(idle.some((text) => text.includes("matches nothing")));
  });
});

describe("aircall-mail-with-unlikely-text", () => {
  const { violations, level } = aircallMailWithUnlikelyText;
  const lottery = { name: "Lottery", subjectContainsWords: ["lottery"], quarantine: true };
  it("is advisory", () => assert.equal(level, "advisory"));
  it("Compliance: the rule stands below the allow rule's stop", () =>
    assert.deepEqual(violations(judged({ rules: [allow, lottery] })), []));
  it("Noncompliance: the rule stands above", () =>
    assert.match(violations(judged({ rules: [lottery, allow] }))[0] ?? "", /Lottery/u));
});

describe("aircall-allow-not-too-wide", () => {
  const { violations } = aircallAllowNotTooWide;
  it("Compliance: an allow that demands dmarc=pass", () =>
    assert.deepEqual(violations(judged({ rules: [allow] })), []));
  it("Noncompliance: an allow on the sender alone", () => {
    const bare = { name: "Bare", senderDomainIs: ["aircall.io"], setScl: -1 };
    assert.match(violations(judged({ rules: [bare] }))[0] ?? "", /forged mail .*anyone can pass/u);
  });
  it("Noncompliance: an allowed domain in the anti-spam policy, once the tenant was proven", () => {
    const live = tenant()
      .with("Get-HostedContentFilterPolicy", [
        contentFilterPolicy({ AllowedSenderDomains: ["aircall.io", "notify.aircall.io"] }),
      ])
      .build();
    assert.match(violations(judged({ rules: [], live, provenBefore: true })).join(), /allows aircall\.io/u);
  });
});

describe("aircall-allow-proven-narrow", () => {
  const { violations, level } = aircallAllowProvenNarrow;
  it("is advisory", () => assert.equal(level, "advisory"));
  it("Compliance: an allow that demands dmarc=pass", () =>
    assert.deepEqual(violations(judged({ rules: [allow] })), []));
  it("Noncompliance: an IP allow list, whose owner nobody knows", () => {
    const live = tenant()
      .with("Get-HostedConnectionFilterPolicy", [connectionFilterPolicy({ IPAllowList: ["54.240.8.17"] })])
      .build();
    assert.match(violations(judged({ rules: [allow], live })).join(), /IPAllowList\) holds 54\.240\.8\.17/u);
  });
});

describe("tenant-read-as-needed", () => {
  const { violations } = tenantReadAsNeeded;
  it("Compliance: everything was read today", () => {
    const situation = judged({ rules: [allow] });
    assert.deepEqual(
      violations({ ...situation, observed: { ...situation.observed, readAt: new Date().toISOString() } }),
      [],
    );
  });
  it("Noncompliance: the anti-spam policies were not read", () =>
    assert.match(
      violations(
        judged({ rules: [allow], live: tenant().without("Get-HostedContentFilterPolicy").build() }),
      ).join(),
      /Get-HostedContentFilterPolicy was not read/u,
    ));
  it("Noncompliance: an Aircall user who is no recipient", () =>
    assert.match(
      violations(judged({ rules: [allow], aircall: { recipients: ["nobody@contoso.example"] } })).join(),
      /nobody@contoso\.example was not found/u,
    ));
  it("Noncompliance: a reading of last year", () => {
    const situation = judged({ rules: [allow] });
    assert.match(
      violations({
        ...situation,
        observed: { ...situation.observed, readAt: "2025-01-01T00:00:00Z" },
      }).join(),
      /days ago/u,
    );
  });
});

describe("every policy", () => {
  it("has an id of its own, a description, a reason and a remedy in whole sentences", () => {
    assert.equal(new Set(policies.map(({ id }) => id)).size, policies.length);
    for (const { description, why, howToFix } of policies)
      for (const text of [description, why, howToFix]) assert.match(text, /^[A-Z].*[.)]$/su);
  });
});
