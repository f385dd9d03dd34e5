/** The last look after a write. */
import assert from "node:assert/strict";
import { differences } from "../../../../src/provider/exchange/transport-rules/differences";
import type { LiveRule } from "../../../../src/provider/exchange/transport-rules/live-rules";
import { ruleInputs } from "../../../../src/provider/exchange/transport-rules/rule-inputs";
import type { RawObject } from "../../../../src/tenants/exchange/export/properties";
import { printed } from "../small-tenant";

const live = (rule: RawObject): LiveRule => {
  const name = String(rule.Name);
  const enabled = rule.State === "Enabled";
  return { standing: { key: name, name, enabled, printed: rule }, inputs: ruleInputs(name, enabled, rule) };
};

const goal = (...rules: readonly RawObject[]) => ({
  listed: rules.map((rule) => live(rule).inputs),
  removed: new Set(["Old"]),
});

const { rejectOffers, tagExternal } = printed;

describe("after a write", () => {
  const cases: readonly [string, readonly RawObject[], readonly string[]][] = [
    ["all is well where the rules are as listed", [rejectOffers, tagExternal], []],
    ["a rule that is missing is told", [rejectOffers], ['The rule "Tag external" is not there.']],
    [
      "a rule in another place is told",
      [tagExternal, rejectOffers],
      [
        'The rule "Reject offers" stands at place 2 instead of 1.',
        'The rule "Tag external" stands at place 1 instead of 2.',
      ],
    ],
    [
      "a rule with another value is told",
      [rejectOffers, { ...tagExternal, PrependSubject: "[x] ", SetSCL: 3 }],
      ['The rule "Tag external" has other values of PrependSubject, SetSCL.'],
    ],
    [
      "a rule that is off is told",
      [{ ...rejectOffers, State: "Disabled" }, tagExternal],
      ['The rule "Reject offers" is disabled.'],
    ],
    [
      "a rule that was to go is told",
      [rejectOffers, tagExternal, { ...tagExternal, Name: "Old" }],
      ['The rule "Old" is still there.'],
    ],
  ];
  for (const [title, rules, told] of cases)
    it(title, () => assert.deepEqual(differences(rules.map(live), goal(rejectOffers, tagExternal)), told));
});
