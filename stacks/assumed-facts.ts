/** The facts that the configuration declares, as a resource takes them: every value is a list of texts there. */
import type { ExchangeConfiguration } from "./configuration";

type Fact = Omit<ExchangeConfiguration["assume"][number], "value"> & { readonly value: string[] };

export const assumedFacts = ({ assume }: Pick<ExchangeConfiguration, "assume">): Fact[] =>
  assume.map(({ value, ...fact }) => ({ ...fact, value: [value].flat().map(String) }));
