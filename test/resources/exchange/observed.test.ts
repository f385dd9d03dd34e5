/** What Check hands to the policies, and what an update is excused for. */
import assert from "node:assert/strict";
import type { Finding } from "../../../src/mailflow/finding";
import { excusedKeys, findingKeys } from "../../../src/resources/exchange/finding-key";
import { intolerable, judge } from "../../../src/resources/exchange/judgement";
import { type ObserveOptions, observe } from "../../../src/resources/exchange/observed";

const rule = (Name: string, Priority: number, more: object) => ({
  Name,
  Priority,
  State: "Enabled",
  ...more,
});

const mailbox = (name: string) => ({
  PrimarySmtpAddress: `${name}@contoso.example`,
  EmailAddresses: [`SMTP:${name}@contoso.example`, `smtp:${name}.alias@contoso.example`],
});

const source = {
  "Get-AcceptedDomain": [{ DomainName: "contoso.example", Default: true }],
  "Get-TransportRule": [
    rule("Codes", 0, {
      SubjectOrBodyContainsWords: ["verification"],
      Quarantine: true,
      LastModifiedBy: "ann@contoso.example",
      RecipientAddressContainsWords: null,
    }),
  ],
  "Get-Mailbox": ["ann", "bob"].map(mailbox),
};

const options: ObserveOptions = {
  source: "live",
  now: new Date(),
  owned: new Set(),
  desired: [],
  provenBefore: false,
};

const finding = (more: Partial<Finding>): Finding => ({
  code: "rule-blocks",
  severity: "error",
  implies: "blocked",
  certainty: "likely",
  scope: "organisation",
  stage: "transport-rules",
  senders: ["a@aircall.io"],
  rule: "Codes",
  details: {},
  message: "",
  fix: "",
  recipients: { count: 0, sample: [] },
  ...more,
});

describe("what is observed of a tenant", () => {
  it("names nobody, whoever changed a rule last", () =>
    assert.doesNotMatch(JSON.stringify(observe(source, options)), /ann|bob/u));

  it("leaves out the rules the resource owns, whatever their case", () => {
    const { parts } = observe(source, { ...options, owned: new Set(["CODES"]) });
    assert.deepEqual(parts["Get-TransportRule"], []);
  });

  it("counts everybody where none of the users is known, and says who is not", () => {
    const { parts, unknownUsers } = observe(source, { ...options, users: ["nobody@contoso.example"] });
    assert.equal(parts["Get-Mailbox"]?.length, 1);
    assert.deepEqual(unknownUsers, ["nobody@contoso.example"]);
  });

  it("has a directory of the users where some are named, and a missing one once", () => {
    const users = ["ann@contoso.example", "Nobody@contoso.example", "nobody@contoso.example"];
    const { userDirectory, unknownUsers } = observe(source, { ...options, users });
    assert.equal(userDirectory?.parts["Get-Mailbox"]?.length, 1);
    assert.deepEqual(unknownUsers, ["nobody@contoso.example"]);
    assert.equal(observe(source, options).userDirectory, undefined);
  });

  it("finds a user by any of the addresses", () =>
    assert.deepEqual(observe(source, { ...options, users: ["Bob.Alias@contoso.example"] }).unknownUsers, []));
});

describe("the tenant after an update", () => {
  it("has a rule once that the resource lists in another case", () => {
    const observed = observe(source, options);
    const { findings } = judge(
      { rules: [{ name: "CODES", subjectContainsWords: ["lottery prize"], prependSubject: "x" }] },
      observed,
      new Date(),
    );
    assert.deepEqual(
      findings.filter(({ code }) => code === "rule-blocks"),
      [],
    );
  });
});

describe("an update is excused", () => {
  const excuses = (before: Finding, after: Finding): boolean =>
    intolerable([after], "blocked", {
      provenOnce: false,
      before: { findings: excusedKeys(before) },
    }).length === 0;
  const both = finding({ senders: ["a@aircall.io", "b@aircall.io"] });

  it("for what was blocked before", () => assert.ok(excuses(both, both)));
  it("for what blocks fewer senders than before", () => assert.ok(excuses(both, finding({}))));
  it("for what is less certain than before", () =>
    assert.ok(excuses(finding({ certainty: "certain" }), finding({}))));
  it("not for what blocks more senders", () => assert.ok(!excuses(finding({}), both)));
  it("not for what is more certain", () =>
    assert.ok(!excuses(finding({}), finding({ certainty: "certain" }))));
  it("not for another rule", () => assert.ok(!excuses(finding({}), finding({ rule: "Another" }))));
  it("for nothing once the tenant was proven", () =>
    assert.equal(
      intolerable([both], "blocked", { provenOnce: true, before: { findings: findingKeys(both) } }).length,
      1,
    ));
});
