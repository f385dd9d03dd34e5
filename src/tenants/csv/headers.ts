/** Finds the columns that a program needs by the spellings of their headers, whatever their case, accents and punctuation. */

/** The spellings of each field's header, as people write them. */
export type HeaderTable<Field extends string> = Readonly<Partial<Record<Field, readonly string[]>>>;

/** A header without case, accents, blanks, digits and punctuation. */
export const reducedHeader = (header: string): string =>
  header
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/gu, "");

/** Where a file has its columns. */
export interface Columns<Field extends string> {
  /** Places in a record, the first being 0; no entry where a column is absent, several where its header stands more than once. */
  readonly places: ReadonlyMap<Field, readonly number[]>;
  /** As written, without surrounding blanks. */
  readonly headers: readonly string[];
  /** Headers that stand for no field. */
  readonly ignored: readonly string[];
}

const spellingsOf = <Field extends string>(table: HeaderTable<Field>): ReadonlyMap<string, Field> => {
  const fields = Object.entries(table) as [Field, readonly string[]][];
  return new Map(
    fields.flatMap(([field, spellings]) =>
      spellings.map((spelling) => [reducedHeader(spelling), field] as const),
    ),
  );
};

/** Which column holds which field. */
export const findColumns = <Field extends string>(
  headers: readonly string[],
  table: HeaderTable<Field>,
): Columns<Field> => {
  const spellings = spellingsOf(table);
  const places = new Map<Field, number[]>();
  const ignored: string[] = [];
  const written = headers.map((header) => header.trim());
  for (const [place, header] of written.entries()) {
    const reduced = reducedHeader(header);
    // A header in another script reduces to nothing, which is no spelling.
    const field = reduced === "" ? undefined : spellings.get(reduced);
    if (field !== undefined) places.set(field, [...(places.get(field) ?? []), place]);
    else if (header !== "") ignored.push(header);
  }
  return { places, headers: written, ignored };
};
