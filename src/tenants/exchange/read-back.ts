/** Reads again until the tenant shows what was written, for a short while: directories take a moment to agree. */
import { setTimeout as wait } from "node:timers/promises";

export interface ReadBackOptions {
  /** Milliseconds to wait before each further look; none at all looks once. */
  readonly readBackDelays?: readonly number[];
}

const defaultDelays: readonly number[] = [250, 1_000, 3_000];

/** The first look that is `good`, or the last one. */
export const readBack = async <Seen>(
  look: () => Promise<Seen>,
  good: (seen: Seen) => boolean,
  { readBackDelays = defaultDelays }: ReadBackOptions = {},
): Promise<Seen> => {
  let seen = await look();
  for (const delay of readBackDelays) {
    if (good(seen)) {
      return seen;
    }
    await wait(delay);
    seen = await look();
  }
  return seen;
};
