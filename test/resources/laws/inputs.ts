/** Random inputs for any property table. */
import fc from "fast-check";
import type { PropertyTable, PropertyType, TextType } from "../../../src/resources/definition";
import { unknownMarkers } from "../../../src/resources/unknown";
import type { Value, ValueObject } from "../../../src/resources/value";

const texts: Readonly<Record<NonNullable<TextType["format"]>, readonly string[]>> = {
  size: ["10 MB", "10MB", "10,240 KB", "1 KB (1,024 bytes)"],
  "size-or-unlimited": ["50 GB", "51200MB", "unlimited", "Unlimited"],
  moment: ["2027-01-31", "2027-01-31T00:00Z", "2028-06-01T12:00+02:00"],
  day: ["2027-01-31", "2028-02-29"],
  address: ["ann@contoso.com", "Ann@contoso.com", "bob@contoso.com"],
};

const text = ({ values, format }: TextType): fc.Arbitrary<Value> => {
  if (values !== undefined) return fc.constantFrom(...values);
  if (format !== undefined) return fc.constantFrom(...texts[format]);
  return fc.constantFrom("alpha", "Alpha", "beta", "gamma", "delta");
};

/** Values of a type, in and out of normal form. */
export const valueOfType = (type: PropertyType): fc.Arbitrary<Value> => {
  switch (type.kind) {
    case "string":
      return text(type);
    case "integer":
      return fc.integer({ min: type.range?.[0] ?? -5, max: type.range?.[1] ?? 5 });
    case "number":
      return fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0);
    case "boolean":
      return fc.boolean();
    case "list": {
      const { keyedBy } = type;
      const items = valueOfType(type.items);
      return keyedBy === undefined
        ? fc.array(items, { maxLength: 4 })
        : fc.uniqueArray(items, {
            maxLength: 4,
            selector: (item) => String((item as ValueObject)[keyedBy]).toLowerCase(),
          });
    }
    case "map":
      return fc.dictionary(fc.constantFrom("a", "b", "c d"), valueOfType(type.values));
    case "object":
      return inputsOf(type.properties);
    case "any":
      return fc.constantFrom<Value>("1.2.3.4", 5, ["a", { b: null }]);
  }
};

/** Objects of a table: what is required is there, some of the rest, few enough for two to be alike at times. */
export const inputsOf = (table: PropertyTable): fc.Arbitrary<ValueObject> => {
  const required = Object.keys(table).filter((name) => table[name]?.required);
  const optional = Object.keys(table).filter((name) => table[name]?.required !== true);
  return fc
    .tuple(fc.subarray(optional, { maxLength: Math.min(4, optional.length) }))
    .chain(([chosen]) =>
      fc.record(
        Object.fromEntries(
          [...required, ...chosen].map((name) => [name, valueOfType(table[name]?.type ?? { kind: "any" })]),
        ),
      ),
    );
};

/** Any JSON at all, with values to come in it. */
export const json: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Value>(null, true, 7, "", "alpha", "2027-01-31", ...Object.values(unknownMarkers)),
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 4 }),
  ),
})).value;

/** Inputs of a table in which anything may stand anywhere. */
export const wildInputsOf = (table: PropertyTable): fc.Arbitrary<ValueObject> =>
  fc
    .tuple(inputsOf(table), fc.dictionary(fc.constantFrom(...Object.keys(table), "other"), json))
    .map(([tame, wild]) => ({ ...tame, ...wild }));
