/** Facts that somebody answers for, from a file (`--assume`). */
import type { DecideOptions } from "../mailflow/decide";

/** One that has expired is told and left out. */
export const assumedFacts = async (
  file: string | undefined,
  asOf: Date,
  warn: (text: string) => void,
): Promise<Pick<DecideOptions, "facts" | "factEnds" | "declarations">> => {
  if (file === undefined) return {};
  const { readDeclaredFacts } = await import("../tenants/declared-facts");
  const { declaration, factEnd } = await import("../resources/exchange/assumed-facts");
  const { facts, declared, expired } = await readDeclaredFacts(file, asOf);
  for (const { fact, owner, expires } of expired)
    warn(`warning: ${file}: ${fact}, declared by ${owner}, expired on ${expires}; it is not used`);
  return { facts, factEnds: declared.map(factEnd), declarations: declared.map(declaration) };
};
