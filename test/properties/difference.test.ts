/** `diff` never claims what the reference evaluator denies, and never passes over what it sees, on random pairs of tenants. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { type Change, type ChangeKind, differenceOf } from "../../src/mailflow/difference";
import { fateOf } from "../../src/mailflow/difference/fate";
import { evaluateExchange } from "../../src/mailflow/exchange/evaluate";
import type { ExchangeTenant } from "../../src/mailflow/exchange/tenant";
import type { RawObject } from "../mailflow/exchange/labelled/healthy-tenant";
import { genuineMessage, type RandomTenant, randomTenant, rule, tenantWith } from "./arbitrary-tenant";
import { runs } from "./runs";

const asOf = new Date("2026-11-22T12:00:00Z");

const tenantOf = ({ rules, filter }: RandomTenant): ExchangeTenant => tenantWith(rules, filter);

const named = ({ rules, filter }: RandomTenant): RandomTenant => ({
  rules: rules.map((raw, place) => ({ Name: `Rule ${place}`, ...raw })),
  filter,
});

type Edit = (rules: readonly RawObject[]) => readonly RawObject[];

const put = (rules: readonly RawObject[], place: number, added: RawObject): readonly RawObject[] => [
  ...rules.slice(0, place),
  added,
  ...rules.slice(place),
];

const edit: fc.Arbitrary<Edit> = fc
  .tuple(fc.nat(4), fc.nat(4), rule, fc.constantFrom("add", "remove", "move", "change", "narrow"))
  .map(
    ([place, other, raw, kind]): Edit =>
      (rules) => {
        const [found] = rules.slice(place, place + 1);
        const without = rules.filter((_rule, at) => at !== place);
        if (kind === "add" || found === undefined) return put(rules, place, { ...raw, Name: "Added" });
        switch (kind) {
          case "remove":
            return without;
          case "move":
            return put(without, other, found);
          case "change":
            return put(without, place, { ...raw, Name: found.Name });
          case "narrow":
            return put(without, place, { ...found, ExceptIfSubjectContainsWords: ["code"] });
        }
      },
  );

interface RandomPair {
  readonly before: RandomTenant;
  readonly after: RandomTenant;
}

const randomPair: fc.Arbitrary<RandomPair> = fc
  .record({
    base: randomTenant.map(named),
    edits: fc.array(edit, { minLength: 1, maxLength: 2 }),
    other: randomTenant,
    keepFilter: fc.boolean(),
  })
  .map(({ base, edits, other, keepFilter }) => ({
    before: base,
    after: {
      rules: edits.reduce<readonly RawObject[]>((rules, change) => change(rules), base.rules),
      filter: keepFilter ? base.filter : other.filter,
    },
  }));

const changesOf = ({ before, after }: RandomPair): readonly Change[] =>
  differenceOf(tenantOf(before), tenantOf(after), { asOf }).changes;

const opposite: Readonly<Record<ChangeKind, ChangeKind>> = {
  "newly-blocked": "no-longer-blocked",
  "no-longer-blocked": "newly-blocked",
  "newly-guaranteed": "no-longer-guaranteed",
  "no-longer-guaranteed": "newly-guaranteed",
  "newly-too-wide": "no-longer-too-wide",
  "no-longer-too-wide": "newly-too-wide",
  "newly-undecided": "no-longer-undecided",
  "no-longer-undecided": "newly-undecided",
};

const isOut = (outcome: string): boolean => outcome !== "inbox" && outcome !== "undecided";

describe("difference of two tenants", function () {
  this.timeout(0);

  it("is empty between a tenant and itself, even where a part that decides nothing differs", () => {
    fc.assert(
      fc.property(randomTenant.map(named), (random) => {
        const tenant = tenantOf(random);
        assert.deepEqual(differenceOf(tenant, tenantOf(random), { asOf }).changes, []);
        const other = { ...tenant, acceptedDomains: [] };
        assert.deepEqual(differenceOf(tenant, other, { asOf }).changes, []);
      }),
      runs(40),
    );
  });

  it("is empty where rules are renamed, commented and lists written in another order", () => {
    fc.assert(
      fc.property(randomTenant.map(named), (random) => {
        const rules = random.rules.map(
          (raw): RawObject => ({
            ...Object.fromEntries(
              Object.entries(raw).map(([name, value]) => [
                name,
                Array.isArray(value) ? [...value].reverse() : value,
              ]),
            ),
            Name: `New ${String(raw.Name)}`,
            Comments: "Reviewed.",
          }),
        );
        const found = differenceOf(tenantOf(random), tenantOf({ ...random, rules }), { asOf });
        assert.deepEqual(found.changes, []);
        for (const { effect } of found.rules) assert.equal(effect, "none");
      }),
      runs(40),
    );
  });

  it("is empty where a list is split over two rules in a row", () => {
    fc.assert(
      fc.property(
        randomTenant.map(named),
        fc.subarray(["code", "login", "lottery", "my_code"], { minLength: 2 }),
        fc.constantFrom("SubjectContainsWords", "SubjectOrBodyContainsWords"),
        fc.nat(4),
        ({ rules, filter }, words, condition, place) => {
          const block = (name: string, list: readonly string[]): RawObject => ({
            Name: name,
            State: "Enabled",
            [condition]: list,
            Quarantine: true,
          });
          const [first = "code", ...rest] = words;
          const split = put(put(rules, place, block("Second", rest)), place, block("First", [first]));
          const after = { rules: split, filter };
          const before = { rules: put(rules, place, block("First", words)), filter };
          assert.deepEqual(changesOf({ before, after }), []);
          assert.deepEqual(changesOf({ before: after, after: before }), []);
        },
      ),
      runs(25),
    );
  });

  it("claims only what the evaluator confirms in both tenants", () => {
    const claimed = new Set<ChangeKind>();
    fc.assert(
      fc.property(randomPair, (pair) => {
        const [before, after] = [tenantOf(pair.before), tenantOf(pair.after)];
        for (const { kind, witness, about } of changesOf(pair)) {
          if (kind === "newly-undecided" || kind === "no-longer-undecided") continue;
          claimed.add(kind);
          assert.ok(witness, kind);
          // Whatever the filter would say of it.
          const { filterVerdict: _verdict, ...message } = witness;
          const [was, is] = [before, after].map((tenant) => evaluateExchange(tenant, message, asOf));
          assert.ok(was && is);
          const [first, second] = kind.startsWith("newly") ? [was, is] : [is, was];
          if (about === "narrowness")
            assert.deepEqual([first.bypassed, second.bypassed], [false, true], kind);
          else if (kind.endsWith("blocked")) {
            assert.ok(!first.endings.some(({ outcome }) => isOut(outcome)), kind);
            assert.ok(isOut(second.outcome) || second.endings.every(({ outcome }) => isOut(outcome)), kind);
          } else {
            assert.equal(second.outcome, "inbox", kind);
            assert.notEqual(first.outcome, "inbox", kind);
          }
        }
      }),
      runs(120),
    );
    assert.ok(claimed.size > 0, "no random pair made any claim");
  });

  it("never passes over a message that the evaluator lets fare worse", () => {
    let worse = 0;
    fc.assert(
      fc.property(randomPair, fc.array(genuineMessage, { minLength: 4, maxLength: 10 }), (pair, messages) => {
        const [before, after] = [tenantOf(pair.before), tenantOf(pair.after)];
        const seen = messages.flatMap((message) => {
          const was = fateOf(before, message, "delivery", asOf).fate;
          const is = fateOf(after, message, "delivery", asOf).fate;
          const kind =
            is === "blocked" && (was === "guaranteed" || was === "left-to-classifier")
              ? "newly-blocked"
              : was === "guaranteed" && is === "left-to-classifier"
                ? "no-longer-guaranteed"
                : undefined;
          return kind === undefined ? [] : [{ message, kind } as const];
        });
        if (seen.length === 0) return;
        worse += 1;
        const changes = changesOf(pair);
        for (const { message, kind } of seen)
          assert.ok(
            changes.some(
              (change) =>
                change.about === "delivery" &&
                (change.kind === kind || change.kind === "newly-undecided") &&
                change.senders.includes(message.from) &&
                change.recipients.sample.includes(message.recipient),
            ),
            JSON.stringify({ kind, message, changes }),
          );
      }),
      runs(120),
    );
    assert.ok(worse > 0, "no random pair made anything worse");
  });

  it("says the opposite the other way round", () => {
    fc.assert(
      fc.property(randomPair, (pair) => {
        const settled = (changes: readonly Change[]) =>
          changes.filter(({ kind, witness }) => witness !== undefined && kind !== "newly-undecided");
        const told = (changes: readonly Change[], kindOf: (kind: ChangeKind) => ChangeKind) =>
          [
            ...new Set(
              settled(changes).flatMap(({ kind, senders, recipients }) =>
                senders.flatMap((sender) =>
                  recipients.sample.map((recipient) => `${kindOf(kind)} ${sender} ${recipient}`),
                ),
              ),
            ),
          ].sort();
        const back = { before: pair.after, after: pair.before };
        assert.deepEqual(
          told(changesOf(pair), (kind) => kind),
          told(changesOf(back), (kind) => opposite[kind]),
        );
      }),
      runs(40),
    );
  });
});
