/** Binds one value from the wire to a transport-rule parameter, as the service would print it afterwards (exchange-online.md 1.7). */
import { z } from "zod";
import { isListKind, type Parameter } from "../../../../mailflow/exchange/transport-rules/table";
import { parseSize, printSize } from "../../../exchange/size";
import { badArgument } from "../cmdlet-error";

/** Ways in which a list can be cleared that a test may switch off, because the service does not promise them. */
export interface ClearingQuirks {
  /** A bare `#Exchange.GenericHashTable` empties a list. */
  readonly bareHashTableClears: boolean;
  /** `Remove` in a hash table takes values out. */
  readonly removeWorks: boolean;
}

const hashTableSchema = z.looseObject({
  "@odata.type": z.literal("#Exchange.GenericHashTable"),
  Add: z.unknown().optional(),
  Remove: z.unknown().optional(),
});

const itemsOf = (parameter: Parameter, value: unknown): readonly string[] => {
  const items = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return items.map((item) => {
    if (typeof item !== "string" && typeof item !== "number") {
      throw badArgument(parameter.name, "Its values are texts.");
    }
    return String(item).trim();
  });
};

const key = (parameter: Parameter, item: string): string =>
  parameter.kind === "patterns" ? item : item.toLowerCase();

const checkedItem = (parameter: Parameter, item: string): string => {
  if (item === "") {
    throw badArgument(parameter.name, "A value is empty.");
  }
  if (parameter.maxLength !== undefined && item.length > parameter.maxLength) {
    throw badArgument(
      parameter.name,
      `The value "${item.slice(0, 40)}…" is longer than ${parameter.maxLength} characters.`,
    );
  }
  return parameter.values === undefined ? item : enumValue(parameter, item);
};

const enumValue = (parameter: Parameter, text: string): string => {
  const value = parameter.values?.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
  if (value === undefined) {
    throw badArgument(parameter.name, `"${text}" is none of ${parameter.values?.join(", ") ?? ""}.`);
  }
  return value;
};

const list = (parameter: Parameter, items: readonly string[]): readonly string[] | null => {
  const distinct = new Map(items.map((item) => [key(parameter, item), checkedItem(parameter, item)]));
  return distinct.size === 0 ? null : [...distinct.values()];
};

const bindList = (
  parameter: Parameter,
  value: unknown,
  current: unknown,
  quirks: ClearingQuirks,
): unknown => {
  const held = itemsOf(parameter, current);
  const table = hashTableSchema.safeParse(value);
  if (!table.success) {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      throw badArgument(
        parameter.name,
        "An object has to be a #Exchange.GenericHashTable with Add and Remove.",
      );
    }
    const items = itemsOf(parameter, value);
    // The documented trap: an empty array leaves the list as it is (exchange-online.md 1.7).
    return items.length === 0 ? current : list(parameter, items);
  }
  const added = itemsOf(parameter, table.data.Add);
  const removed = new Set(itemsOf(parameter, table.data.Remove).map((item) => key(parameter, item)));
  if (added.length === 0 && removed.size === 0) {
    return quirks.bareHashTableClears ? null : current;
  }
  const left = quirks.removeWorks ? held.filter((item) => !removed.has(key(parameter, item))) : held;
  return list(parameter, [...left, ...added]);
};

const bindFlag = (parameter: Parameter, value: unknown): boolean => {
  const text = String(value).toLowerCase();
  if (text !== "true" && text !== "false") {
    throw badArgument(parameter.name, "It is true or false.");
  }
  return text === "true";
};

const bindInteger = (parameter: Parameter, value: unknown): number => {
  const number = typeof value === "number" || typeof value === "string" ? Number(value) : Number.NaN;
  const [least, most] = parameter.range ?? [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  if (!Number.isInteger(number) || number < least || number > most) {
    throw badArgument(parameter.name, `It is a whole number from ${least} to ${most}.`);
  }
  return number;
};

const bindDate = (parameter: Parameter, value: unknown): string => {
  const moment = typeof value === "string" ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(moment)) {
    throw badArgument(parameter.name, "It is no date.");
  }
  return new Date(moment).toISOString();
};

const bindSize = (parameter: Parameter, value: unknown): string => {
  const size = parseSize(value);
  if (typeof size !== "number") {
    throw badArgument(parameter.name, "It is no size.");
  }
  return printSize(size);
};

const bindText = (parameter: Parameter, value: unknown): string | null => {
  if (typeof value !== "string" && typeof value !== "number") {
    throw badArgument(parameter.name, "It is a text.");
  }
  const text = String(value);
  return text === "" ? null : checkedItem(parameter, text);
};

/**
 * The value a parameter has after it was bound, in the form `Get-TransportRule` prints it; null where it is cleared.
 *
 * @throws `CmdletError` where the value does not fit the parameter.
 */
export const bindValue = (
  parameter: Parameter,
  value: unknown,
  current: unknown,
  quirks: ClearingQuirks,
): unknown => {
  if (value === null) {
    return null;
  }
  if (isListKind(parameter.kind)) {
    return bindList(parameter, value, current, quirks);
  }
  switch (parameter.kind) {
    case "flag":
      return bindFlag(parameter, value);
    case "integer":
      return bindInteger(parameter, value);
    case "size":
      return bindSize(parameter, value);
    case "date":
      return bindDate(parameter, value);
    default:
      return bindText(parameter, value);
  }
};
