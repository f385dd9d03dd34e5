/** Which items of a reordered list have to move, as few as possible. */

/**
 * @param items - the items in their new order.
 * @param oldPosition - where an item stood before; a different number for each.
 * @returns the items outside one longest run that kept its order. O(n log n).
 */
export const moved = <Item>(
  items: readonly Item[],
  oldPosition: (item: Item) => number,
): ReadonlySet<Item> => {
  // Patience sorting: tails[k] ends the best run of length k + 1 found so far; links lead back through it.
  const tails: Item[] = [];
  const links = new Map<Item, Item | undefined>();
  for (const item of items) {
    const position = oldPosition(item);
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const tail = tails[middle];
      if (tail !== undefined && oldPosition(tail) < position) low = middle + 1;
      else high = middle;
    }
    links.set(item, tails[low - 1]);
    tails[low] = item;
  }
  const kept = new Set<Item>();
  for (let item = tails.at(-1); item !== undefined; item = links.get(item)) kept.add(item);
  return new Set(items.filter((item) => !kept.has(item)));
};
