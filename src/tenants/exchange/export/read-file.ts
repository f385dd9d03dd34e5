/** Reads an Exchange export from a file: the native form or ScubaGear's (design section 7). */
import { stat } from "node:fs/promises";
import type { ExchangeTenant } from "../../../mailflow/exchange/tenant";
import { InputError } from "../../input-error";
import { placeOf, topLevelNames } from "../../json-problem";
import { parseJson } from "../../parse-json";
import { readTextFile } from "../../read-text-file";
import { readPlan } from "../read-plan";
import { type NativeExport, tenantNameOf, toTenant } from "./native-export";
import { expectedExport, recognise } from "./recognise";
import { fromScubaGear, isScubaGearPart } from "./scubagear";

/** What was read of a file. */
export interface ExchangeExport {
  readonly tenant: ExchangeTenant;
  /** Objects by cmdlet, whatever the form of the file. */
  readonly native: NativeExport;
  /** What the file holds besides, and what was done about it. */
  readonly warnings: readonly string[];
}

/** Parts by lower-case name: PowerShell does not care about case, nor do people who write such files. */
const parts: ReadonlyMap<string, string> = new Map(
  [...readPlan.map(({ cmdlet }) => cmdlet), "dns"].map((name) => [name.toLowerCase(), name]),
);

const isPart = (name: string): boolean => parts.has(name.toLowerCase()) && name.toLowerCase() !== "dns";

const partNames = /"Get-[A-Za-z]+"\s*:/giu;

/** `JSON.parse` keeps the last of two equal names, which would silently drop rules. */
const assertEachPartOnce = (text: string, file: string): void => {
  const found = [...text.matchAll(partNames)].map(([match]) => match.toLowerCase());
  if (new Set(found).size === found.length) return;
  const seen = new Map<string, string>();
  for (const { name, offset } of topLevelNames(text)) {
    const key = name.toLowerCase();
    const earlier = seen.get(key);
    if (earlier !== undefined && /^get-/u.test(key)) {
      const { line, column } = placeOf(text, offset);
      throw new InputError({
        file,
        place: `line ${line}, column ${column}`,
        found: earlier === name ? `${name} for the second time` : `${name}, which is ${earlier} again`,
        expected: "each cmdlet once: join the two lists",
      });
    }
    seen.set(key, name);
  }
};

const nativeParts = (
  source: Readonly<Record<string, unknown>>,
): { readonly native: Record<string, unknown>; readonly warnings: readonly string[] } => {
  const native: Record<string, unknown> = {};
  const ignored: string[] = [];
  for (const [name, value] of Object.entries(source)) {
    const part = parts.get(name.toLowerCase());
    if (part === undefined) ignored.push(name);
    // A part that is null was not read: an empty one is printed as [].
    else if (value !== null) native[part] = value;
  }
  const warnings = ignored.map((name) => `${name} is not a part that the model reads; it is ignored`);
  return { native, warnings };
};

const asLists = (native: Readonly<Record<string, unknown>>): NativeExport =>
  Object.fromEntries(
    Object.entries(native).map(([name, value]) => [name, Array.isArray(value) ? value : [value]]),
  );

const fileName = (file: string): string => file.replace(/^.*[\\/]/su, "");

/** @param assertParts called where the file has the native form. */
const exportOf = (parsed: unknown, file: string, assertParts: () => void): ExchangeExport => {
  const recognised = recognise(parsed, isPart);
  if (recognised.kind === "other")
    throw new InputError({ file, found: recognised.found, expected: recognised.expected });
  const { source } = recognised;
  if (recognised.kind === "scubagear") {
    const native = fromScubaGear(source);
    if (Object.keys(native).length === 0)
      throw new InputError({
        file,
        found: "a ScubaGear export without any part of Exchange Online",
        expected: "one made with the products exo and securitysuite",
      });
    return { tenant: toTenant(native, tenantNameOf(native) ?? fileName(file), file), native, warnings: [] };
  }
  assertParts();
  const { native, warnings } = nativeParts(source);
  const tenant = toTenant(native, tenantNameOf(native) ?? fileName(file), file);
  return { tenant, native: asLists(native), warnings };
};

/** An export from a text that is already in memory; `file` is what errors name. */
export const parseExchangeExport = (text: string, file: string): ExchangeExport =>
  exportOf(parseJson(text, file, expectedExport), file, () => assertEachPartOnce(text, file));

/** The same from a file of any size; of the objects it keeps what the model reads. */
export const streamExchangeExport = async (file: string): Promise<ExchangeExport> => {
  const { streamExport } = await import("./stream-file");
  const partOf = (name: string): string | undefined => parts.get(name.toLowerCase());
  return exportOf(await streamExport(file, partOf, isScubaGearPart), file, () => undefined);
};

/** Bytes from which a file is not held as a whole: parsed, it takes several times its size. */
const streamedFrom = 128_000_000;

/**
 * Reads a file and says what else it held.
 *
 * @throws InputError that names file, place, what was found and what was expected.
 */
export const loadExchangeExport = async (file: string): Promise<ExchangeExport> => {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() === true && found.size >= streamedFrom
    ? streamExchangeExport(file)
    : parseExchangeExport(await readTextFile(file, expectedExport), file);
};

/**
 * The tenant in a file.
 *
 * @throws InputError that names file, place, what was found and what was expected.
 */
export const readExchangeExport = async (file: string): Promise<ExchangeTenant> =>
  (await loadExchangeExport(file)).tenant;
