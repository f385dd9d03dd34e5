/** Which policy binds, and what it finds by itself (exchange-online.md 3.3, 3.5, 6.1). */
import assert from "node:assert/strict";
import type {
  ExchangeTenant,
  HostedContentFilterPolicy,
  PolicyRule,
  PresetRule,
  RecipientFilter,
} from "../../../../src/mailflow/exchange/tenant";
import type { Message } from "../../../../src/mailflow/message";
import { allow, contentPolicy, ends, healthy, noFilter, withContent, withRules } from "./given";

const policy = (name: string, overrides: Partial<HostedContentFilterPolicy>): HostedContentFilterPolicy => ({
  ...contentPolicy,
  name,
  isDefault: false,
  ...overrides,
});

const anna = { ...noFilter, sentTo: ["anna@contoso.example"] };

/** Strict deletes spam, Standard redirects it, First quarantines it, the default junks it. */
const tenantWith = (
  rules: readonly Partial<PolicyRule>[],
  presets: readonly Partial<PresetRule>[] = [],
): ExchangeTenant => ({
  ...healthy,
  hostedContentFilterPolicies: [
    contentPolicy,
    policy("First", { spamAction: "Quarantine" }),
    policy("Second", { spamAction: "Delete" }),
    policy("Strict", { spamAction: "Delete" }),
    policy("Standard", { spamAction: "Redirect" }),
  ],
  hostedContentFilterRules: rules.map((rule, priority) => ({
    name: `R${priority}`,
    policy: "First",
    priority,
    enabled: true,
    filter: anna,
    ...rule,
  })),
  eopProtectionPolicyRules: presets.map((preset) => ({
    name: `${preset.level} Preset Security Policy`,
    level: "Strict",
    enabled: true,
    filter: anna,
    hostedContentFilterPolicy: preset.level ?? "Strict",
    antiPhishPolicy: "Office365 AntiPhish Default",
    ...preset,
  })),
});

const spam: Partial<Message> = { filterVerdict: "spam" };

describe("the policy that binds a recipient (exchange-online.md 3.3)", () => {
  it("is Strict before Standard before custom before the default", () => {
    assert.equal(ends(tenantWith([{}], [{ level: "Standard" }, { level: "Strict" }]), spam), "deleted");
    assert.equal(ends(tenantWith([{}], [{ level: "Standard" }]), spam), "redirected");
    assert.equal(ends(tenantWith([{}]), spam), "quarantined");
    assert.equal(ends(tenantWith([]), spam), "junk");
  });
  it("is the custom one with the lowest priority that selects the recipient; nothing is merged", () => {
    assert.equal(ends(tenantWith([{ priority: 1 }, { priority: 0, policy: "Second" }]), spam), "deleted");
    const allowing = tenantWith([{}, { policy: "Second" }]);
    const merged = {
      ...allowing,
      hostedContentFilterPolicies: allowing.hostedContentFilterPolicies?.map((one) =>
        one.name === "Second" ? { ...one, allowedSenders: ["noreply@aircall.io"] } : one,
      ),
    };
    assert.equal(ends(merged, spam), "quarantined");
  });
  it("is never one whose rule or preset is disabled", () => {
    assert.equal(ends(tenantWith([{ enabled: false }]), spam), "junk");
    assert.equal(ends(tenantWith([{}], [{ level: "Strict", enabled: false }]), spam), "quarantined");
  });
  const selecting = (filter: Partial<RecipientFilter>) =>
    tenantWith([{ filter: { ...noFilter, ...filter } }]);
  it("needs every kind of its filter, any value of a kind, and no exception", () => {
    assert.equal(
      ends(selecting({ sentTo: ["x@contoso.example", "anna@contoso.example"] }), spam),
      "quarantined",
    );
    assert.equal(
      ends(selecting({ sentTo: ["anna@contoso.example"], recipientDomainIs: ["fabrikam.example"] }), spam),
      "junk",
    );
    assert.equal(ends(selecting({ recipientDomainIs: ["contoso.example"] }), spam), "quarantined");
    assert.equal(
      ends(
        selecting({ recipientDomainIs: ["contoso.example"], exceptIfSentTo: ["anna@contoso.example"] }),
        spam,
      ),
      "junk",
    );
  });
  it("may be either where a group was not read", () =>
    assert.equal(ends(selecting({ sentToMemberOf: ["Unknown Group"] }), spam), "undecided"));
  it("is open where a rule names a policy that does not exist, or presets were not read", () => {
    assert.equal(ends(tenantWith([{ policy: "Gone" }]), spam), "undecided");
    assert.equal(ends({ ...withRules([allow]), eopProtectionPolicyRules: undefined }), "undecided");
  });
});

