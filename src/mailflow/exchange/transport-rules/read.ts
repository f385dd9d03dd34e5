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

/** A name or address, without the prefix that addresses have in other properties. */
const readPeople = (raw: unknown): Reading => {
  const reading = readList(raw);
  if (reading === unset || "problem" in reading || !Array.isArray(reading.value)) return reading;
  return { value: reading.value.map((entry: string) => entry.trim().replace(/^smtp:/iu, "")) };
};

/** Plain names: subdomains are meant without a wildcard (exchange-online.md 2.2). */
const readDomains = (raw: unknown): Reading => {
  const reading = readList(raw);
  if (reading === unset || "problem" in reading || !Array.isArray(reading.value)) return reading;
  const domains = reading.value.map((entry: string) => entry.trim());
  const odd = domains.find((domain) => /[*@\s]/u.test(domain));
  return odd === undefined ? { value: domains } : { problem: `"${odd}" is no domain` };
};

const readValue = (row: Parameter, raw: unknown): Reading => {
  if (isUnset(raw)) return unset;
  if (row.kind === "flag") return readFlag(raw);
  if (row.kind === "integer") return readInteger(raw, row.range);
  if (row.kind === "enum") return readEnum(raw, row.values ?? []);
  if (row.kind === "date") return readDate(raw);
  if (row.kind === "recipients" || row.kind === "groups") return readPeople(raw);
  if (row.kind === "domains") return readDomains(raw);
  if (isListKind(row.kind)) return readList(raw);
  return typeof raw === "string" || typeof raw === "number"
    ? { value: String(raw) }
    : { problem: "a text was expected" };
};

const readback: ReadonlySet<string> = new Set(readbackProperties);

/** Properties printed as blank objects by some serializers carry nothing. */
const carriesNothing = (value: unknown): boolean =>
  isUnset(value) || value === false || (typeof value === "string" && /^0{8}-0{4}/.test(value));

/** What the service says of a rule that its properties do not show in full. */
const doubtsOf = (raw: Raw, values: Readonly<Record<string, unknown>>): readonly string[] => {
  const isOff = (name: string): boolean => /^false$/iu.test(String(raw[name]));
  const isSet = (role: Parameter["role"]): boolean =>
    parameters.some((row) => row.role === role && values[row.name] !== undefined);
  // The lists of classes tell of parts that a read with `ExcludeConditionActionDetails` left blank (exchange-online.md 1.4).
  const isBlank = (name: string, role: Parameter["role"]): boolean => !isUnset(raw[name]) && !isSet(role);
  return [
    ...(isOff("IsValid") ? ["IsValid: the service says that the rule is not valid"] : []),
    ...(isOff("IsRuleConfigurationSupported")
      ? ["IsRuleConfigurationSupported: the rule does more than the cmdlet shows"]
      : []),
    ...(isBlank("Conditions", "condition") ? ["Conditions: the rule has some that were not printed"] : []),
    ...(isBlank("Exceptions", "exception") ? ["Exceptions: the rule has some that were not printed"] : []),
    ...(isBlank("Actions", "action") ? ["Actions: the rule has some that were not printed"] : []),
  ];
};

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
  unmodelled.push(...doubtsOf(raw, values));
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
