/** Lists of texts without regard to case, and parts of a tenant whose objects have names. */
import type { Part } from "../exchange/tenant";

export const isOneOf = (entries: readonly string[]): ((entry: string) => boolean) => {
  const wanted = new Set(entries.map((entry) => entry.toLowerCase()));
  return (entry) => wanted.has(entry.toLowerCase());
};

export const without = (list: readonly string[], entries: readonly string[]): readonly string[] => {
  const removed = isOneOf(entries);
  return list.filter((entry) => !removed(entry));
};

/** The part with one object changed. */
export const changed = <Item extends { readonly name: string }>(
  part: Part<Item>,
  name: string,
  change: (item: Item) => Item,
): Part<Item> => part?.map((item) => (item.name === name ? change(item) : item));
