/** The properties that anything here reads of an object: the others of a large export are dropped while it is read. */
import { readPlan } from "../read-plan";
import { identityNames } from "./properties";
import { attributeNames } from "./recipients";

/** Whatever some part is read for, whichever part it is, and what a reduced tenant adds. */
const kept: ReadonlySet<string> = new Set([
  ...readPlan.flatMap(({ keep, add, per }) => [
    ...(keep ?? []),
    ...Object.keys(add ?? {}),
    ...(per === undefined ? [] : [per.label]),
  ]),
  ...identityNames,
  ...attributeNames,
  "Count",
  "RecipientType",
]);

/** Parts that are read without a selection keep everything: a setting that nobody knows must stay visible. */
const whole: ReadonlySet<string> = new Set(
  readPlan.filter(({ keep }) => keep === undefined).map(({ cmdlet }) => cmdlet),
);

/** The object with the properties that are read; values that are no object stay as they are. */
export const withKeptProperties = (cmdlet: string, value: unknown): unknown => {
  if (whole.has(cmdlet) || typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const found: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(value)) if (kept.has(name)) found[name] = one;
  return found;
};
