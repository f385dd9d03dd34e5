/** Property tables as TypeScript interfaces. */
import type { PropertyDefinition, PropertyTable, PropertyType } from "../../src/resources/definition";

/** `argument`: what programs pass, values to come allowed everywhere. `value`: plain values. */
export type Shape = "argument" | "value";

const input = (source: string, shape: Shape): string =>
  shape === "argument" ? `pulumi.Input<${source}>` : source;

/** The TypeScript type of a property. */
export const typeSource = (type: PropertyType, shape: Shape): string => {
  switch (type.kind) {
    case "string":
      return type.values === undefined
        ? "string"
        : type.values.map((value) => JSON.stringify(value)).join(" | ");
    case "integer":
      return "number";
    case "any":
      return "unknown";
    case "object":
      return shape === "argument" ? `${type.name}Args` : type.name;
    case "list":
      // The SDK's Input wants mutable arrays inside it; plain values are nobody's to change.
      return shape === "argument"
        ? `${input(typeSource(type.items, shape), shape)}[]`
        : `readonly ${parenthesised(typeSource(type.items, shape))}[]`;
    case "map":
      return shape === "argument"
        ? `Record<string, ${input(typeSource(type.values, shape), shape)}>`
        : `Readonly<Record<string, ${typeSource(type.values, shape)}>>`;
    default:
      return type.kind;
  }
};

const parenthesised = (source: string): string => (source.includes(" ") ? `(${source})` : source);

/** A documentation comment, one line or wrapped. */
export const docstring = (docs: string, indent: string): readonly string[] => {
  const lines = [""];
  for (const word of docs.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && indent.length + last.length + word.length > 110) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines.length === 1
    ? [`${indent}/** ${docs} */`]
    : [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`), `${indent} */`];
};

const limits = ({ type, default: fallback, environment }: PropertyDefinition): string => {
  const text = type.kind === "list" ? type.items : type;
  const notes = [
    ...(type.kind === "integer" && type.range !== undefined
      ? [`From ${type.range[0]} to ${type.range[1]}.`]
      : []),
    ...(text.kind === "string" && text.maxLength !== undefined
      ? [`At most ${text.maxLength} characters${type.kind === "list" ? " each" : ""}.`]
      : []),
    ...(fallback === undefined ? [] : [`Default: \`${fallback}\`.`]),
    ...(environment === undefined ? [] : [`Environment: \`${environment}\`.`]),
  ];
  return notes.map((note) => ` ${note}`).join("");
};

/** In normal form a property with a default is always there. */
const isPresent = ({ required, default: fallback }: PropertyDefinition, shape: Shape): boolean =>
  required === true || (shape === "value" && fallback !== undefined);

/** An interface with a docstring for every property. */
export const interfaceSource = (name: string, docs: string, table: PropertyTable, shape: Shape): string =>
  [
    ...docstring(docs, ""),
    `export interface ${name} {`,
    ...Object.entries(table).flatMap(([property, definition]) => [
      ...docstring(definition.docs + limits(definition), "  "),
      `  ${shape === "value" ? "readonly " : ""}${property}${isPresent(definition, shape) ? "" : "?"}: ${input(typeSource(definition.type, shape), shape)}${shape === "argument" && !isPresent(definition, shape) ? " | undefined" : ""};`,
    ]),
    "}",
    "",
  ].join("\n");
