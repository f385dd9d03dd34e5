/** Whether two values read of two tenants say the same. */

const entriesOf = (value: object): ReadonlyMap<unknown, unknown> =>
  value instanceof Map
    ? value
    : value instanceof Set
      ? new Map([...value].map((item) => [item, true]))
      : new Map(Object.entries(value).filter(([, item]) => item !== undefined));

/** Equal plain data: objects, lists, sets and maps are compared item by item; a missing property is an undefined one. */
export const isSameValue = (left: unknown, right: unknown): boolean => {
  if (Object.is(left, right)) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const [some, others] = [entriesOf(left), entriesOf(right)];
  return (
    some.size === others.size &&
    [...some].every(([key, value]) => others.has(key) && isSameValue(value, others.get(key)))
  );
};
