/** Laws about changes to a tenant whose effect on the verdict is known without knowing the verdict. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { type Decision, decide } from "../../src/mailflow/decide";
import { evaluateExchange } from "../../src/mailflow/exchange/evaluate";
import type { RawObject } from "../mailflow/exchange/labelled/healthy-tenant";
import { genuineMessage, randomTenant, rule, tenantWith } from "./arbitrary-tenant";
import { complements, noEdits, repeatableActions, valueLists, without } from "./rule-parts";
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

const put = (all: readonly RawObject[], place: number, added: readonly RawObject[]): readonly RawObject[] => [
  ...all.slice(0, place),
  ...added,
  ...all.slice(place),
];

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
        const destroying = { ...extra, ...noEdits, Quarantine: true };
        const before = decided(rules, filter);
        if (before.verdict !== "proven")
          assert.notEqual(decided([...rules, destroying], filter).verdict, "proven");
      }),
      runs(400),
    ));

  it("a block rule added anywhere never delivers more", () =>
    fc.assert(
      fc.property(
        randomTenant,
        rule,
        fc.nat(5),
        fc.array(genuineMessage, { minLength: 2, maxLength: 5 }),
        ({ rules, filter }, extra, place, messages) => {
          const all = named(rules);
          const more = put(all, place, [{ ...extra, ...noEdits, Name: "Extra", Quarantine: true }]);
          const [before, after] = [decided(all, filter), decided(more, filter)];
          if (before.verdict !== "proven") assert.notEqual(after.verdict, "proven");
          if (before.verdict === "blocked") assert.ok(["blocked", "undecided"].includes(after.verdict));
          for (const message of messages)
            if (evaluateExchange(tenantWith(more, filter), message, asOf).outcome === "inbox")
              assert.equal(evaluateExchange(tenantWith(all, filter), message, asOf).outcome, "inbox");
        },
      ),
      runs(200),
    ));

  it("one rule for each value, next to each other, equals one rule with all values", () =>
    fc.assert(
      fc.property(
        randomTenant,
        fc.constantFrom(...valueLists),
        fc.constantFrom(...repeatableActions),
        fc.nat(5),
        ({ rules, filter }, [name, values], action, place) => {
          const all = named(rules);
          const one = (list: readonly string[]): RawObject => ({
            Name: `For ${list.join()}`,
            State: "Enabled",
            [name]: list,
            ...action,
          });
          same(
            decided(put(all, place, [one(values)]), filter),
            decided(
              put(
                all,
                place,
                values.map((value) => one([value])),
              ),
              filter,
            ),
          );
        },
      ),
      runs(300),
    ));

  it("an exception equals a condition on the complement", () =>
    fc.assert(
      fc.property(
        randomTenant,
        rule,
        fc.constantFrom(...complements),
        fc.nat(5),
        ({ rules, filter }, extra, [exception, condition], place) => {
          const all = named(rules);
          const free = {
            ...extra,
            Name: "Extra",
            SenderAddressLocation: null,
            ...without(exception),
            ...without(condition),
          };
          const decidedWith = (part: RawObject) => decided(put(all, place, [{ ...free, ...part }]), filter);
          same(decidedWith(exception), decidedWith(condition));
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
