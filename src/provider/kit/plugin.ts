/** What a provider process serves. */
import type { PropertyTable } from "../../resources/definition";
import type { ValueObject } from "../../resources/value";
import type { RegisteredBehaviour } from "./behaviour";

export interface Plugin {
  /** Name of the package, the first part of every token. */
  readonly name: string;
  readonly version: string;
  readonly config: PropertyTable;
  /** The package schema; asked for seldom. */
  readonly schema: () => ValueObject;
  readonly behaviours: readonly RegisteredBehaviour[];
  /** Where absent configuration is read from. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}
