/** Property values as programs give them and states hold them: JSON, with unknowns standing as their marker. */

export type Value = null | boolean | number | string | readonly Value[] | ValueObject;

export interface ValueObject {
  readonly [property: string]: Value;
}

/** Whether a value is an object with properties. */
export const isObject = (value: unknown): value is ValueObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a value is a list. `Array.isArray` alone would forget what the items are. */
export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

/** What a value is, in words for a message. */
export const describe = (value: Value): string => {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return typeof value === "string" ? "text" : `a ${typeof value}`;
};
