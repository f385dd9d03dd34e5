/** One test on one field of a message, and the tests a rule is made of. */
import { type Bounds, exactly } from "../../language/language";
import { type Field, factHolds } from "../../message-class";

/** A test that is settled before any message is looked at, or one that depends on a field. */
export type Atom =
  | { readonly kind: "constant"; readonly holds: boolean }
  | { readonly kind: "test"; readonly field: Field; readonly bounds: Bounds; readonly because: string };

export const constant = (holds: boolean): Atom => ({ kind: "constant", holds });

/** A yes-or-no fact that nobody publishes or that was not read. Equal texts are the same fact. */
export const fact = (because: string): Atom => ({
  kind: "test",
  field: `fact:${because}`,
  bounds: exactly(factHolds),
  because,
});

export const test = (field: Field, bounds: Bounds, because: string): Atom => ({
  kind: "test",
  field,
  bounds,
  because: bounds.because ?? because,
});

export type Test = Extract<Atom, { kind: "test" }>;

/**
 * When a rule matches: one test of each clause holds, and no test of `exceptions`.
 * `"never"` where a constant settles that it cannot.
 */
export interface Match {
  readonly clauses: readonly (readonly Test[])[];
  readonly exceptions: readonly Test[];
}

/** Settles the constants among conditions (each a list of alternatives) and exceptions. */
export const settle = (
  conditions: readonly (readonly Atom[])[],
  exceptions: readonly Atom[],
): Match | "never" => {
  const clauses: Test[][] = [];
  for (const alternatives of conditions) {
    if (alternatives.some((atom) => atom.kind === "constant" && atom.holds)) continue;
    const tests = alternatives.filter((atom) => atom.kind === "test");
    if (tests.length === 0) return "never";
    clauses.push(tests);
  }
  if (exceptions.some((atom) => atom.kind === "constant" && atom.holds)) return "never";
  return { clauses, exceptions: exceptions.filter((atom) => atom.kind === "test") };
};
