/** What is said between the command and a process that decides for it. */
import type { DecideOptions } from "../../mailflow/decide";

/** One input to decide; the answer is a `CheckedFile`. */
export interface Work {
  readonly file: string;
  readonly options: DecideOptions;
}
