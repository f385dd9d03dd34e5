/** The lists of a native export: objects per cmdlet, and rules whose order decides. */
import { InputError } from "../../input-error";
import type { RawObject } from "./properties";

/**
 * The objects of a cmdlet; `undefined` where it was not read.
 *
 * @param file what errors name.
 * @throws InputError
 */
export const part = (
  source: Readonly<Record<string, unknown>>,
  cmdlet: string,
  file: string,
): readonly RawObject[] | undefined => {
  const raw = source[cmdlet];
  if (raw === undefined) return undefined;
  // ConvertTo-Json prints a single object without brackets.
  const list: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  const stranger = list.findIndex((item) => typeof item !== "object" || Array.isArray(item));
  if (stranger >= 0)
    throw new InputError({
      file,
      place: `${cmdlet}[${stranger}]`,
      found: "something that is no object",
      expected: "objects as ConvertTo-Json prints them",
    });
  return list.filter((item) => item !== null) as unknown as readonly RawObject[];
};

interface Ordered {
  readonly name: string;
  readonly priority: number;
}

/** The order decides which rule comes first, so two rules at one place cannot be read. @throws InputError */
export const assertOrder = (rules: readonly Ordered[], cmdlet: string, file: string): void => {
  const seen = new Map<number, string>();
  for (const { name, priority } of rules) {
    const other = seen.get(priority);
    if (other !== undefined)
      throw new InputError({
        file,
        place: cmdlet,
        found: `Priority ${priority} on both "${other}" and "${name}"`,
        expected: "each priority once: the order of rules decides, so it must be exported again",
      });
    seen.set(priority, name);
  }
};
