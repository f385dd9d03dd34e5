/** Inbox rules as the cmdlet prints them (exchange-online.md 4.3). */
import assert from "node:assert/strict";
import {
  inboxRuleActions,
  inboxRuleConditions,
} from "../../../../src/mailflow/exchange/mailbox/inbox-rule-table";
import { inboxRule, inboxRulesOf } from "../../../../src/tenants/exchange/export/inbox-rules";

/** A rule with every property printed, unset ones as null, false or empty. */
const printed = {
  "@odata.type": "#Exchange.InboxRule",
  Description: "If the message …",
  Enabled: true,
  Identity: "7957928c-3cd2-4bbb-98c8-cfc8466f490a\\15394007230974001153",
  RuleIdentity: 15394007230974001153n.toString(),
  InError: false,
  ErrorType: "None",
  Name: "Codes",
  Priority: "1",
  SupportedByTask: true,
  Legacy: false,
  IsValid: true,
  ObjectState: "Unchanged",
  MailboxOwnerId: "7957928c-3cd2-4bbb-98c8-cfc8466f490a",
  StopProcessingRules: true,
  ...Object.fromEntries(
    Object.keys(inboxRuleConditions).flatMap((name) => [
      [name, null],
      [`ExceptIf${name}`, []],
    ]),
  ),
  ...Object.fromEntries(Object.keys(inboxRuleActions).map((name) => [name, false])),
};

describe("an inbox rule of an export", () => {
  it("has nothing that is not set, and no bookkeeping", () =>
    assert.deepEqual(inboxRule(printed, 0), {
      name: "Codes",
      enabled: true,
      priority: 1,
      stopProcessingRules: true,
      conditions: [],
      actions: [],
      unmodelled: [],
    }));

  it("has its conditions, exceptions and actions, flags as True", () => {
    const { conditions, actions } = inboxRule(
      {
        ...printed,
        FromAddressContainsWords: ["aircall", "phone"],
        ExceptIfSentOnlyToMe: true,
        From: ['"Aircall" [SMTP:noreply@aircall.io]'],
        MoveToFolder: "Phone",
        MarkAsRead: true,
      },
      0,
    );
    assert.deepEqual(
      new Set(conditions),
      new Set([
        { name: "FromAddressContainsWords", exception: false, values: ["aircall", "phone"] },
        { name: "SentOnlyToMe", exception: true, values: ["True"] },
        { name: "From", exception: false, values: ['"Aircall" [SMTP:noreply@aircall.io]'] },
      ]),
    );
    assert.deepEqual(
      new Set(actions),
      new Set([
        { name: "MoveToFolder", values: ["Phone"] },
        { name: "MarkAsRead", values: ["True"] },
      ]),
    );
  });

  for (const name of Object.keys(inboxRuleConditions))
    for (const property of [name, `ExceptIf${name}`])
      it(`keeps ${property} as what it is`, () => {
        const value = name.startsWith("WithinSize") ? "10 KB (10,240 bytes)" : "High";
        const { conditions, unmodelled } = inboxRule({ ...printed, [property]: value }, 0);
        assert.deepEqual(conditions, [{ name, exception: property !== name, values: [value] }]);
        assert.deepEqual(unmodelled, []);
      });

  const named: readonly (readonly [string, object, RegExp])[] = [
    ["a property outside the table", { ApplySystemCategory: ["Bills"] }, /^ApplySystemCategory: /u],
    ["an importance that does not exist", { WithImportance: "Urgent" }, /^WithImportance: "Urgent"/u],
    ["a size that is none", { WithinSizeRangeMinimum: "big" }, /^WithinSizeRangeMinimum: /u],
    ["a value of another shape", { ExceptIfFrom: [{ Depth: 1 }] }, /^ExceptIfFrom: /u],
    ["an error the service found", { InError: true }, /^InError: /u],
    ["an error type", { ErrorType: "InvalidFolder" }, /^InError: /u],
    ["that the cmdlet shows only a part", { SupportedByTask: false }, /^SupportedByTask: /u],
    ["that it is not valid", { IsValid: "False" }, /^IsValid: /u],
  ];
  for (const [title, more, expected] of named)
    it(`names ${title}`, () => {
      const { unmodelled, conditions } = inboxRule({ ...printed, ...more }, 0);
      assert.equal(unmodelled.length, 1);
      assert.match(unmodelled[0] ?? "", expected);
      assert.deepEqual(conditions, []);
    });

  it("is on unless it is switched off", () => {
    assert.equal(inboxRule({ Name: "x" }, 0).enabled, true);
    assert.equal(inboxRule({ ...printed, Enabled: false }, 0).enabled, false);
    assert.equal(inboxRule({ ...printed, Enabled: "False" }, 0).enabled, false);
  });
});

describe("the inbox rules of a mailbox", () => {
  it("stand in order of priority", () =>
    assert.deepEqual(
      inboxRulesOf([
        { Name: "b", Priority: 2 },
        { Name: "a", Priority: "1" },
      ]).map(({ name }) => name),
      ["a", "b"],
    ));

  const service = [
    "Junk E-mail Rule",
    "Junk E-Mail Rule",
    "Microsoft.Exchange.OOF.AllExternalSenders.Global",
  ];
  for (const Name of service) {
    it(`leave out the service's own "${Name}", which is read elsewhere or moves nothing`, () =>
      assert.deepEqual(inboxRulesOf([{ ...printed, Name, SupportedByTask: false }]), []));
    it(`hold one that somebody called "${Name}" and that acts`, () =>
      assert.equal(inboxRulesOf([{ ...printed, Name, DeleteMessage: true }]).length, 1));
  }
});
