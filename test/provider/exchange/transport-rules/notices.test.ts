/** What is told before an update because no difference of inputs shows it. */
import assert from "node:assert/strict";
import { notices } from "../../../../src/provider/exchange/transport-rules/notices";
import { allow, printed, rejectOffers, tagExternal } from "../small-tenant";

const olds = { rules: [rejectOffers, tagExternal] };
const live = [printed.rejectOffers, printed.tagExternal];

describe("before an update", () => {
  it("nothing is told of a tenant that is as the state has it", () =>
    assert.deepEqual(notices(olds, olds, live), []));

  it("a change made by hand is told where the update would leave it", () => {
    const changed = [{ ...printed.rejectOffers, State: "Disabled" }];
    assert.match(
      notices(olds, olds, changed)[0] ?? "",
      /changed "Reject offers", "Tag external" by hand.*pulumi up --refresh/u,
    );
    assert.deepEqual(notices({ rules: [rejectOffers] }, olds, changed), []);
  });

  it("another name of a recipient is no change", () => {
    const copy = (to: readonly string[]) => ({ ...printed.tagExternal, BlindCopyTo: to });
    const rules = { rules: [{ ...tagExternal, blindCopyTo: ["ann@contoso.example"] }] };
    assert.deepEqual(notices(rules, rules, [copy(["Ann Archer"])]), []);
    assert.equal(notices(rules, rules, [copy(["Ann Archer", "Bob Baker"])]).length, 1);
  });

  it("rules that are taken over are told, whatever their case", () =>
    assert.deepEqual(
      notices({ rules: [allow, rejectOffers] }, undefined, [
        { ...printed.rejectOffers, Name: "REJECT offers" },
      ]),
      ['the tenant has these rules already, they are taken over: "REJECT offers"'],
    ));

  it("rules that are removed because others are forbidden are told", () =>
    assert.deepEqual(notices({ rules: [rejectOffers], others: "forbid" }, { rules: [allow] }, live), [
      '`others: forbid` removes what the tenant has besides: "Tag external"',
    ]));
});
