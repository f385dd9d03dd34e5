/** How many random cases a law is tried on; MAILFLOW_RUNS multiplies it for long runs. */

const factor = Number(process.env.MAILFLOW_RUNS ?? "1");
const seed = process.env.MAILFLOW_SEED;

export const runs = (base: number): { readonly numRuns: number; readonly seed?: number } => ({
  numRuns: Math.max(1, Math.round(base * factor)),
  ...(seed === undefined ? {} : { seed: Number(seed) }),
});
