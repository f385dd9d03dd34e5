/** The object types a package uses, each once. */
import type { ObjectType, PropertyTable, PropertyType } from "./definition";

const inType = (type: PropertyType): readonly ObjectType[] => {
  switch (type.kind) {
    case "list":
      return inType(type.items);
    case "map":
      return inType(type.values);
    case "object":
      return [type, ...objectTypes(type.properties)];
    default:
      return [];
  }
};

/** Every object type in a table, the outer before the inner ones. */
export const objectTypes = (table: PropertyTable): readonly ObjectType[] => [
  ...new Set(Object.values(table).flatMap(({ type }) => inType(type))),
];
