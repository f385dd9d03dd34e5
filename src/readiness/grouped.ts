/** Items by a key, in their order. */

export const groupedBy = <Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
};

/** Only the groups of more than one item: most keys stand alone, and need no list of their own. */
export const repeatedBy = <Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly [Item, ...Item[]]> => {
  const first = new Map<string, Item>();
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, item);
      continue;
    }
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [before, item]);
    else group.push(item);
  }
  return groups;
};
