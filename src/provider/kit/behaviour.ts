/** What a resource does, beside its definition: the four verbs on the live object. */
import type { Failure, ResourceDefinition } from "../../resources/definition";
import type { ValueObject } from "../../resources/value";
import type { Log } from "./log";

/** What a behaviour may use during one call. */
export interface CallContext<Config> {
  readonly config: Config;
  /** Aborted when the user cancels or the resource's time limit runs out. */
  readonly signal: AbortSignal;
  readonly log: Log;
  readonly urn: string;
  /**
   * What check added to the inputs of this call, the old ones in a delete. Empty in check and read, and where the state
   * was refreshed since.
   */
  readonly added: ValueObject;
}

/** A resource as it is known: its inputs and what the provider computed. */
export interface Known<Inputs, Outputs> {
  readonly inputs: Inputs;
  readonly outputs: Outputs;
}

export interface Identified<Inputs, Outputs> extends Known<Inputs, Outputs> {
  readonly id: string;
}

export interface AdditionalCheck {
  /** Values of properties that are `addedByCheck`. */
  readonly added: ValueObject;
  readonly failures: readonly Failure[];
}

/**
 * @typeParam Inputs - the inputs in normal form.
 * @typeParam Outputs - what the definition's `outputs` holds.
 */
export interface ResourceBehaviour<Inputs extends object, Outputs extends object, Config extends object> {
  readonly definition: ResourceDefinition;
  /**
   * Runs after the check by the table found no failure. The inputs may hold values to come. The engine does not say
   * whether it is a preview.
   *
   * @param olds - the inputs in the state, with what check added to them; `undefined` where there is no resource yet.
   */
  readonly check?: (
    inputs: ValueObject,
    olds: ValueObject | undefined,
    context: CallContext<Config>,
  ) => Promise<AdditionalCheck>;
  /** Never called during a preview, like `update` and `delete`. */
  readonly create: (
    inputs: Inputs,
    context: CallContext<Config>,
  ) => Promise<{ readonly id: string; readonly outputs: Outputs }>;
  /**
   * @param known - `undefined` on import and `.get()`, where only the id is known: return everything there is.
   * @returns the live object with inputs that check accepts, or `undefined` where there is none.
   */
  readonly read: (
    id: string,
    known: Known<Inputs, Outputs> | undefined,
    context: CallContext<Config>,
  ) => Promise<Identified<Inputs, Outputs> | undefined>;
  readonly update: (
    inputs: Inputs,
    old: Identified<Inputs, Outputs>,
    context: CallContext<Config>,
  ) => Promise<{ readonly outputs: Outputs }>;
  readonly delete: (old: Identified<Inputs, Outputs>, context: CallContext<Config>) => Promise<void>;
}

/** A behaviour whose types the server does not know. */
export type RegisteredBehaviour = ResourceBehaviour<ValueObject, ValueObject, ValueObject>;

/** Forgets the types of a behaviour. The table check vouches for them: what passes it has the shape of `Inputs`. */
export const register = <Inputs extends object, Outputs extends object, Config extends object>(
  behaviour: ResourceBehaviour<Inputs, Outputs, Config>,
): RegisteredBehaviour => behaviour as unknown as RegisteredBehaviour;
