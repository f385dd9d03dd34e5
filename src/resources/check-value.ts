/** Validates and normalises one value against its type, going down into lists and objects. */
import { checkText } from "./check-text";
import { meaning } from "./compare";
import type { IntegerType, ListType, PropertyDefinition, PropertyTable, PropertyType } from "./definition";
import type { Path } from "./path";
import { isUnknown } from "./unknown";
import { describe, isList, isObject, type Value, type ValueObject } from "./value";

/** Where the reasons go. */
export interface Checking {
  readonly fail: (path: Path, reason: string) => void;
  /** `, but is <value>` where the value may be shown, else nothing. */
  readonly quote: (path: Path, value: Value) => string;
}

/** Checks the properties of an object. Properties the engine adds for itself begin with two underscores. */
export const checkTable = (
  table: PropertyTable,
  given: ValueObject,
  path: Path,
  checking: Checking,
): ValueObject => {
  const result: Record<string, Value> = {};
  for (const [name, definition] of Object.entries(table)) {
    const value = checkProperty(definition, given[name], [...path, name], checking);
    if (value !== undefined) result[name] = value;
  }
  for (const [name, definition] of Object.entries(table))
    if (definition.with !== undefined && name in result && !(definition.with in result))
      checking.fail([...path, name], `has no meaning without \`${definition.with}\`: set both or neither`);
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(table, name) || name.startsWith("__")) continue;
    const similar = Object.keys(table).find((known) => known.toLowerCase() === name.toLowerCase());
    const hint = similar === undefined ? "" : `; did you mean \`${similar}\`?`;
    checking.fail([...path, name], `is not a property that exists here${hint}`);
  }
  return result;
};

const checkProperty = (
  definition: PropertyDefinition,
  given: Value | undefined,
  path: Path,
  checking: Checking,
): Value | undefined => {
  if (definition.addedByCheck) return undefined;
  // null, an empty list and an absent property are the same to the service (exchange-online.md 1.8)
  if (given === undefined || given === null) {
    if (definition.required) checking.fail(path, "is required");
    return definition.default;
  }
  const value = checkValue(definition.type, given, path, checking);
  if (value === definition.sameAsAbsent) return undefined;
  if (definition.type.kind === "list" && isList(value) && value.length === 0 && !definition.required)
    return undefined;
  return value;
};

const checkValue = (type: PropertyType, given: Value, path: Path, checking: Checking): Value => {
  if (isUnknown(given)) return given;
  switch (type.kind) {
    case "any":
      return given;
    case "boolean":
    case "number":
      if (typeof given !== type.kind)
        checking.fail(path, `must be a ${type.kind}, but is ${describe(given)}`);
      return given;
    case "integer":
      return checkInteger(type, given, path, checking);
    case "string":
      return checkText(type, given, path, checking);
    case "list":
      return checkList(type, given, path, checking);
    case "object":
      if (isObject(given)) return checkTable(type.properties, given, path, checking);
      break;
    case "map":
      if (isObject(given))
        return Object.fromEntries(
          Object.entries(given).map(([key, value]) => [
            key,
            checkValue(type.values, value, [...path, { key }], checking),
          ]),
        );
  }
  checking.fail(path, `must be an object, but is ${describe(given)}`);
  return given;
};

const checkInteger = ({ range }: IntegerType, given: Value, path: Path, checking: Checking): Value => {
  const accepted = `must be a whole number${range === undefined ? "" : ` from ${range[0]} to ${range[1]}`}`;
  if (typeof given !== "number") checking.fail(path, `${accepted}, but is ${describe(given)}`);
  else if (!Number.isInteger(given) || (range !== undefined && (given < range[0] || given > range[1])))
    checking.fail(path, `${accepted}${checking.quote(path, given)}`);
  return given;
};

const checkList = (type: ListType, given: Value, path: Path, checking: Checking): Value => {
  if (!isList(given)) {
    checking.fail(path, `must be a list, but is ${describe(given)}`);
    return given;
  }
  const items = given.map((item, index) => {
    const place = [...path, itemSegment(type, item, index)];
    if (item !== null) return checkValue(type.items, item, place, checking);
    checking.fail(place, "must not be empty");
    return item;
  });
  if (type.keyedBy !== undefined) checkKeys(type.keyedBy, items, path, checking);
  return type.ordered || type.repeats === true ? items : withoutDuplicates(type.items, items);
};

/** Items are named by their key where they have one: it says more than a position. */
const itemSegment = (type: ListType, item: Value, index: number): Path[number] => {
  const key = type.keyedBy === undefined || !isObject(item) ? undefined : item[type.keyedBy];
  return typeof key === "string" && !isUnknown(key) ? { key } : index;
};

/** The services behind these keys find objects by name whatever the case, so two spellings are one object. */
const checkKeys = (keyedBy: string, items: readonly Value[], path: Path, checking: Checking): void => {
  const seen = new Map<string, number>();
  items.forEach((item, index) => {
    const key = isObject(item) ? item[keyedBy] : undefined;
    if (typeof key !== "string" || isUnknown(key)) return;
    const first = seen.get(key.toLowerCase());
    if (first === undefined) seen.set(key.toLowerCase(), index);
    else
      checking.fail(
        [...path, index, keyedBy],
        `is the same as at position ${first}: give every item its own`,
      );
  });
};

const withoutDuplicates = (type: PropertyType, items: readonly Value[]): readonly Value[] => {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = meaning(type, item);
    return seen.size < seen.add(key).size;
  });
};
