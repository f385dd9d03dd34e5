/** The package schema in Pulumi's format, from which the CLI shows documentation and makes classes in other languages. */
import type { PropertyDefinition, PropertyTable, PropertyType, ResourceDefinition } from "./definition";
import type { PackageDefinition } from "./mailflow-package";
import { objectTypes } from "./object-types";
import type { ValueObject } from "./value";

/** @returns the schema as JSON, without `undefined` anywhere. */
export const packageSchema = (definition: PackageDefinition, version: string): ValueObject => ({
  name: definition.name,
  version,
  description: definition.docs,
  language: { nodejs: { respectSchemaVersion: true } },
  config: {
    variables: properties(definition.name, "index", definition.config),
    ...required(definition.config, "required"),
  },
  provider: {
    description: definition.docs,
    ...inputProperties(definition.name, "index", definition.config),
  },
  resources: Object.fromEntries(
    definition.resources.map((resource) => [resource.token, resourceSchema(definition.name, resource)]),
  ),
  types: Object.fromEntries(
    definition.resources.flatMap((resource) => typeSchemas(definition.name, resource)),
  ),
});

const moduleOf = (token: string): string => token.split(":")[1] ?? "index";

const resourceSchema = (name: string, { token, docs, inputs, outputs }: ResourceDefinition): ValueObject => {
  const state = { ...inputs, ...outputs };
  return {
    description: docs,
    properties: properties(name, moduleOf(token), state),
    ...required(state, "required"),
    ...inputProperties(name, moduleOf(token), inputs),
  };
};

const typeSchemas = (
  name: string,
  { token, inputs, outputs }: ResourceDefinition,
): readonly [string, ValueObject][] =>
  objectTypes({ ...inputs, ...outputs }).map((type) => [
    `${name}:${moduleOf(token)}:${type.name}`,
    {
      description: type.docs,
      type: "object",
      properties: properties(name, moduleOf(token), type.properties),
      ...required(type.properties, "required"),
    },
  ]);

const inputProperties = (name: string, module: string, table: PropertyTable): ValueObject => ({
  inputProperties: properties(name, module, table),
  ...required(table, "requiredInputs"),
});

/** What check adds is nobody's to write. */
const properties = (name: string, module: string, table: PropertyTable): ValueObject =>
  Object.fromEntries(
    Object.entries(table)
      .filter(([, property]) => property.addedByCheck !== true)
      .map(([property, definition]) => [property, propertySchema(name, module, definition)]),
  );

const required = (table: PropertyTable, key: "required" | "requiredInputs"): ValueObject => {
  const names = Object.entries(table).flatMap(([name, property]) => (property.required ? [name] : []));
  return names.length === 0 ? {} : { [key]: names };
};

const propertySchema = (name: string, module: string, property: PropertyDefinition): ValueObject => ({
  ...typeSchema(name, module, property.type),
  description: property.docs,
  ...(property.default === undefined ? {} : { default: property.default }),
  ...(property.environment === undefined ? {} : { defaultInfo: { environment: [property.environment] } }),
  ...(property.secret ? { secret: true } : {}),
  ...(property.replaceOnChange ? { willReplaceOnChanges: true } : {}),
});

const typeSchema = (name: string, module: string, type: PropertyType): ValueObject => {
  switch (type.kind) {
    case "list":
      return { type: "array", items: typeSchema(name, module, type.items) };
    case "map":
      return { type: "object", additionalProperties: typeSchema(name, module, type.values) };
    case "object":
      return { type: "object", $ref: `#/types/${name}:${module}:${type.name}` };
    case "any":
      return { $ref: "pulumi.json#/Any" };
    default:
      return { type: type.kind };
  }
};
