/** Answers about lists that many people have in common, worked out once for each list. */

/** Shorter lists are answered anew: to remember them would cost more. */
const longEnough = 4;

/** Without it, 100,000 people with one mailbox and its devices would cost the square. */
export const rememberedByList = <Item, Value extends object | undefined>(
  answer: (items: readonly Item[]) => Value,
): ((items: readonly Item[]) => Value) => {
  const known = new WeakMap<readonly Item[], { readonly value: Value }>();
  return (items) => {
    if (items.length < longEnough) return answer(items);
    const found = known.get(items) ?? { value: answer(items) };
    known.set(items, found);
    return found.value;
  };
};
