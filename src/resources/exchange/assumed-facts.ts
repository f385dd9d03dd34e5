/** Facts declared as inputs of a resource: every value is a list of texts there (design section 2, `assume`). */
import type { Assumption } from "../../mailflow/aircall";
import type { DecideOptions } from "../../mailflow/decide";
import type { FactEnd } from "../../mailflow/facts";
import { type DeclaredFact, declaredFactsOf } from "../../tenants/declared-facts";

/** One fact as the resource takes it. */
export interface AssumedFact {
  /** Kebab-case name, such as `sending-addresses`. */
  readonly fact: string;
  readonly value: readonly string[];
  readonly owner: string;
  /** `YYYY-MM-DD`, the last day it holds. */
  readonly expires: string;
}

/** `true`, `false` and a digit stand for themselves, everything else is text. */
const plain = (value: readonly string[]): unknown => {
  const [only, ...more] = value;
  if (only === undefined || more.length > 0) return value;
  if (only === "true" || only === "false") return only === "true";
  return /^\d$/u.test(only) ? Number(only) : value;
};

/** How reports list a declared fact. */
export const declaration = ({ fact, value, owner, expires }: DeclaredFact): Assumption => ({
  id: `declared-${fact}`,
  text: `Declared by ${owner} until ${expires}: ${fact} ${value}.`,
  source: "assume",
});

const day = 86_400_000;

/** A fact counts to the end of its last day, in UTC. */
export const factEnd = ({ name, fact, expires }: DeclaredFact): FactEnd => ({
  name,
  at: new Date(Date.parse(`${expires}T00:00:00Z`) + day).toISOString(),
  text: fact,
});

/**
 * What a decision takes for known, expired facts left out.
 *
 * @throws InputError that names the entry, what was found and what was expected.
 */
export const assumed = (
  entries: readonly AssumedFact[] | undefined,
  asOf: Date,
): Pick<DecideOptions, "facts" | "factEnds" | "declarations"> => {
  if (entries === undefined || entries.length === 0) return {};
  const { facts, declared } = declaredFactsOf(
    entries.map((entry) => ({ ...entry, value: plain(entry.value) })),
    "assume",
    asOf,
  );
  return { facts, factEnds: declared.map(factEnd), declarations: declared.map(declaration) };
};
