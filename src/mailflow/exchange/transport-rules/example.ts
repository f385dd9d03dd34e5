/** Messages that are known to meet demands: most often one of them meets the next demand too, without a search. */
import { smallestMember } from "../../language/smallest-member";
import type { Field, MessageClass } from "../../message-class";
import type { Test } from "./atom";
import { type Demand, isExact, type Literal, testKey } from "./demand";

export type Values = ReadonlyMap<Field, string>;

/** A message that meets demands: a value per field they speak of; every other field has a smallest value of the class. */
export interface Example {
  readonly values: Values;
  /** What it takes those tests for that are only known between bounds, by field and test. */
  readonly taken: ReadonlyMap<string, boolean>;
}

/** How an example remembers what it takes a test for. */
export const takenKey = (test: Test): string => `${test.field}\u0000${testKey(test)}`;

/** Whether the message meets a test; `"open"` where its value lies between the bounds. */
type Met = boolean | "open";

const smallestValues = new WeakMap<MessageClass, Map<Field, string | undefined>>();

/** What a field that no demand speaks of holds; asked of every test again. */
const smallestValue = (messages: MessageClass, field: Field): string | undefined => {
  const known = smallestValues.get(messages) ?? new Map<Field, string | undefined>();
  smallestValues.set(messages, known);
  if (!known.has(field)) known.set(field, smallestMember(messages.values(field)));
  return known.get(field);
};

const metBy = (messages: MessageClass, { values }: Example, { field, bounds }: Test): Met => {
  const value = values.get(field) ?? smallestValue(messages, field);
  if (value === undefined || !bounds.possibly.accepts(value)) return false;
  return isExact({ bounds }) || bounds.surely.accepts(value) || "open";
};

/** Asks item by item until one answers what settles it; `"open"` where none does and one is open. */
const settledBy =
  (settling: boolean) =>
  <Item>(items: readonly Item[], met: (item: Item) => Met): Met => {
    let answer: Met = !settling;
    for (const item of items) {
      const one = met(item);
      if (one === settling) return one;
      if (one === "open") answer = one;
    }
    return answer;
  };

const all = settledBy(false);
const any = settledBy(true);

/** Whether the message meets the demands whatever open tests are taken for; `"open"` where that matters. */
export const meetsAnyway = (messages: MessageClass, example: Example, demands: readonly Demand[]): Met =>
  all(demands, (ways) =>
    any(ways, (way) =>
      all(way, ({ test, holds }) => {
        const found = metBy(messages, example, test);
        return found === "open" ? found : found === holds;
      }),
    ),
  );

/** The same message, where it meets these demands with what it takes open tests for; `undefined` says nothing. */
export const stillMeets = (
  messages: MessageClass,
  example: Example,
  demands: readonly Demand[],
): Example | undefined => {
  const taken = new Map(example.taken);
  const isMet = ({ test, holds }: Literal): boolean => {
    const found = metBy(messages, example, test);
    if (found !== "open") return found === holds;
    const key = takenKey(test);
    const before = taken.get(key);
    if (before === undefined) taken.set(key, holds);
    return before === undefined || before === holds;
  };
  if (!demands.every((ways) => ways.some((way) => way.every(isMet)))) return undefined;
  return taken.size === example.taken.size ? example : { values: example.values, taken };
};
