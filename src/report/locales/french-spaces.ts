/** French puts a no-break space inside guillemets and before double punctuation. */
export const withFrenchSpaces = (text: string): string =>
  text.replace(/« /gu, "«\u00a0").replace(/ (?=[»:;?!])/gu, "\u00a0");

/** The same for every text of a table; what its functions return is not touched. */
export const spaced = <Texts>(texts: Texts): Texts => {
  if (typeof texts === "string") return withFrenchSpaces(texts) as Texts;
  if (typeof texts !== "object" || texts === null) return texts;
  const entries = Object.entries(texts).map(([name, text]) => [name, spaced(text)]);
  return (Array.isArray(texts) ? entries.map(([, text]) => text) : Object.fromEntries(entries)) as Texts;
};
