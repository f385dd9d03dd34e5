/** A transport rule as `Get-TransportRule` prints it becomes the rule the semantics work on. */
import type { TransportRule } from "../tenant";
import {
  isListKind,
  type Parameter,
  parameters,
  readbackProperties,
  type TransportRuleParameters,
} from "./table";

type Raw = Readonly<Record<string, unknown>>;

type Reading =
  | { readonly value: string | number | boolean | readonly string[] }
  | { readonly problem: string }
  | "unset";

const unset: Reading = "unset";

/** `null`, `[]`, an empty text and a missing property are the same (exchange-online.md 1.8). */
const isUnset = (raw: unknown): boolean =>
  raw === null ||
  raw === undefined ||
  raw === "" ||
  (Array.isArray(raw) && raw.every((item) => item === null || item === ""));

const readList = (raw: unknown): Reading => {
  const items = Array.isArray(raw) ? raw : [raw];
  const texts = items.filter((item) => item !== null && item !== "");
  if (!texts.every((item) => typeof item === "string" || typeof item === "number"))
    return { problem: "a list of texts was expected" };
  return { value: texts.map(String) };
};

const readFlag = (raw: unknown): Reading => {
  if (raw === true || raw === "True" || raw === "true") return { value: true };
  if (raw === false || raw === "False" || raw === "false") return unset;
  return { problem: "true or false was expected" };
};

const readInteger = (raw: unknown, range: readonly [number, number] | undefined): Reading => {
  const value = typeof raw === "string" && /^-?\d+$/.test(raw.trim()) ? Number(raw) : raw;
  if (typeof value !== "number" || !Number.isInteger(value)) return { problem: "an integer was expected" };
  if (range !== undefined && (value < range[0] || value > range[1]))
    return { problem: `a value from ${range[0]} to ${range[1]} was expected` };
  return { value };
};

const readEnum = (raw: unknown, values: readonly string[]): Reading => {
  const found = values.find((value) => value.toLowerCase() === String(raw).toLowerCase());
  return found === undefined
    ? { problem: `"${String(raw)}" is none of ${values.join(", ")}` }
    : { value: found };
};

/** Dates arrive as ISO text or as `/Date(milliseconds)/`, the form of Windows PowerShell's ConvertTo-Json. */
const readDate = (raw: unknown): Reading => {
  const text = String(raw);
  const milliseconds = /^\/Date\((-?\d+)\)\/$/.exec(text)?.[1];
  const date = milliseconds === undefined ? new Date(text) : new Date(Number(milliseconds));
  const hasZone = milliseconds !== undefined || /(?:Z|[+-]\d{2}:?\d{2})$/.test(text);
  if (Number.isNaN(date.getTime()) || !hasZone)
    return {
      problem: `"${text}" is not an ISO date with a time zone, and the tenant's regional format is not known`,
    };
  return { value: date.toISOString() };
};

const readValue = (row: Parameter, raw: unknown): Reading => {
  if (isUnset(raw)) return unset;
  if (row.kind === "flag") return readFlag(raw);
  if (row.kind === "integer") return readInteger(raw, row.range);
  if (row.kind === "enum") return readEnum(raw, row.values ?? []);
  if (row.kind === "date") return readDate(raw);
  if (isListKind(row.kind)) return readList(raw);
  return typeof raw === "string" || typeof raw === "number"
    ? { value: String(raw) }
    : { problem: "a text was expected" };
};

const readback: ReadonlySet<string> = new Set(readbackProperties);

/** Properties printed as blank objects by some serializers carry nothing. */
const carriesNothing = (value: unknown): boolean =>
  isUnset(value) || value === false || (typeof value === "string" && /^0{8}-0{4}/.test(value));

/**
 * Reads one rule.
 * @param fallbackPriority used where the object carries no priority.
 * @returns the rule, or a text that says what was found and what was expected.
 */
export const readTransportRule = (raw: Raw, fallbackPriority: number): TransportRule | string => {
  const name = raw.Name ?? raw.Identity;
  if (typeof name !== "string" || name === "") return "the rule has no Name";
  const priority =
    raw.Priority === undefined || raw.Priority === null ? fallbackPriority : Number(raw.Priority);
  if (!Number.isInteger(priority) || priority < 0)
    return `Priority of "${name}": found ${String(raw.Priority)}, expected 0 or more`;
  const values: Record<string, unknown> = {};
  const unmodelled: string[] = [];
  for (const row of parameters) {
    const reading = readValue(row, raw[row.name]);
    if (reading === unset) continue;
    if ("problem" in reading) unmodelled.push(`${row.name}: ${reading.problem}`);
    else if (reading.value !== row.default) values[row.name] = reading.value;
  }
  for (const [property, value] of Object.entries(raw))
    if (!readback.has(property) && !(property in values) && !isKnown(property) && !carriesNothing(value))
      unmodelled.push(`${property}: not in the table of parameters`);
  const state = raw.State ?? (raw.Enabled === false ? "Disabled" : "Enabled");
  if (state !== "Enabled" && state !== "Disabled")
    unmodelled.push(`State: "${String(state)}" is neither Enabled nor Disabled`);
  return {
    name,
    ...(typeof raw.Guid === "string" ? { guid: raw.Guid } : {}),
    priority,
    enabled: state !== "Disabled",
    parameters: values as TransportRuleParameters,
    unmodelled,
  };
};

const known: ReadonlySet<string> = new Set(parameters.map(({ name }) => name));
const isKnown = (property: string): boolean => known.has(property) || property.includes("@odata");
