/** Contradictory and impossible objects: read as what the service does where that is known, else named or refused. */
import assert from "node:assert/strict";
import { advancedFilterNames } from "../../../../src/mailflow/exchange/advanced-filters";
import { toTenant } from "../../../../src/tenants/exchange/export/native-export";
import { InputError } from "../../../../src/tenants/input-error";
import {
  antiPhishPolicy,
  contentFilterPolicy,
  policyRule,
} from "../../../mailflow/exchange/labelled/healthy-tenant";

const read = (parts: Readonly<Record<string, unknown>>) => toTenant(parts, "t", "export.json");

const refused = (parts: Readonly<Record<string, unknown>>, place: string, found: RegExp): void => {
  assert.throws(
    () => read(parts),
    (error) =>
      error instanceof InputError &&
      error.problem.file === "export.json" &&
      error.problem.place === place &&
      found.test(error.problem.found),
  );
};

describe("a transport rule that cannot be", () => {
  it("has no action: it is read, and does nothing", () => {
    const [rule] =
      read({ "Get-TransportRule": [{ Name: "Idle", Priority: 0, SubjectContainsWords: ["code"] }] })
        .transportRules ?? [];
    assert.deepEqual(rule?.parameters, { SubjectContainsWords: ["code"] });
    assert.deepEqual(rule?.unmodelled, []);
  });
  it("has a mode, a state or a size that does not exist: named", () => {
    const [rule] =
      read({
        "Get-TransportRule": [
          { Name: "Odd", Priority: 0, Mode: "Sometimes", State: "Half", SetSCL: 99, Frobnicate: ["x"] },
        ],
      }).transportRules ?? [];
    assert.deepEqual(rule?.unmodelled.map((problem) => problem.replace(/:.*/su, "")).sort(), [
      "Frobnicate",
      "Mode",
      "SetSCL",
      "State",
    ]);
  });
  it("shares its name with another: both are kept, the order tells them apart", () =>
    assert.equal(
      read({
        "Get-TransportRule": [
          { Name: "Twin", Priority: 0 },
          { Name: "Twin", Priority: 1 },
        ],
      }).transportRules?.length,
      2,
    ));
  it("shares its place with another: refused, for the order decides", () =>
    refused(
      {
        "Get-TransportRule": [
          { Name: "a", Priority: 0 },
          { Name: "b", Priority: "0" },
        ],
      },
      "Get-TransportRule",
      /Priority 0 on both "a" and "b"/u,
    ));
  it("has no name: refused", () =>
    refused({ "Get-TransportRule": [{ Priority: 0 }] }, "Get-TransportRule[0]", /no Name/u));
});

describe("an anti-spam policy that cannot be", () => {
  const policy = (more: object) => {
    const [found] =
      read({ "Get-HostedContentFilterPolicy": [contentFilterPolicy({ ...more })] })
        .hostedContentFilterPolicies ?? [];
    assert.ok(found);
    return found;
  };

  it("is modelled in full where every value exists", () => assert.deepEqual(policy({}).unmodelled, []));
  for (const property of [
    "SpamAction",
    "HighConfidenceSpamAction",
    "PhishSpamAction",
    "HighConfidencePhishAction",
    "BulkSpamAction",
    "MarkAsSpamBulkMail",
    "TestModeAction",
    "BulkMovesEnabled",
    ...advancedFilterNames,
  ])
    it(`names an unknown ${property}`, () => {
      const { unmodelled } = policy({ [property]: "Incinerate" });
      assert.equal(unmodelled.length, 1);
      assert.match(unmodelled[0] ?? "", new RegExp(`^${property} "Incinerate" is none of `, "u"));
    });
  for (const BulkThreshold of [0, 10, "many", 4.5])
    it(`names the threshold ${BulkThreshold}`, () =>
      assert.match(policy({ BulkThreshold }).unmodelled[0] ?? "", /^BulkThreshold .*1 to 9/u));
  it("names a filter newer than the model where it is on, and not where it is off", () => {
    assert.match(policy({ MarkAsSpamHolograms: "On" }).unmodelled[0] ?? "", /^MarkAsSpamHolograms is on/u);
    assert.deepEqual(policy({ MarkAsSpamHolograms: "Off" }).unmodelled, []);
  });
  it("reads values in any case", () => {
    const found = policy({
      SpamAction: "quarantine",
      MarkAsSpamBulkMail: "OFF",
      MarkAsSpamFormTagsInHtml: "test",
    });
    assert.equal(found.spamAction, "Quarantine");
    assert.equal(found.markAsSpamBulkMail, false);
    assert.deepEqual(found.advancedFilters, { MarkAsSpamFormTagsInHtml: "Test" });
    assert.deepEqual(found.unmodelled, []);
  });
  it("shares its name with another: both say so, for a rule may mean either", () => {
    const { hostedContentFilterPolicies } = read({
      "Get-HostedContentFilterPolicy": [
        contentFilterPolicy(),
        contentFilterPolicy({ Name: "Sales", IsDefault: false }),
        contentFilterPolicy({ Name: "SALES", IsDefault: false, SpamAction: "Delete" }),
      ],
    });
    assert.deepEqual(
      hostedContentFilterPolicies?.map(({ unmodelled }) => unmodelled.length),
      [0, 1, 1],
    );
  });
});

