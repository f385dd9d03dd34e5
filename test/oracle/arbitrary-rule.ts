/** Random lists of one to five rules over few texts, levels and people, so that rules shadow and arm each other. */
import fc from "fast-check";
import { pattern, word } from "./arbitrary-expression";
import type { Expression } from "./expressions";
import { type Action, type Condition, type OracleRule, parameterOf, type TextField } from "./rule";

/** Simple values: the string layer has a test of its own. */
const plain = (kind: "word" | "pattern", text: string): Expression =>
  kind === "word"
    ? { kind, text }
    : { kind, branches: [{ start: "", pieces: [{ kind: "text", text }], end: "" }] };

const values = (texts: readonly string[]): fc.Arbitrary<readonly Expression[]> =>
  fc
    .tuple(fc.constantFrom("word" as const, "pattern" as const), fc.subarray([...texts], { minLength: 1 }))
    .map(([kind, some]) => some.map((text) => plain(kind, text)));

const textCondition: fc.Arbitrary<Condition> = fc
  .tuple(
    fc.constantFrom<TextField>("subject", "subject", "subject", "subject or body", "marker"),
    fc.oneof(
      { weight: 4, arbitrary: values(["code", "login", "lottery"]) },
      { weight: 1, arbitrary: fc.array(word, { minLength: 1, maxLength: 2 }) },
      { weight: 1, arbitrary: fc.array(pattern, { minLength: 1, maxLength: 1 }) },
    ),
  )
  .map(([field, expressions]) => ({ kind: "text", field, values: expressions }));

const addressCondition: fc.Arbitrary<Condition> = fc
  .tuple(fc.constantFrom<TextField>("sender", "recipient"), values(["aircall", "noreply", "anna", "io"]))
  .map(([field, expressions]) => ({ kind: "text", field, values: expressions }));

const someOf = (all: readonly string[]) => fc.subarray([...all], { minLength: 1, maxLength: 2 });

export const senders = ["noreply@aircall.io", "noreply@notify.aircall.io"] as const;
export const recipients = ["anna@contoso.example", "ben@contoso.example"] as const;

const otherCondition: fc.Arbitrary<Condition> = fc.oneof(
  {
    weight: 2,
    arbitrary: someOf([...senders, "x@example.org"]).map(
      (addresses): Condition => ({ kind: "from", addresses }),
    ),
  },
  {
    weight: 2,
    arbitrary: someOf(["aircall.io", "notify.aircall.io", "example.org"]).map(
      (domains): Condition => ({
        kind: "domain",
        domains,
      }),
    ),
  },
  { weight: 2, arbitrary: someOf(recipients).map((addresses): Condition => ({ kind: "to", addresses })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(10, 500, 5_000).map((kilobytes): Condition => ({ kind: "size", kilobytes })),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(-1, 0, 4, 5, 6, 9).map((level): Condition => ({ kind: "scl", level })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("Normal" as const, "High" as const)
      .map((value): Condition => ({ kind: "importance", value })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom("dmarc=pass" as const, "dmarc=pass" as const, "pass" as const)
      .map((one): Condition => ({ kind: "authenticated", word: one })),
  },
);

const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 5, arbitrary: textCondition },
  { weight: 1, arbitrary: addressCondition },
  { weight: 4, arbitrary: otherCondition },
);

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(
        { Quarantine: true },
        { DeleteMessage: true },
        { RejectMessageReasonText: "No" },
        { RedirectMessageTo: ["boss@contoso.example"] },
      )
      .map((by): Action => ({ kind: "destroy", by })),
  },
  {
    weight: 5,
    arbitrary: fc.constantFrom(-1, -1, -1, 0, 4, 5, 6, 9).map((level): Action => ({ kind: "scl", level })),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("code ", "External ").map((text): Action => ({ kind: "prefix", text })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("code", "Lottery won").map((text): Action => ({ kind: "mark", text })),
  },
  { weight: 1, arbitrary: fc.constant<Action>({ kind: "unmark" }) },
  { weight: 1, arbitrary: fc.constant<Action>({ kind: "nothing" }) },
);

/** The two header conditions share one parameter for the field they look at. */
const slotOf = (one: Condition): string =>
  one.kind === "authenticated" ? "HeaderContainsWords" : parameterOf(one);

const conditions = (maxLength: number) => fc.uniqueArray(condition, { maxLength, selector: slotOf });

const rule: fc.Arbitrary<OracleRule> = fc.record({
  conditions: fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 3, arbitrary: conditions(2) }),
  exceptions: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: conditions(2) }),
  action,
  stops: fc.nat(2).map((one) => one === 0),
});

/** How some lists end; an allow for all mail, or for mail that may be authenticated: else next to nothing is proven. */
const closing: fc.Arbitrary<readonly OracleRule[]> = fc
  .constantFrom<readonly Condition[] | undefined>(
    undefined,
    undefined,
    [],
    [],
    [{ kind: "authenticated", word: "dmarc=pass" }],
    [{ kind: "authenticated", word: "pass" }],
  )
  .map((given) =>
    given === undefined
      ? []
      : [{ conditions: given, exceptions: [], action: { kind: "scl", level: -1 }, stops: false }],
  );

export const ruleList: fc.Arbitrary<readonly OracleRule[]> = fc
  .tuple(fc.array(rule, { minLength: 1, maxLength: 4 }), closing)
  .map(([rules, last]) => [...rules, ...last]);
