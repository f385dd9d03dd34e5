/** Lines of Exchange Online PowerShell, quoted so that no name can end its own text. */

/** A parameter's value as it is written. */
export type Argument =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | { readonly [verb in "Add" | "Remove"]?: readonly string[] };

/** PowerShell takes typographic quotation marks for straight ones; each kind is doubled inside a text. */
export const quoted = (text: string): string => `'${text.replace(/['\u2018\u2019\u201a\u201b]/gu, "$&$&")}'`;

const list = (texts: readonly string[]): string => texts.map(quoted).join(",");

const written = (value: Argument): string => {
  if (value === null) return "$null";
  if (typeof value === "boolean") return value ? "$true" : "$false";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return list(value);
  const entries = Object.entries(value as Readonly<Record<string, readonly string[]>>);
  return `@{${entries.map(([verb, texts]) => `${verb}=${list(texts)}`).join("; ")}}`;
};

/** One line: the cmdlet and its parameters in the order given. */
export const line = (cmdlet: string, parameters: Readonly<Record<string, Argument>>): string =>
  [cmdlet, ...Object.entries(parameters).map(([name, value]) => `-${name} ${written(value)}`)].join(" ");
