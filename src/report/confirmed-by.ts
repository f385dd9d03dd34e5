/** How many real mails bear an assumption out, in words. */
import type { Assumption } from "../mailflow/aircall";
import { fillIn } from "../mailflow/finding";
import type { Words } from "./locales/words";

/** Nothing where no mail was handed in, or none shows it. */
export const confirmedBy = ({ confirmedBy: count }: Assumption, words: Words): readonly string[] =>
  count === undefined ? [] : [fillIn(words.confirmedBy, { count: String(count) })];
