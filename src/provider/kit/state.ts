/** The properties of a resource in the state: its inputs and what the provider computed. */
import type { PropertyTable, ResourceDefinition } from "../../resources/definition";
import { unknownMarkers } from "../../resources/unknown";
import type { ValueObject } from "../../resources/value";
import type { Known } from "./behaviour";
import type { Secrecy } from "./wire";

/** Inputs without what check added for the policies: it describes the tenant of that moment, not the resource. */
export const ownInputs = ({ inputs }: ResourceDefinition, values: ValueObject): ValueObject =>
  Object.fromEntries(Object.entries(values).filter(([name]) => inputs[name]?.addedByCheck !== true));

/** What check added. */
export const addedInputs = ({ inputs }: ResourceDefinition, values: ValueObject): ValueObject =>
  Object.fromEntries(Object.entries(values).filter(([name]) => inputs[name]?.addedByCheck === true));

/** Everything the state holds. */
export const stateOf = (
  definition: ResourceDefinition,
  inputs: ValueObject,
  outputs: object,
): ValueObject => ({
  ...ownInputs(definition, inputs),
  ...(outputs as ValueObject),
});

/** Takes a state apart. Inputs are taken from it where the engine did not send them. */
export const known = (
  definition: ResourceDefinition,
  state: ValueObject,
  inputs: ValueObject | undefined,
): Known<ValueObject, ValueObject> => ({
  inputs: inputs ?? pick(definition.inputs, state),
  outputs: pick(definition.outputs, state),
});

const pick = (table: PropertyTable, values: ValueObject): ValueObject =>
  Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(table, name)));

/**
 * Outputs during a preview. All carry the marker of a text: the SDK for Node.js knows no other, and would hand programs
 * any other marker as if it were the value.
 */
export const outputsToCome = ({ outputs }: ResourceDefinition): ValueObject =>
  Object.fromEntries(Object.keys(outputs).map((name) => [name, unknownMarkers.string]));

/** What the definition makes secret, whatever the program says. */
export const definedSecrecy = ({ inputs, outputs }: ResourceDefinition): Secrecy =>
  Object.fromEntries(
    Object.entries({ ...inputs, ...outputs }).flatMap(([name, { secret }]) =>
      secret ? [[name, "all" as const]] : [],
    ),
  );
