/** Diff, derived from the property table: which properties differ between two sets of inputs, by path. */
import { check } from "./check";
import { containsUnknown, meaning } from "./compare";
import type {
  InputsDefinition,
  ListType,
  PropertyDefinition,
  PropertyTable,
  PropertyType,
} from "./definition";
import { moved } from "./moved";
import { formatPath, isInside, type Path, parsePath } from "./path";
import { isUnknown } from "./unknown";
import { isList, isObject, type Value, type ValueObject } from "./value";

export interface PropertyChange {
  readonly path: Path;
  readonly kind: "add" | "delete" | "update";
  /** The change cannot be applied to the existing object. */
  readonly replace: boolean;
}

/**
 * Compares inputs in normal form. A value to come counts as a change. An item of a keyed list that only changed its
 * place is an update of that item.
 *
 * @param ignoreChanges - property paths, as programs write them, at and below which nothing is compared.
 */
export const diff = (
  definition: InputsDefinition,
  olds: ValueObject,
  news: ValueObject,
  ignoreChanges: readonly string[] = [],
): readonly PropertyChange[] => {
  const before = check(definition, olds).inputs;
  const after = check(definition, news).inputs;
  const ignored = ignoreChanges.map(parsePath);
  return tableChanges(definition.inputs, before, after, [], false).filter(
    ({ path }) => !ignored.some((prefix) => isInside(path, prefix)),
  );
};

/** The names of the top-level properties that changed, each once. */
export const changedProperties = (changes: readonly PropertyChange[]): readonly string[] => [
  ...new Set(changes.map(({ path }) => formatPath(path.slice(0, 1)))),
];

const tableChanges = (
  table: PropertyTable,
  olds: ValueObject,
  news: ValueObject,
  path: Path,
  replace: boolean,
): readonly PropertyChange[] =>
  Object.entries(table).flatMap(([name, definition]: [string, PropertyDefinition]) =>
    definition.addedByCheck
      ? []
      : valueChanges(
          definition.type,
          olds[name],
          news[name],
          [...path, name],
          replace || definition.replaceOnChange === true,
        ),
  );

const valueChanges = (
  type: PropertyType,
  old: Value | undefined,
  now: Value | undefined,
  path: Path,
  replace: boolean,
): readonly PropertyChange[] => {
  if (old === undefined) return now === undefined ? [] : [{ path, kind: "add", replace }];
  if (now === undefined) return [{ path, kind: "delete", replace }];
  const update: readonly PropertyChange[] = [{ path, kind: "update", replace }];
  if (isUnknown(old) || isUnknown(now)) return update;
  if (type.kind === "object" && isObject(old) && isObject(now))
    return tableChanges(type.properties, old, now, path, replace);
  if (type.kind === "map" && isObject(old) && isObject(now))
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((key) =>
      valueChanges(type.values, old[key], now[key], [...path, { key }], replace),
    );
  if (type.kind === "list" && isList(old) && isList(now)) {
    if (type.keyedBy !== undefined)
      return keyedChanges(type, type.keyedBy, old, now, path, replace) ?? update;
    if (type.ordered)
      return Array.from({ length: Math.max(old.length, now.length) }).flatMap((_, index) =>
        valueChanges(type.items, old[index], now[index], [...path, index], replace),
      );
  }
  return containsUnknown(old) || containsUnknown(now) || meaning(type, old) !== meaning(type, now)
    ? update
    : [];
};

/** Changes item by item, or `undefined` where the items cannot be told apart by their keys. */
const keyedChanges = (
  type: ListType,
  keyedBy: string,
  olds: readonly Value[],
  news: readonly Value[],
  path: Path,
  replace: boolean,
): readonly PropertyChange[] | undefined => {
  const before = byKey(keyedBy, olds);
  const after = byKey(keyedBy, news);
  if (before === undefined || after === undefined) return undefined;
  const kept = [...after.keys()].filter((key) => before.has(key));
  const oldPositions = positions(before);
  const newPositions = positions(after);
  const displaced = type.ordered ? moved(kept, (key) => oldPositions.get(key) ?? -1) : new Set<string>();
  // Positions name an item only where none has two, and no two items, the added and the deleted ones, have one.
  const inPlace =
    kept.every((key) => oldPositions.get(key) === newPositions.get(key)) &&
    (kept.length === before.size || kept.length === after.size);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const position = newPositions.get(key) ?? oldPositions.get(key);
    const place = [...path, inPlace && position !== undefined ? { key, position } : { key }];
    const changes = valueChanges(type.items, before.get(key), after.get(key), place, replace);
    return displaced.has(key) ? [{ path: place, kind: "update" as const, replace }, ...changes] : changes;
  });
};

const positions = (keyed: ReadonlyMap<string, Value>): ReadonlyMap<string, number> =>
  new Map([...keyed.keys()].map((key, index) => [key, index]));

const byKey = (keyedBy: string, items: readonly Value[]): ReadonlyMap<string, Value> | undefined => {
  const keyed = new Map<string, Value>();
  for (const item of items) {
    const key = isObject(item) ? item[keyedBy] : undefined;
    if (typeof key !== "string" || isUnknown(key) || keyed.has(key)) return undefined;
    keyed.set(key, item);
  }
  return keyed;
};
