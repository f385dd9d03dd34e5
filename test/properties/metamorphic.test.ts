/** Laws about changes to a tenant whose effect on the verdict is known without knowing the verdict. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { type Decision, decide } from "../../src/mailflow/decide";
import type { RawObject } from "../mailflow/exchange/labelled/healthy-tenant";
import { randomTenant, rule, tenantWith } from "./arbitrary-tenant";
import { runs } from "./runs";

const asOf = new Date("2026-11-22T12:00:00Z");

const decided = (rules: readonly RawObject[], filter: RawObject): Decision =>
  decide(tenantWith(rules, filter), { asOf });

/** Two decisions on tenants that mean the same. `undecided` is always allowed: the model may see one of them less sharply. */
const same = (left: Decision, right: Decision): void => {
  const [delivery, narrowness] = [
    [left.verdict, right.verdict],
    [left.narrowness.verdict, right.narrowness.verdict],
  ] as const;
  for (const [one, other] of [delivery, narrowness])
    if (one !== "undecided" && other !== "undecided") assert.equal(one, other);
};

const named = (rules: readonly RawObject[]): readonly RawObject[] =>
  rules.map((raw, place) => ({ Name: `Rule ${place}`, ...raw }));

describe("metamorphic laws", function () {
  this.timeout(0);

  it("a disabled rule equals an absent one", () =>
    fc.assert(
      fc.property(randomTenant, rule, fc.nat(5), ({ rules, filter }, extra, place) => {
        const all = named(rules);
        const disabled = { ...extra, Name: "Extra", State: "Disabled" };
        same(decided(all, filter), decided([...all.slice(0, place), disabled, ...all.slice(place)], filter));
      }),
      runs(400),
    ));

  it("a destroying rule in last place never makes a proven tenant of one that was not", () =>
    fc.assert(
      fc.property(randomTenant, rule, ({ rules, filter }, extra) => {
        const gentle = { SetSCL: null, StopRuleProcessing: false, PrependSubject: null, RemoveHeader: null };
        const destroying = {
          ...extra,
          ...gentle,
          SetHeaderName: null,
          SetHeaderValue: null,
          Quarantine: true,
        };
        const before = decided(rules, filter);
        if (before.verdict !== "proven")
          assert.notEqual(decided([...rules, destroying], filter).verdict, "proven");
      }),
      runs(400),
    ));

  it("a rule of the same action for each value equals one rule with all values", () =>
    fc.assert(
      fc.property(
        randomTenant,
        fc.subarray(["code", "login", "lottery", "io"], { minLength: 2 }),
        fc.nat(5),
        ({ rules, filter }, words, place) => {
          const all = named(rules);
          const quarantine = (list: readonly string[]): RawObject => ({
            Name: `For ${list.join()}`,
            State: "Enabled",
            SubjectContainsWords: list,
            Quarantine: true,
          });
          const put = (added: readonly RawObject[]) =>
            decided([...all.slice(0, place), ...added, ...all.slice(place)], filter);
          same(put([quarantine(words)]), put(words.map((word) => quarantine([word]))));
        },
      ),
      runs(300),
    ));

  it("exchanging two neighbours that cannot both fire changes nothing", () =>
    fc.assert(
      fc.property(randomTenant, rule, rule, ({ rules, filter }, left, right) => {
        const forAnna = { ...left, Name: "Anna", SentTo: ["anna@contoso.example"], ExceptIfSentTo: null };
        const forBen = { ...right, Name: "Ben", SentTo: ["ben@contoso.example"], ExceptIfSentTo: null };
        same(
          decided([forAnna, forBen, ...named(rules)], filter),
          decided([forBen, forAnna, ...named(rules)], filter),
        );
      }),
      runs(300),
    ));

  it("a rule whose condition is its own exception equals an absent one", () =>
    fc.assert(
      fc.property(randomTenant, fc.constantFrom("code", "my_code", "lottery"), ({ rules, filter }, word) => {
        const never = {
          Name: "Never",
          State: "Enabled",
          SubjectContainsWords: [word],
          ExceptIfSubjectContainsWords: [word],
          Quarantine: true,
        };
        same(decided(named(rules), filter), decided([never, ...named(rules)], filter));
      }),
      runs(300),
    ));

  it("the same tenant gets the same decision twice", () =>
    fc.assert(
      fc.property(randomTenant, ({ rules, filter }) =>
        assert.deepEqual(decided(rules, filter), decided(rules, filter)),
      ),
      runs(200),
    ));
});