describe("a policy rule that cannot be", () => {
  const kinds = [
    ["Get-HostedContentFilterRule", "HostedContentFilterPolicy", "hostedContentFilterRules"],
    ["Get-AntiPhishRule", "AntiPhishPolicy", "antiPhishRules"],
    ["Get-MalwareFilterRule", "MalwareFilterPolicy", "malwareFilterRules"],
  ] as const;
  for (const [cmdlet, property, part] of kinds) {
    const rule = (name: string, priority: number, more: object = {}) =>
      policyRule(name, priority, { [property]: "Gone", ...more });
    it(`names a policy that does not exist: ${cmdlet} keeps the name, and no other policy takes its place`, () =>
      assert.equal(read({ [cmdlet]: [rule("r", 0)] })[part]?.[0]?.policy, "Gone"));
    it(`shares its place with another in ${cmdlet}: refused, for the first one binds`, () =>
      refused({ [cmdlet]: [rule("a", 0), rule("b", 0)] }, cmdlet, /Priority 0 on both/u));
    it(`may share its place in ${cmdlet} with one that is off`, () =>
      assert.equal(read({ [cmdlet]: [rule("a", 0), rule("b", 0, { State: "Disabled" })] })[part]?.length, 2));
  }
});

describe("other objects that cannot be", () => {
  it("an impersonation action that does not exist is taken for one that moves mail", () => {
    const { antiPhishPolicies } = read({
      "Get-AntiPhishPolicy": [
        antiPhishPolicy({
          EnableOrganizationDomainsProtection: true,
          TargetedDomainProtectionAction: "Incinerate",
        }),
      ],
    });
    assert.deepEqual(antiPhishPolicies?.[0]?.impersonationProtections, [
      { kind: "organization-domains", action: "Quarantine" },
    ]);
  });
  it("two mailboxes with one address are both decided for", () => {
    const mailbox = { PrimarySmtpAddress: "anna@contoso.example" };
    assert.equal(read({ "Get-Mailbox": [mailbox, { ...mailbox, Name: "Other" }] }).recipients?.length, 2);
  });
  it("an object without any address is no recipient", () =>
    assert.deepEqual(
      read({ "Get-Mailbox": [{ Name: "Anna" }], "Get-Recipient": [{ Name: "x" }] }).recipients,
      [],
    ));
  for (const stranger of ["text", 5, true, ["list"]])
    it(`${JSON.stringify(stranger)} among the objects is refused`, () =>
      refused({ "Get-Mailbox": [{}, null, stranger] }, "Get-Mailbox[2]", /no object/u));
  it("a null among the objects is nothing", () =>
    assert.deepEqual(read({ "Get-InboundConnector": [null] }).inboundConnectors, []));
});
