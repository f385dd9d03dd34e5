/** Long reports come in pieces: one string of 200 MB costs more than the work behind it. */

/** Characters of one piece, roughly. */
const size = 65_536;

/** Joins small pieces into larger ones, in order. */
export function* chunked(pieces: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length >= size) {
      yield chunk;
      chunk = "";
    }
  }
  if (chunk !== "") yield chunk;
}
