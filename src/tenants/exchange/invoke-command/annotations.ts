/** Removes the wire's annotations (`Name@odata.type`, `Name@data.type`), so that objects look as `ConvertTo-Json` prints them. */

const isAnnotation = (key: string): boolean => /@(odata|data|adminapi)\./.test(key);

/** A value without annotations, at every depth. */
export const withoutAnnotations = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(withoutAnnotations);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !isAnnotation(key))
      .map(([key, inner]) => [key, withoutAnnotations(inner)]),
  );
};