describe("what an anti-spam policy finds by itself (exchange-online.md 3.5, 6.1)", () => {
  const clean = (
    overrides: Partial<HostedContentFilterPolicy>,
    message: Partial<Message> = {},
    rules: ExchangeTenant = healthy,
  ) =>
    ends(withContent({ spamAction: "Quarantine", highConfidenceSpamAction: "Delete", ...overrides }, rules), {
      filterVerdict: "clean",
      ...message,
    });
  it("a blocked language or country is spam; unknown ones are open; an allow lifts both", () => {
    assert.equal(clean({ languageBlockList: ["EN"] }, { languages: ["en"] }), "quarantined");
    assert.equal(clean({ languageBlockList: ["EN"] }, { languages: ["it"] }), "inbox");
    assert.equal(clean({ languageBlockList: ["EN"] }), "undecided");
    assert.equal(clean({ regionBlockList: ["US"] }, { country: "US" }), "quarantined");
    assert.equal(clean({ regionBlockList: ["US"] }, { country: "IE" }), "inbox");
    assert.equal(clean({ regionBlockList: ["US"] }), "undecided");
    assert.equal(
      clean({ regionBlockList: ["US"], languageBlockList: ["EN"] }, {}, withRules([allow])),
      "inbox",
    );
  });
  // biome-ignore format: one setting, one line
  const advanced = [
    ["MarkAsSpamWebBugsInHtml", { body: '<img src="x" height="1" width="1">' }, "deleted"],
    ["MarkAsSpamWebBugsInHtml", { body: '<img src="x" height="10" width="1">' }, "inbox"],
    ["MarkAsSpamFormTagsInHtml", { body: "<FORM action=x>" }, "deleted"],
    ["MarkAsSpamFormTagsInHtml", { body: "<p>a form</p>" }, "inbox"],
    ["MarkAsSpamFramesInHtml", { body: "<iframe src=x>" }, "deleted"],
    ["MarkAsSpamJavaScriptInHtml", { body: "<script>" }, "deleted"],
    ["MarkAsSpamObjectTagsInHtml", { body: "<object>" }, "deleted"],
    ["MarkAsSpamEmbedTagsInHtml", { body: "<embed>" }, "deleted"],
    ["MarkAsSpamEmptyMessages", { subject: "", body: "" }, "deleted"],
    ["MarkAsSpamEmptyMessages", { subject: "" }, "inbox"],
    ["MarkAsSpamSpfRecordHardFail", { spf: "fail" }, "deleted"],
    ["MarkAsSpamSpfRecordHardFail", {}, "inbox"],
    ["MarkAsSpamNdrBackscatter", {}, "inbox"],
    ["MarkAsSpamSensitiveWordList", {}, "undecided"],
    ["MarkAsSpamFromAddressAuthFail", {}, "undecided"],
    ["IncreaseScoreWithImageLinks", {}, "undecided"],
    ["IncreaseScoreWithBizOrInfoUrls", {}, "undecided"],
  ] as const;
  for (const [name, message, outcome] of advanced)
    it(`${name} on and ${JSON.stringify(message)}: ${outcome}; in the inbox under an allow`, () => {
      assert.equal(clean({ advancedFilters: { [name]: "On" } }, message), outcome);
      assert.equal(clean({ advancedFilters: { [name]: "On" } }, message, withRules([allow])), "inbox");
    });
  it("a setting under test has no effect, but for BccMessage, which is open where it is met", () => {
    const pixel = { body: '<img src="x" height="1" width="1">' };
    const test = (testModeAction: HostedContentFilterPolicy["testModeAction"]) =>
      ({ advancedFilters: { MarkAsSpamWebBugsInHtml: "Test" }, testModeAction }) as const;
    assert.equal(clean(test("AddXHeader"), pixel), "inbox");
    assert.equal(clean(test("BccMessage"), pixel), "undecided");
    assert.equal(clean(test("BccMessage"), { body: "plain" }), "inbox");
  });
  it("a list of domains covers subdomains perhaps (7.2)", () => {
    const from = "noreply@notify.aircall.io";
    assert.equal(clean({ blockedSenderDomains: ["aircall.io"] }), "quarantined");
    assert.equal(clean({ blockedSenderDomains: ["aircall.io"] }, { from }), "undecided");
    assert.equal(
      clean({ allowedSenderDomains: ["aircall.io"] }, { from, filterVerdict: "spam" }),
      "undecided",
    );
    assert.equal(clean({ allowedSenderDomains: ["aircall.io"] }, { filterVerdict: "spam" }), "inbox");
  });
  it("a setting outside the model is open", () =>
    assert.equal(clean({ unmodelled: ["NewFilter: on"] }), "undecided"));
});
