/** The names of transport-rule parameters in programs: `SetSCL` is `setScl`, `RemoveOMEv2` is `removeOmeV2`. */
import { type ParameterName, parameters } from "../mailflow/exchange/transport-rules/table";

/** Abbreviations become ordinary words; a version behind one stays a word of its own. */
const toProperty = (parameter: string): string => {
  const words = parameter
    .replace(/([A-Z]{2,})v(?=\d)/gu, "$1V")
    .replace(/[A-Z]{2,}(?=[A-Z]\d|[A-Z][a-z]|$)/gu, (run) => run.charAt(0) + run.slice(1).toLowerCase());
  return words.charAt(0).toLowerCase() + words.slice(1);
};

const properties: ReadonlyMap<string, string> = new Map(
  parameters.map(({ name }) => [name, toProperty(name)]),
);
const parametersByProperty: ReadonlyMap<string, ParameterName> = new Map(
  parameters.map(({ name }) => [toProperty(name), name]),
);

/** The property a parameter is called by in programs. */
export const propertyOfParameter = (parameter: ParameterName): string =>
  properties.get(parameter) ?? toProperty(parameter);

/** The parameter behind a property of a rule, or `undefined` where there is none. */
export const parameterOfProperty = (property: string): ParameterName | undefined =>
  parametersByProperty.get(property);
