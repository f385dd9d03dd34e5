/** Random words and patterns, drawn from few texts so that they meet often. */
import fc from "fast-check";
import type { Branch, ClassName, Expression, Piece, SetItem } from "./expressions";

const texts = ["code", "login", "co", "de", "a", "b", "1", "12", "-", " ", ".", "x_y", "é", "Code"];

const text: fc.Arbitrary<Piece> = fc.constantFrom(...texts).map((one) => ({ kind: "text", text: one }));

const className = fc.constantFrom<ClassName>("digit", "space", "word");

const item: fc.Arbitrary<SetItem> = fc.oneof(
  fc.constantFrom("a", "b", "1", "-", " ", "_", "C", "é", "]", "^"),
  fc.constantFrom<SetItem>(["a", "f"], ["0", "4"], ["C", "O"]),
  className.map((one) => ({ class: one })),
);

const { piece } = fc.letrec<{ piece: Piece; simple: Piece }>((tie) => ({
  simple: fc.oneof(
    { weight: 6, arbitrary: text },
    { weight: 1, arbitrary: fc.constant<Piece>({ kind: "dot" }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant("class" as const), class: className, negated: fc.boolean() }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("set" as const),
        items: fc.uniqueArray(item, { minLength: 1, maxLength: 3 }),
        negated: fc.boolean(),
      }),
    },
  ),
  piece: fc.oneof(
    { maxDepth: 1, depthSize: "small" },
    tie("simple"),
    tie("simple"),
    fc.record({
      kind: fc.constant("group" as const),
      alternatives: fc.array(fc.array(tie("piece"), { minLength: 1, maxLength: 2 }), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
    fc
      .tuple(tie("piece"), fc.constantFrom([0, 1], [0, undefined], [1, undefined], [2, 3], [6, 6]))
      // A quantifier of a quantifier means something else than the tree says.
      .map(([inner, [least = 0, most]]): Piece => {
        const once: Piece = inner.kind === "repeat" ? { kind: "group", alternatives: [[inner]] } : inner;
        return { kind: "repeat", piece: once, least, most };
      }),
  ),
}));

const branch: fc.Arbitrary<Branch> = fc
  .record({
    start: fc.constantFrom<Branch["start"]>("", "", "", "\\A", "^", "\\b"),
    pieces: fc.array(piece, { minLength: 1, maxLength: 2 }),
    end: fc.constantFrom<Branch["end"]>("", "", "", "$", "\\Z", "\\z", "\\b"),
  })
  .map(({ start, pieces, end }) => ({
    start: start === "\\b" && pieces[0]?.kind !== "text" ? "" : start,
    pieces,
    end: end === "\\b" && pieces.at(-1)?.kind !== "text" ? "" : end,
  }));

const words = [
  "code",
  "login",
  "Code",
  "verification code",
  "x_y",
  "dmarc=pass",
  "a",
  "a.b",
  "1",
  "é",
  "co-de",
];

export const word: fc.Arbitrary<Expression> = fc
  .constantFrom(...words)
  .map((one) => ({ kind: "word", text: one }));

export const pattern: fc.Arbitrary<Expression> = fc
  .array(branch, { minLength: 1, maxLength: 2 })
  .map((branches) => ({ kind: "pattern", branches }));

/** An expression that holds for every text the given one holds for: without anchors, a word as a mere part. */
const wider = (expression: Expression): Expression => ({
  kind: "pattern",
  branches:
    expression.kind === "word"
      ? [{ start: "", pieces: [{ kind: "text", text: expression.text }], end: "" }]
      : expression.branches.map(({ pieces }) => ({ start: "", pieces, end: "" })),
});

/** A condition that must hold, or must not, on a text behind a prefix that a rule above put there. */
export interface Demand {
  readonly expressions: readonly Expression[];
  readonly holds: boolean;
  readonly prefix: string;
}

const expression = fc.oneof({ weight: 3, arbitrary: pattern }, { weight: 2, arbitrary: word });

const demand: fc.Arbitrary<Demand> = fc
  .record({
    expression,
    // The values of one condition are all words or all patterns.
    others: fc.array(expression, { maxLength: 1 }),
    holds: fc.boolean(),
    prefix: fc.oneof({ weight: 5, arbitrary: fc.constant("") }, { arbitrary: fc.constant("co "), weight: 1 }),
  })
  .map(({ expression: first, others, ...rest }) => ({
    expressions: [first, ...others.filter(({ kind }) => kind === first.kind)],
    ...rest,
  }));

/** Some conditions on one text; often ones that exclude each other, which chance alone seldom finds. */
export const demands: fc.Arbitrary<readonly Demand[]> = fc.oneof(
  fc.array(demand, { minLength: 1, maxLength: 3 }),
  fc
    .tuple(expression, fc.array(demand, { maxLength: 1 }))
    .map(([one, more]) => [
      { expressions: [one], holds: true, prefix: "" },
      { expressions: [wider(one)], holds: false, prefix: "" },
      ...more,
    ]),
  fc
    .tuple(expression, demand)
    .map(([one, other]) => [
      { expressions: [one], holds: true, prefix: "" },
      other,
      { ...other, holds: !other.holds },
    ]),
);

const piecesOf = (text: string): readonly Piece[] => [{ kind: "text", text }];
const digits = (least: number, most: number): Piece => ({
  kind: "repeat",
  piece: { kind: "class", class: "digit", negated: false },
  least,
  most,
});

const one = (branch: Partial<Branch> & Pick<Branch, "pieces">): Expression => ({
  kind: "pattern",
  branches: [{ start: "", end: "", ...branch }],
});

/** Words and patterns of real tenants (exchange-online.md 2.6, 6). */
export const handPicked: readonly Expression[] = [
  ...["verification code", "aircall", "dmarc=pass", "one-time", "mot de passe", "código"].map(
    (text): Expression => ({ kind: "word", text }),
  ),
  one({ pieces: [digits(6, 6)] }),
  one({ pieces: [{ kind: "group", alternatives: [[digits(6, 6)], [digits(4, 4)]] }] }),
  one({ start: "\\b", pieces: piecesOf("code"), end: "\\b" }),
  one({ start: "^", pieces: piecesOf("your"), end: "" }),
  one({ pieces: piecesOf("aircall.io"), end: "$" }),
  one({ pieces: [...piecesOf("aircall"), { kind: "dot" }, ...piecesOf("io")] }),
  one({ start: "\\A", pieces: piecesOf("noreply@aircall.io"), end: "\\Z" }),
  one({
    pieces: [...piecesOf("v"), { kind: "set", items: ["i", "1", "!"], negated: false }, ...piecesOf("agra")],
  }),
  one({
    start: "\\A",
    pieces: [
      {
        kind: "repeat",
        piece: { kind: "set", items: [{ class: "word" }], negated: true },
        least: 0,
        most: undefined,
      },
    ],
    end: "\\z",
  }),
];
