/** Validates and normalises text: accepted values, length, format. */
import type { Checking } from "./check-value";
import type { TextType } from "./definition";
import type { Path } from "./path";
import { textFormats } from "./text-format";
import { describe, type Value } from "./value";

/** Returns the normal form of an accepted text, else the value as it was given. */
export const checkText = (type: TextType, given: Value, path: Path, checking: Checking): Value => {
  if (typeof given !== "string") {
    checking.fail(path, `must be text, but is ${describe(given)}`);
    return given;
  }
  if (type.values !== undefined) {
    if (!type.values.includes(given))
      checking.fail(path, `must be ${oneOf(type.values)}${checking.quote(path, given)}`);
    return given;
  }
  if (given === "") checking.fail(path, "must not be empty text: leave the property out instead");
  const length = [...given].length;
  if (type.maxLength !== undefined && length > type.maxLength)
    checking.fail(path, `must have at most ${type.maxLength} characters, but has ${length}`);
  if (type.format === undefined || given === "") return given;
  const { accepted, normalise } = textFormats[type.format];
  const normal = normalise(given);
  if (normal === undefined) checking.fail(path, `must be ${accepted}${checking.quote(path, given)}`);
  return normal ?? given;
};

const oneOf = (values: readonly string[]): string => {
  const quoted = values.map((value) => `"${value}"`);
  return quoted.length < 2 ? quoted.join() : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
};
