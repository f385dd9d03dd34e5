/** Addresses in the cells of exports. */
import { isPlausibleAddress } from "../../tenants/users";

/** Every plausible address in a list that blanks, commas or semicolons divide; Exchange's `smtp:` is taken off. */
export const addressesIn = (list: string): readonly string[] =>
  list
    .split(/[\s,;]+/u)
    .map((entry) => entry.replace(/^smtp:/iu, ""))
    .filter(isPlausibleAddress);
