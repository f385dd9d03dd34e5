/** A row that names nobody, and therefore cannot be judged. It must not vanish: it may stand for somebody who is not ready. */
import type { Source } from "../facts";

export type UnusableBecause =
  | "nothing"
  | "no e-mail address"
  /** A delimiter inside a value shifts what follows. */
  | "more values than columns";

export interface UnusableRow {
  readonly source: Source;
  readonly found: UnusableBecause;
}
