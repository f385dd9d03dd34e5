/** What is demanded of a message: tests that must hold or must not, in ways of which one must be met. */
import type { Test } from "./atom";

/** A test that must hold, or must not. */
export interface Literal {
  readonly test: Test;
  readonly holds: boolean;
}

/** One way to meet a demand: all its literals. */
export type Way = readonly Literal[];

/** A demand: one of the ways must be met. */
export type Demand = readonly Way[];

const keysOfTests = new WeakMap<Test, string>();

/** Equal keys on one field are the same test. */
export const testKey = (test: Test): string => {
  const known = keysOfTests.get(test);
  if (known !== undefined) return known;
  const { surely, possibly } = test.bounds;
  const key = `${surely.key}\u0000${possibly.key}`;
  keysOfTests.set(test, key);
  return key;
};

/** Whether nothing about the test is left open. */
export const isExact = ({ bounds }: Pick<Test, "bounds">): boolean =>
  bounds.surely.key === bounds.possibly.key;
