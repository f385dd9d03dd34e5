/** Values of transport-rule parameters on the wire: how they are sent, and whether what was read back is what was sent. */
import {
  isListKind,
  type Parameter,
  parameterNamed,
  type TransportRuleParameters,
} from "../../mailflow/exchange/transport-rules/table";
import { ExchangeError } from "./exchange-error";
import type { CmdletObject } from "./identity";
import { parseSize } from "./size";

/** The bare hash table that empties a list; an empty array does not (exchange-online.md 1.7). */
export const emptyHashTable: Readonly<Record<string, unknown>> = {
  "@odata.type": "#Exchange.GenericHashTable",
};

/** Takes single values out of a list without replacing it (exchange-online.md 1.7). */
export const removal = (values: readonly unknown[]): Readonly<Record<string, unknown>> => ({
  ...emptyHashTable,
  Remove: values,
});

/** The row of a parameter by name. @throws `ExchangeError` `bad-input` where the table does not know it. */
export const writableParameter = (name: string): Parameter => {
  const parameter = parameterNamed(name);
  if (parameter === undefined) {
    throw new ExchangeError({
      kind: "bad-input",
      problem: `Transport rules have no parameter ${name}.`,
      nextStep: "Use the names of New-TransportRule.",
      parameters: [name],
    });
  }
  return parameter;
};

const isAbsent = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === "" ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

/** Whether a value read back counts as set: null, empty, missing and false are all the same (exchange-online.md 1.8). */
export const isSet = (parameter: Parameter, value: unknown): boolean =>
  !isAbsent(value) &&
  !(
    parameter.default !== undefined && String(value).toLowerCase() === String(parameter.default).toLowerCase()
  );

/** The values of a list as read back; a single value may come without brackets. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : isAbsent(value) ? [] : [value];

/** What `Get-TransportRule` prints for a parameter. `NotifySender` comes back under another name (exchange-online.md 2.7). */
export const readBackValue = (rule: CmdletObject, name: string): unknown =>
  name === "NotifySender" && isAbsent(rule[name]) ? rule.SenderNotificationType : rule[name];

const comparableItem = (parameter: Parameter, value: unknown): string => {
  const text = String(value).trim();
  if (parameter.kind === "patterns") {
    return text;
  }
  return parameter.kind === "attributeWords" || parameter.kind === "attributePatterns"
    ? text.toLowerCase().replace(/\s*([:,])\s*/g, "$1")
    : text.toLowerCase();
};

const sameSet = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  left.size === right.size && [...left].every((item) => right.has(item));

const moment = (value: unknown): number => {
  const text = String(value);
  const ticks = /^\/Date\((-?\d+)\)\/$/.exec(text)?.[1];
  return ticks === undefined ? Date.parse(text) : Number(ticks);
};

/** How a value read back compares with the one that was sent; `resolved`: same number of recipients under other names. */
export type Agreement = "same" | "resolved" | "different";

/** Compares what was sent with what was read back, by the kind of the parameter. */
export const agreement = (parameter: Parameter, sent: unknown, found: unknown): Agreement => {
  if (!isSet(parameter, sent) || !isSet(parameter, found)) {
    return isSet(parameter, sent) === isSet(parameter, found) ? "same" : "different";
  }
  if (isListKind(parameter.kind)) {
    const left = new Set(listOf(sent).map((item) => comparableItem(parameter, item)));
    const right = new Set(listOf(found).map((item) => comparableItem(parameter, item)));
    if (sameSet(left, right)) {
      return "same";
    }
    // The service may print a recipient by another of its names than the one it was given.
    const named = parameter.kind === "recipients" || parameter.kind === "groups";
    return named && left.size === right.size ? "resolved" : "different";
  }
  switch (parameter.kind) {
    case "integer":
      return Number(sent) === Number(found) ? "same" : "different";
    case "size":
      return parseSize(sent) === parseSize(found) ? "same" : "different";
    case "date":
      return moment(sent) === moment(found) ? "same" : "different";
    case "flag":
      return String(sent).toLowerCase() === String(found).toLowerCase() ? "same" : "different";
    case "enum":
      return String(sent).toLowerCase() === String(found).toLowerCase() ? "same" : "different";
    default:
      return String(sent).replace(/\r\n/g, "\n").trim() === String(found).replace(/\r\n/g, "\n").trim()
        ? "same"
        : "different";
  }
};

/** Parameters as the wire takes them: those that are set, by name. */
export const wireParameters = (parameters: TransportRuleParameters): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(parameters).filter(([name, value]) => {
      writableParameter(name);
      return value !== undefined && value !== null;
    }),
  );

/**
 * The value that clears a parameter: a bare hash table for lists, `false` for flags, the default where there is one,
 * else null (exchange-online.md 1.7).
 */
export const clearingValue = (parameter: Parameter): unknown => {
  if (isListKind(parameter.kind)) {
    return emptyHashTable;
  }
  return parameter.kind === "flag" ? false : (parameter.default ?? null);
};
