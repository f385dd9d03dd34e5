/** What the mail system's directory holds: people's mailboxes, shared ones, groups, and every alias (aircall.md 4.3). */
import type { AddressKind, DirectoryEntry } from "../../facts";
import { addressesIn } from "../addresses";
import { shownValue } from "../notice-log";
import { type Reading, type ReadOptions, type RowContext, readTable, requireFacts } from "../read-table";
import { type DirectoryField, type DirectoryFormat, directoryFormats } from "./formats";
import { readKind } from "./kinds";
import { outsideSenders } from "./outside-senders";

export const expectedDirectory =
  "a CSV file of a directory: Get-Recipient | Export-Csv, gam print users, gam print groups, or a list with the columns Email, Type, Aliases";

export interface Directory extends Reading {
  readonly directory: readonly DirectoryEntry[];
}

type Context = RowContext<DirectoryField, DirectoryFormat>;

interface NamedKind {
  readonly kind: AddressKind;
  readonly kindText: string;
}

const kindReader = ({ table, log, at }: Context): ((cells: readonly string[], line: number) => NamedKind) => {
  const { everyRow } = table.format;
  if (everyRow !== undefined) {
    const named = { kind: everyRow.kind, kindText: everyRow.text };
    return () => named;
  }
  const [cell, column] = [table.cell("kind"), table.header("kind")];
  return (cells, line) => {
    const kindText = cell(cells);
    const kind = readKind(kindText);
    if (kind === undefined) log.add("kind-unknown", at(line), { column, value: shownValue(kindText) });
    return { kind: kind ?? "other", kindText };
  };
};

/** `Export-Csv` prints the type of a list instead of its members. */
const isTypeName = (text: string): boolean => /^(?:System|Microsoft)\.[\w.]+/u.test(text);

const aliasReader = ({ table, log, at }: Context) => {
  const [columns, column] = [table.cells("aliases"), table.header("aliases")];
  return (cells: readonly string[], line: number, email: string): readonly string[] => {
    const texts = columns(cells);
    if (texts.some(isTypeName)) log.add("aliases-unreadable", at(line), { column });
    const aliases = texts.flatMap(addressesIn).map((alias) => alias.toLowerCase());
    return [...new Set(aliases)].filter((alias) => alias !== email.toLowerCase());
  };
};

const directoryReader = (context: Context, add: (entry: DirectoryEntry) => void) => {
  const kind = kindReader(context);
  const aliases = aliasReader(context);
  const acceptsOutside = outsideSenders(context);
  return {
    take: (cells: readonly string[], line: number): void => {
      const email = context.address(cells, line);
      if (email === undefined) return;
      add({
        email,
        aliases: aliases(cells, line, email),
        ...kind(cells, line),
        acceptsOutsideSenders: acceptsOutside(cells, line),
        source: context.at(line),
      });
    },
  };
};

/**
 * The objects in a CSV file of a directory. Several files may hold its parts: users in one, groups in another.
 *
 * @throws InputError where the file is none of the known tables, or no row names an address.
 */
export const readDirectory = async (file: string, options: ReadOptions = {}): Promise<Directory> => {
  const directory: DirectoryEntry[] = [];
  const { notices, unusable } = await readTable<DirectoryField, DirectoryFormat>(
    {
      file,
      expected: expectedDirectory,
      formats: directoryFormats,
      begin: (context) => directoryReader(context, (entry) => directory.push(entry)),
    },
    options,
  );
  requireFacts(file, directory.length, unusable);
  return { directory, notices, unusable };
};
