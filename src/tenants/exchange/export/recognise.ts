/** Tells an Exchange export from the files that are taken for one. */

import { isRawObject, type RawObject } from "./properties";
import { isScubaGearExport } from "./scubagear";

export const expectedExport =
  'an Exchange export: ScubaGear\'s ProviderSettingsExport.json, or one JSON object keyed by cmdlet such as {"Get-TransportRule": […]}';

/** What the file is, or what it was found to be instead. */
export type Recognised =
  | { readonly kind: "native" | "scubagear"; readonly source: RawObject }
  | { readonly kind: "other"; readonly found: string; readonly expected: string };

const other = (found: string, expected: string = expectedExport): Recognised => ({
  kind: "other",
  found,
  expected,
});

/** Products by names that only their files hold together. */
const products: readonly {
  readonly names: readonly string[];
  readonly found: string;
  readonly expected?: string;
}[] = [
  {
    names: ["MetaData", "Results", "Summary"],
    found: "ScubaGear's results, which hold verdicts and not the settings",
    expected: "the ProviderSettingsExport.json of the same run",
  },
  {
    names: ["policies"],
    found: "an export of Google Workspace policies",
  },
  { names: ["tenant_info", "successful_calls"], found: "an export of Google Workspace (ScubaGoggles)" },
  { names: ["version", "objects", "licenceCaps"], found: "the state of an embedded Exchange tenant" },
  { names: ["version", "deployment"], found: "the state of a Pulumi stack" },
  { names: ["terraform_version"], found: "a Terraform state" },
  { names: ["@odata.context", "value"], found: "an answer of Microsoft Graph or of the Exchange admin API" },
  { names: ["TestResults"], found: "results of a test run such as Maester's" },
];

const named = (names: readonly string[]): string => {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
};

const list = (items: readonly unknown[]): Recognised => {
  const [first] = items;
  const isRules = isRawObject(first) && "Priority" in first && "Mode" in first;
  const cmdlet = isRules ? "Get-TransportRule" : "Get-…";
  return other(
    `a list of ${items.length}, as one cmdlet prints it`,
    `one JSON object that names the cmdlet: {"${cmdlet}": […]}`,
  );
};

/** @param isKnownPart whether a name is a part of the native export. */
export const recognise = (parsed: unknown, isKnownPart: (name: string) => boolean): Recognised => {
  if (Array.isArray(parsed)) return list(parsed);
  if (!isRawObject(parsed)) return other(`a single ${parsed === null ? "null" : typeof parsed}`);
  const source = parsed;
  const names = Object.keys(source);
  if (names.some(isKnownPart)) return { kind: "native", source };
  if (isScubaGearExport(source)) return { kind: "scubagear", source };
  const product = products.find((one) => one.names.every((name) => name in source));
  if (product !== undefined) return other(product.found, product.expected);
  if (names.length === 0) return other("an empty object");
  return other(`an object with ${named(names)}, none of which is a part of an Exchange export`);
};
