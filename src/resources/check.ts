/** Check, derived from the property table: unknown JSON becomes normalised inputs and the reasons to refuse them. */
import { type Checking, checkTable } from "./check-value";
import type { Failure, InputsDefinition } from "./definition";
import { formatPath } from "./path";
import type { ValueObject } from "./value";

export interface Checked {
  /** Normalised as far as they could be. */
  readonly inputs: ValueObject;
  readonly failures: readonly Failure[];
}

/**
 * Validates and normalises inputs. Idempotent. A value to come passes.
 *
 * @param secretNames - top-level properties whose values must not appear in a message.
 */
export const check = (
  definition: InputsDefinition,
  news: ValueObject,
  secretNames: ReadonlySet<string> = new Set(),
): Checked => {
  const failures: Failure[] = [];
  const checking: Checking = {
    fail: (path, reason) => failures.push({ property: formatPath(path), reason }),
    // The value may be quoted only where nothing on the way to it is secret.
    quote: (path, value) => (secretNames.has(String(path[0])) ? "" : `, but is ${JSON.stringify(value)}`),
  };
  const inputs = checkTable(definition.inputs, news, [], checking);
  for (const constraint of definition.constraints ?? []) failures.push(...constraint(inputs));
  return { inputs, failures };
};
