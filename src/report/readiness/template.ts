/** A text with `{placeholders}`, taken apart once and filled often: a report of 100,000 users fills 700,000. */

export type Template = (detailOf: (name: string) => string) => string;

/** @returns what fills the text; every placeholder is asked for once. */
export const templateOf = (text: string): Template => {
  // Texts stand at even places, names of placeholders at odd ones.
  const parts = text.split(/\{(\w+)\}/u);
  if (parts.length === 1) return () => text;
  return (detailOf) => {
    let filled = "";
    for (const [place, part] of parts.entries()) filled += place % 2 === 0 ? part : detailOf(part);
    return filled;
  };
};
