/** When two values of one type mean the same. */
import type { PropertyTable, PropertyType, TextType } from "./definition";
import { textFormats } from "./text-format";
import { isUnknown } from "./unknown";
import { isList, isObject, type Value } from "./value";

/** Lists are compared item by item, unordered ones after sorting; case and spelling count only where the type says so. */
const comparable = (type: PropertyType, value: Value): Value => {
  if (typeof value === "string" && type.kind === "string") return comparableText(type, value);
  if (isList(value) && type.kind === "list") {
    const items = value.map((item) => comparable(type.items, item));
    if (type.ordered) return items;
    const texts = items.map((item) => JSON.stringify(item));
    return (type.repeats === true ? texts : [...new Set(texts)]).sort();
  }
  if (isObject(value)) {
    const typeOf = propertyTypes(type);
    return Object.keys(value)
      .sort()
      .flatMap((name): Value[] => {
        const inner = value[name];
        return inner === undefined || inner === null ? [] : [[name, comparable(typeOf(name), inner)]];
      });
  }
  return value;
};

const comparableText = (type: TextType, text: string): string => {
  const normal = type.format === undefined ? text : (textFormats[type.format].normalise(text) ?? text);
  return type.ignoreCase === true ? normal.toLowerCase() : normal;
};

const propertyTypes = (type: PropertyType): ((name: string) => PropertyType) => {
  if (type.kind === "map") return () => type.values;
  const table: PropertyTable = type.kind === "object" ? type.properties : {};
  return (name) => table[name]?.type ?? { kind: "any" };
};

/** A text that is the same for two values of the type exactly when they mean the same. */
export const meaning = (type: PropertyType, value: Value): string => JSON.stringify(comparable(type, value));

/** Whether there is a value to come anywhere in a value. */
export const containsUnknown = (value: Value | undefined): boolean => {
  if (isList(value)) return value.some(containsUnknown);
  if (isObject(value)) return Object.values(value).some(containsUnknown);
  return isUnknown(value);
};
