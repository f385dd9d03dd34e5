/** Bytes of a text in the character sets that a mail body is written in. */

const inverse = new Map<string, ReadonlyMap<string, number> | undefined>();

/** Which byte each character of a single-byte character set is; `undefined` where it is none of those. */
const bytesByCharacter = (characterSet: string): ReadonlyMap<string, number> | undefined => {
  if (!/^(?:us-ascii|iso-8859-\d+|windows-125\d)$/u.test(characterSet)) return undefined;
  const last = characterSet === "us-ascii" ? 0x7f : 0xff;
  const decoder = new TextDecoder(characterSet);
  return new Map(
    Array.from({ length: last + 1 }, (_none, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const),
  );
};

/** The text in this character set, `?` for what it lacks; UTF-8 where the set is not one of a single byte. */
export const encodeText = (text: string, characterSet: string): Buffer => {
  const name = characterSet.toLowerCase();
  if (!inverse.has(name)) inverse.set(name, bytesByCharacter(name));
  const table = inverse.get(name);
  if (table === undefined) return Buffer.from(text, "utf8");
  return Buffer.from(Array.from(text, (character) => table.get(character) ?? 0x3f));
};
