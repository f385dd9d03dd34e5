/** Texts in header fields: what is not plain ASCII travels as encoded words (RFC 2047), so that nothing is lost. */

/** Base64 of so many bytes fits an encoded word of 75 characters. */
const bytesPerWord = 45;

/** Fields fold at blanks and lose those at their ends; `=?` would be taken for an encoded word. */
const isSafe = (text: string): boolean =>
  /^[!-~]+(?: [!-~]+)*$/u.test(text) &&
  !text.includes("=?") &&
  text.split(" ").every((word) => word.length < 900);

const chunks = (text: string): readonly string[] => {
  const found: string[] = [];
  let current = "";
  for (const character of text) {
    if (Buffer.byteLength(current + character) > bytesPerWord) {
      found.push(current);
      current = "";
    }
    current += character;
  }
  return current === "" ? found : [...found, current];
};

/** The text as a header field carries it, with folded lines where it is long. */
export const encodeHeaderText = (text: string): string =>
  isSafe(text)
    ? text
    : chunks(text)
        .map((chunk) => `=?utf-8?B?${Buffer.from(chunk).toString("base64")}?=`)
        .join("\r\n ");

const word = /=\?([^?\s*]+)(?:\*[^?\s]*)?\?([bq])\?([^?\s]*)\?=/giu;

const bytesOf = (encoding: string, text: string): Buffer =>
  encoding.toLowerCase() === "b"
    ? Buffer.from(text, "base64")
    : Buffer.from(
        text
          .replace(/_/gu, " ")
          .replace(/=([0-9a-f]{2})/giu, (_escape, hex: string) =>
            String.fromCharCode(Number.parseInt(hex, 16)),
          ),
        "latin1",
      );

const decoderOf = (characterSet: string): InstanceType<typeof TextDecoder> | undefined => {
  try {
    return new TextDecoder(characterSet, { ignoreBOM: true });
  } catch {
    return undefined;
  }
};

/** A field's value, unfolded and decoded. Words in a character set nobody knows stay as they are. */
export const decodeHeaderText = (raw: string): string =>
  raw
    .replace(/\r?\n(?=[ \t])/gu, "")
    // Blanks between two encoded words only separate them.
    .replace(/(\?=)[ \t]+(?==\?[^?\s]+\?[bq]\?)/giu, "$1")
    .replace(
      word,
      (encoded, characterSet: string, encoding: string, text: string) =>
        decoderOf(characterSet)?.decode(bytesOf(encoding, text)) ?? encoded,
    );
