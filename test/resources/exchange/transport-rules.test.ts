/** The definition of the list of transport rules. */
import assert from "node:assert/strict";
import { parameters } from "../../../src/mailflow/exchange/transport-rules/table";
import { check } from "../../../src/resources/check";
import { diff } from "../../../src/resources/diff";
import { transportRule } from "../../../src/resources/exchange/transport-rule";
import { transportRules } from "../../../src/resources/exchange/transport-rules";
import { formatPath } from "../../../src/resources/path";
import { propertyOfParameter } from "../../../src/resources/property-name";
import type { Value, ValueObject } from "../../../src/resources/value";

const rule = (properties: ValueObject): ValueObject => ({ rules: [{ name: "Rule", ...properties }] });

const normal = (properties: ValueObject): Value | undefined => {
  const { inputs, failures } = check(transportRules, rule(properties));
  assert.deepEqual(failures, []);
  return (inputs.rules as readonly Value[])[0];
};

const failures = (properties: ValueObject): readonly string[] =>
  check(transportRules, rule(properties)).failures.map(({ property, reason }) => `${property} ${reason}`);

const changes = (olds: ValueObject, news: ValueObject): readonly string[] =>
  diff(transportRules, rule(olds), rule(news)).map(({ path }) => formatPath(path));

describe("a transport rule of a program", () => {
  it("has every writable parameter of the table, its name and whether it is on", () =>
    assert.deepEqual(Object.keys(transportRule.properties), [
      "name",
      "enabled",
      ...parameters.map(({ name }) => propertyOfParameter(name)),
    ]));

  it("is on where nothing is said", () => assert.deepEqual(normal({}), { name: "Rule", enabled: true }));

  it("drops flags that are off and the service's defaults (exchange-online.md 1.8)", () =>
    assert.deepEqual(normal({ quarantine: false, mode: "Enforce", senderAddressLocation: "Envelope" }), {
      name: "Rule",
      enabled: true,
      senderAddressLocation: "Envelope",
    }));

  it("has the limits of the table", () => {
    assert.deepEqual(failures({ setScl: 10 }), [
      'rules["Rule"].setScl must be a whole number from -1 to 9, but is 10',
    ]);
    assert.deepEqual(failures({ prependSubject: "x".repeat(33) }), [
      'rules["Rule"].prependSubject must have at most 32 characters, but has 33',
    ]);
    assert.deepEqual(failures({ subjectContainsWords: ["x".repeat(129)] }), [
      'rules["Rule"].subjectContainsWords[0] must have at most 128 characters, but has 129',
    ]);
    assert.deepEqual(failures({ withImportance: "Urgent" }), [
      'rules["Rule"].withImportance must be "Low", "Normal" or "High", but is "Urgent"',
    ]);
    assert.deepEqual(failures({ activationDate: "soon" }).length, 1);
    assert.deepEqual(failures({ messageSizeOver: "unlimited" }).length, 1);
  });

  it("needs both halves of a pair, in exceptions too", () => {
    assert.deepEqual(failures({ headerContainsWords: ["x"] }), [
      'rules["Rule"].headerContainsWords has no meaning without `headerContainsMessageHeader`: set both or neither',
    ]);
    assert.deepEqual(failures({ exceptIfHeaderMatchesMessageHeader: "X-A" }), [
      'rules["Rule"].exceptIfHeaderMatchesMessageHeader has no meaning without `exceptIfHeaderMatchesPatterns`: set both or neither',
    ]);
    assert.deepEqual(failures({ headerContainsMessageHeader: "X-A", headerContainsWords: ["x"] }), []);
  });

  it("is written in camel case: a cmdlet's name is told from a property's", () =>
    assert.deepEqual(failures({ SetSCL: -1 }), [
      'rules["Rule"].SetSCL is not a property that exists here; did you mean `setScl`?',
    ]));

  it("is the same with words in another order and case, and with sizes and moments written otherwise", () =>
    assert.deepEqual(
      changes(
        {
          subjectContainsWords: ["Code", "login"],
          messageSizeOver: "10 MB (10,485,760 bytes)",
          expiryDate: "2027-01-31",
        },
        {
          subjectContainsWords: ["LOGIN", "code"],
          messageSizeOver: "10MB",
          expiryDate: "2027-01-31T02:00+02:00",
        },
      ),
      [],
    ));

  it("is another with a pattern in another case: \\d is not \\D", () =>
    assert.deepEqual(changes({ subjectMatchesPatterns: ["\\d"] }, { subjectMatchesPatterns: ["\\D"] }), [
      'rules["Rule"].subjectMatchesPatterns',
    ]));
});

describe("the list of transport rules", () => {
  it("keeps other rules and guards its writes where nothing is said", () => {
    const { inputs } = check(transportRules, { rules: [], aircall: {} });
    assert.deepEqual(inputs, {
      rules: [],
      others: "keep",
      guard: "newly-blocked",
      aircall: { scope: "organisation" },
    });
  });

  it("may be empty but not absent", () => {
    assert.deepEqual(check(transportRules, { rules: [] }).failures, []);
    assert.deepEqual(check(transportRules, {}).failures, [{ property: "rules", reason: "is required" }]);
  });

  it("has no two rules of one name, whatever the case", () =>
    assert.deepEqual(check(transportRules, { rules: [{ name: "A" }, { name: "a" }] }).failures, [
      { property: "rules[1].name", reason: "is the same as at position 0: give every item its own" },
    ]));

  it("wants an owner and a day for every exemption", () =>
    assert.deepEqual(
      check(transportRules, {
        rules: [],
        aircall: {
          exemptions: [{ code: "x", reason: "y" }],
        },
      }).failures.map(({ property, reason }) => `${property} ${reason}`),
      ["aircall.exemptions[0].owner is required", "aircall.exemptions[0].expires is required"],
    ));
});
