/**
 * The property table of a resource. Check, diff, schema, and the class programs use are all derived from it, so that
 * they cannot disagree.
 */
import type { ValueObject } from "./value";

/** Text with a meaning: how it is validated, written in normal form and compared. */
export type TextFormat =
  /** `10 MB`; compared by bytes. */
  | "size"
  /** Like `size`, and `unlimited`. */
  | "size-or-unlimited"
  /** ISO 8601 moment, UTC where it names no zone; compared by the moment. */
  | "moment"
  /** `YYYY-MM-DD`. */
  | "day"
  /** One mail address. */
  | "address";

export interface TextType {
  readonly kind: "string";
  /** The accepted values. */
  readonly values?: readonly string[];
  /** Characters. */
  readonly maxLength?: number;
  readonly format?: TextFormat;
  /** Whether case makes no difference: `A` equals `a` for duplicates and for the diff. */
  readonly ignoreCase?: true;
}

export interface IntegerType {
  readonly kind: "integer";
  /** Inclusive. */
  readonly range?: readonly [number, number];
}

export interface ListType {
  readonly kind: "list";
  readonly items: PropertyType;
  /** Whether the order of the items means something. Where not, the list is a set. */
  readonly ordered: boolean;
  /** An unordered list in which one item may stand several times, which means something: check keeps all of them. */
  readonly repeats?: true;
  /** The property that names an item: unique in the list, and what diff paths are written with. */
  readonly keyedBy?: string;
}

export interface ObjectType {
  readonly kind: "object";
  /** Name of the type in schema and classes, unique in the package. */
  readonly name: string;
  readonly docs: string;
  readonly properties: PropertyTable;
}

export type PropertyType =
  | TextType
  | IntegerType
  | ListType
  | ObjectType
  | { readonly kind: "number" }
  | { readonly kind: "boolean" }
  /** String keys, all values of one type. */
  | { readonly kind: "map"; readonly values: PropertyType }
  /** Any JSON. */
  | { readonly kind: "any" };

export interface PropertyDefinition {
  readonly type: PropertyType;
  /** One or more sentences, for schema and docstrings. */
  readonly docs: string;
  readonly required?: true;
  readonly secret?: true;
  /** A change cannot be applied to the existing object: it is replaced. */
  readonly replaceOnChange?: true;
  /** Filled in by check where the property is absent. */
  readonly default?: string | number | boolean;
  /** What the absent property means: a property set to it is dropped by check. An empty list always is. */
  readonly sameAsAbsent?: string | boolean;
  /** A property that must be set where this one is. */
  readonly with?: string;
  /** Added by the provider's check, never by programs: not compared, not an output, never read back. */
  readonly addedByCheck?: true;
  /** Environment variable read where a provider's configuration lacks the property. */
  readonly environment?: string;
}

export type PropertyTable = Readonly<Record<string, PropertyDefinition>>;

/** One reason why inputs are refused. */
export interface Failure {
  /** Path of the property, `rules["Allow Aircall"].setScl`; empty for the resource as a whole. */
  readonly property: string;
  /** A clause that continues "the property …": what is wrong and what is accepted. */
  readonly reason: string;
}

/** What check and diff need of a definition. */
export interface InputsDefinition {
  readonly inputs: PropertyTable;
  /** Checks over several properties. They see normalised inputs, in which every property may be absent or unknown. */
  readonly constraints?: readonly ((inputs: ValueObject) => readonly Failure[])[];
}

export interface ResourceDefinition extends InputsDefinition {
  /** `package:module:Class`. */
  readonly token: string;
  readonly docs: string;
  /** Computed properties, in addition to the inputs. */
  readonly outputs: PropertyTable;
}

/** The class name in a token. */
export const className = (token: string): string => token.slice(token.lastIndexOf(":") + 1);
